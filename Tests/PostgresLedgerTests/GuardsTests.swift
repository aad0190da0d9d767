@testable import Council
import Foundation
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import PostgresLedger

/// What nobody may do, and who reads what.
@Suite struct GuardsTests {
    @Test(arguments: [
        "INSERT INTO mlreview.entries (meeting, number, at, kind, author) VALUES ('2026-11-25', 10, 0, 'opened', 'bo')",
        "UPDATE mlreview.entries SET author = 'wen'", "DELETE FROM mlreview.entries", "TRUNCATE mlreview.entries",
        "UPDATE mlreview.people SET handle = 'wen'", "DELETE FROM mlreview.secrets", "SELECT * FROM mlreview.secrets",
        "SELECT * FROM mlreview.last_entries", "SELECT mlreview.admit('bo', 'bo', 'chair', true)",
        "SELECT mlreview.roles('2026-11-25', 'bo')", "SET SESSION AUTHORIZATION wen", "SET ROLE postgres",
        "ALTER TABLE mlreview.entries DISABLE TRIGGER ALL", "SET session_replication_role = replica",
        "DROP SCHEMA mlreview CASCADE",
    ])
    func aMemberMayNot(statement: String) throws {
        let refusal = try #require(try CouncilPlace().refusal(of: statement, by: "bo"))
        #expect(refusal.contains("permission denied") || refusal.contains("must be owner"), "\(refusal)")
    }

    @Test(arguments: [
        ("UPDATE mlreview.entries SET author = 'wen' WHERE number = 2", "entries are never changed"),
        ("DELETE FROM mlreview.entries WHERE number = 9", "entries are never deleted"),
        ("TRUNCATE mlreview.entries", "entries are never deleted"),
        ("SET session_replication_role = replica; DELETE FROM mlreview.entries", "entries are never deleted"),
        (
            "INSERT INTO mlreview.entries (meeting, number, at, kind) VALUES ('2026-11-25', 12, 0, 'opened')",
            "entries are numbered without gaps"
        ),
    ])
    func theOwnerIsHeldByTheTriggers(statement: String, sentence: String) throws {
        #expect(try CouncilPlace().refusal(of: statement, by: "postgres") == sentence)
    }

    // MARK: Reading

    private func read(_ council: CouncilPlace, _ account: String) throws -> [Int] {
        try council.connection(account).run("SELECT number FROM mlreview.entries ORDER BY number").compactMap {
            $0[0].integer
        }
    }

