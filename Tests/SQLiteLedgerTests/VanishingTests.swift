import Council
import Foundation
import GRDB
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import SQLiteLedger

/// A record that is lost under a running meeting is noticed, and made whole as soon as there is a place.
@Suite struct VanishingTests {
    private let folder: TemporaryFolder
    private let session: Session

    init() throws {
        folder = try TemporaryFolder()
        session = try Self.session(in: folder)
        for number in 1...3 { try append(number) }
    }

    private static func session(in folder: TemporaryFolder) throws -> Session {
        let record = try SQLiteLedger(folder: folder.path)
        guard case .held(let lease) = try record.takeLease(for: Samples.day, at: Samples.moment) else {
            throw LedgerError.busy(folder.path)
        }
        return Session(record, lease: lease, log: try record.log(of: Samples.day))
    }

    private func append(_ number: Int) throws(LedgerError) {
        try session.append(
            Samples.entries([Samples.note(number)], from: number), of: Samples.submission, clearingDraft: nil)
    }

    private func check() -> LedgerError? { failure { () throws(LedgerError) in try session.check() } }
    private func appending(_ number: Int) -> LedgerError? {
        failure { () throws(LedgerError) in try append(number) }
    }

    private func numbers(in place: TemporaryFolder? = nil) throws -> [Int] {
        let record = try SQLiteLedger(reading: (place ?? folder).path)
        return try record.entries(of: Samples.day).map(\.number)
    }

    private var home: String { folder.path + "/.mlreview" }

    @Test func aForgedRecordIsGoneOnWithInAnotherFolder() throws {
        let folder = try TemporaryFolder()
        try SQLiteLedger(folder: folder.path).append(.docket(Samples.docket), .opened, Samples.note(1))
        try DatabaseQueue(path: folder.database).write { db in
            try db.execute(sql: "DROP TRIGGER entries_are_not_changed")
            try db.execute(sql: "UPDATE entries SET text = 'five cities' WHERE number = 3")
        }
        let ledger = try SQLiteLedger(folder: folder.path)
        let session = Session(ledger, lease: nil, log: try ledger.log(of: Samples.day))
        let submission = Submission(.note(speaker: nil, kind: .plain, text: "said"), at: Samples.moment)
        let entries = Samples.entries([Samples.note(2)], from: 4)
        #expect(throws: LedgerError.self) { try session.append(entries, of: submission, clearingDraft: nil) }
        let other = try TemporaryFolder()
        _ = try session.move(to: other.path)
        try session.append(entries, of: submission, clearingDraft: nil)
        #expect(try SQLiteLedger(folder: other.path).entries(of: Samples.day).count == 4)
        #expect(try SQLiteLedger(folder: folder.path).entries(of: Samples.day).count == 3)
    }

    private func move(_ from: String, _ to: String) throws {
        try FileManager.default.moveItem(atPath: from, toPath: to)
    }

    @Test func aHealthyRecordPassesEveryLook() throws {
        for number in 4...20 {
            #expect(check() == nil)
            try append(number)
        }
        #expect(try numbers() == Array(1...20))
    }

    @Test func aDeletedFolderIsNoticedAndMadeAnew() throws {
        try FileManager.default.removeItem(atPath: home)
        #expect(check() == .vanished(path: folder.database))
        #expect(appending(4) == .vanished(path: folder.database))
        let move = try session.move(to: nil)
        #expect(move == RecordMove(folder: home, isWhole: true, setAside: nil))
        try append(4)
        #expect(try numbers() == [1, 2, 3, 4])
    }

    @Test(arguments: ["", "/record.sqlite"])
    func whatWasMovedAwayAndPutBackGoesOn(part: String) throws {
        try move(home + part, folder.path + "/aside")
        #expect(check() == .vanished(path: folder.database))
        #expect(appending(4) == .vanished(path: folder.database))
        try move(folder.path + "/aside", home + part)
        try append(4)
        #expect(check() == nil)
        #expect(try numbers() == [1, 2, 3, 4])
    }

