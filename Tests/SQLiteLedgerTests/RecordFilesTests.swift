import Foundation
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import SQLiteLedger

/// Private notes are in the record: its files are its owner's alone, and lie where they seem to lie.
@Suite struct RecordFilesTests {
    private func mode(_ path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test func newFilesAreTheOwnersAlone() throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        try record.append(.opened)
        #expect(record.changes.isEmpty)
        #expect(mode(folder.path + "/.mlreview") == 0o700)
        for suffix in ["", "-wal", "-shm"] { #expect(mode(folder.database + suffix) == 0o600, "\(suffix)") }
    }

    @Test func whatOthersCouldReadIsClosedAndSaid() throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        try record.append(.opened)
        try record.close()
        chmod(folder.path + "/.mlreview", 0o755)
        chmod(folder.database, 0o644)
        let again = try SQLiteLedger(folder: folder.path)
        #expect(
            again.changes == [
                "other accounts could look into \(folder.path)/.mlreview; it is its owner's alone now (mode 700)",
                "other accounts could read record.sqlite in \(folder.path)/.mlreview; "
                    + "only the owner can now (mode 600)",
            ])
        #expect(mode(folder.path + "/.mlreview") == 0o700 && mode(folder.database) == 0o600)
    }

    @Test(arguments: ["", "/record.sqlite", "/record.sqlite-wal", "/2026-11-25.lock"])
    func aLinkInItsPlaceIsRefused(part: String) throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        if !part.isEmpty { _ = try SQLiteLedger(folder: folder.path) }
        let path = folder.path + "/.mlreview" + part
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other.path + "/theirs")
        let error = failure { () throws(LedgerError) in try SQLiteLedger(folder: folder.path) }
        #expect(error == .link(path: path))
        #expect(!FileManager.default.fileExists(atPath: other.path + "/theirs"))
    }

    @Test func aFileWithASecondNameIsRefused() throws {
        let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
        try SQLiteLedger(folder: folder.path).close()
        try FileManager.default.linkItem(atPath: folder.database, toPath: other.path + "/second")
        let error = failure { () throws(LedgerError) in try SQLiteLedger(folder: folder.path) }
        #expect(error == .link(path: folder.database))
    }

    @Test func anEmptyFileBeginsAnewAndSaysSo() throws {
        let folder = try TemporaryFolder()
        try folder.write(Data(), to: ".mlreview/record.sqlite")
        let record = try SQLiteLedger(folder: folder.path)
        #expect(record.changes.contains { $0.contains("was an empty file, and starts again") })
    }

    @Test func anEmptyFileBesideAFullLogIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        try folder.write(Data(), to: ".mlreview/record.sqlite")
        try folder.write(Data(repeating: 7, count: 100), to: ".mlreview/record.sqlite-wal")
        let error = failure { () throws(LedgerError) in try SQLiteLedger(folder: folder.path) }
        #expect(
            error == .damaged(path: folder.database, reason: "the file is empty, and its log beside it is not"))
        #expect(try folder.read(".mlreview/record.sqlite-wal").count == 100)
    }
}
