/// What was found, the best first.
public struct SearchAnswer: Equatable, Encodable, Sendable {
    public let hits: [SearchHit]
    /// How many there are in all.
    public let total: Int

    public init(hits: [SearchHit] = [], total: Int = 0) {
        self.hits = hits
        self.total = total
    }

    /// What is said if nothing was found.
    public static let nothing = "nothing found: no text has all of these words"

    /// How many are not among the hits.
    public var more: Int { total - hits.count }
}

/// One text that was found.
public struct SearchHit: Equatable, Encodable, Sendable {
    /// The day of the meeting; nil for a proposal as its file is.
    public let date: CalendarDay?
    /// Nil for an action that came from no item.
    public let item: ItemID?
    /// Of the item.
    public let title: String
    public let pod: String?
    /// What that meeting decided on the item.
    public let verdict: Decision.Verdict?
    public let kind: SearchKind
    public let number: Int?
    public let who: String?
    public let snippet: Snippet
    /// What the text is called where it was found, to open it.
    public let id: Int64

    /// - Parameter subject: What the entry is about; its other entries don't matter.
    public init(
        _ entry: SearchEntry, id: Int64, about subject: SearchSubject, on date: CalendarDay?, for query: SearchQuery
    ) {
        self.date = date
        item = subject.item
        title = subject.title
        pod = subject.pod
        verdict = subject.verdict
        kind = entry.kind
        number = entry.number
        who = entry.who?.name
        snippet = Snippet(of: entry.text, for: query)
        self.id = id
    }

    private enum CodingKeys: CodingKey { case date, item, title, pod, verdict, kind, number, who, snippet }

    /// Day, item, kind and person: `2026-11-25`, `prep-time`, `concern 1 of Tomás Vidal`.
    public var place: [String] {
        let what = number.map { "\(kind.rawValue) \($0)" } ?? kind.rawValue
        let whose = who.map { kind == .proposal ? ", led by \($0)" : " of \($0)" } ?? ""
        return [date?.description ?? "file", item?.spoken, what + whose].compactMap { $0 }
    }
}
