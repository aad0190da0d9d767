@testable import Council
import Foundation
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import PostgresLedger

/// A meeting of five people with an account each, in a database that belongs to somebody else.
struct CouncilPlace {
    let place: PostgresPlace
    static let day = Samples.day

    static func roster(shown: BallotShowing? = nil) -> Roster {
        Roster(
            name: "ML Council", chair: Chair(member: "priya"),
            members: ["priya", "wen", "bo"].map { Member(handle: Handle($0), name: $0) },
            practitioners: ["lena", "mira"].map { Member(handle: Handle($0), name: $0) },
            voting: VotingRule(shown: shown))
    }

    static func docket(_ roster: Roster = roster(), scribe: Handle = "mira") -> Docket {
        Docket(
            roster: roster,
            agenda: Agenda(
                date: day, scribe: scribe,
                items: [AgendaItem(id: "prep-time", subject: .topic(title: "Prep time", text: ""), minutes: 15)]),
            proposals: [:])
    }

    /// The meeting is open; each of `people` has said something, as note 1 to 5 and entry 4 to 8, and a vote is open.
    static let people = ["lena", "wen", "mira", "priya", "bo"]

    init(shown: BallotShowing? = nil) throws {
        place = try PostgresPlace()
        let roster = Self.roster(shown: shown)
        try PostgresSetup(roster, scribes: ["mira"]).perform(at: place.server.address(of: place.database))
        try connect("mira").append(
            [.docket(Self.docket(roster)), .opened, .went(.init(item: "prep-time"))], expecting: 1)
        for (place, who) in Self.people.enumerated() {
            let note = Act.Noted(
                item: "prep-time", number: place + 1, speaker: Handle(who), kind: .concern, text: "said by \(who)")
            try connect(who).append([.noted(note)], expecting: place + 4)
        }
        try connect("mira").append(
            [.moved(.init(item: "prep-time", motion: 1, question: .proposal, order: ["wen", "bo"]))], expecting: 9)
    }

    func connect(_ account: String) throws(LedgerError) -> PostgresLedger { try place.connect(as: account) }

    /// A connection for statements that people write by hand.
    func connection(_ account: String) throws -> Connection {
        try Connection(place.server.address(of: place.database, as: account))
    }

    /// The server's answer to statements of an account: nil if it did as it was told, and what it said otherwise.
    /// Nothing of it stays.
    func refusal(of statements: String, by account: String) throws -> String? {
        let server = try connection(account)
        try server.run("BEGIN")
        defer { _ = try? server.run("ROLLBACK") }
        do {
            try server.run(statements + ";")
            return nil
        } catch {
            return error.message
        }
    }
}
