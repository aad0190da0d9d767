/// What earlier proposals know of a new one.
extension Library {
    /// The units of impacts or of costs, the most frequent first, and then those of the others.
    func units(of field: ProposalField) -> [String] {
        let proposals = proposalIDs.compactMap { proposal($0) }
        let impacts = Self.byFrequency(proposals.compactMap(\.impact?.unit))
        let costs = Self.byFrequency(proposals.compactMap(\.cost?.unit))
        let (own, others) = field == .impact ? (impacts, costs) : (costs, impacts)
        return own + others.filter { !own.contains($0) }
    }

    /// The words that proposals have in a list, the most frequent first, then what `platform.yaml` has besides. What is
    /// retired is not offered.
    func words(under field: ProposalField) -> [String] {
        let kind = PlatformPart.Kind(rawValue: field.rawValue)
        let offered = platform.parts.filter { $0.kind == kind && $0.state != .retired }.map(\.name)
        let used = wordsUsed(under: field).filter { word in
            PieceName(word).flatMap { platform[$0] }.map { $0.state != .retired } ?? true
        }
        let known = Set(used.compactMap(PieceName.init))
        return used + offered.filter { PieceName($0).map { !known.contains($0) } ?? false }
    }

    private func wordsUsed(under field: ProposalField) -> [String] {
        Self.byFrequency(
            proposalIDs.compactMap { proposal($0) }.flatMap { proposal -> [String] in
                switch field {
                case .data: proposal.data
                case .platform: proposal.platform
                case .reuse: proposal.reuse
                default: []
                }
            })
    }

    private static func byFrequency(_ words: [String]) -> [String] {
        words.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// The pod whose proposals the technical lead, or else the team, has led or worked on; nil if there are several.
    func pod(of proposal: Proposal) -> String? {
        for names in [proposal.techLeads, proposal.team].map({ Set($0.map(\.name)) }) where !names.isEmpty {
            let theirs = proposalIDs.compactMap { self.proposal($0) }.filter { other in
                !names.isDisjoint(with: (other.techLeads + other.team).map(\.name))
            }
            let pods = Set(theirs.compactMap(\.pod))
            if pods.count == 1 { return pods.first }
            if pods.count > 1 { return nil }
        }
        return nil
    }

    /// A pending review of each lead whom the charter asks for, with the name that the pod's newest proposal has for them.
    func pendingReviews(of proposal: Proposal) -> [LeadReview] {
        let theirs = proposalIDs.compactMap { self.proposal($0) }.filter {
            proposal.pod != nil && $0.pod == proposal.pod
        }
        let reviews = theirs.flatMap { other in other.leads.filter { $0.name != nil } }
            .sorted { ($0.date?.daysSinceEpoch ?? 0) < ($1.date?.daysSinceEpoch ?? 0) }
        return Charter.requiredReviews(for: proposal.kind).map { role in
            let last = reviews.last { $0.role == role }
            return LeadReview(role: role, name: last?.name, verdict: .pending, email: last?.email)
        }
    }
}
