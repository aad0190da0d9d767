/// How long items are given: as the proposal asks, else as last time, else what its kind took lately.
struct TimeBoxes {
    /// Minutes for an item of a kind that was never heard.
    static let fallback = 12
    /// Seconds below which an item was not heard, but passed over.
    static let leastSeconds = 60
    /// How many hearings of a kind are looked at.
    static let lately = 12

    /// Minutes by kind; topics are under nil.
    private let usual: [Proposal.Kind?: Int]

    init(_ history: [HeldMeeting]) {
        var times: [Proposal.Kind?: [Int]] = [:]
        for item in history.reversed().lazy.flatMap({ $0.items.reversed() }) {
            guard let seconds = item.seconds, seconds >= Self.leastSeconds,
                times[item.proposal?.kind, default: []].count < Self.lately
            else {
                continue
            }
            times[item.proposal?.kind, default: []].append(seconds)
        }
        usual = times.mapValues(Self.median)
    }

    func box(for proposal: Proposal, last: HeldItem?) -> Int {
        Self.clamped(proposal.minutes ?? last?.box ?? usual(for: proposal.kind))
    }

    /// - Parameter kind: Nil for a topic.
    func usual(for kind: Proposal.Kind?) -> Int { usual[kind] ?? Self.fallback }

    /// What a file may say: a minute at least, and a day at most.
    static func clamped(_ minutes: Int) -> Int { min(max(minutes, 1), 1440) }

    /// The middle of some times in whole minutes, rounded up.
    private static func median(_ seconds: [Int]) -> Int {
        let sorted = seconds.sorted()
        let sum = sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]
        return clamped((sum + 119) / 120)
    }
}
