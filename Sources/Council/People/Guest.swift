import Foundation

/// Somebody who speaks at one meeting and is not on the roster.
public struct Guest: Codable, Equatable, Sendable {
    public let handle: Handle
    public let name: String
    public let email: String?
    /// Where they come from; nil if nobody said.
    public let organisation: String?

    public init(handle: Handle, name: String, email: String? = nil, organisation: String? = nil) {
        self.handle = handle
        self.name = name
        self.email = email
        self.organisation = organisation
    }

    var member: Member { Member(handle: handle, name: name, email: email) }

    /// `Kim Park of Acme`.
    public var spoken: String { organisation.map { "\(name) of \($0)" } ?? name }
}

extension Handle {
    /// A handle from a person's name: the first name, or more of the name if that is taken; nil if the name has no
    /// letters.
    init?(from name: String, besides taken: Set<String>) {
        let words = name.withoutAccents.split(whereSeparator: \.isWhitespace).map { word in
            String(word.filter { $0.isLetter || $0.isNumber || $0 == "-" }.drop { $0 == "-" }.prefix(30))
        }.filter { !$0.isEmpty }
        guard !words.isEmpty else { return nil }
        func first(_ count: Int) -> String { String(words.prefix(count).joined(separator: "-").prefix(60)) }
        let isFree = { Handle.isWellFormed($0) && !taken.contains($0) }
        let longer = (1...words.count).lazy.map(first)
        let numbered = (2...taken.count + 2).lazy.map { "\(first(words.count))-\($0)" }
        guard let free = longer.first(where: isFree) ?? numbered.first(where: isFree) else { return nil }
        self.init(free)
    }
}

extension Roster {
    /// Everybody of the meeting who is known by name: those on the roll, and those whom the proposals name.
    public var known: [Member] { everybody + (named ?? []).filter { someone in person(someone.handle) == someone } }

    public var hasGuests: Bool { guests?.isEmpty == false }

    /// Whether somebody is a guest, or known from a proposal alone.
    public func isGuest(_ handle: Handle) -> Bool {
        guard let person = person(handle) else { return false }
        return !isOnFile(person.handle)
    }

    /// Whether the council's file names them.
    func isOnFile(_ handle: Handle) -> Bool { (members + practitioners).contains { $0.handle == handle } }

    /// Handles that nobody else can have, in small letters.
    var takenHandles: Set<String> {
        Set((everybody + (named ?? []) + (former ?? [])).map { $0.handle.rawValue.lowercased() })
    }
}

extension Meeting {
    /// The people whom the meeting's proposals name and nobody else does: sponsors, technical leads, teams, leads. Those
    /// who were known before keep their handles.
    mutating func learnNames() {
        var known = named ?? []
        var taken = Set(
            (docket.roster.everybody + (guests ?? []).map(\.member) + (former ?? []) + known).map {
                $0.handle.rawValue.lowercased()
            })
        var names = Set((docket.roster.everybody + (former ?? []) + known).map { Self.folded($0.name) })
        var read: Set<String> = []
        for item in items {
            guard let proposal = docket.proposal(of: item.agenda) else { continue }
            // Many proposals name the same people.
            for (name, email) in proposal.people where read.insert(name).inserted {
                guard !name.contains("@"), names.insert(Self.folded(name)).inserted,
                    let handle = Handle(from: name, besides: taken)
                else { continue }
                taken.insert(handle.rawValue)
                known.append(Member(handle: handle, name: name, email: email))
            }
        }
        named = known.isEmpty ? nil : known
    }

    static func folded(_ name: String) -> String {
        name.split(whereSeparator: \.isWhitespace).joined(separator: " ").withoutAccents
    }
}

extension Proposal {
    /// Sponsor, technical leads, team and leads, with their addresses.
    fileprivate var people: [(name: String, email: String?)] {
        let sponsor = self.sponsor.map { NamedAddress($0) }.map { [(name: $0.name, email: $0.address)] } ?? []
        let team = (techLeads + self.team).map { (name: $0.name, email: $0.email) }
        let leads = self.leads.compactMap { lead in lead.name.map { (name: $0, email: lead.email) } }
        return (sponsor + team + leads).map { ($0.name.trimmed, $0.email) }
    }
}
