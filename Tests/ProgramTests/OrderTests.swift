import Council
import Foundation
import Screen
import Synchronization
import Testing

@testable import Ledger
@testable import SQLiteLedger
@testable import mlreview

/// The order in which things reach the disk, as a person finds it after the program was killed.
@Suite struct OrderTests {
    private let folder: MeetingFolder
    private let day: CalendarDay

    init() throws {
        folder = try MeetingFolder()
        day = try #require(CalendarDay(MeetingFolder.day))
    }

    private func acts(in path: String) throws -> [Act] {
        try SQLiteLedger(reading: path).entries(of: day).map(\.act)
    }

    private func notes() throws -> [String] {
        try acts(in: folder.path).compactMap { if case .noted(let noted) = $0 { noted.text } else { nil } }
    }

    private func draft() throws -> String? {
        try Opened.drafts(of: day, in: SQLiteLedger(reading: folder.path)).values.first
    }

    /// The minutes must not tell of a closing that the record could lack after a power cut.
    @Test func filesAreWrittenOnceTheClosingIsOnTheDisk() throws {
        let early = Mutex<[Publisher.Step]>([])
        let (path, day) = (folder.path, day)
        let publishing = Publishing { step in
            let acts = try SQLiteLedger(reading: path).entries(of: day).map(\.act)
            if !acts.contains(where: { if case .closed = $0 { true } else { false } }) {
                early.withLock { $0.append(step) }
            }
        }
        // Within the hour only publishing tries to record again, since it needs the closing on the disk.
        let scribe = try Scribe(
            folder, publishing: publishing, backoff: Backoff(first: 3_600_000, longest: 3_600_000))
        scribe.press("p p p p p p Enter")
        scribe.see("● recorded")
        scribe.disk?.fill()
        scribe.note("one")
        scribe.see("NOT RECORDED")
        scribe.disk?.empty()
        scribe.press("C Enter")
        scribe.see("written to ")
        #expect(try notes() == ["one"])
        #expect(early.withLock { $0 } == [])
    }

    @Test func aDraftIsGoneWithTheNoteThatItBecame() throws {
        let scribe = try Scribe(folder)
        scribe.press("p p p p p p Enter n")
        scribe.type("half a note")
        scribe.wait(seconds: 1)
        scribe.settle()
        #expect(try draft() == "half a note")
        scribe.type(" and the rest\n")
        scribe.settle()
        #expect(try notes() == ["half a note and the rest"])
        #expect(try draft() == nil)
    }

    /// The other terminal left before its last acts were fetched.
    @Test func whoTakesOverHasTheLastActs() throws {
        let first = try Scribe(folder)
        first.press("p p p p p p Enter")
        first.see("● recorded")
        let second = try Scribe(folder)
        first.note("the last word over there")
        first.settle()
        first.press("q")
        // At once, before the program has looked for new acts.
        let line = [KeyEvent.character(":")] + "note the first word here".map { .character($0) } + [.enter]
        second.terminal.script.append(Wake(events: line.map { .key($0) }))
        second.program.turn()
        second.see("the other terminal has left: this one records now")
        #expect(second.sees("the last word over there"))
        second.note("another")
        second.see("● recorded")
        #expect(try notes().first == "the last word over there")
        #expect(try notes().last == "another")
    }

    /// An act of another terminal moves with the meeting to its new record.
    @Test func aRecordMadeAnewHasWhatOthersRecorded() throws {
        let scribe = try Scribe(folder)
        scribe.press("p p p p p p Enter")
        scribe.note("before")
        scribe.see("● recorded")
        let other = try SQLiteLedger(folder: folder.path)
        let journal = try #require(Journal(entries: try other.entries(of: day)))
        let theirs = Submission(.note(speaker: nil, kind: .plain, text: "theirs"), at: scribe.clock.now)
        try other.append(try journal.propose(theirs), to: day)
        scribe.note("mine")
        scribe.see("theirs")
        scribe.see("● recorded")
        try FileManager.default.removeItem(atPath: folder.path + "/.mlreview")
        scribe.see("NOT RECORDED")
        scribe.run("record")
        scribe.see("● recorded")
        scribe.settle()
        #expect(try notes() == ["before", "theirs", "mine"])
    }
}
