import Archive
import Council
import Foundation
import Minutes
import TestMeetings
import Testing

/// A meeting that the minutes and the record have is taken from the newer of the two, and it is said if they differ.
@Suite struct HistoryTests {
    private func corrected(_ meeting: SampleMeeting) throws -> SampleMeeting {
        var meeting = meeting
        try meeting.ask(.reopen(reason: "a word was wrong"))
        try meeting.ask(.go(.item(6)))
        try meeting.say("bo", "It was another word.")
        try meeting.ask(.close)
        return meeting
    }

    @Test func theHigherRevisionWinsWherever() throws {
        let first = try SampleMeeting.held()
        let second = try corrected(first)
        for (written, recorded) in [(first, second), (second, first)] {
            let folder = try MinutesFolder()
            try folder.write(written.journal)
            let history = folder.history([recorded.journal])
            #expect(history.meetings == [try Archive.heldMeeting(of: second.journal)])
            #expect(history.notes == [] && history.faults == [])
        }
    }

    @Test func aDifferenceBetweenTheSameMinutesIsNamed() throws {
        let journal = try SampleMeeting.held().journal
        let folder = try MinutesFolder()
        let text = Minutes.record(of: journal)
            .replacing("measure the rule-based baseline first", with: "measure something")
            .replacing("Collect names for the next chair", with: "Collect nothing")
        try folder.write(text, of: "2026-11-25")
        let history = folder.history([journal])
        #expect(history.meetings == [try Archive.heldMeeting(of: journal)])
        #expect(
            history.notes == [
                "the minutes of 2026-11-25 and the record differ: the decision on item 3 and action 5; the record is taken"
            ])
    }

    @Test func ofTheSameRevisionTheLaterEntryWins() throws {
        let journal = try SampleMeeting.held().journal
        let last = try #require(Minutes.lastEntry(of: journal))
        let folder = try MinutesFolder()
        let digest = String(repeating: "0", count: 64)
        let text = Minutes.record(of: journal, heads: [last: digest])
        #expect(text.contains("\"entry\": \(last)"))
        try folder.write(
            text.replacing("\"entry\": \(last)", with: "\"entry\": \(last + 1)")
                .replacing("Collect names for the next chair", with: "Collect nothing"),
            of: "2026-11-25")
        let history = folder.history([journal])
        #expect(history.meetings.first?.actions.last?.text == "Collect nothing")
        #expect(
            history.notes == [
                "the minutes of 2026-11-25 and the record differ: action 5; the minutes are newer and are taken"
            ])
    }

    /// What version 1 had no words for is no difference.
    @Test func minutesOfVersion1DoNotDifferFromTheRecordTheyWereMadeOf() throws {
        let journal = try SampleMeeting.held().journal
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Records/version-1.json")
        let text = try String(contentsOf: file, encoding: .utf8)
        let folder = try MinutesFolder()
        try folder.write(text, of: "2026-11-25")
        #expect(folder.history([journal]).notes == [])
        #expect(folder.history([journal]).meetings == [try Archive.heldMeeting(of: journal)])
        try folder.write(text.replacing("Two candidates wait", with: "Three candidates wait"), of: "2026-11-25")
        #expect(
            folder.history([journal]).notes == [
                "the minutes of 2026-11-25 and the record differ: the notes on item 5; the record is taken"
            ])
    }

    @Test func aMeetingThatWasNotClosedWasNotHeld() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya"])
        try meeting.ask(.open)
        let folder = try MinutesFolder()
        #expect(folder.history([meeting.journal]).meetings == [])
        #expect(folder.history([meeting.journal]).notes == [])
        try folder.write(meeting.journal)
        let history = folder.history([meeting.journal])
        #expect(history.meetings == [])
        #expect(history.notes == ["the minutes of 2026-11-25 are of a meeting that is not closed, and are left out"])
        // One that is being corrected was held.
        var held = try SampleMeeting.held()
        try held.ask(.reopen(reason: "a word was wrong"))
        #expect(folder.history([held.journal]).meetings.map(\.revision) == [2])
    }

    @Test func aFolderThatIsNotThereHoldsNoMeetings() {
        #expect(
            Archive.history(minutes: "/nowhere/minutes") == Archive.History(meetings: [], faults: [], notes: []))
    }
}
