import Foundation
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import SQLiteLedger

/// A copy of the folder that was made before the last acts and is put in its place gets what it lacks, and no more.
@Suite struct OlderCopyTests {
    private let folder: TemporaryFolder
    private let session: Session

    init() throws {
        folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        guard case .held(let lease) = try record.takeLease(for: Samples.day, at: Samples.moment) else {
            throw LedgerError.busy(folder.path)
        }
        session = Session(record, lease: lease, log: try MeetingLog(of: Samples.day))
        try append(1)
        try FileManager.default.copyItem(atPath: folder.path + "/.mlreview", toPath: folder.path + "/copy")
    }

    private func append(_ number: Int, clearing key: DraftKey? = nil) throws {
        try session.append(
            Samples.entries([Samples.note(number)], from: number), of: Samples.submission, clearingDraft: key)
    }

    private func putCopyInPlace() throws {
        try FileManager.default.removeItem(atPath: folder.path + "/.mlreview")
        try FileManager.default.moveItem(atPath: folder.path + "/copy", toPath: folder.path + "/.mlreview")
    }

    private func written() throws -> SQLiteLedger { try SQLiteLedger(reading: folder.path) }

    @Test func theDraftIsBack() throws {
        try append(2)
        try session.setDraft("half a", as: "note", of: Samples.day)
        try putCopyInPlace()
        try append(3)
        #expect(try written().entries(of: Samples.day).map(\.number) == [1, 2, 3])
        #expect(try written().drafts(of: Samples.day) == ["note": "half a"])
    }

    @Test func aDraftThatBecameAnActIsNot() throws {
        try session.setDraft("half a", as: "note", of: Samples.day)
        try append(2, clearing: "note")
        try putCopyInPlace()
        try append(3)
        #expect(try written().drafts(of: Samples.day) == [:])
    }

    @Test func whatWasAppendedTwiceIsThereOnce() throws {
        try append(2)
        try append(2)
        try putCopyInPlace()
        try append(3)
        #expect(try written().entries(of: Samples.day).map(\.number) == [1, 2, 3])
    }
}
