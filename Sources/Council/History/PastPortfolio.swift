/// Every approved proposal over the quarters: what it was to bring, what it costs, and what came of it.
///
/// Amounts are added in one unit only. Proposals stand in the order of their approval; nobody is ranked.
public struct PastPortfolio: Equatable, Encodable, Sendable {
    /// The unit with the most proposals first; those that estimate no impact come last.
    public let units: [InOneUnit]

    /// The proposals whose impact is estimated in one unit.
    public struct InOneUnit: Equatable, Encodable, Sendable {
        /// `USD/year`; nil if no impact is estimated.
        public let impactUnit: String?
        /// The oldest first.
        public let quarters: [InOneQuarter]
    }

    /// The proposals that were approved in one quarter.
    public struct InOneQuarter: Equatable, Encodable, Sendable {
        public let quarter: Quarter
        public let approved: Int
        /// What they cost to build and to keep going for a year, a sum for each unit.
        public let costs: [Sum]
        public let measured: Int
        public let unmeasured: Int
        /// The estimates of those that are measured, added up, and what was measured of them.
        public let estimatedOfMeasured: Double
        public let sumMeasured: Double
        /// By the day of the approval, then by id.
        public let proposals: [Entry]
    }

    public struct Sum: Equatable, Encodable, Sendable {
        public let value: Double
        public let unit: String
    }

    public struct Entry: Equatable, Encodable, Sendable {
        public let id: String
        public let title: String
        public let pod: String?
        public let approved: CalendarDay
        /// `approved`, `measured`, `done`, `stopped`.
        public let stage: String
        /// In the unit of the estimate.
        public let estimated: Double?
        public let measured: Double?
        public let measuredOn: CalendarDay?
        /// The part of the estimate that was reached.
        public let ratio: Double?
        public let cost: Sum?
        /// When the council asks what came of it; nil if it has heard it, or does not ask.
        public let due: CalendarDay?
        /// Whether that day has passed.
        public let isOverdue: Bool
    }
}

extension Library {
    /// The approved proposals of all quarters, or of one.
    public func portfolio(of quarter: Quarter? = nil, on day: CalendarDay) -> PastPortfolio {
        var found: [String?: [PastPortfolio.Entry]] = [:]
        for id in proposalIDs {
            guard let (unit, entry) = entry(of: id, on: day) else { continue }
            if quarter == nil || quarter == Quarter(of: entry.approved) { found[unit, default: []].append(entry) }
        }
        let units = found.sorted { left, right in
            guard let first = left.key, let second = right.key else { return left.key != nil }
            return (right.value.count, first) < (left.value.count, second)
        }
        return PastPortfolio(
            units: units.map { unit, entries in
                let quarters = Dictionary(grouping: entries) { Quarter(of: $0.approved) }.sorted { $0.key < $1.key }
                return PastPortfolio.InOneUnit(
                    impactUnit: unit, quarters: quarters.map { PastPortfolio.InOneQuarter($0, $1) })
            })
    }

    /// The quarters in which anything was approved, oldest first.
    public func quartersOfApprovals(on day: CalendarDay) -> [Quarter] {
        Set(portfolio(on: day).units.flatMap(\.quarters).map(\.quarter)).sorted()
    }

    /// A proposal whose place another approved one has taken stands there alone.
    private func entry(of id: String, on day: CalendarDay) -> (unit: String?, entry: PastPortfolio.Entry)? {
        guard let approval = approvalOrStopped(of: id), let proposal = proposal(id),
            let stage = stage(of: id, on: day)
        else { return nil }
        if case .revised = stage { return nil }
        let comparison = OutcomeComparison(of: proposal, approved: approval.date, heard: day)
        var due: CalendarDay?
        if case .approved(_, let day) = stage { due = day }
        let cost = proposal.cost.flatMap { cost in
            cost.build == nil && cost.maintenance == nil
                ? nil : PastPortfolio.Sum(value: (cost.build ?? 0) + (cost.maintenance ?? 0), unit: cost.unit)
        }
        let outcome = proposal.outcome.flatMap { $0.unit == proposal.impact?.unit ? $0 : nil }
        return (
            proposal.impact?.unit,
            PastPortfolio.Entry(
                id: id, title: proposal.title, pod: proposal.pod, approved: approval.date, stage: stage.word,
                estimated: proposal.impact?.value, measured: outcome?.value, measuredOn: outcome?.on,
                ratio: comparison.ratio, cost: cost, due: due, isOverdue: stage.isOverdue(on: day))
        )
    }
}

extension PastPortfolio.InOneQuarter {
    fileprivate init(_ quarter: Quarter, _ entries: [PastPortfolio.Entry]) {
        self.quarter = quarter
        proposals = entries.sorted { ($0.approved, $0.id) < ($1.approved, $1.id) }
        approved = entries.count
        let costs = Dictionary(grouping: entries.compactMap(\.cost), by: \.unit)
        self.costs = costs.sorted { $0.key < $1.key }.map { unit, costs in
            PastPortfolio.Sum(value: costs.map(\.value).reduce(0, +), unit: unit)
        }
        let done = entries.filter { $0.measured != nil }
        measured = done.count
        unmeasured = entries.count - done.count
        estimatedOfMeasured = done.compactMap(\.estimated).reduce(0, +)
        sumMeasured = done.compactMap(\.measured).reduce(0, +)
    }

    /// `3 approved for 1.9 M USD; 2 measured, 4.2 M → 3.1 M, 74 %; 1 not measured yet`.
    ///
    /// - Parameter hasImpact: Whether an impact was estimated, so that somebody should measure it.
    public func sentence(hasImpact: Bool) -> String {
        let costs = costs.map(\.spoken)
        let head = "\(approved) approved" + (costs.isEmpty ? "" : " for \(listed(costs))")
        let share = estimatedOfMeasured > 0 ? ", \(short((sumMeasured / estimatedOfMeasured * 100).rounded())) %" : ""
        let figures = "\(spoken(amount: estimatedOfMeasured)) → \(spoken(amount: sumMeasured))\(share)"
        let parts = [
            head, measured > 0 ? "\(measured) measured, \(figures)" : nil,
            hasImpact && unmeasured > 0 ? "\(unmeasured) not measured yet" : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: "; ")
    }
}

extension PastPortfolio.Sum {
    /// `1.9 M USD`.
    public var spoken: String { "\(Council.spoken(amount: value)) \(unit)" }
}

extension PastPortfolio.Entry {
    /// `1.4 M → 1.1 M`, and `1.4 M → ?` if nothing is measured; nil if nothing was estimated.
    public var figures: String? {
        estimated.map { "\(spoken(amount: $0)) → \(measured.map { spoken(amount: $0) } ?? "?")" }
    }

    /// `79 %`.
    public var percent: String? { ratio.map { "\(short(($0 * 100).rounded())) %" } }
}
