import Council

/// Where mail reaches the people of a meeting, by the names they go by in its files.
///
/// A team or a lead is often a name alone. The name is looked up on the roster and wherever else it stands with an
/// address; one that stands with two different addresses is nobody's, since nothing is guessed.
struct AddressBook {
    private var addresses: [String: Set<String>] = [:]

    init(of meeting: Meeting, proposals: [Proposal]) {
        for person in meeting.roster.everybody { add(person.name, person.email) }
        for proposal in proposals {
            if let sponsor = proposal.sponsor.map({ NamedAddress($0) }) { add(sponsor.name, sponsor.address) }
            for person in proposal.techLeads + proposal.team { add(person.name, person.email) }
            for lead in proposal.leads { if let name = lead.name { add(name, lead.email) } }
        }
    }

    /// The one address that stands with the name; nil where none does, or more than one.
    func address(of name: String) -> String? {
        guard let found = addresses[Self.key(name)], found.count == 1 else { return nil }
        return found.first
    }

    private mutating func add(_ name: String, _ address: String?) {
        guard let address else { return }
        addresses[Self.key(name), default: []].insert(address.lowercased())
    }

    private static func key(_ name: String) -> String { name.onOneLine.lowercased() }
}