    @Test func privateNotesAreForScribeAndChair() throws {
        let council = try CouncilPlace()
        let mira = try council.connect("mira")
        func note(_ number: Int, _ kind: Note.Kind, _ text: String) -> Act {
            .noted(.init(item: "prep-time", number: number, speaker: "lena", kind: kind, text: text))
        }
        try mira.append([note(6, .private, "the reserve")], expecting: 10)
        try mira.append([.reworded(.init(item: "prep-time", number: 6, text: "the other reserve"))], expecting: 11)
        try mira.append([note(7, .private, "with\u{0}in")], expecting: 12)
        try mira.append([note(8, .plain, "said aloud")], expecting: 13)
        try mira.append(
            [.corrected(.init(item: "prep-time", number: 8, change: .kind(is: .private)))], expecting: 14)
        try mira.append([.reworded(.init(item: "prep-time", number: 8, text: "whispered"))], expecting: 15)
        for account in ["mira", "priya", "postgres"] { #expect(try read(council, account) == Array(1...15)) }
        for account in ["lena", "wen"] { #expect(try read(council, account) == Array(1...9) + [13], "\(account)") }
    }

    @Test func ballotsAreTheirMembersOwnUntilTheTally() throws {
        let council = try CouncilPlace(shown: .atTally)
        for (account, number) in [("wen", 10), ("bo", 11)] {
            let ballot = Ballot(who: Handle(account), choice: .yes, by: Handle(account))
            try council.connect(account).append([.balloted(.init(motion: 1, ballot: ballot))], expecting: number)
        }
        #expect(try read(council, "wen") == Array(1...10))
        #expect(try read(council, "bo") == Array(1...9) + [11])
        for account in ["mira", "priya", "lena"] { #expect(try read(council, account) == Array(1...9), "\(account)") }
        let tally = Tally(
            rule: VotingRule(), seats: 2, inRoom: 2, eligible: ["wen"], ballots: [], votingSeats: 2)
        try council.connect("mira").append([.tallied(.init(motion: 1, tally: tally))], expecting: 12)
        #expect(try read(council, "lena") == Array(1...12))
    }

    /// Who may not read a private note has an entry in its place, so that their meeting goes on without a gap.
    @Test func whatIsWithheldLeavesNoGap() throws {
        let council = try CouncilPlace(shown: .atTally)
        let mira = try council.connect("mira")
        try mira.append(
            [
                .noted(.init(item: "prep-time", number: 6, speaker: "lena", kind: .private, text: "the reserve")),
                .reworded(.init(item: "prep-time", number: 6, text: "the other reserve")),
                .resolved(.init(item: "prep-time", number: 6, reason: "the reserve holds")),
                .corrected(.init(item: "prep-time", number: 6, change: .speaker(is: "wen"))),
                .noted(.init(item: "prep-time", number: 7, speaker: "bo", kind: .private, text: "the\u{0} reserve")),
                .struck(.init(item: "prep-time", number: 7)),
                .balloted(.init(motion: 1, ballot: Ballot(who: "wen", choice: .no, reason: "the reserve", by: "mira"))),
            ], expecting: 10)
        let lena = try council.connect("lena")
        let rows = try lena.rows(of: CouncilPlace.day, after: 9)
        #expect(rows.map(\.number) == Array(10...16))
        #expect(rows.map(\.digest) == (try mira.rows(of: CouncilPlace.day, after: 9)).map(\.digest))
        #expect(rows.allSatisfy { !"\($0)".contains("reserve") && $0[.who] == .null })
        var ballot = Ballot(who: "wen", choice: .abstain, by: "mira")
        ballot.isSealed = true
        #expect(
            try lena.entries(of: CouncilPlace.day, after: 9).map(\.act) == [
                .noted(.init(item: "prep-time", number: 6, speaker: nil, kind: .private, text: "")),
                .reworded(.init(item: "prep-time", number: 6, text: "")),
                .resolved(.init(item: "prep-time", number: 6, reason: nil)),
                .corrected(.init(item: "prep-time", number: 6, change: .speaker(is: nil))),
                .noted(.init(item: "prep-time", number: 7, speaker: nil, kind: .private, text: "")),
                .struck(.init(item: "prep-time", number: 7)),
                .balloted(.init(motion: 1, ballot: ballot)),
            ])
        #expect(try lena.chain(of: CouncilPlace.day).fault == nil)
        #expect(try lena.meetings() == mira.meetings())
        let session = Session(lena, lease: nil, log: try lena.log(of: CouncilPlace.day))
        try session.check()
    }

    @Test func draftsAreTheirWritersOwn() throws {
        let council = try CouncilPlace()
        try council.connect("mira").setDraft("half a", as: "note", of: CouncilPlace.day)
        #expect(try council.connect("priya").drafts(of: CouncilPlace.day).isEmpty)
        #expect(try council.connection("priya").run("SELECT * FROM mlreview.drafts").isEmpty)
        #expect(try council.connect("mira").draft("note") == "half a")
    }

    @Test func onlyScribeAndChairWriteOutputs() throws {
        let council = try CouncilPlace()
        let output = Output(revision: 1, name: "minutes.md", text: "# Minutes")
        let error = failure { () throws(LedgerError) in
            try council.connect("wen").saveOutputs([output], of: CouncilPlace.day)
        }
        #expect(error?.sentence.hasPrefix("wen may not keep texts and mails of this meeting") == true)
        try council.connect("mira").saveOutputs([output], of: CouncilPlace.day)
        #expect(try council.connect("lena").outputs(of: CouncilPlace.day) == [output])
    }

    /// Whoever may listen hears that there is something, and not what.
    @Test func aNotificationSaysTheNumberAlone() throws {
        let council = try CouncilPlace()
        let watch = try #require(try council.connect("lena").watch())
        try council.connect("mira").append([Samples.note(6, "the reserve")], expecting: 10)
        #expect(becomesReadable(watch.descriptor))
        #expect(watch.acknowledge())
    }

    /// Whoever records something knows it, and is not told of it.
    @Test func whatOneRecordsOneselfIsNoNews() throws {
        let council = try CouncilPlace()
        let ledger = try council.connect("mira")
        let watch = try #require(try ledger.watch())
        try ledger.append([Samples.note(6, "the reserve")], expecting: 10)
        #expect(becomesReadable(watch.descriptor))
        #expect(!watch.acknowledge())
        try council.connect("lena").append([Samples.note(7, "more of it")], expecting: 11)
        #expect(becomesReadable(watch.descriptor))
        #expect(watch.acknowledge())
    }

    @Test func theChainHoldsOverWhatSeveralHaveSigned() throws {
        let council = try CouncilPlace()
        let chain = try council.connect("mira").chain(of: CouncilPlace.day)
        #expect(chain.fault == nil)
        #expect(chain.count == 9)
    }
}