    /// A copy of the whole folder, made before the last acts, is another file with the same meeting in it.
    @Test func anOlderCopyPutInItsPlaceGetsWhatItLacks() throws {
        try FileManager.default.copyItem(atPath: home, toPath: folder.path + "/copy")
        try append(4)
        try FileManager.default.removeItem(atPath: home)
        try move(folder.path + "/copy", home)
        #expect(check() == nil)
        try append(5)
        #expect(try numbers() == [1, 2, 3, 4, 5])
    }

    @Test func anotherRecordInItsPlaceIsNotTakenForIt() throws {
        let other = try TemporaryFolder()
        let stranger = try SQLiteLedger(folder: other.path)
        try stranger.append(.opened)
        try stranger.close()
        try FileManager.default.removeItem(atPath: home)
        try FileManager.default.copyItem(atPath: other.path + "/.mlreview", toPath: home)
        #expect(check() == .replaced(path: folder.database))
        #expect(appending(4) == .replaced(path: folder.database))
        let before = try folder.read(".mlreview/record.sqlite")
        let move = try session.move(to: nil)
        #expect(move.isWhole && move.setAside == folder.database + ".set-aside-1")
        #expect(try folder.read(".mlreview/record.sqlite.set-aside-1") == before)
        #expect(try numbers() == [1, 2, 3])
    }

    @Test(arguments: ["-wal", "-shm"])
    func aDeletedLogLosesNothing(suffix: String) throws {
        try FileManager.default.removeItem(atPath: folder.database + suffix)
        try append(4)
        #expect(check() == nil)
        #expect(try numbers() == [1, 2, 3, 4])
    }

    @Test(arguments: ["", "-wal"])
    func aCutFileIsNoticedAndMadeAnew(suffix: String) throws {
        try #require(truncate(folder.database + suffix, 0) == 0)
        #expect(check() == .cut(path: folder.database))
        #expect(appending(4) == .cut(path: folder.database))
        let move = try session.move(to: nil)
        #expect(move.setAside != nil)
        try append(4)
        #expect(try numbers() == [1, 2, 3, 4])
    }

    /// Minutes may name the digests of the entries that come out of memory.
    @Test func aRecordMadeAnewHasTheDigestsThatItHad() throws {
        let rows = try session.ledger.allRows()
        try FileManager.default.removeItem(atPath: home)
        try SQLiteLedger(folder: folder.path).close()
        try append(4)
        let record = try SQLiteLedger(reading: folder.path)
        #expect(try Array(record.allRows().prefix(3)) == rows)
        #expect(try record.chains().map(\.fault) == [nil])
    }

    @Test func anOlderCopyGetsWhatItLacksAsItWasSealed() throws {
        try FileManager.default.copyItem(atPath: home, toPath: folder.path + "/copy")
        try append(4)
        let rows = try session.ledger.allRows()
        try FileManager.default.removeItem(atPath: home)
        try move(folder.path + "/copy", home)
        #expect(check() == nil)
        #expect(try SQLiteLedger(reading: folder.path).allRows() == rows)
    }

    /// The meeting alone is made anew; the one that it follows stays where it was, and that can be seen.
    @Test func aMeetingThatLostItsPredecessorSaysSo() throws {
        let other = try TemporaryFolder()
        try session.ledger.append([.opened], to: Samples.day("2026-12-02"), expecting: 1)
        let next = Session(
            session.ledger, lease: nil, log: try session.ledger.log(of: Samples.day("2026-12-02")))
        try SQLiteLedger(folder: other.path).append([.opened], to: Samples.day("2026-12-09"), expecting: 1)
        #expect(try next.move(to: other.path).isWhole == false)
        let fault = try SQLiteLedger(reading: other.path).chain(of: next.date).fault
        #expect(fault?.cause == .rootMissing)
        #expect(fault?.meaning.contains("is in the record that `record` moved this meeting from") == true)
    }

