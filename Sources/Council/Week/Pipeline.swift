/// Every proposal with its stage on a day, open ones first.
public struct Pipeline: Equatable, Encodable, Sendable {
    /// The day that it is of.
    public let day: CalendarDay
    public let proposals: [Entry]
    /// How many are open.
    public let open: Int
    /// Days from a lead's first word to the council's first answer, in the middle of all that were answered in the
    /// quarter of the day; nil if none was. The day of the first draft is in no file.
    public let medianDaysToDecision: Int?
    /// The same for those that were answered in the quarter before.
    public let medianDaysLastQuarter: Int?

    public struct Entry: Equatable, Encodable, Sendable {
        public let id: String
        public let title: String
        public let pod: String?
        /// `leads`, `sent back`.
        public let stage: String
        public let isOpen: Bool
        /// The day since when it is there; nil if no file says.
        public let since: CalendarDay?
        public let days: Int?
        /// Nil if nobody has to do anything.
        public let waitsFor: String?
        /// The same in few words, with the day first of all: `outcome due 13 Jan 2027`.
        public let waitsBriefly: String?
        /// Whether its outcome should be known by that day.
        public let isOverdue: Bool
        /// Concerns that the last meeting that dealt with it left open.
        public let openConcerns: Int
        /// The id of the proposal that took its place.
        public let revisedBy: String?
        /// `4.2 M USD/year`
        public let estimated: String?
        /// The last meeting that had it on its agenda.
        public let heard: CalendarDay?
        /// `3.9 M USD/year`
        public let measured: String?

        /// What other programs read.
        enum CodingKeys: String, CodingKey {
            case id, title, pod, stage, isOpen, since, days, waitsFor, openConcerns, revisedBy, estimated, heard,
                measured
        }
    }
}

extension Pipeline {
    /// How long the council's answers took: `median 8 days this quarter, 6 last`; nil if it gave none in either.
    public var medians: String? {
        switch (medianDaysToDecision, medianDaysLastQuarter) {
        case (let now?, let last?): "median \(counted(now, "day")) this quarter, \(last) last"
        case (let now?, nil): "median \(counted(now, "day")) this quarter"
        case (nil, let last?): "median \(counted(last, "day")) last quarter"
        case (nil, nil): nil
        }
    }
}

extension Library {
    /// The proposals that have a file or were ever on an agenda, sorted.
    var proposalIDs: [String] {
        let heard = knownItems.filter { $0.topicName == nil }.map(\.rawValue)
        return Set(drafts.keys).union(heard).sorted()
    }

    /// A proposal as its file has it; as it was heard last if the file is gone.
    public func proposal(_ id: String) -> Proposal? {
        drafts[id]?.proposal ?? hearings(of: ItemID(id)).last?.item.proposal
    }

    public func pipeline(on day: CalendarDay) -> Pipeline {
        let ids = proposalIDs
        let entries = ids.compactMap { entry(of: $0, on: day) }.sorted { $0.place < $1.place }.map(\.entry)
        let quarter = Quarter(of: day)
        let answers = Dictionary(grouping: ids.compactMap(firstAnswer), by: \.quarter).mapValues { $0.map(\.days) }
        return Pipeline(
            day: day, proposals: entries, open: entries.count { $0.isOpen },
            medianDaysToDecision: Self.median(answers[quarter] ?? []),
            medianDaysLastQuarter: Self.median(answers[quarter.previous] ?? []))
    }

