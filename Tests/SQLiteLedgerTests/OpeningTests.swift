import Council
import Foundation
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import SQLiteLedger

@Suite struct OpeningTests {
    @Test func firstUseMakesAFolderThatGitIgnores() throws {
        let folder = try TemporaryFolder()
        _ = try SQLiteLedger(folder: folder.path)
        #expect(try folder.read(".mlreview/.gitignore") == Data("*\n".utf8))
        #expect(FileManager.default.fileExists(atPath: folder.database))
        var status = stat()
        #expect(stat(folder.path + "/.mlreview", &status) == 0 && status.st_mode & 0o777 == 0o700)
    }

    /// A clock that was wrong once leaves files of any time.
    @Test func aRecordOfTheYear3000Opens() throws {
        let folder = try TemporaryFolder()
        try SQLiteLedger(folder: folder.path).close()
        for path in [folder.database, folder.path + "/.mlreview"] {
            let times = [timespec(tv_sec: 32_503_680_000, tv_nsec: 1), timespec(tv_sec: 32_503_680_000, tv_nsec: 1)]
            #expect(utimensat(AT_FDCWD, path, times, 0) == 0)
        }
        try SQLiteLedger(folder: folder.path).append(.opened)
        #expect(try SQLiteLedger(folder: folder.path).entries(of: Samples.day).count == 1)
    }

