import Council
import Foundation
import Ledger
import Screen
import Testing

@testable import Room
@testable import mlreview

/// The library without a meeting, and the library of a meeting that goes on.
@Suite struct LibraryProgramTests {
    // MARK: Without a meeting

    @Test func theFirstPictureDoesNotWaitForTheFiles() throws {
        let visitor = try Visitor(try MeetingFolder())
        #expect(visitor.screen.contains(LibraryScreen.isBeingRead))
        visitor.see("prep-time")
        visitor.press("q")
        let farewell = try #require(visitor.program.farewell)
        #expect(farewell.lines == [] && farewell.code == 0 && farewell.next == nil)
    }

    @Test func nothingIsWritten() throws {
        let folder = try MeetingFolder()
        let visitor = try Visitor(folder)
        visitor.see("prep-time")
        visitor.press("1 Enter Esc 5 Enter Esc q")
        // If reading took long, what was read is kept beside the record.
        #expect(!folder.has(".mlreview/record.sqlite") && !folder.has("minutes"))
    }

    /// A meeting that can be held comes on the screen next.
    @Test func aMeetingIsChosen() throws {
        let visitor = try Visitor(try MeetingFolder())
        visitor.see("prep-time")
        visitor.press("2 o")
        #expect(visitor.screen.contains("this row is not a meeting: 5 lists them"))
        visitor.press("5 Enter")
        #expect(visitor.program.farewell?.next == CalendarDay(MeetingFolder.day))
    }

    // MARK: Meetings that were held

    /// A folder with the minutes of a meeting, whose record is there or not.
    private func folderWithMinutes(record isThere: Bool) throws -> MeetingFolder {
        let folder = try MeetingFolder()
        try Reader(folder).run("roll priya present\nopen\ngo 1\ndecide defer because No time.\nclose anyway")
        if !isThere { try FileManager.default.removeItem(atPath: folder.path + "/.mlreview") }
        return folder
    }

    /// Without the record it would be held anew, and its minutes would say that nothing was decided.
    @Test func aMeetingThatWasHeldElsewhereIsNotOpened() throws {
        let visitor = try Visitor(try folderWithMinutes(record: false))
        visitor.see("prep-time")
        visitor.press("5")
        visitor.see("1 deferred")
        #expect(!visitor.screen.contains("o open it"))
        visitor.press("o")
        #expect(visitor.program.farewell == nil)
        #expect(visitor.screen.contains("the meeting of Wed 25 Nov 2026 was held: Enter shows its minutes"))
        visitor.press("Enter")
        #expect(visitor.screen.contains("minutes of 2026-11-25"))
    }

    @Test func aMeetingThatWasHeldHereIsOpened() throws {
        let visitor = try Visitor(try folderWithMinutes(record: true))
        visitor.see("prep-time")
        visitor.press("5")
        #expect(visitor.screen.contains("o open it"))
        visitor.press("o")
        #expect(visitor.program.farewell?.next == CalendarDay(MeetingFolder.day))
    }

