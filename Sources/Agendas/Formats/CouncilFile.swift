import Council
import Foundation

/// `agendas/council.yaml`: who is on the council, how it votes, and who gets the mail.
struct CouncilFile {
    /// Nil if the file is faulty.
    let roster: Roster?
    /// Everybody whom the file names; nil if a name could not be read, so that somebody may be missing.
    let handles: [Handle]?

    static let name = "council.yaml"

    /// - Parameter home: The folder that holds `agendas/`; nil if nobody knows it.
    static func read(_ text: String, home: String?, on sheet: Sheet) -> CouncilFile {
        guard let root = YAMLReader.root(of: text, such: "name: ML Council", on: sheet) else {
            return CouncilFile(roster: nil, handles: nil)
        }
        let seats = Seats()
        let roster = sheet.mapping(root, "the council") { read($0, seats, home: home) }
        return CouncilFile(
            roster: sheet.hasErrors ? nil : roster, handles: seats.isComplete ? Array(seats.holders.keys) : nil)
    }

    private static func read(_ fields: Fields, _ seats: Seats, home: String?) -> Roster? {
        let name = fields.required("name", "ML Council", fields.line)
        let timeZone = Self.timeZone(fields)
        let members = fields.required("members", "[{ handle: priya, name: Priya Raman }]") { key in
            fields.mappings(key, "a member") { person($0, seats, isMember: true) }
        }
        if let members, members.isEmpty, fields.value("members")?.sequence?.isEmpty == true {
            fields.fault("members", "`members` is an empty list; a council has at least one member")
        }
        let practitioners = fields.mappings("practitioners", "a practitioner") { person($0, seats, isMember: false) }
        seats.expect(fields.value("members")?.sequence?.count, fields.value("practitioners").map { $0.sequence?.count })
        let chair = fields.required("chair", "{ member: priya }") { key in
            fields.mapping(key) { Self.chair($0, seats) }
        }
        let nextChair = fields.mapping("next_chair") { Self.nextChair($0, after: chair, seats) }
        let voting = fields.mapping("voting", Self.voting)
        let count = fields.value("members")?.sequence?.count
        let consent = fields.mapping("consent") { Self.consent($0, seats: count) }
        let interested = fields.mailboxes("interested")
        let infra = fields.mailboxes("interested_infra")
        let mail = fields.mapping("mail", Self.mail)
        let minutes = fields.choice("minutes", of: MinutesStage.self)
        // They belong to the folder and not to the roster, which every meeting takes in.
        _ = MinutesFolder.read(fields, home: home)
        _ = LiveSettings.read(fields)
        _ = RecordKey.read(fields)
        guard let name, let members, let chair else { return nil }
        return Roster(
            name: name, timeZone: timeZone ?? "UTC", chair: chair, nextChair: nextChair, members: members,
            practitioners: practitioners, voting: voting ?? VotingRule(), consent: consent, interested: interested,
            interestedInfra: infra, mail: mail, minutes: minutes)
    }

    private static func person(_ fields: Fields, _ seats: Seats, isMember: Bool) -> Member? {
        let handle = fields.required("handle", "priya", fields.handle)
        let name = fields.required("name", "Priya Raman", fields.line)
        let email = fields.address("email")
        let discipline = fields.choice("discipline", of: Discipline.self)
        let term = isMember ? term(fields) : nil
        let login = login(fields)
        seats.add(handle, email: email, login: login, isMember: isMember, fields)
        guard let handle, let name else { return nil }
        return Member(handle: handle, name: name, email: email, discipline: discipline, term: term, login: login)
    }

    /// The name of an account, as a system has it: no spaces, no marks that a shell or a path reads.
    private static func login(_ fields: Fields) -> String? {
        guard let text = fields.line("login") else { return nil }
        guard text.utf8.count <= 64, text.wholeMatch(of: /[A-Za-z0-9_][A-Za-z0-9_.@-]*\$?/) != nil else {
            fields.fault(
                "login", "`login` is the name of an account, such as `login: praman`, not `\(visible(text))`")
            return nil
        }
        return text
    }

    /// How long a member holds the seat: `since` and `term_months`, or `until`.
    private static func term(_ fields: Fields) -> Term? {
        let term = Term(
            since: fields.day("since"), months: fields.whole("term_months", in: 1...1200, " of months"),
            until: fields.day("until"))
        if fields.isGiven("term_months"), fields.isGiven("until") {
            fields.fault("until", "`until` and `term_months` both say when the term ends; keep one of them")
        } else if fields.isGiven("term_months"), !fields.isGiven("since") {
            fields.fault("term_months", "`term_months` counts from `since`; write `since: 2026-01-01` too, or `until`")
        } else if let since = term.since, let until = term.until, until <= since {
            fields.fault("until", "\(until) is not after `since`, \(since); write the day on which the term ends")
        }
        return term == Term() ? nil : term
    }

    private static func chair(_ fields: Fields, _ seats: Seats) -> Chair? {
        let member = fields.required("member", "priya", fields.handle)
        let since = fields.day("since")
        let termMonths = fields.whole("term_months", in: 1...1200, " of months")
        guard let member else { return nil }
        requireSeat(of: member, fields, seats)
        return Chair(member: member, since: since, termMonths: termMonths)
    }

    private static func nextChair(_ fields: Fields, after chair: Chair?, _ seats: Seats) -> NextChair? {
        let member = fields.required("member", "bo", fields.handle)
        let from = fields.required("from", "2027-01-01", fields.day)
        guard let member, let from else { return nil }
        requireSeat(of: member, fields, seats)
        if member == chair?.member {
            fields.fault("member", "`\(member)` is already the chair; write a longer term under `chair`")
        }
        if let since = chair?.since, from <= since {
            fields.fault(
                "from", "\(from) is not after \(since), the day on which today's chair took over; write a later day")
        }
        return NextChair(member: member, from: from)
    }

