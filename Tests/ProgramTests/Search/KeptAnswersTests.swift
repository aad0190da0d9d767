import Council
import Foundation
import Testing

@testable import mlreview

/// An answer is kept for as long as everything is as it was, and no longer.
@Suite struct KeptAnswersTests {
    private static let day = CalendarDay("2026-12-20")!
    private static let noon = Date(timeIntervalSince1970: Double(day.daysSinceEpoch * 86_400 + 43_200))

    private func kept(_ question: String, in past: SearchedFolder) -> KeptAnswers {
        KeptAnswers(to: [question], in: MeetingPlace(folder: past.path), patience: 0)
    }

    private func keep(in past: SearchedFolder) throws {
        // Files that were written within the last tick of the clock might be written once more within it.
        let deadline = ContinuousClock.now + .seconds(120)
        repeat {
            try #require(ContinuousClock.now < deadline)
            kept("pipeline", in: past).keep("one\n\n", on: Self.day, zone: "UTC")
        } while kept("pipeline", in: past).answer(at: Self.noon) == nil
    }

    @Test func theSameQuestionOnTheSameDayHasTheSameAnswer() throws {
        let past = try SearchedFolder(meetings: 1)
        try keep(in: past)
        #expect(kept("pipeline", in: past).answer(at: Self.noon) == "one\n\n")
        #expect(kept("register", in: past).answer(at: Self.noon) == nil)
        #expect(kept("pipeline", in: past).answer(at: Self.noon + 86_400) == nil)
    }

    /// Whatever an answer may come from.
    @Test(arguments: [
        "agendas/proposals/prep-time.md", "agendas/proposals/new.md", "agendas/council.yaml", "agendas/2026-11-25.yaml",
        "agendas/2027-01-06.yaml", "agendas/people/bo.yaml", "minutes/2026-11-25/record.json",
        "minutes/2026-12-30/record.json", "themes/new.yaml", ".mlreview/record.sqlite-wal",
    ])
    func aChangedFileIsNeverAnsweredFromBefore(_ name: String) throws {
        let past = try SearchedFolder(meetings: 1)
        try keep(in: past)
        if past.folder.has(name) {
            try past.writeUnnoticed(past.folder.text(name), to: name)
        } else {
            try past.write("x", to: name)
        }
        #expect(kept("pipeline", in: past).answer(at: Self.noon) == nil, "\(name)")
    }

    @Test func anAnswerThatWasQuickIsNotKept() throws {
        let past = try SearchedFolder(meetings: 1)
        let patient = KeptAnswers(to: ["pipeline"], in: MeetingPlace(folder: past.path), patience: 1000)
        patient.keep("one", on: Self.day, zone: "UTC")
        #expect(kept("pipeline", in: past).answer(at: Self.noon) == nil)
    }
}