    @Test func aFileWrittenOverIsNoticed() throws {
        let file = try #require(FileHandle(forWritingAtPath: folder.database))
        try file.write(contentsOf: Data(repeating: 0, count: 4096))
        try file.close()
        let log = try #require(FileHandle(forWritingAtPath: folder.database + "-wal"))
        let size = try log.seekToEnd()
        try log.seek(toOffset: 32)
        try log.write(contentsOf: Data(repeating: 0, count: Int(size) - 32))
        try log.close()
        #expect(check() == .overwritten(path: folder.database))
        #expect(appending(4) == .overwritten(path: folder.database))
        _ = try session.move(to: nil)
        try append(4)
        #expect(try numbers() == [1, 2, 3, 4])
    }

    @Test func anotherFolderGetsEverything() throws {
        let other = try TemporaryFolder()
        try session.ledger.append([.opened], at: Samples.moment, to: Samples.day("2026-11-18"), expecting: 1)
        try session.setDraft("half a", as: "note", of: Samples.day)
        try FileManager.default.removeItem(atPath: home)
        let move = try session.move(to: other.path)
        #expect(move == RecordMove(folder: other.path + "/.mlreview", isWhole: true, setAside: nil))
        try append(4)
        #expect(try numbers(in: other) == [1, 2, 3, 4])
        let record = try SQLiteLedger(reading: other.path)
        #expect(try record.entries(of: Samples.day("2026-11-18")).count == 1)
        #expect(try record.draft("note", of: Samples.day) == "half a")
    }

    @Test func anotherTerminalCannotTakeTheMeetingMeanwhile() throws {
        let other = try TemporaryFolder()
        _ = try session.move(to: other.path)
        guard case .taken = try SQLiteLedger(folder: other.path).takeLease(for: Samples.day, at: Samples.moment)
        else {
            Issue.record("the lease did not move with the record")
            return
        }
    }

    @Test func aFolderThatCannotBeWrittenIsNoticedThoughTheFileIsOpen() throws {
        try folder.withoutWriting {
            #expect(appending(4) == .readOnly(path: folder.database))
            #expect(check() == .readOnly(path: folder.database))
            #expect(appending(4) == .readOnly(path: folder.database))
        }
        try append(4)
        #expect(try numbers() == [1, 2, 3, 4])
    }

    @Test func anAnswerThatGotLostDoublesNothing() throws {
        try append(3)
        #expect(try numbers() == [1, 2, 3])
        let other = Samples.entries([Samples.note(7)], from: 2)
        #expect(
            failure { () throws(LedgerError) in try session.ledger.append(other, to: Samples.day) }
                == .overtaken(date: Samples.day, expected: 2, found: 3))
    }

    @Test func aMeetingWithoutAPlaceIsRecordedOnceThereIsOne() throws {
        let place = try TemporaryFolder()
        let record = try SQLiteLedger(waitingFor: .diskFull(path: place.path), folder: place.path + "/later")
        guard case .held(let lease) = try record.takeLease(for: Samples.day, at: Samples.moment) else {
            Issue.record("no lease")
            return
        }
        let session = Session(record, lease: lease, log: try MeetingLog(of: Samples.day))
        func append() throws(LedgerError) {
            try session.append(
                Samples.entries([Samples.note(1)], from: 1), of: Samples.submission, clearingDraft: nil)
        }
        #expect(failure { () throws(LedgerError) in try append() } != nil)
        #expect(record.obstacle != nil)
        try FileManager.default.createDirectory(atPath: place.path + "/later", withIntermediateDirectories: true)
        try append()
        #expect(record.obstacle == nil)
        #expect(try SQLiteLedger(reading: place.path + "/later").entries(of: Samples.day).count == 1)
        guard
            case .taken = try SQLiteLedger(folder: place.path + "/later").takeLease(
                for: Samples.day, at: Samples.moment)
        else {
            Issue.record("nobody holds the lease")
            return
        }
    }
}
