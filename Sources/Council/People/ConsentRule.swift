/// Which items may be decided together because enough members have approved them in writing: the `consent` part of the
/// council file.
public struct ConsentRule: Codable, Equatable, Sendable {
    /// How many members have to approve an item; nil for as many as a quorum needs.
    public let approvals: Int?
    /// The highest cost to build.
    public let upTo: Limit?
    /// In the order of the file.
    public let kinds: [Proposal.Kind]

    public init(approvals: Int? = nil, upTo: Limit? = nil, kinds: [Proposal.Kind]) {
        self.approvals = approvals
        self.upTo = upTo
        self.kinds = kinds
    }

    /// A sum of money.
    public struct Limit: Codable, Equatable, Sendable {
        public let value: Double
        public let unit: String

        public init(_ value: Double, _ unit: String) {
            self.value = value
            self.unit = unit
        }

        /// `500 k USD`.
        public var spoken: String { "\(Council.spoken(amount: value)) \(unit)" }
    }
}

extension Roster {
    /// How many members have to approve an item; nil if the council has no consent lane.
    public var approvalsNeeded: Int? {
        consent.map { $0.approvals ?? voting.quorumNeeded(seats: seats) }
    }
}

extension Proposal {
    /// Whether somebody is on the team, or leads or reviews the proposal, as far as its names and addresses tell.
    public func isOwn(of person: Member) -> Bool {
        let people =
            (techLeads + team).map { ($0.name, $0.email) }
            + leads.compactMap { lead in lead.name.map { ($0, lead.email) } }
        return people.contains { name, email in
            if let email, let own = person.email, email.lowercased() == own.lowercased() { return true }
            return name.folded == person.name.folded || name == person.handle.rawValue
        }
    }
}
