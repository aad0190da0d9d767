import Council
import Foundation
import GRDB
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import SQLiteLedger

/// What the database itself refuses, keeps whole, and brings up to date.
@Suite struct GuardTests {
    private let folder: TemporaryFolder
    private let record: SQLiteLedger

    init() throws {
        folder = try TemporaryFolder()
        record = try SQLiteLedger(folder: folder.path)
    }

    @Test func actsAreAppendedAllOrNone() throws {
        try record.execute(
            "CREATE TRIGGER no BEFORE INSERT ON entries WHEN NEW.text = 'no' BEGIN SELECT RAISE(ABORT, 'no'); END")
        #expect(throws: LedgerError.self) { try record.append(Samples.note(1), Samples.note(2, "no")) }
        #expect(try record.entries(of: Samples.day).isEmpty)
    }

    @Test(arguments: [
        "UPDATE entries SET text = 'said nothing'",
        "DELETE FROM entries",
        "INSERT OR REPLACE INTO entries (meeting, number, at, kind) VALUES ('2026-11-25', 1, 0, 'closed')",
        "INSERT INTO entries (meeting, number, at, kind) VALUES ('2026-11-25', 3, 0, 'closed')",
    ])
    func recordedActsStay(sql: String) throws {
        try record.append(.opened)
        let error = failure { () throws(LedgerError) in try record.execute(sql) }
        #expect(error?.sentence.contains("entries are n") == true)
        #expect(try record.entries(of: Samples.day).map(\.act) == [.opened])
    }

    @Test func whatIsWrittenNamesItsVersion() throws {
        try record.append(.opened)
        let version = try record.store.read { db in try Int.fetchOne(db, sql: "SELECT version FROM entries") }
        #expect(version == 1)
    }

    @Test func aLockFileThatWasLeftBehindIsNoLease() throws {
        try folder.write(Data(#"{"process":1,"host":"elsewhere","since":0}"#.utf8), to: ".mlreview/2026-11-25.lock")
        #expect(try record.lease() != nil)
    }

    @Test func recordsOnDiskWhenThereIsRoomAgain() throws {
        let session = try record.session()
        let recorder = try Recorder(session, of: Samples.day, backoff: Backoff(first: 3_600_000, longest: 3_600_000))
        let long = Samples.note(1, String(repeating: "no room for so much text ", count: 2000))
        // At most as many pages as there are.
        try record.execute("PRAGMA max_page_count = 1")
        recorder.submit(.append(Samples.entries([long], from: 1), of: Samples.submission))
        recorder.submit(.append(Samples.entries([Samples.note(2)], from: 2), of: Samples.submission))
        #expect(becomesReadable(recorder.wakeDescriptor))
        let failed = recorder.take().events
        guard case .failed(let error, _) = failed.first else {
            Issue.record("\(failed)")
            return
        }
        #expect(error == .diskFull(path: folder.database))
        #expect(
            error.sentence
                == "no space left on the disk that holds \(folder.database): free some")
        #expect(try record.entries(of: Samples.day).isEmpty)

        try record.execute("PRAGMA max_page_count = 1000000")
        #expect(recorder.flush(timeout: 20))
        #expect(try SQLiteLedger(reading: folder.path).entries(of: Samples.day).map(\.act) == [long, Samples.note(2)])
    }

    /// A record as the version before wrote it is brought up to date, and what was in it stays.
    @Test func anOlderRecordGoesOn() throws {
        let old = Output(revision: 1, name: "minutes.md", text: "old")
        let new = Output(revision: 1, name: "minutes.md", text: "new")
        try record.append(.opened)
        try record.saveOutputs([old], of: Samples.day)
        try record.execute("DROP TABLE unsettled")
        try record.execute("DELETE FROM grdb_migrations WHERE identifier LIKE '3:%'")
        try record.close()
        let again = try SQLiteLedger(folder: folder.path)
        #expect(try again.entries(of: Samples.day).map(\.act) == [.opened])
        #expect(try again.outputs(of: Samples.day) == [old])
        #expect(try again.unsettledOutputs(of: Samples.day).isEmpty)
        try again.unsettle([new], of: Samples.day)
        try again.append(Samples.note(1))
        #expect(try again.unsettledOutputs(of: Samples.day) == [new])
    }
}
