import Council
import Foundation
import Testing

@testable import Record

@Suite struct DraftTests {
    @Test func draftOutlivesTheProgram() throws {
        let folder = try TemporaryFolder()
        let record = try MeetingRecord(folder: folder.path)
        try record.saveDraft("feature", as: "note", of: Samples.day)
        try record.saveDraft("feature store has\u{0} this", as: "note", of: Samples.day)
        try record.saveDraft("because", as: "decide", of: Samples.day)
        let second = try MeetingRecord(folder: folder.path)
        #expect(try second.drafts(of: Samples.day) == ["note": "feature store has this", "decide": "because"])
        #expect(try second.draft("note", of: Samples.day("2026-12-02")) == nil)
    }

    @Test func clearedDraftIsGone() throws {
        let record = try MeetingRecord.inMemory()
        try record.saveDraft("feature", as: "note", of: Samples.day)
        try record.saveDraft("reason", as: "decide", of: Samples.day)
        try record.clearDraft("note", of: Samples.day)
        #expect(try record.drafts(of: Samples.day) == ["decide": "reason"])
    }

    @Test func draftGoesWithTheActItBecameAndNotWithoutIt() throws {
        let record = try MeetingRecord.inMemory()
        try record.saveDraft("feature", as: "note", of: Samples.day)
        #expect(throws: RecordError.self) {
            try record.append(
                [Samples.note(1)], at: Samples.moment, to: Samples.day, expecting: 2, clearingDraft: "note")
        }
        #expect(try record.draft("note", of: Samples.day) == "feature")
        try record.append([Samples.note(1)], at: Samples.moment, to: Samples.day, expecting: 1, clearingDraft: "note")
        #expect(try record.draft("note", of: Samples.day) == nil)
    }

    @Test func outputsAreKeptByRevision() throws {
        let record = try MeetingRecord.inMemory()
        let first = Output(revision: 1, name: "minutes.md", text: "# Minutes")
        let second = Output(revision: 2, name: "minutes.md", text: "# Minutes, corrected")
        let mail = Output(revision: 2, name: "summary.eml", text: "Subject: …")
        try record.saveOutputs([second, mail, first], of: Samples.day)
        try record.saveOutputs([Output(revision: 1, name: "minutes.md", text: "# Old")], of: Samples.day("2026-12-02"))
        #expect(try record.outputs(of: Samples.day) == [first, second, mail])
        #expect(try record.outputs(of: Samples.day, revision: 2) == [second, mail])
        let again = Output(revision: 2, name: "minutes.md", text: "# Minutes, printed again")
        try record.saveOutputs([again], of: Samples.day)
        #expect(try record.outputs(of: Samples.day, revision: 2) == [again, mail])
    }
}
