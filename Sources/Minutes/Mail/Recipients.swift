import Council

/// Who gets the summary.
///
/// To: the addresses that the council, the agenda's items and their proposals name as interested, since they are lists
/// and teams that everybody may see. Bcc: the people, so that an answer to all does not go to each of them once by name
/// and once by list: everybody on the roster who has an address, and the proposals' sponsors. Each address once, and
/// where it is in both, in To.
struct Recipients {
    private(set) var to: [Mailbox] = []
    private(set) var bcc: [Mailbox] = []
    /// Addresses that no mail can go to, as sentences that say why.
    private(set) var refusals: [String] = []

    init(of meeting: Meeting) {
        let proposals = meeting.items.compactMap(meeting.effectiveProposal)
        var seen: Set<String> = []
        let lists =
            meeting.roster.interested + meeting.items.flatMap(\.agenda.interested) + proposals.flatMap(\.interested)
        for text in lists { add(text, named: nil, to: \.to, unless: &seen) }
        for person in meeting.roster.everybody {
            guard let email = person.email else { continue }
            add(email, named: person.name, to: \.bcc, unless: &seen)
        }
        for sponsor in proposals.compactMap(\.sponsor) where sponsor.utf8.contains(UInt8(ascii: "@")) {
            add(sponsor, named: nil, to: \.bcc, unless: &seen)
        }
    }

    private mutating func add(
        _ text: String, named name: String?, to list: WritableKeyPath<Recipients, [Mailbox]>,
        unless seen: inout Set<String>
    ) {
        do throws(MinutesError) {
            let mailbox = try Mailbox(text, name: name)
            if seen.insert(mailbox.key).inserted { self[keyPath: list].append(mailbox) }
        } catch {
            if !refusals.contains(error.sentence) { refusals.append(error.sentence) }
        }
    }
}
