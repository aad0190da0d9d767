import Council

/// Who gets a mail.
///
/// The summary goes To the addresses that the council, the agenda's items and their proposals name as interested, since
/// they are lists and teams that everybody may see. Bcc go the people, so that an answer to all does not reach each of
/// them once by name and once by list: everybody on the roster, and the proposals' sponsors, teams and leads, as far as
/// an address of theirs is known. Each address once, and where it is in both, in To.
///
/// A notice goes To its proposal's sponsor, technical leads, team and leads, who know of one another.
struct Recipients {
    private(set) var to: [Mailbox] = []
    private(set) var bcc: [Mailbox] = []
    /// Addresses that no mail can go to, as sentences that say why.
    private(set) var refusals: [String] = []
    /// People who are to get the mail and have no address, by name.
    private(set) var unreachable: [String] = []
    private var seen: Set<String> = []

    /// Of the summary.
    init(of meeting: Meeting) {
        let proposals = meeting.items.compactMap(meeting.effectiveProposal)
        let book = AddressBook(of: meeting, proposals: proposals)
        let lists =
            meeting.roster.interested + meeting.items.flatMap(\.agenda.interested) + proposals.flatMap(\.interested)
        for text in lists { add(text, named: nil, to: \.to) }
        for person in meeting.roster.everybody {
            guard let email = person.email else { continue }
            add(email, named: person.name, to: \.bcc)
        }
        for proposal in proposals { add(peopleOf: proposal, from: book, to: \.bcc) }
    }

    /// Of the notice on a proposal.
    init(of proposal: Proposal, from book: AddressBook) {
        add(peopleOf: proposal, from: book, to: \.to)
    }

    /// Sponsor, technical leads, team, leads.
    private mutating func add(
        peopleOf proposal: Proposal, from book: AddressBook, to list: WritableKeyPath<Recipients, [Mailbox]>
    ) {
        let sponsor = proposal.sponsor.map { NamedAddress($0) }.map { [($0.name, $0.address)] } ?? []
        let team = (proposal.techLeads + proposal.team).map { ($0.name, $0.email) }
        let leads = proposal.leads.compactMap { lead in lead.name.map { ($0, lead.email) } }
        for (name, written) in sponsor + team + leads {
            if let address = written ?? book.address(of: name) {
                add(address, named: name == address ? nil : name, to: list)
            } else if !unreachable.contains(name.onOneLine) {
                unreachable.append(name.onOneLine)
            }
        }
    }

    private mutating func add(
        _ text: String, named name: String?, to list: WritableKeyPath<Recipients, [Mailbox]>
    ) {
        do throws(MinutesError) {
            let mailbox = try Mailbox(text, name: name)
            if seen.insert(mailbox.key).inserted { self[keyPath: list].append(mailbox) }
        } catch {
            if !refusals.contains(error.sentence) { refusals.append(error.sentence) }
        }
    }
}

extension Minutes {
    /// The people of a meeting's proposals of whom no address is known, by name: they get no mail.
    public static func unreachable(in meeting: Meeting) -> [String] { Recipients(of: meeting).unreachable }
}

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
