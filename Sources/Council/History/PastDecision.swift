/// A decision of a meeting that was held, with the item that it was made on.
public struct PastDecision: Equatable, Encodable, Sendable {
    /// The day of the meeting.
    public let date: CalendarDay
    public let item: ItemID
    public let title: String
    public let pod: String?
    public let verdict: Decision.Verdict
    /// `approved with amendments`, `deferred until Wed 2 Dec 2026`.
    public let decision: String
    /// The day that it was deferred to.
    public let until: CalendarDay?
    public let reason: String?
    /// What was decided, without the verdict and the reason; nil if there is nothing to say beside them.
    public let resolution: String?
    /// What was decided and why, as it follows the verdict: `: in three cities. Why: the holdout is thin`.
    public let said: String
    /// What it rests on: `carried 5–3, 8 of 9 present (vote 1)`.
    public let basis: String
    /// The concerns over which it was decided.
    public let overConcerns: [Concern]

    public struct Concern: Equatable, Encodable, Sendable {
        public let number: Int
        public let speaker: String?
        public let text: String
        /// How it belongs to the decision: `over open concern 2`, `because of concern 2`.
        public let role: String
    }

    /// Nil if the meeting did not decide on the item.
    init?(on item: HeldItem, at date: CalendarDay) {
        guard let decision = item.decision else { return nil }
        self.date = date
        self.item = item.lastingID
        title = item.title
        pod = item.proposal?.pod
        verdict = decision.verdict
        self.decision = decision.spoken
        until = decision.until
        reason = decision.reason
        resolution = decision.resolution
        said = decision.said
        basis = decision.basis
        overConcerns = item.notes.filter { decision.overConcerns.contains($0.number) }.map {
            Concern(
                number: $0.number, speaker: $0.speaker?.name, text: $0.text,
                role: decision.verdict.spoken(overConcerns: [$0.number], conditions: decision.conditions) ?? "")
        }
    }
}

/// Which decisions are asked for. What is nil does not matter.
public struct DecisionFilter: Equatable, Sendable {
    /// The first day and the last one.
    public var since: CalendarDay?
    public var until: CalendarDay?
    public var verdict: Decision.Verdict?
    /// Large and small letters and accents don't count.
    public var pod: String?

    public init(
        since: CalendarDay? = nil, until: CalendarDay? = nil, verdict: Decision.Verdict? = nil, pod: String? = nil
    ) {
        self.since = since
        self.until = until
        self.verdict = verdict
        self.pod = pod
    }

    func admits(_ decision: PastDecision) -> Bool {
        decision.date >= since ?? decision.date && decision.date <= until ?? decision.date
            && (verdict ?? decision.verdict) == decision.verdict
            && pod.map { wanted in decision.pod.map { Library.isSame($0, wanted) } ?? false } ?? true
    }
}

extension Library {
    /// The decisions of all meetings that were held: the newest meeting first, in the order of its agenda.
    public func decisions(_ filter: DecisionFilter = DecisionFilter()) -> [PastDecision] {
        history.reversed().flatMap { meeting in
            meeting.items.compactMap { PastDecision(on: $0, at: meeting.date) }.filter(filter.admits)
        }
    }

    /// The pods that any proposal names, sorted.
    public var pods: [String] {
        let now = drafts.values.compactMap(\.proposal.pod)
        let then = history.flatMap(\.items).compactMap { $0.proposal?.pod }
        return Set(now + then).sorted()
    }

    /// Whether any proposal names the pod.
    public func hasPod(_ name: String) -> Bool { pods.contains { Self.isSame($0, name) } }

    /// Whether two names differ at most in what does not count.
    public static func isSame(_ left: String, _ right: String) -> Bool { left.folded == right.folded }
}
