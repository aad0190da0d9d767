import Foundation
import Screen
import Testing

@testable import Ledger
@testable import SQLiteLedger
@testable import mlreview

/// Everything that the screen called recorded is there the next time, however the program ended.
@Suite struct ResumeTests {
    @Test func theMeetingGoesOnWhereItStoodAndTheDraftIsBack() throws {
        let folder = try MeetingFolder()
        var scribe: Scribe? = try Scribe(folder)
        scribe?.press("p p p p p p Enter ]")
        scribe?.note("before the fall")
        scribe?.press("n")
        scribe?.type("half a note")
        scribe?.wait(seconds: 1)
        scribe?.settle()
        // The program is killed; nobody leaves.
        scribe = nil
        let again = try Scribe(folder)
        #expect(again.sees("2 of 6  Dispatch by predicted prep time"))
        #expect(again.sees("before the fall"))
        #expect(again.sees("half a note"))
        #expect(again.terminal.grid?.cursor != nil)
        again.type(" more\n")
        #expect(again.sees("half a note more"))
        again.see("● recorded")
    }

    @Test func anOpenVoteGoesOn() throws {
        let folder = try MeetingFolder()
        var scribe: Scribe? = try Scribe(folder)
        scribe?.press("p p p p p p Enter m Enter y n")
        scribe?.settle()
        scribe = nil
        let again = try Scribe(folder)
        again.press("v y y a Enter")
        again.see("tally: carried 3–1, 1 abstention; 6 of 9 seats present (quorum 5)")
    }

