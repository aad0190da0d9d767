import Council
import Foundation
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import SQLiteLedger

/// The files as a killed process or a power cut leaves them, read by a program that starts after it.
@Suite struct CrashTests {
    /// Two acts, never closed; the files copied, all but `cut` bytes at the end of the log.
    private func crash(cutting cut: Int) throws -> TemporaryFolder {
        let (folder, copy) = (try TemporaryFolder(), try TemporaryFolder())
        let record = try SQLiteLedger(folder: folder.path)
        try record.append(.opened)
        try record.append(Samples.note(1))
        try copy.write(try folder.read(".mlreview/record.sqlite"), to: ".mlreview/record.sqlite")
        try copy.write(try folder.read(".mlreview/record.sqlite-wal").dropLast(cut), to: ".mlreview/record.sqlite-wal")
        return copy
    }

    @Test func whatWasRecordedIsThere() throws {
        let folder = try crash(cutting: 0)
        let record = try SQLiteLedger(folder: folder.path)
        #expect(try record.entries(of: Samples.day).map(\.act) == [.opened, Samples.note(1)])
    }

    @Test func halfAWrittenActIsNotThereAndTheNextFollows() throws {
        let folder = try crash(cutting: 100)
        let record = try SQLiteLedger(folder: folder.path)
        #expect(try record.entries(of: Samples.day).map(\.act) == [.opened])
        try record.append(Samples.note(1, "again"))
        #expect(try record.entries(of: Samples.day).map(\.number) == [1, 2])
    }
}