    private func entry(of id: String, on day: CalendarDay) -> (place: (Int, Int, String), entry: Pipeline.Entry)? {
        guard let stage = stage(of: id, on: day), let proposal = proposal(id) else { return nil }
        let since = since(stage, of: proposal)
        var newer: String?
        if case .revised(let id) = stage { newer = id }
        let entry = Pipeline.Entry(
            id: id, title: proposal.title, pod: proposal.pod, stage: stage.word, isOpen: stage.isOpen, since: since,
            days: since.flatMap { $0 <= day ? day.daysSinceEpoch - $0.daysSinceEpoch : nil },
            waitsFor: stage.waitsFor(on: day), waitsBriefly: stage.waitsBriefly(on: day),
            isOverdue: stage.isOverdue(on: day),
            openConcerns: stage.isOpen ? lastDebate(of: ItemID(id))?.item.openConcerns.count ?? 0 : 0,
            revisedBy: newer, estimated: proposal.impact?.spoken, heard: hearings(of: ItemID(id)).last?.date,
            measured: proposal.outcome?.spoken)
        // The longest wait comes first.
        return ((stage.rank, -(entry.days ?? -1), id), entry)
    }

    /// The day since when a proposal is where it is.
    private func since(_ stage: Stage, of proposal: Proposal) -> CalendarDay? {
        switch stage {
        case .draft, .onAgenda, .revised: nil
        case .leads: proposal.leads.compactMap(\.date).min()
        case .ready(let since): since
        case .measured(_, let outcome): outcome.on
        case .undecided(let day), .deferred(let day, _), .sentBack(let day, _), .approved(let day, _): day
        case .done(let day, _), .stopped(let day), .rejected(let day), .withdrawn(let day): day
        }
    }

    /// The quarter of the first meeting that approved the proposal, sent it back or turned it down, and the days from a
    /// lead's first word to that meeting.
    private func firstAnswer(to id: String) -> (quarter: Quarter, days: Int)? {
        let heard = hearings(of: ItemID(id))
        guard let first = heard.first(where: { [.approve, .revise, .reject].contains($0.verdict) }),
            let begin = (heard.compactMap(\.item.proposal) + [proposal(id)].compactMap { $0 }).flatMap(\.leads)
                .compactMap(\.date).min(),
            begin <= first.date
        else { return nil }
        return (Quarter(of: first.date), first.date.daysSinceEpoch - begin.daysSinceEpoch)
    }

    /// The middle of some numbers, rounded down.
    private static func median(_ numbers: [Int]) -> Int? {
        let sorted = numbers.sorted()
        guard !sorted.isEmpty else { return nil }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}

extension Stage {
    /// Whom or what a proposal waits for; nil if nobody has to do anything.
    public func waitsFor(on day: CalendarDay) -> String? {
        switch self {
        case .draft(let missing): missing.first?.wanted
        case .leads(let awaited): listed(awaited.map(\.spoken))
        case .ready, .undecided, .deferred(_, nil): "an agenda"
        case .onAgenda(let date): "the meeting of \(date.long)"
        case .deferred(_, let until?): until > day ? until.long : "an agenda"
        case .sentBack(_, let awaited): awaited
        case .approved(_, let due?): "its outcome, due on \(due.long)" + (due < day ? ", overdue" : "")
        case .measured: "the council to hear its outcome"
        case .approved(_, nil), .done, .stopped, .rejected, .withdrawn, .revised: nil
        }
    }

    /// The same for a narrow column.
    public func waitsBriefly(on day: CalendarDay) -> String? {
        switch self {
        case .onAgenda(let date): "meeting on \(date.short)"
        case .deferred(_, let until?) where until > day: "until \(until.short)"
        case .approved(_, let due?): due < day ? "▲ overdue \(due.short)" : "outcome due \(due.short)"
        case .measured: "the council to hear it"
        default: waitsFor(on: day)
        }
    }

    /// Whether what came of an approval should be known by that day.
    func isOverdue(on day: CalendarDay) -> Bool {
        if case .approved(_, let due?) = self { due < day } else { false }
    }

    /// The place of the stage in a list: what is open comes first, in the order in which it happens.
    fileprivate var rank: Int {
        switch self {
        case .draft: 0
        case .leads: 1
        case .ready: 2
        case .onAgenda: 3
        case .undecided: 4
        case .deferred: 5
        case .sentBack: 6
        case .approved(_, let due): due == nil ? 9 : 7
        case .measured: 8
        case .done: 10
        case .stopped: 11
        case .rejected: 12
        case .withdrawn: 13
        case .revised: 14
        }
    }
}
