import Foundation
import Testing

@testable import Record

/// Which texts the files of a meeting may have while they are being written.
@Suite struct UnsettledTests {
    private let old = Output(revision: 1, name: "minutes.md", text: "old")
    private let new = Output(revision: 1, name: "minutes.md", text: "new")
    private let mail = Output(revision: 1, name: "summary.eml", text: "Subject: …")

    @Test func aFileMayHaveSeveralTextsUntilItIsSettled() throws {
        let record = try MeetingRecord.inMemory()
        try record.unsettle([old, mail], of: Samples.day)
        try record.unsettle([new, old], of: Samples.day)
        try record.unsettle([new], of: Samples.day("2026-12-02"))
        #expect(try record.unsettledOutputs(of: Samples.day) == [old, mail, new])
        try record.settle(["minutes.md"], of: Samples.day)
        #expect(try record.unsettledOutputs(of: Samples.day) == [mail])
        #expect(try record.unsettledOutputs(of: Samples.day("2026-12-02")) == [new])
    }

    /// A record as the version before wrote it is brought up to date, and what was in it stays.
    @Test func anOlderRecordGoesOn() throws {
        let folder = try TemporaryFolder()
        let record = try MeetingRecord(folder: folder.path)
        try record.append(.opened)
        try record.saveOutputs([old], of: Samples.day)
        try record.execute("DROP TABLE unsettled")
        try record.execute("DELETE FROM grdb_migrations WHERE identifier LIKE '3:%'")
        try record.close()
        let again = try MeetingRecord(folder: folder.path)
        #expect(try again.entries(of: Samples.day).map(\.act) == [.opened])
        #expect(try again.outputs(of: Samples.day) == [old])
        #expect(try again.unsettledOutputs(of: Samples.day).isEmpty)
        try again.unsettle([new], of: Samples.day)
        try again.append(Samples.note(1))
        #expect(try again.unsettledOutputs(of: Samples.day) == [new])
    }
}
