import ArgumentParser
import Council
import Foundation
import Testing

@testable import Ledger
@testable import SQLiteLedger
@testable import mlreview

/// A record that is lost during a meeting, as the person at the keyboard sees it.
@Suite struct LostRecordTests {
    private let folder: MeetingFolder
    private let scribe: Scribe

    init() throws {
        folder = try MeetingFolder()
        scribe = try Scribe(folder, patience: 2)
        scribe.press("p p p p p p Enter")
        scribe.note("before")
        scribe.see("● recorded")
    }

    private var home: String { folder.path + "/.mlreview" }

    /// Takes the record away at once. File by file, the program could meet half of it, and would say that it is cut.
    private func lose() throws {
        try FileManager.default.moveItem(atPath: home, toPath: folder.path + "/lost")
    }

    private func notes(in place: String) throws -> [String] {
        let day = try #require(CalendarDay(MeetingFolder.day))
        return try SQLiteLedger(reading: place).entries(of: day).compactMap { entry in
            if case .noted(let noted) = entry.act { noted.text } else { nil }
        }
    }

    @Test func theBannerSaysWhatToDoThoughNothingIsTyped() throws {
        try lose()
        scribe.see("NOT RECORDED")
        #expect(!scribe.sees("● recorded"))
        #expect(scribe.sees("is gone") && scribe.sees("`:record`"))
    }

    @Test func whatIsPutBackGoesOnWithAllThatWasSaid() throws {
        try FileManager.default.moveItem(atPath: home, toPath: folder.path + "/aside")
        scribe.note("meanwhile")
        scribe.see("NOT RECORDED")
        try FileManager.default.moveItem(atPath: folder.path + "/aside", toPath: home)
        scribe.see("● recorded")
        scribe.settle()
        #expect(try notes(in: folder.path) == ["before", "meanwhile"])
    }

    @Test func aCommandMakesItAnew() throws {
        try lose()
        scribe.note("meanwhile")
        scribe.see("NOT RECORDED")
        scribe.run("record")
        scribe.see("● recorded")
        scribe.settle()
        #expect(try notes(in: folder.path) == ["before", "meanwhile"])
    }

    /// The record is made anew from memory with the digests that it had, which the minutes name.
    @Test func minutesPrintedEarlierAgreeWithARecordThatWasMadeAnew() throws {
        scribe.press("C Enter")
        scribe.see("written to ")
        try lose()
        try SQLiteLedger(folder: folder.path).close()
        // The record is checked before the screen says that anything is on the disk.
        scribe.settle()
        let (lines, isSound) = try Verify.parse(["--dir", folder.path]).report()
        #expect(isSound, "\(lines)")
        #expect(lines.first?.hasSuffix("; minutes agree") == true, "\(lines)")
    }

    @Test func aCommandRecordsElsewhere() throws {
        let other = try MeetingFolder()
        try lose()
        scribe.run("record \(other.path)")
        scribe.see("recorded in \(other.path)/.mlreview from now on, with all of this meeting")
        scribe.note("after")
        scribe.settle()
        #expect(try notes(in: other.path) == ["before", "after"])
        #expect(!folder.has(".mlreview"))
        scribe.press("q")
        #expect(
            scribe.program.farewell?.lines.last
                == "The record is in \(other.path)/.mlreview now: `mv` that folder to \(home) before the next start.")
    }

    @Test func aFolderThatIsNotThereIsRefusedAndNothingIsLost() throws {
        scribe.run("record /nowhere/at/all")
        scribe.see("the record is not moved: the folder /nowhere/at/all/.mlreview can't be used")
        scribe.note("after")
        scribe.settle()
        #expect(try notes(in: folder.path) == ["before", "after"])
    }

    @Test func leavingAsksThoughEveryActWasRecordedOnce() throws {
        try lose()
        scribe.press("q")
        #expect(scribe.program.farewell == nil)
        scribe.press("q")
        #expect(scribe.program.farewell?.code == 1)
        #expect(scribe.program.farewell?.lines.first?.contains("is gone") == true)
    }

    /// The answer to an earlier loss does not count for a later one.
    @Test func leavingAsksOfEachLossAnew() throws {
        let aside = folder.path + "/aside"
        try FileManager.default.moveItem(atPath: home, toPath: aside)
        scribe.press("q")
        try FileManager.default.moveItem(atPath: aside, toPath: home)
        scribe.see("● recorded")
        try FileManager.default.moveItem(atPath: home, toPath: aside)
        scribe.press("q")
        #expect(scribe.program.farewell == nil)
        scribe.note("one more")
        scribe.press("q")
        #expect(scribe.program.farewell == nil)
        scribe.press("q")
        #expect(scribe.program.farewell?.code == 1)
    }

    /// Another program has recorded in between: the note from here follows its entry.
    @Test func whatIsOvertakenStandsBehindWhatOthersSaid() throws {
        try others(.note(speaker: nil, kind: .plain, text: "theirs"))
        scribe.note("mine")
        scribe.see("theirs")
        scribe.see("● recorded")
        scribe.note("more")
        scribe.settle()
        #expect(try notes(in: folder.path) == ["before", "theirs", "mine", "more"])
    }

    /// A request that the rules no longer allow comes back with its words.
    @Test func whatIsDeclinedIsBackInTheEditor() throws {
        try others(.close)
        scribe.note("mine")
        scribe.see("not recorded: the meeting is closed, so it is too late to take notes")
        scribe.see("● closed")
        #expect(scribe.sees("mine"))
        #expect(try notes(in: folder.path) == ["before"])
        scribe.press("Esc")
        scribe.run("reopen because one more word")
        scribe.press("n")
        #expect(scribe.sees("mine"))
        scribe.press("Enter")
        scribe.settle()
        #expect(try notes(in: folder.path) == ["before", "mine"])
    }

    /// Records as another program does, without a lease.
    private func others(_ request: Request) throws {
        let day = try #require(CalendarDay(MeetingFolder.day))
        let record = try SQLiteLedger(folder: folder.path)
        let journal = try #require(Journal(entries: try record.entries(of: day)))
        try record.append(try journal.propose(Submission(request, at: scribe.clock.now)), to: day)
    }
}
