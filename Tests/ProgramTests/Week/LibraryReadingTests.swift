import Council
import Foundation
import Testing

@testable import Room
@testable import mlreview

/// What all weeks together know reaches the screen of a meeting, which does not wait for it.
@Suite struct LibraryReadingTests {
    @Test(arguments: [false, true])
    func itIsReadWhileTheMeetingGoesOn(rehearsing: Bool) throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder, rehearsing: rehearsing)
        #expect(scribe.program.model.library == nil)
        scribe.program.perform(.readLibrary, after: .tick)
        scribe.press("p p r")
        scribe.wait("the library") { $0.model.library != nil }
        #expect(scribe.program.model.library?.drafts["prep-time"] != nil)
        #expect(scribe.program.model.today == CalendarDay("2026-11-25"))
        #expect(scribe.program.model.libraryReading?.isInMeeting == true)
        #expect(scribe.program.model.libraryReading?.complaints == [])
    }

    @Test func whatCantBeReadIsSaid() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder)
        // The roll has it read, too.
        scribe.wait("the library") { $0.model.library != nil }
        try "title: [\n".write(
            toFile: folder.path + "/agendas/proposals/prep-time.md", atomically: true, encoding: .utf8)
        scribe.program.perform(.readLibrary, after: .tick)
        scribe.see("the library can't be read: ")
        #expect(scribe.sees("proposals/prep-time.md:1:1: error: "))
    }

    /// Minutes that can't be read are left out by name; the rest is there.
    @Test func aCutRecordIsNamed() throws {
        let folder = try MeetingFolder()
        let minutes = folder.path + "/minutes/2026-11-18"
        try FileManager.default.createDirectory(atPath: minutes, withIntermediateDirectories: true)
        try "{".write(toFile: minutes + "/record.json", atomically: true, encoding: .utf8)
        let scribe = try Scribe(folder)
        scribe.program.perform(.readLibrary, after: .tick)
        scribe.wait("the library") { $0.model.library != nil }
        let complaints = try #require(scribe.program.model.libraryReading).complaints
        #expect(complaints.count == 1 && complaints[0].contains("minutes/2026-11-18/record.json:1:2: "))
    }
}
