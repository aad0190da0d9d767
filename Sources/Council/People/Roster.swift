/// The council as its file states it: seats, practitioners, how it votes, and who gets the mail.
public struct Roster: Codable, Equatable, Sendable {
    public let name: String
    /// An IANA name, such as `America/Los_Angeles`; every time the minutes show is in this zone.
    public let timeZone: String
    public let chair: Chair
    /// Who follows; nil if nobody is chosen yet.
    public let nextChair: NextChair?
    /// One seat each, in the order of the file; the roll is called in this order.
    public let members: [Member]
    /// People who attend and speak but have no vote.
    public let practitioners: [Member]
    public let voting: VotingRule
    /// Nil if the council decides every item by itself.
    public let consent: ConsentRule?
    public let interested: [String]
    /// Who gets the mail on what has changed in the register; nil if nobody does.
    public let interestedInfra: [String]?
    public let mail: MailSettings?
    /// What minutes are when they are written; nil if the file says nothing, and they are final then.
    public let minutes: MinutesStage?
    /// Who left the council while a meeting was held, so that what they said and voted keeps their name. No file has them.
    var former: [Member]?
    /// Who came to a meeting without being on the roster, and whom its proposals name. No file has them.
    var guests: [Guest]?
    var named: [Member]?

    public init(
        name: String, timeZone: String = "UTC", chair: Chair, nextChair: NextChair? = nil, members: [Member],
        practitioners: [Member] = [], voting: VotingRule = VotingRule(), consent: ConsentRule? = nil,
        interested: [String] = [], interestedInfra: [String] = [], mail: MailSettings? = nil,
        minutes: MinutesStage? = nil
    ) {
        self.name = name
        self.timeZone = timeZone
        self.chair = chair
        self.nextChair = nextChair
        self.members = members
        self.practitioners = practitioners
        self.voting = voting
        self.consent = consent
        self.interested = interested
        // Records from before this had a key for it have none, and neither do those of councils that need none.
        self.interestedInfra = interestedInfra.isEmpty ? nil : interestedInfra
        self.mail = mail
        self.minutes = minutes
    }

    /// The number of seats, whoever is in the room.
    public var seats: Int { members.count }

    /// How many members make a quorum.
    public var quorumNeeded: Int { voting.quorumNeeded(seats: seats) }

    /// Members first, then practitioners, then guests.
    public var everybody: [Member] {
        guard let guests else { return members + practitioners }
        return members + practitioners + guests.map(\.member)
    }

    public func person(_ handle: Handle) -> Member? {
        members.first { $0.handle == handle } ?? practitioners.first { $0.handle == handle }
            ?? guests?.first { $0.handle == handle }?.member ?? named?.first { $0.handle == handle }
    }

    /// The member or practitioner who uses an account; nil if it is nobody's.
    public func person(withLogin login: String) -> Member? {
        (members + practitioners).first { ($0.login ?? $0.handle.rawValue) == login }
    }

    /// The handle as the roster spells it, where it differs from this one in nothing but large and small letters.
    public func spelling(of handle: Handle) -> Handle {
        if person(handle) != nil { return handle }
        let same = known.filter { $0.handle.rawValue.lowercased() == handle.rawValue.lowercased() }
        return same.count == 1 ? same[0].handle : handle
    }

    public func isMember(_ handle: Handle) -> Bool { members.contains { $0.handle == handle } }

    /// The name to show for a handle; the handle itself if nobody has it.
    public func name(of handle: Handle) -> String {
        (person(handle) ?? former?.first { $0.handle == handle })?.name ?? handle.rawValue
    }

    func hasSameFirstName(_ one: Handle, as other: Handle) -> Bool {
        let names = [one, other].map { name(of: $0).folded.split(separator: " ").first }
        return names[0] == names[1]
    }

    /// The first word of the person's name, for narrow columns; the whole name if another person shares it.
    public func shortName(of handle: Handle) -> String {
        let full = name(of: handle)
        let first = full.prefix { $0 != " " }
        let isShared = everybody.contains { $0.handle != handle && $0.name.hasPrefix(first + " ") }
        return isShared ? full : String(first)
    }
}

/// Who leads the council, and for how long.
public struct Chair: Codable, Equatable, Sendable {
    public let member: Handle
    public let since: CalendarDay?
    public let termMonths: Int?

    public init(member: Handle, since: CalendarDay? = nil, termMonths: Int? = nil) {
        self.member = member
        self.since = since
        self.termMonths = termMonths
    }

    /// The first day on which the term has run out, if the file says when it began and how long it is.
    public var termEnds: CalendarDay? {
        guard let since, let termMonths else { return nil }
        return since.adding(months: termMonths)
    }
}

/// Who leads the council after the chair of today.
public struct NextChair: Codable, Equatable, Sendable {
    public let member: Handle
    /// Their first day as chair.
    public let from: CalendarDay

    public init(member: Handle, from: CalendarDay) {
        self.member = member
        self.from = from
    }
}

/// How the summary is addressed.
public struct MailSettings: Codable, Equatable, Sendable {
    /// An address with or without a display name: `ML Council <ml-council@example.com>`.
    public let from: String?
    public let replyTo: String?
    public let listID: String?
    /// What the subject begins with, such as `[ML Review]`.
    public let subject: String?
    /// The path of the program that `mlreview send` hands mails to, such as `/usr/bin/msmtp`.
    public let sendmail: String?
    /// Where readers take themselves off the list: an address of the web, or `mailto:` and an address.
    public let unsubscribe: String?
    /// Where the folder of all minutes can be read, such as `https://wiki.example.com/ml-review`.
    public let minutesURL: String?

    public init(
        from: String? = nil, replyTo: String? = nil, listID: String? = nil, subject: String? = nil,
        sendmail: String? = nil, minutesURL: String? = nil, unsubscribe: String? = nil
    ) {
        self.from = from
        self.replyTo = replyTo
        self.listID = listID
        self.subject = subject
        self.sendmail = sendmail
        self.minutesURL = minutesURL
        self.unsubscribe = unsubscribe
    }
}

extension MailSettings {
    /// Whether a text can stand in List-Unsubscribe: an address of the web, or `mailto:` and an address (RFC 2369).
    public static func isUnsubscribe(_ text: String) -> Bool {
        if isURL(text) { return text.utf8.allSatisfy { $0 != UInt8(ascii: ",") } }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.hasPrefix("mailto:"), parts.count == 2, parts[0].count > 7, !parts[1].isEmpty else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "-._+:@?=%".utf8.contains(byte)
            }
        }
    }

    /// Whether a text is an address of the web, in the characters that one may have (RFC 3986).
    public static func isURL(_ text: String) -> Bool {
        guard let start = ["https://", "http://"].first(where: text.hasPrefix) else { return false }
        let rest = text.utf8.dropFirst(start.utf8.count)
        return rest.first.map { $0 != UInt8(ascii: "/") } ?? false
            && rest.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "-._~:/@!$&()*+,;=%".utf8.contains(byte)
                }
            }
    }
}
