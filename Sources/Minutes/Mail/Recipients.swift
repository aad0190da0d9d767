import Council

/// The recipients of a mail.
///
/// The summary goes To the addresses that the council, the agenda's items and their proposals name as interested. They are
/// lists and teams, which everybody may see. People get it as Bcc, so that an answer to all does not reach each of them
/// twice, by name and by list: everybody on the roster, and the proposals' sponsors, teams and leads, if their address is
/// known. Each address gets it once, and To comes before Bcc.
///
/// More than five addresses are not shown: the council's own stay in To, and the others become Bcc.
///
/// A notice goes To its proposal's sponsor, technical leads, team and leads, who know of one another. The mail on the
/// register goes To the addresses that the council names for infrastructure.
struct Recipients {
    private(set) var to: [Mailbox] = []
    private(set) var bcc: [Mailbox] = []
    /// Addresses that no mail can go to, as sentences that say why.
    private(set) var refusals: [String] = []
    /// The names of people who should get the mail, but have no address.
    private(set) var unreachable: [String] = []
    private var seen: Set<String> = []

    /// Of the summary.
    init(of meeting: Meeting) {
        let proposals = meeting.items.compactMap(meeting.effectiveProposal)
        let book = AddressBook(of: meeting, proposals: proposals)
        for text in meeting.roster.interested { add(text, named: nil, to: \.to) }
        let own = to.count
        let others = meeting.items.flatMap(\.agenda.interested) + proposals.flatMap(\.interested)
        for text in others { add(text, named: nil, to: \.to) }
        hideMany(except: own)
        for person in meeting.roster.everybody {
            guard let email = person.email else { continue }
            add(email, named: person.name, to: \.bcc)
        }
        for proposal in proposals { add(peopleOf: proposal, from: book, to: \.bcc) }
    }

    /// Of the notice on a proposal.
    init(of proposal: Proposal, from book: AddressBook) {
        add(peopleOf: proposal, from: book, to: \.to)
        hideMany()
    }

    /// Of the mail on the register: the addresses that the council names for infrastructure.
    init(forInfrastructureOf roster: Roster) {
        for text in roster.interestedInfra ?? [] { add(text, named: nil, to: \.to) }
        hideMany()
    }

    /// A long list of addresses fills a small screen, and an answer to all goes to each of them.
    private static let mostShown = 5

    /// Moves a long To to Bcc, except for the first addresses if these alone are few.
    private mutating func hideMany(except first: Int = 0) {
        guard to.count > Self.mostShown else { return }
        let shown = first > Self.mostShown ? 0 : first
        bcc = to.dropFirst(shown) + bcc
        to = Array(to.prefix(shown))
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
    /// The names of people of a meeting's proposals, and of those who owe something, who get no mail, because their address
    /// is not known.
    public static func unreachable(in journal: Journal) -> [String] {
        let names = Recipients(of: journal.meeting).unreachable
        return names + OwnerMail.unreachable(in: journal).filter { !names.contains($0) }
    }
}

/// The mail addresses of a meeting's people, by the names that its files use.
///
/// A team or a lead is often a name alone. The name is looked up on the roster, and everywhere else that has it with an
/// address. A name with two different addresses counts as unknown, since nothing is guessed.
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

    /// The only address of a name; nil if it has none or several.
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
