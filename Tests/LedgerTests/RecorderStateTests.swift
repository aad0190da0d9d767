import Testing

@testable import Ledger

/// The order in which a recorder's jobs are done.
@Suite struct RecorderStateTests {
    private let append = RecorderJob.append(Samples.entries([Samples.note(1)], from: 1), of: Samples.submission)

    /// Begins with a job.
    private func state(doing job: RecorderJob) -> RecorderState {
        var state = RecorderState()
        _ = state.add(job)
        _ = state.start()
        _ = state.next()
        return state
    }

    /// What waits may be waiting for nothing but another place.
    @Test func aMoveComesBeforeWhatWaits() {
        var state = state(doing: append)
        _ = state.fail(with: Samples.full)
        _ = state.add(.move(to: nil))
        _ = state.startAgain()
        let first = state.next()
        _ = state.finish(with: .outputsSaved)
        let second = state.next()
        #expect(first == .move(to: nil))
        #expect(second == append)
    }

    /// A look that is under way may have seen too little.
    @Test func aLookDuringALookIsAnotherAndAThirdIsNone() {
        var state = state(doing: .check)
        let (second, third) = (state.add(.check), state.add(.check))
        #expect(second && !third)
        _ = state.finish(with: nil)
        let next = state.next()
        #expect(next == .check)
    }
}
