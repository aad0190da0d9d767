import Council
import Foundation
import Ledger
import Testing

@testable import Minutes
@testable import mlreview

/// A program that was killed while it published goes on, and knows the files that it had written.
@Suite struct CutShortTests {
    private struct Killed: Error {}

    /// A closed meeting, whose publishing was cut short before a step.
    private func killed(before step: Publisher.Step) throws -> ClosedMeeting {
        let meeting = try ClosedMeeting(Array(ClosedMeeting.lines.dropLast()))
        try close(meeting, killedBefore: step)
        return meeting
    }

    private func close(_ meeting: ClosedMeeting, killedBefore last: Publisher.Step) throws {
        let record = try meeting.record()
        var journal = try RecordedMeeting(of: meeting.day, in: record).journal
        let moment = Date(timeIntervalSince1970: 1_795_640_000)
        let entries = try journal.propose(Submission(.close, at: moment))
        try record.append(entries, to: meeting.day)
        for entry in entries { journal.append(entry) }
        let publisher = Publisher(record: record, place: MeetingPlace(folder: meeting.folder.path)) { step in
            if step == last { throw Killed() }
        }
        _ = publisher.publish(journal)
    }

    private func isUnfinished(_ meeting: ClosedMeeting) throws -> Bool {
        let record = try meeting.record()
        return try Publisher(record: record, place: MeetingPlace(folder: meeting.folder.path))
            .isUnfinished(try RecordedMeeting(of: meeting.day, in: record).journal)
    }

    private static let files = [
        "minutes.md", "minutes.html", "summary.eml", "record.json", "notices/prep-time.eml", "../README.md",
    ]

    private static let correction = [
        "reopen because a slip", "go 2", "decide defer 2026-12-09 because no time",
    ]

    @Test(arguments: Publisher.Step.allCases)
    func itsOwnFilesAreNotTakenForEditedOnes(step: Publisher.Step) throws {
        let meeting = try killed(before: step)
        let said = try meeting.type(Self.correction + ["close anyway"])
        #expect(said.filter { $0.hasPrefix("refused") || $0.contains("edited by hand") } == [])
        #expect(try meeting.text("minutes.md").contains("Revision 2 corrects: a slip"))
        #expect(try !isUnfinished(meeting))
        let keeping = try meeting.type(["publish keep"])
        #expect(keeping.filter { $0.hasPrefix("refused") } == [])
        #expect(try meeting.outputs().allSatisfy { $0.source == nil })
    }

    /// The program is killed several times, and the files may come from any of them.
    @Test func itsFilesAreKnownAfterSeveralKills() throws {
        let meeting = try killed(before: .keep)
        let first = try meeting.text("minutes.md")
        try meeting.type(Self.correction)
        try close(meeting, killedBefore: .write)
        #expect(try meeting.text("minutes.md") == first)
        #expect(try meeting.type(["publish"]).filter { $0.hasPrefix("refused") } == [])
        #expect(try meeting.text("minutes.md").contains("Revision 2 corrects"))
    }

    @Test(arguments: Publisher.Step.allCases)
    func theNextStartFinishesIt(step: Publisher.Step) throws {
        let meeting = try killed(before: step)
        #expect(try isUnfinished(meeting))
        let said = try meeting.begin()
        #expect(said.contains("minutes and mail had not all been written: they are written now"))
        for name in Self.files { #expect(FileManager.default.fileExists(atPath: meeting.path(name).path), "\(name)") }
        #expect(try !isUnfinished(meeting))
        #expect(try meeting.begin().allSatisfy { !$0.contains("had not all been written") })
    }

    @Test(arguments: [Publisher.Step.keep, .index, .settle])
    func aFileThatIsEditedAfterTheKillIsAnEditedOne(step: Publisher.Step) throws {
        let meeting = try killed(before: step)
        let edited = try meeting.text("minutes.md") + "\nby hand\n"
        try Data(edited.utf8).write(to: meeting.path("minutes.md"))
        let said = try meeting.begin()
        #expect(said.contains { $0.hasSuffix("minutes.md was edited by hand, and is left as it is:") })
        #expect(try meeting.text("minutes.md") == edited)
        try meeting.type(["publish keep"])
        #expect(try meeting.outputs().contains { $0.source == edited })
        #expect(try !isUnfinished(meeting))
    }

    /// Unfinished files of programs that are gone are removed, and nothing else.
    @Test func draftsOfProgramsThatAreGoneAreRemoved() throws {
        let meeting = try ClosedMeeting()
        let gone = try processThatIsGone()
        let left = [".minutes.md.\(gone).7", "notices/.prep-time.eml.\(gone).8", "../.README.md.\(gone).9"]
        let others = [
            ".minutes.md.\(gone)", ".minutes.md.\(gone).7.bak", ".minutes.md.1.7", ".mine.\(gone).7",
            "minutes.md.\(gone).7", ".minutes.md.0\(gone).7", "../.notes.md.\(gone).7",
        ]
        for name in left + others { try Data("x".utf8).write(to: meeting.path(name)) }
        try meeting.type(["publish"])
        for name in left { #expect(!FileManager.default.fileExists(atPath: meeting.path(name).path), "\(name)") }
        for name in others { #expect(FileManager.default.fileExists(atPath: meeting.path(name).path), "\(name)") }
    }

    /// The number of a process that has ended.
    private func processThatIsGone() throws -> pid_t {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/true")
        try process.run()
        process.waitUntilExit()
        return process.processIdentifier
    }

    /// No mails are sent before the minutes are written, not even those of the revision before.
    @Test func whatIsNotWrittenIsNotSent() throws {
        let meeting = try ClosedMeeting()
        try meeting.type(Self.correction)
        try close(meeting, killedBefore: .unsettle)
        let error = #expect(throws: Complaint.self) { _ = try meeting.mailing(by: "/bin/true") }
        #expect(error?.description.contains("summary.eml is not written yet: `mlreview console 2026-11-25`") == true)
        _ = try meeting.begin()
        #expect(try meeting.mailing(by: "/bin/true").parcels.first?.mail.messageID.hasPrefix("<2026-11-25.2.") == true)
    }

    // MARK: The texts that are known

    @Test func whatWasNotWrittenIsNotKeptAsWritten() throws {
        let meeting = try ClosedMeeting()
        try Data("mine".utf8).write(to: meeting.path("minutes.md"))
        try meeting.type(["reopen because a slip", "close anyway"])
        #expect(try meeting.text("minutes.md") == "mine")
        let kept = try meeting.record().outputs(of: meeting.day, revision: 2).map(\.name)
        #expect(kept.contains("minutes.html"))
        #expect(!kept.contains("minutes.md"))
    }

    /// A program that is killed in between must know both texts as its own.
    @Test func aTextThatOnlyRecomposesItsLettersIsAnotherText() {
        let known = KnownTexts([Output(revision: 1, name: "minutes.md", text: "\u{E9}")], unsettled: [])
        #expect(known.isLast(Minutes.Document(.markdown, revision: 1, text: "\u{E9}")))
        #expect(!known.isLast(Minutes.Document(.markdown, revision: 1, text: "e\u{301}")))
    }
}
