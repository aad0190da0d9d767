import Foundation

/// A proposal of the past that has something in common with another one.
public struct NearProposal: Equatable, Sendable {
    public let id: String
    /// Data, platform parts, pieces and words of the title, the rarest first.
    public let shared: [String]
    /// What became of it: `approved on Wed 18 Nov 2026: it pays`, or its stage.
    public let fate: String

    /// `query-rewrite · sent back on Wed 11 Nov 2026: simple rules reach 45 % · shares search-logs`.
    public var line: String { "\(id) · \(fate) · shares \(listed(shared))" }
}

extension Library {
    /// The proposals that have most in common with one, nearest first. What few proposals have counts for more.
    public func nearest(to proposal: Proposal, most: Int, on day: CalendarDay) -> [NearProposal] {
        let traits = proposalIDs.compactMap { self.proposal($0) }.map { ($0.id, Self.traits(of: $0)) }
        let frequency = traits.flatMap(\.1).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        let own = Self.traits(of: proposal)
        let near = traits.compactMap { id, theirs -> (id: String, shared: [String], weight: Double)? in
            guard id != proposal.id, id != proposal.revises else { return nil }
            let shared = own.intersection(theirs).sorted { (frequency[$0] ?? 0, $0) < (frequency[$1] ?? 0, $1) }
            // What nearly everybody uses says nothing.
            let weight = shared.reduce(0) { $0 + log(Double(traits.count + 1) / Double(frequency[$1] ?? 1)) }
            return weight < 1 ? nil : (id, shared, weight)
        }
        return near.sorted { ($1.weight, $0.id) < ($0.weight, $1.id) }.prefix(most).map { id, shared, _ in
            NearProposal(id: id, shared: Array(shared.prefix(3)), fate: fate(of: id, on: day))
        }
    }

    private static func traits(of proposal: Proposal) -> Set<String> {
        let words = proposal.title.split { !($0.isLetter || $0.isNumber) }.filter { $0.count > 3 }.map {
            String($0).folded
        }
        return Set(proposal.data + proposal.platform + proposal.reuse + words)
    }

    private func fate(of id: String, on day: CalendarDay) -> String {
        let decided = hearings(of: ItemID(id)).last { $0.item.decision != nil }
        guard let decided, let decision = decided.item.decision else { return stage(of: id, on: day)?.word ?? "" }
        return "\(decision.spoken) on \(decided.date.long)" + (decision.reason.map { ": \($0)" } ?? "")
    }
}
