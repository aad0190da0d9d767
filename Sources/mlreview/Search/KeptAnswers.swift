import Council
import Foundation
import SearchIndex

/// Answers that took long to work out, which stand in the index for as long as nothing changes that they come from.
struct KeptAnswers {
    private let place: MeetingPlace
    private let question: String
    /// How everything looked before the answer was worked out.
    let look: FolderState
    private let state: String?
    /// Seconds of work that an answer is kept for.
    private let patience: Double
    private let begin = ContinuousClock.now

    /// - Parameter question: Everything that the answer depends on, apart from the folder and the day.
    init(to question: [String], in place: MeetingPlace, patience: Double = 0.1) {
        self.place = place
        self.patience = patience
        // Another version of the program may give another answer.
        let program = FileMark(of: "/proc/self/exe").map { "\($0)" } ?? ""
        self.question = (question + [place.minutes, program]).joined(separator: "\0").replacing("\0", with: "\u{1}")
        look = FolderState(of: place)
        state = look.digestWithAgendas
    }

    /// The answer that was kept; nil if there is none that still holds.
    func answer(at now: Date = Date()) -> String? {
        guard let state, let path = SearchFolder.path(in: place, making: false),
            let index = SearchIndex.opened(at: path), let kept = try? index.answer(to: question, while: state),
            LocalTime(zone: kept.zone).day(now) == kept.day
        else { return nil }
        return kept.text
    }

    /// Keeps an answer that took long. What has changed meanwhile may be in it, or not; but then nothing will ever look
    /// again as it did before.
    func keep(_ text: String, on day: CalendarDay, zone: String) {
        guard let state, ContinuousClock.now - begin > .seconds(patience),
            let path = SearchFolder.path(in: place, making: true),
            let index = SearchIndex.opened(at: path) ?? (try? SearchIndex.made(at: path) { _ in }), index.isKept
        else { return }
        try? index.keep(
            KeptAnswer(text: text, day: day, zone: zone), to: question, while: state)
    }
}
