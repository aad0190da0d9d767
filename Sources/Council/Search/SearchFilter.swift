/// Which of the texts that are found count. What is nil does not matter.
public struct SearchFilter: Equatable, Sendable {
    public var kind: SearchKind?
    public var who: PersonQuery?
    /// Large and small letters and accents don't count.
    public var pod: String?
    /// What was decided on the item at that meeting.
    public var verdict: Decision.Verdict?
    /// The first day and the last one. Files of proposals have no day.
    public var since: CalendarDay?
    public var until: CalendarDay?

    public init(
        kind: SearchKind? = nil, who: PersonQuery? = nil, pod: String? = nil, verdict: Decision.Verdict? = nil,
        since: CalendarDay? = nil, until: CalendarDay? = nil
    ) {
        self.kind = kind
        self.who = who
        self.pod = pod
        self.verdict = verdict
        self.since = since
        self.until = until
    }
}
