import Council

/// What items cost and bring, for the summary.
extension JournalReader {
    /// `Estimated impact: 4.2 M USD/year; build 450 k USD → 520 k USD; upkeep 150 k USD`, without what a composed resolution says already.
    func amounts(of item: Item, in decision: Decision) -> String? {
        guard decision.verdict.isApproval, let now = meeting.effectiveProposal(of: item), now.kind != .hiring else {
            return nil
        }
        let before = meeting.baseProposal(of: item)
        let isComposed = decision.resolution.map { $0.edited == nil } ?? false
        var parts: [String] = []
        func add(_ name: String, _ then: String?, _ value: String?) {
            guard let value else { return }
            parts.append(name + (then.map { $0 == value ? value : "\($0) → \(value)" } ?? value))
        }
        if !(isComposed && before?.impact != now.impact) {
            add("estimated impact: ", before?.impact.map(amount), now.impact.map(amount))
        }
        if !isComposed, choosesWhatWasProposed(item, now) {
            add(
                "build ", before?.cost.flatMap { amount($0.build, $0.unit) },
                now.cost.flatMap { amount($0.build, $0.unit) })
            add(
                "upkeep ", before?.cost.flatMap { amount($0.maintenance, $0.unit) },
                now.cost.flatMap { amount($0.maintenance, $0.unit) })
        }
        return parts.isEmpty ? nil : parts.joined(separator: "; ").capitalizedFirst.withFullStop
    }

    private func amount(_ impact: Impact) -> String { "\(figure(impact.value)) \(impact.unit)" }

    private func amount(_ value: Double?, _ unit: String) -> String? { value.map { "\(figure($0)) \(unit)" } }

    /// Whether the council chose no other option than the one whose figures the proposal states.
    private func choosesWhatWasProposed(_ item: Item, _ proposal: Proposal) -> Bool {
        let choice = item.motions.last { $0.chosen != nil && item.isLatest($0) }?.chosen
        return choice == nil || choice == proposal.recommend
    }

    /// What was approved, added up in the unit that most of it has.
    var money: String? {
        var projects: [(number: Int, units: [String]?, impact: Double, build: Double, upkeep: Double)] = []
        for (place, item) in meeting.items.enumerated() where item.decision?.verdict == .approve {
            guard let proposal = meeting.effectiveProposal(of: item), proposal.kind != .hiring else { continue }
            let isCounted = choosesWhatWasProposed(item, proposal)
            let units =
                isCounted ? proposal.impact.flatMap { impact in proposal.cost.map { [impact.unit, $0.unit] } } : nil
            projects.append(
                (
                    place + 1, units, proposal.impact?.value ?? 0, proposal.cost?.build ?? 0,
                    proposal.cost?.maintenance ?? 0
                ))
        }
        let counts = projects.compactMap(\.units).reduce(into: [[String]: Int]()) { $0[$1, default: 0] += 1 }
        // Of several that are as frequent, the one that comes first on the agenda.
        let most = counts.values.max() ?? 0
        guard let units = projects.compactMap(\.units).first(where: { counts[$0] == most }) else { return nil }
        let summed = projects.filter { $0.units == units }
        let others = projects.filter { $0.units != units }.map { String($0.number) }
        func sum(_ part: (Double, unit: String?), _ what: String) -> String {
            "\(spoken(amount: part.0))\(part.unit.map { " \($0)" } ?? "")\(what)"
        }
        // The unit of the impact says that of the cost, if it is the same in a year.
        let unit = units[0] == "\(units[1])/year" ? nil : units[1]
        let build = summed.reduce(0) { $0 + $1.build }
        let upkeep = summed.reduce(0) { $0 + $1.upkeep }
        let impact = sum((summed.reduce(0) { $0 + $1.impact }, units[0]), "")
        let rest =
            others.isEmpty
            ? ""
            : " Not in the sum: \(others.count == 1 ? "item" : "items") \(listed(others)), in other units or without."
        return
            "\(counted(summed.count, "project")) approved: an estimated \(impact), for \(sum((build, unit), " to build")) and "
            + "\(sum((upkeep, unit), " a year to run")).\(rest)"
    }
}
