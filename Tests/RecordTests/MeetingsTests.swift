@testable import Council
import Foundation
import Testing

@testable import Record

@Suite struct MeetingsTests {
    private func standing(after acts: [Act]) throws -> MeetingSummary? {
        let record = try MeetingRecord.inMemory()
        try record.append(acts, at: Samples.moment, to: Samples.day, expecting: 1)
        return try record.meetings().first
    }

    @Test func nothingIsListedOfAnEmptyRecord() throws {
        #expect(try MeetingRecord.inMemory().meetings().isEmpty)
    }

    @Test func everyMeetingIsListedByDate() throws {
        let record = try MeetingRecord.inMemory()
        let later = Samples.day("2026-12-02")
        try record.append(.opened, to: later)
        try record.append([.opened, Samples.note(1)], at: .distantPast, to: Samples.day, expecting: 1)
        try record.append([.closed(.init(gaps: []))], at: Samples.moment, to: Samples.day, expecting: 3)
        let at = Entry(number: 1, at: Samples.moment, act: .opened).at
        #expect(
            try record.meetings() == [
                MeetingSummary(date: Samples.day, isOpen: false, isClosed: true, lastActAt: at, entryCount: 3),
                MeetingSummary(date: later, isOpen: true, isClosed: false, lastActAt: at, entryCount: 1),
            ])
    }

    @Test(arguments: [
        ([Act.docket(Samples.docket)], false, false),
        ([.opened], true, false),
        ([.opened, .undone(.init(entry: 1))], false, false),
        ([.opened, .undone(.init(entry: 1)), .redone(.init(entry: 1))], true, false),
        ([.opened, .undone(.init(entry: 1)), .opened], true, false),
        ([.opened, .closed(.init(gaps: []))], false, true),
        ([.opened, .closed(.init(gaps: [])), .reopened(.init(reason: "typing"))], true, false),
        (
            [.opened, .closed(.init(gaps: [])), .reopened(.init(reason: "typing")), .closed(.init(gaps: []))], false,
            true
        ),
    ])
    func standingIsThatOfTheMeeting(acts: [Act], isOpen: Bool, isClosed: Bool) throws {
        let summary = try standing(after: acts)
        #expect(summary?.isOpen == isOpen)
        #expect(summary?.isClosed == isClosed)
        #expect(summary?.entryCount == acts.count)
    }
}