    @Test func leavingKeepsTheDraft() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder)
        scribe.press("p p p p p p Enter n")
        scribe.type("half a note")
        scribe.press("Esc q")
        #expect(
            scribe.program.farewell?.lines == [
                "The meeting of 2026-11-25 stays open; `mlreview` resumes it, "
                    + "with the unfinished note."
            ])
        #expect(try Scribe(folder).sees("half a note"))
    }

    @Test func aSignalKeepsTheDraftAndSaysWhichItWas() throws {
        let folder = try MeetingFolder()
        var scribe: Scribe? = try Scribe(folder)
        scribe?.press("p p p p p p Enter n")
        scribe?.type("half a note")
        scribe?.terminal.script.append(Wake(events: [.terminate(signal: 15)]))
        scribe?.program.turn()
        #expect(scribe?.program.farewell?.code == 143)
        scribe?.settle()
        scribe = nil
        #expect(try Scribe(folder).sees("half a note"))
    }

    @Test func anUnfinishedMeetingIsTheOneThatIsMeant() throws {
        let folder = try MeetingFolder()
        var scribe: Scribe? = try Scribe(folder)
        scribe?.press("p Enter")
        scribe?.settle()
        scribe = nil
        let place = MeetingPlace(folder: folder.path, agenda: nil)
        let record = try place.openRecord(rehearsing: false)
        #expect(try place.choose(in: record, today: .init("2026-12-01")).only?.date == .init(MeetingFolder.day))
    }

    // MARK: Two terminals

    @Test func whoeverFollowsIsToldThatTheRecordIsGoneAndThatItIsBack() throws {
        let folder = try MeetingFolder()
        let first = try Scribe(folder)
        let second = try Scribe(folder)
        let (home, aside) = (folder.path + "/.mlreview", folder.path + "/aside")
        try FileManager.default.moveItem(atPath: home, toPath: aside)
        second.see("NOT FOLLOWING: the record at \(home)/record.sqlite is gone")
        first.see("NOT RECORDED")
        try FileManager.default.moveItem(atPath: aside, toPath: home)
        second.clock.pass(seconds: 2)
        second.see("the record is back: this terminal follows again")
        #expect(!second.sees("NOT FOLLOWING"))
        first.press("p p p p p p Enter")
        first.note("seen over there")
        second.see("seen over there")
    }

    @Test func theSecondTerminalFollows() throws {
        let folder = try MeetingFolder()
        let first = try Scribe(folder)
        let second = try Scribe(folder)
        #expect(second.sees("following, read-only"))
        first.press("p p p p p p Enter")
        first.note("seen over there")
        first.see("● recorded")
        second.see("seen over there")
        second.press("n")
        #expect(second.sees("records this meeting, so here it is only shown"))
        second.run("note not this one")
        second.see("records this meeting, so here it is only shown")
        first.press("q")
        second.run("note this one")
        second.see("the other terminal has left: this one records now")
        second.note("this one")
        second.see("● recorded")
        #expect(try Scribe(folder, clock: second.clock).sees("this one"))
    }

    @Test func theConsoleFollowsToo() throws {
        let folder = try MeetingFolder()
        let first = try Scribe(folder)
        first.press("p")
        let reader = try Reader(folder)
        #expect(reader.lines.contains { $0.hasPrefix("read-only: process ") })
        #expect(reader.refusal(of: "open")?.contains("so here it is only shown") == true)
    }

    /// A terminal that takes over from one that was killed gets its half-typed note.
    @Test func takingOverBringsTheDraft() throws {
        let folder = try MeetingFolder()
        var first: Scribe? = try Scribe(folder)
        let second = try Scribe(folder)
        first?.press("p p p p p p Enter n")
        first?.type("half a note")
        first?.wait(seconds: 1)
        first?.settle()
        first = nil
        second.see("1 of 6")
        second.see("the terminal that recorded has left: the next command records here")
        second.press("n")
        second.see("the other terminal has left: this one records now")
        #expect(second.sees("half a note"))
    }

    // MARK: A disk that fails

    @Test func aFullDiskIsShownAndNothingIsLost() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder)
        scribe.press("p p p p p p Enter")
        scribe.see("● recorded")
        scribe.disk?.fill()
        scribe.note("one")
        scribe.see("no space left on the disk")
        #expect(!scribe.sees("● recorded"))
        scribe.note("two")
        scribe.press("n")
        scribe.type("three is not said ye")
        #expect(scribe.sees("NOT RECORDED"))
        #expect(scribe.sees("three is not said ye"))
        scribe.disk?.empty()
        scribe.see("● recorded")
        #expect(!scribe.sees("NOT RECORDED"))
        scribe.wait(seconds: 1)
        scribe.settle()
        let read = try SQLiteLedger(reading: folder.path)
        let notes = try read.entries(of: .init(MeetingFolder.day)!).compactMap { entry -> String? in
            if case .noted(let noted) = entry.act { noted.text } else { nil }
        }
        #expect(notes == ["one", "two"])
        #expect(
            try Opened.drafts(of: .init(MeetingFolder.day)!, in: read).values.elementsEqual(["three is not said ye"]))
    }

    /// The banner for a draft that could not be saved goes when the draft is saved.
    @Test func theBannerOfADraftGoesWithItsCause() throws {
        let scribe = try Scribe(try MeetingFolder())
        scribe.press("p p p p p p Enter")
        scribe.see("● recorded")
        scribe.disk?.fill()
        scribe.press("n")
        scribe.type("half")
        scribe.see("no space left on the disk")
        #expect(scribe.sees("NOT RECORDED, all that is typed kept here"))
        scribe.disk?.empty()
        scribe.see("● recorded")
        #expect(!scribe.sees("NOT RECORDED"))
    }

    @Test func leavingSaysWhatItWaitsFor() throws {
        let scribe = try Scribe(try MeetingFolder())
        scribe.press("p p p p p p Enter")
        scribe.see("● recorded")
        scribe.disk?.fill()
        scribe.note("one")
        scribe.see("NOT RECORDED")
        // There is room again as soon as somebody has read what is waited for.
        let disk = scribe.disk
        scribe.terminal.onPresent = { grid in
            if grid.text.contains("waiting up to 20 seconds for the disk, to record 1 act") { disk?.empty() }
        }
        scribe.press("q")
        #expect(scribe.program.farewell?.code == 0)
    }

    @Test func leavingWithWhatIsNotRecordedIsAskedTwice() throws {
        let scribe = try Scribe(try MeetingFolder(), patience: 0.01)
        scribe.press("p p p p p p Enter")
        scribe.see("● recorded")
        scribe.disk?.fill()
        scribe.note("one")
        scribe.see("NOT RECORDED")
        scribe.press("q")
        #expect(scribe.sees("1 act can't be saved: q again leaves without it"))
        #expect(scribe.program.farewell == nil)
        scribe.press("q")
        #expect(scribe.program.farewell != nil)
    }

    @Test func suspendingGoesThroughTheTerminal() throws {
        let scribe = try Scribe(try MeetingFolder())
        scribe.press("Ctrl-Z p")
        #expect(scribe.terminal.suspensions == 1)
        #expect(scribe.sees("● present"))
    }
}