    @Test func commitsAreDurable() throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        #expect(try record.pragma("journal_mode") == "wal")
        #expect(try record.pragma("synchronous") == "2")
    }

    @Test func closingLeavesOneFile() throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        try record.append(.opened)
        #expect(FileManager.default.fileExists(atPath: folder.database + "-wal"))
        try record.close()
        #expect(!FileManager.default.fileExists(atPath: folder.database + "-wal"))
        #expect(try SQLiteLedger(folder: folder.path).entries(of: Samples.day).count == 1)
    }

    @Test func fileThatIsNoDatabaseIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        let text = Data(String(repeating: "shopping list\n", count: 400).utf8)
        try folder.write(text, to: ".mlreview/record.sqlite")
        let error = failure { () throws(LedgerError) in try SQLiteLedger(folder: folder.path) }
        #expect(error == .notARecord(path: folder.database))
        #expect(try folder.read(".mlreview/record.sqlite") == text)
    }

    @Test func databaseOfAnotherProgramIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        try record.execute("PRAGMA application_id = 7")
        try record.close()
        let before = try folder.read(".mlreview/record.sqlite")
        let error = failure { () throws(LedgerError) in try SQLiteLedger(folder: folder.path) }
        #expect(error == .notARecord(path: folder.database))
        #expect(try folder.read(".mlreview/record.sqlite") == before)
    }

    @Test func aFirstStartThatWasCutShortIsBegunAgain() throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        for table in ["entries", "drafts", "outputs", "deliveries", "unsettled", "sealed_later"] {
            try record.execute("DROP TABLE \(table)")
        }
        try record.execute("DELETE FROM grdb_migrations")
        try record.execute("PRAGMA application_id = 0")
        try record.close()
        #expect(try SQLiteLedger(folder: folder.path).append(.opened).count == 1)
    }

    @Test func damagedRecordIsReportedAndKept() throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        for number in 1...200 { try record.append(Samples.note(number)) }
        try record.close()
        var bytes = try folder.read(".mlreview/record.sqlite")
        for index in bytes.indices where index >= 4096 { bytes[index] = 0xA5 }
        try folder.write(bytes, to: ".mlreview/record.sqlite")

        let error = failure { () throws(LedgerError) in
            try SQLiteLedger(folder: folder.path).entries(of: Samples.day)
        }
        guard error?.cause == .damaged else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try folder.read(".mlreview/record.sqlite") == bytes)
    }

    @Test func recordOfANewerVersionIsRefused() throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        try record.append(.opened)
        try record.execute("INSERT INTO grdb_migrations VALUES ('99: the future')")
        try record.close()
        let writing = failure { () throws(LedgerError) in try SQLiteLedger(folder: folder.path) }
        let reading = failure { () throws(LedgerError) in try SQLiteLedger(reading: folder.path) }
        #expect(writing == .newer(path: folder.database))
        #expect(reading == .newer(path: folder.database))
    }

    @Test func folderThatCannotBeMadeIsNamed() throws {
        let folder = try TemporaryFolder()
        try folder.write(Data(), to: ".mlreview")
        let inTheWay = failure { () throws(LedgerError) in try SQLiteLedger(folder: folder.path) }
        #expect(inTheWay == .noFolder(path: folder.path + "/.mlreview", reason: "Not a directory"))
        let missing = failure { () throws(LedgerError) in try SQLiteLedger(folder: folder.path + "/nowhere") }
        #expect(missing == .noFolder(path: folder.path + "/nowhere/.mlreview", reason: "No such file or directory"))
    }

    @Test func readingMakesNothing() throws {
        let folder = try TemporaryFolder()
        let error = failure { () throws(LedgerError) in try SQLiteLedger(reading: folder.path) }
        #expect(error == .nothingRecorded(path: folder.database))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func readerCannotWrite() throws {
        let folder = try TemporaryFolder()
        let writer = try SQLiteLedger(folder: folder.path)
        try writer.append(.opened)
        let reader = try SQLiteLedger(reading: folder.path)
        #expect(!reader.isWritable)
        #expect(
            failure { () throws(LedgerError) in try reader.append(Samples.note(1)) } == .readOnly(path: folder.database)
        )
        try writer.append(Samples.note(1))
        #expect(try reader.entries(of: Samples.day, after: 1).map(\.act) == [Samples.note(1)])
    }

    @Test func closedRecordIsReadWhereTheFolderCannotBeWritten() throws {
        let folder = try TemporaryFolder()
        let writer = try SQLiteLedger(folder: folder.path)
        try writer.append(.opened)
        try writer.close()
        try folder.withoutWriting {
            let writing = failure { () throws(LedgerError) in try SQLiteLedger(folder: folder.path) }
            #expect(writing == .readOnly(path: folder.database))
            let reader = try SQLiteLedger(reading: folder.path)
            #expect(try reader.entries(of: Samples.day).map(\.act) == [.opened])
        }
    }

    @Test func closedRecordIsReadAnewWhenItHasGrown() throws {
        let folder = try TemporaryFolder()
        let writer = try SQLiteLedger(folder: folder.path)
        try writer.append(.opened)
        try writer.close()
        var reader: SQLiteLedger?
        try folder.withoutWriting {
            reader = try SQLiteLedger(reading: folder.path)
            #expect(try reader?.entries(of: Samples.day).map(\.act) == [.opened])
        }
        try SQLiteLedger(folder: folder.path).append(Samples.note(1))
        #expect(try reader?.entries(of: Samples.day).map(\.act) == [.opened, Samples.note(1)])
    }

    @Test func openRecordIsFollowedWhereTheFolderCannotBeWritten() throws {
        let folder = try TemporaryFolder()
        let writer = try SQLiteLedger(folder: folder.path)
        try writer.append(.opened)
        var following: SQLiteLedger?
        try folder.withoutWriting {
            let reader = try SQLiteLedger(reading: folder.path)
            #expect(try reader.entries(of: Samples.day).map(\.act) == [.opened])
            following = reader
        }
        try writer.append(Samples.note(1))
        #expect(try following?.entries(of: Samples.day, after: 1).map(\.act) == [Samples.note(1)])
    }

    @Test func unclosedRecordIsNotHalfRead() throws {
        let (folder, copy) = (try TemporaryFolder(), try TemporaryFolder())
        let writer = try SQLiteLedger(folder: folder.path)
        try writer.append(.opened)
        try copy.write(try folder.read(".mlreview/record.sqlite"), to: ".mlreview/record.sqlite")
        try copy.write(try folder.read(".mlreview/record.sqlite-wal"), to: ".mlreview/record.sqlite-wal")
        try copy.withoutWriting {
            let error = failure { () throws(LedgerError) in try SQLiteLedger(reading: copy.path) }
            #expect(error == .needsWritableFolder(path: copy.database))
        }
    }
}