    private static func requireSeat(of member: Handle, _ fields: Fields, _ seats: Seats) {
        guard seats.isComplete, seats.holders[member] != true else { return }
        let members = seats.holders.filter(\.value).keys.map(\.rawValue).sorted()
        let reason = seats.holders[member] == false ? "is a practitioner" : "is not on the council"
        fields.fault("member", "`\(member)` \(reason); the chair is one of the members\(meant(member, members))")
    }

    private static func voting(_ fields: Fields) -> VotingRule? {
        let usual = VotingRule()
        return VotingRule(
            quorum: fields.fraction("quorum") ?? usual.quorum,
            majority: fields.choice("majority", of: Majority.self) ?? usual.majority,
            of: fields.choice("of", of: Denominator.self) ?? usual.of,
            chair: fields.choice("chair", of: ChairVote.self) ?? usual.chair,
            from: fields.choice("from", of: BallotPlace.self), shown: fields.choice("shown", of: BallotShowing.self))
    }

    private static func mail(_ fields: Fields) -> MailSettings? {
        let settings = MailSettings(
            from: fields.mailbox("from"), replyTo: fields.mailbox("reply_to"), listID: fields.line("list_id"),
            subject: fields.line("subject"), sendmail: fields.line("sendmail"),
            minutesURL: fields.line("minutes_url"), unsubscribe: fields.line("unsubscribe"))
        if let program = settings.sendmail, !program.hasPrefix("/") {
            fields.fault(
                "sendmail",
                "`\(visible(program))` is not a full path; write the program's path from `/` on, without options, "
                    + "such as `/usr/bin/msmtp`")
        }
        if let list = settings.listID, !MailAddress.isDomain(list) {
            fields.fault(
                "list_id",
                "`\(visible(list))` can't be a list id; write letters a to z, digits, `-` and dots, "
                    + "such as `ml-review.example.com`")
        }
        if let address = settings.unsubscribe, !MailSettings.isUnsubscribe(address) {
            fields.fault(
                "unsubscribe",
                "`\(visible(address))` is no way off the list; write an address such as "
                    + "`https://lists.example.com/ml-review` or `mailto:ml-review-leave@example.com`")
        }
        if let address = settings.minutesURL, !MailSettings.isURL(address) {
            fields.fault(
                "minutes_url",
                "`\(visible(address))` is not the address of a folder; write the address at which people read the minutes, "
                    + "such as `https://wiki.example.com/ml-review/minutes`")
        }
        return settings
    }

    private static func timeZone(_ fields: Fields) -> String? {
        guard let name = fields.line("timezone") else { return nil }
        guard let problem = zoneProblem(name) else { return name }
        fields.fault("timezone", problem)
        return nil
    }

    /// What is wrong with the name of a time zone, and what would be right; nil if nothing is.
    static func zoneProblem(_ name: String) -> String? {
        // Abbreviations are refused: `PST` has no summer time.
        let isName = name.utf8.allSatisfy { $0 < 0x80 } && !name.contains("..") && name.first?.isLetter == true
        if name == "UTC" || (isName && name.contains("/") && TimeZone(identifier: name) != nil) { return nil }
        return "unknown time zone `\(visible(name))`; write its IANA name, such as `America/Los_Angeles`"
            + meant(name, TimeZone.knownTimeZoneIdentifiers)
    }
}

/// The people who were named so far, to find handles and addresses that are there twice.
private final class Seats {
    /// Everybody's handle, and whether it is a member's.
    private(set) var holders: [Handle: Bool] = [:]
    private var emails: [String: Handle] = [:]
    private var logins: [String: Handle] = [:]
    private var count = 0
    /// Whether everybody's handle could be read. If so, a handle that is not here is nobody's.
    private(set) var isComplete = false

    /// Takes the lengths of both lists: nil for a list that can't be read, and for practitioners if none are given.
    func expect(_ members: Int?, _ practitioners: Int??) {
        guard let members, let practitioners = practitioners ?? 0 else { return }
        isComplete = count == members + practitioners
    }

    func add(_ handle: Handle?, email: String?, login: String?, isMember: Bool, _ fields: Fields) {
        guard let handle else { return }
        count += 1
        let account = login ?? handle.rawValue
        if let earlier = logins[account], earlier != handle {
            fields.fault(
                login == nil ? "handle" : "login",
                "the account `\(account)` is `\(earlier)`'s already (an account has the handle's name unless `login` says "
                    + "otherwise); give each person an account of their own")
        } else {
            logins[account] = handle
        }
        if let earlier = holders[handle] {
            let whose = earlier ? "a member" : "a practitioner"
            fields.fault("handle", "the handle `\(handle)` is already \(whose)'s; give everybody their own")
        } else {
            holders[handle] = isMember
        }
        guard let email = email?.lowercased() else { return }
        if let earlier = emails[email], earlier != handle {
            fields.fault(
                "email",
                "`\(visible(email))` is the address of `\(earlier)` too; the two will get one mail between them",
                severity: .warning)
        } else {
            emails[email] = handle
        }
    }
}

/// `; did you mean …?`, or nothing if no known word is near.
func meant(_ word: some CustomStringConvertible, _ known: some Sequence<String>) -> String {
    nearest(to: String(word.description.prefix(64)), among: known).map { "; did you mean `\($0)`?" } ?? ""
}
