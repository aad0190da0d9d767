import Council
import Foundation
import struct GRDB.DatabaseError
import class GRDB.DatabaseQueue
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import SQLiteLedger

/// One writer at a time, and nothing is called recorded that went into files that are gone.
@Suite struct TransactionTests {
    /// What is decided from what was read holds until it is written.
    @Test func nobodyElseWritesFromTheFirstLookOn() throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        try record.append(.opened)
        // This one does not wait for others.
        let other = try DatabaseQueue(path: folder.database)
        let insertion = "INSERT INTO drafts VALUES ('2026-11-25', 'note', '', '', 'theirs')"
        try record.store.write { _ in
            let error = #expect(throws: DatabaseError.self) { try other.write { try $0.execute(sql: insertion) } }
            #expect(error?.resultCode == .SQLITE_BUSY)
        }
        try other.write { try $0.execute(sql: insertion) }
    }

    @Test(arguments: ["", "-wal"])
    func aFileThatIsGoneBeforeTheCommitIsNotTakenForRecorded(suffix: String) throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        try record.append(.opened)
        let path = folder.database
        let entry = Entry(number: 2, at: Samples.moment, act: Samples.note(1))
        let batch = try Batch([entry], of: Samples.day, ActCoder())
        let error = failure { () throws(LedgerError) in
            try record.store.write { db in
                try EntryTable.insert(batch.sealed(behind: nil), into: db)
                try FileManager.default.removeItem(atPath: path + suffix)
            }
        }
        #expect(error == (suffix.isEmpty ? .vanished(path: folder.database) : .cut(path: folder.database)))
    }

    /// There may be no room for an index.
    @Test func aRecordThatHasNoRoomIsReadWithoutAnIndexOnTheDisk() throws {
        let (folder, copy) = (try TemporaryFolder(), try TemporaryFolder())
        let record = try SQLiteLedger(folder: folder.path)
        try record.append(.opened)
        for name in [".mlreview/record.sqlite", ".mlreview/record.sqlite-wal"] {
            try copy.write(try folder.read(name), to: name)
        }
        let waiting = try SQLiteLedger(waitingFor: .diskFull(path: copy.database), folder: copy.path)
        #expect(try waiting.entries(of: Samples.day).map(\.act) == [.opened])
        #expect(!FileManager.default.fileExists(atPath: copy.database + "-shm"))
    }

    @Test func waitingForTheDiskLooksWhetherWhatWasRecordedIsThere() throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        guard case .held(let lease) = try record.takeLease(for: Samples.day, at: Samples.moment) else {
            Issue.record("no lease")
            return
        }
        let recorder = try Recorder(Session(record, lease: lease, log: try MeetingLog(of: Samples.day)))
        recorder.submit(.append(Samples.entries([Samples.note(1)], from: 1), of: Samples.submission))
        #expect(recorder.flush(timeout: 20))
        _ = recorder.take().events
        try FileManager.default.removeItem(atPath: folder.path + "/.mlreview")
        #expect(!recorder.flush(timeout: 0))
        #expect(becomesReadable(recorder.wakeDescriptor))
        #expect(record.obstacle == .vanished(path: folder.database))
    }
}
