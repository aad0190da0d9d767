/// How long somebody holds a seat: from a day on for so many months, or until a day.
public struct Term: Codable, Equatable, Sendable {
    public let since: CalendarDay?
    public let months: Int?
    public let until: CalendarDay?

    public init(since: CalendarDay? = nil, months: Int? = nil, until: CalendarDay? = nil) {
        self.since = since
        self.months = months
        self.until = until
    }

    /// The first day on which the term has run out; nil if the file does not say.
    public var ends: CalendarDay? {
        if let until { return until }
        guard let since, let months else { return nil }
        return since.adding(months: months)
    }
}
