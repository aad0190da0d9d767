@testable import Council
import Foundation
import Testing

@testable import Ledger

@Suite struct MeetingsTests {
    private func standing(after acts: [Act], _ maker: LedgerMaker) throws -> MeetingSummary? {
        let place = try maker.make()
        let ledger = try place.connect()
        try ledger.append(acts, at: Samples.moment, to: Samples.day, expecting: 1)
        return try ledger.meetings().first
    }

    @Test(arguments: LedgerMaker.all) func nothingIsListedOfAnEmptyLedger(maker: LedgerMaker) throws {
        #expect(try maker.make().connect().meetings().isEmpty)
    }

    @Test(arguments: LedgerMaker.all) func everyMeetingIsListedByDate(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        let later = Samples.day("2026-12-02")
        try ledger.append(.opened, to: later)
        try ledger.append([.opened, Samples.note(1)], at: .distantPast, to: Samples.day, expecting: 1)
        try ledger.append([.closed(.init(gaps: []))], at: Samples.moment, to: Samples.day, expecting: 3)
        let ends = try [Samples.day, later].map { try #require(try ledger.entries(of: $0).last).at }
        #expect(place.signer != nil || Set(ends) == [Entry(number: 1, at: Samples.moment, act: .opened).at])
        #expect(
            try ledger.meetings() == [
                MeetingSummary(
                    date: Samples.day, isOpen: false, isClosed: true, wasHeld: true, lastActAt: ends[0],
                    entryCount: 3),
                MeetingSummary(
                    date: later, isOpen: true, isClosed: false, wasHeld: false, lastActAt: ends[1],
                    entryCount: 1),
            ])
    }

    @Test(
        arguments: LedgerMaker.all,
        [
            ([Act.docket(Samples.docket)], false, false, false),
            ([.opened], true, false, false),
            ([.opened, .undone(.init(entry: 1))], false, false, false),
            ([.opened, .undone(.init(entry: 1)), .redone(.init(entry: 1))], true, false, false),
            ([.opened, .undone(.init(entry: 1)), .opened], true, false, false),
            ([.opened, .closed(.init(gaps: []))], false, true, true),
            ([.opened, .closed(.init(gaps: [])), .reopened(.init(reason: "typing"))], true, false, true),
            (
                [.opened, .closed(.init(gaps: [])), .reopened(.init(reason: "typing")), .closed(.init(gaps: []))],
                false, true, true
            ),
        ])
    func standingIsThatOfTheMeeting(
        maker: LedgerMaker, expected: (acts: [Act], isOpen: Bool, isClosed: Bool, wasHeld: Bool)
    ) throws {
        let (acts, isOpen, isClosed, wasHeld) = expected
        let summary = try standing(after: acts, maker)
        #expect(summary?.isOpen == isOpen)
        #expect(summary?.isClosed == isClosed)
        #expect(summary?.wasHeld == wasHeld)
        #expect(summary?.entryCount == acts.count)
    }
}