    @Test func aMeetingThatWasHeldElsewhereIsNotBegunByItsDay() throws {
        let folder = try folderWithMinutes(record: false)
        let place = MeetingPlace(folder: folder.path, agenda: MeetingFolder.day)
        func begin(rehearsing: Bool) throws -> Opened {
            let record = try place.openRecord(rehearsing: rehearsing)
            let meeting = try #require(try place.choose(in: record).only)
            return try Opened(meeting, in: place, record: record, rehearsing: rehearsing)
        }
        let complaint = try #require(#expect(throws: Complaint.self) { try begin(rehearsing: false) })
        #expect(
            complaint.description.contains("the meeting of 2026-11-25 was held: its minutes are in")
                && complaint.description.contains("its record is elsewhere"))
        #expect(try begin(rehearsing: true).journal.entries.isEmpty)
    }

    // MARK: Meetings that go on

    @Test func aMeetingThatGoesOnIsInSession() throws {
        let folder = try MeetingFolder()
        let reader = try Reader(folder)
        reader.run("roll priya present\nopen")
        let visitor = try Visitor(folder)
        visitor.see("prep-time")
        visitor.press("5")
        #expect(visitor.screen.contains("in session") && visitor.screen.contains("o resume it"))
        visitor.press("o")
        #expect(visitor.program.farewell?.next == CalendarDay(MeetingFolder.day))
    }

    @Test func theLibraryGivesWayToTheMeetingThatItIsOpenOver() throws {
        let scribe = try Scribe(try MeetingFolder(), rehearsing: true)
        scribe.press("p p p p r p p p p p r Enter L 5")
        scribe.see("in session")
        #expect(scribe.sees("o resume it"))
        scribe.press("o")
        #expect(!scribe.sees("1 Pipeline"))
    }

    // MARK: Leaving

    @Test func aSignalLeaves() throws {
        let visitor = try Visitor(try MeetingFolder())
        visitor.terminal.script.append(Wake(events: [.terminate(signal: 15)]))
        visitor.program.turn()
        #expect(visitor.program.farewell?.code == 143 && visitor.program.farewell?.lines == [])
    }

    @Test func theHelpListsTheLibrarysKeysAlone() throws {
        let visitor = try Visitor(try MeetingFolder())
        visitor.press("?")
        #expect(visitor.screen.contains("In the library") && !visitor.screen.contains("Attendance"))
    }

    // MARK: When it opens

    @Test(arguments: [
        (["2026-11-04", "2026-11-11"], [], true), (["2026-11-11"], [], false),
        (["2026-11-11", "2026-11-25"], [], false),
        (["2026-11-11", "2026-12-02"], [], false),
        (["2026-11-11"], ["2026-11-11"], false), ([], ["2026-11-11"], false),
    ])
    func itOpensIfNoMeetingIsToBeGoneOnWith(agendas: [String], open: [String], isOver: Bool) throws {
        let files = agendas.compactMap { day in CalendarDay(day).map { (date: $0, path: "agendas/\(day).yaml") } }
        let recorded = open.compactMap(CalendarDay.init).map { date in
            MeetingSummary(
                date: date, isOpen: true, isClosed: false, wasHeld: false, lastActAt: Date(timeIntervalSince1970: 0),
                entryCount: 3)
        }
        let choice = try MeetingChoice.among(
            files, recorded: recorded, today: try #require(CalendarDay("2026-11-25")))
        #expect(choice.isOver == isOver)
    }

    // MARK: In a meeting

    @Test func typingGoesOnWhileItIsRead() throws {
        let scribe = try Scribe(try MeetingFolder())
        scribe.press("p p p p r p p p p p r Enter L")
        #expect(scribe.sees("1 Pipeline"))
        scribe.press("j 3 / x Esc 1")
        scribe.see("prep-time")
        scribe.press("Esc H")
        scribe.see("Fraud ring detection on the account graph")
        scribe.press("Esc")
        scribe.note("the meeting goes on")
        scribe.see("● recorded")
    }

    // MARK: On the console

    @Test(arguments: [
        ("library", "pipeline"), ("library meetings", "meetings"), ("library actions", "actions"),
        ("library decisions", "decisions"), ("library register", "register"),
        ("history prep-time", "history prep-time"),
    ])
    func theConsolePrintsWhatTheShellPrints(line: String, command: String) throws {
        let folder = try MeetingFolder()
        let reader = try Reader(folder)
        let answering = try #require(
            try MLReview.parseAsRoot(command.split(separator: " ").map(String.init)) as? any AnsweringCommand)
        let week = try WeekFolder(folder.path, today: CalendarDay(MeetingFolder.day), evenIfMeetingIsOpen: true)
        #expect(reader.run(line) == (try answering.answer(from: week, columns: nil).lines))
    }

    @Test func theHistoryOfTheItemBeforeTheCouncil() throws {
        let reader = try Reader(try MeetingFolder())
        #expect(reader.refusal(of: "history") == "no item is before the council: name one, as in `history prep-time`")
        reader.run("roll priya present\nopen\ngo 2")
        #expect(reader.run("history").contains { $0.contains("Ravi Das (data science): wants changes") })
        #expect(reader.refusal(of: "history prep-tine")?.contains("did you mean `prep-time`?") == true)
        #expect(reader.refusal(of: "library pipelin")?.contains("did you mean `pipeline`?") == true)
    }
}

/// A person who looks at the library without a meeting.
private final class Visitor {
    let terminal = MemoryTerminal(size: Size(rows: 30, columns: 120))
    let program: RoomProgram
    /// Kept here because the folder is removed with its last reference.
    private let folder: MeetingFolder

    init(_ folder: MeetingFolder) throws {
        self.folder = folder
        let clock = Clock()
        program = try RoomProgram(
            Opened(libraryOf: MeetingPlace(folder: folder.path)), terminal: terminal, now: { clock.now },
            instant: { clock.instant })
        program.begin()
    }

    var screen: String { terminal.grid?.text ?? "" }

    func press(_ labels: String) {
        for label in labels.split(separator: " ") where program.farewell == nil {
            guard let key = KeyEvent(label: String(label)) else { fatalError("there is no key \(label)") }
            terminal.type([key])
            program.turn()
        }
    }

    func see(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let deadline = ContinuousClock.now + .seconds(120)
        while !screen.contains(text), ContinuousClock.now < deadline {
            var watched = program.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            _ = poll(&watched, nfds_t(watched.count), 1000)
            program.turn()
        }
        if !screen.contains(text) {
            Issue.record("waited in vain for \(text) on\n\(screen)", sourceLocation: sourceLocation)
        }
    }
}
