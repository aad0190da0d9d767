/// What the week's proposals promise against what they cost, side by side.
public struct Portfolio: Equatable, Sendable {
    /// The unit that most proposals state their impact in, such as `USD/year`.
    public let impactUnit: String
    /// The unit that those proposals state their cost in.
    public let costUnit: String
    /// Proposals in these units, in the order of the agenda.
    public let entries: [Entry]
    /// Numbers of the items that name no impact, no cost, or either in another unit.
    public let others: [Int]

    public struct Entry: Equatable, Sendable {
        /// The item's number on the agenda, counted from 1.
        public let number: Int
        public let title: String
        public let impact: Double
        /// What it costs to build and to keep going for a year.
        public let cost: Double
        public let decision: Decision?

        /// How many times the first year's cost the impact is; nil if it costs nothing.
        public var ratio: Double? { cost > 0 ? impact / cost : nil }

        /// `4.2 M for 600 k, 7 times`.
        public var spoken: String {
            let times = ratio.map { ", \(short(($0 * 10).rounded() / 10)) times" } ?? ""
            return "\(Council.spoken(amount: impact)) for \(Council.spoken(amount: cost))\(times)"
        }
    }

    /// The proposals of a meeting as they stand, accepted amendments included.
    public init(of meeting: Meeting) {
        var found: [(units: [String], entry: Entry)] = []
        var silent: [Int] = []
        for (index, item) in meeting.items.enumerated() {
            guard let proposal = meeting.effectiveProposal(of: item) else { continue }
            guard let impact = proposal.impact, let cost = proposal.cost, cost.build != nil || cost.maintenance != nil,
                impact.value.isFinite, impact.value >= 0
            else {
                silent.append(index + 1)
                continue
            }
            let entry = Entry(
                number: index + 1, title: proposal.title, impact: impact.value,
                cost: max(0, (cost.build ?? 0) + (cost.maintenance ?? 0)), decision: item.decision)
            found.append(([impact.unit, cost.unit], entry))
        }
        let counts = found.reduce(into: [[String]: Int]()) { $0[$1.units, default: 0] += 1 }
        // Of several that are as frequent, the one that comes first on the agenda.
        let units = found.map(\.units).max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ["", ""]
        impactUnit = units[0]
        costUnit = units[1]
        entries = found.filter { $0.units == units }.map(\.entry)
        others = (silent + found.filter { $0.units != units }.map(\.entry.number)).sorted()
    }
}
