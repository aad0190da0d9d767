import Council
import Foundation
import GRDB
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import SQLiteLedger

/// Values that the program never writes are named. Nothing traps or hangs on them.
@Suite struct OddValueTests {
    private let folder: TemporaryFolder
    private let record: SQLiteLedger

    init() throws {
        folder = try TemporaryFolder()
        record = try SQLiteLedger(folder: folder.path)
        try record.append(.docket(Samples.docket), .opened)
    }

    /// Changes a table that no longer refuses anything.
    private func change(_ table: String, _ sql: String...) throws {
        try record.execute("CREATE TABLE loose AS SELECT * FROM \(table)")
        try record.execute("DROP TABLE \(table)")
        try record.execute("ALTER TABLE loose RENAME TO \(table)")
        for sql in sql { try record.execute(sql) }
    }

    private func expectDamage(_ body: () throws(LedgerError) -> Void) {
        let error = failure(of: body)
        #expect(error?.cause == .damaged)
        #expect(
            error?.sentence.hasPrefix("the record at \(folder.database) is damaged (a value in it is missing") == true)
    }

    @Test(arguments: ["kind", "item", "author", "text"]) func aDraftWithoutAValueIsNamed(column: String) throws {
        try record.setDraft("half-typed", as: "note", of: Samples.day)
        try change("drafts", "UPDATE drafts SET \(column) = NULL")
        expectDamage { () throws(LedgerError) in _ = try record.drafts(of: Samples.day) }
    }

    @Test(arguments: ["revision", "name", "text"]) func anOutputWithoutAValueIsNamed(column: String) throws {
        let output = Output(revision: 1, name: "minutes.md", text: "said")
        try record.saveOutputs([output], of: Samples.day)
        try record.unsettle([output], of: Samples.day)
        try change("outputs", "UPDATE outputs SET \(column) = NULL")
        try change("unsettled", "UPDATE unsettled SET \(column) = NULL")
        expectDamage { () throws(LedgerError) in _ = try record.outputs(of: Samples.day) }
        expectDamage { () throws(LedgerError) in _ = try record.unsettledOutputs(of: Samples.day) }
    }

    @Test(arguments: ["message", "recipient", "at", "state"]) func aDeliveryWithoutAValueIsNamed(column: String) throws
    {
        let begin = { () throws(LedgerError) in
            try record.beginDelivery(of: "1@x", to: ["bo@x"], of: Samples.day, at: Samples.moment, despite: [])
        }
        #expect(try begin() == ["bo@x"])
        try change("deliveries", "UPDATE deliveries SET \(column) = NULL")
        expectDamage { () throws(LedgerError) in _ = try record.deliveries(of: Samples.day) }
    }

    /// A state of a newer version is not that of a mail which nobody has begun.
    @Test func aMailInAStateThatNobodyKnowsIsNotSentAgain() throws {
        _ = try record.beginDelivery(of: "1@x", to: ["bo@x"], of: Samples.day, at: Samples.moment, despite: [])
        try record.execute("UPDATE deliveries SET state = 'queued'")
        let error = failure { () throws(LedgerError) in
            try record.beginDelivery(of: "1@x", to: ["bo@x"], of: Samples.day, at: Samples.moment, despite: [])
        }
        #expect(error == .damaged(path: folder.database, reason: "a mail is “queued”, which is not known"))
        #expect(failure { () throws(LedgerError) in try record.deliveries(of: Samples.day) } == error)
    }

    @Test(arguments: ["at", "number", "kind"]) func meetingsWithoutAValueAreNamed(column: String) throws {
        try change(
            "entries", "UPDATE entries SET \(column) = NULL",
            "CREATE INDEX landmarks ON entries (meeting, number, kind, ordinal) "
                + "WHERE kind IN ('opened', 'closed', 'reopened', 'undone', 'redone')")
        _ = failure { () throws(LedgerError) in _ = try record.meetings() }
        _ = failure { () throws(LedgerError) in _ = try record.chains() }
    }

    /// A meeting under such a name would be found again and again.
    @Test(arguments: ["x'FF'", "CAST(x'FF' AS TEXT)", "CAST(x'390030' AS TEXT)"])
    func aMeetingWhoseNameIsNoTextEndsTheChain(name: String) throws {
        try change(
            "entries", "INSERT INTO entries (meeting, number, at, kind) VALUES (\(name), 1, 0, 'opened')")
        let chains = try record.chains()
        #expect(chains.first?.count == 2)
        #expect(chains.first?.fault == nil)
        #expect(chains.last?.fault?.place == "what follows the meeting of 2026-11-25")
        #expect(chains.last?.fault?.cause == .unreadable("a meeting has a name that is not UTF-8"))
    }

    /// Somebody has put in an entry behind which there is no number.
    @Test func nothingFollowsTheLastNumber() throws {
        let number = Int.max
        try change("entries", "UPDATE entries SET number = \(number) WHERE number = 2")
        let error = failure { () throws(LedgerError) in try record.append([.opened], expecting: 3) }
        #expect(error == .overtaken(date: Samples.day, expected: 3, found: number))
    }
}
