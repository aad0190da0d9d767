import Council
import Foundation
import Ledger
import Synchronization
import Host

/// Publishes on a thread of its own, one time after another, and knows what came of it.
///
/// Whoever leaves asks whether it is under way, and waits for it.
final class Publishing: Sendable {
    private let queue = DispatchQueue(label: "publishing", qos: .userInitiated)
    private let pending = DispatchGroup()
    private let state = Mutex(State())
    /// Seconds after which a person wants to know what is waited for.
    private let patience: TimeInterval
    /// Told of each step of publishing before it is done.
    let willDo: @Sendable (Publisher.Step) throws -> Void

    private struct State {
        var underWay = 0
        var shortfall: [String]?
    }

    init(patience: TimeInterval = 1, willDo: @escaping @Sendable (Publisher.Step) throws -> Void = { _ in }) {
        self.patience = patience
        self.willDo = willDo
    }

    var isUnderWay: Bool { state.withLock { $0.underWay > 0 } }

    /// Why not every file was written the last time, a sentence each; nil if nothing was published here.
    var shortfall: [String]? { state.withLock { $0.shortfall } }

    /// Publishes as soon as what was recorded before is on the disk, and what was begun earlier is done.
    ///
    /// - Parameter done: told of the report, when nothing is under way any more.
    func begin(
        _ journal: Journal, by publisher: Publisher, editedFiles choice: Publisher.Choice = .ask, recorder: Recorder?,
        done: @escaping @Sendable (Publisher.Report) -> Void
    ) {
        state.withLock { $0.underWay += 1 }
        queue.async(group: pending) { [self] in
            AlternateStack.during { work(journal, publisher, choice, recorder, done) }
        }
    }

    private func work(
        _ journal: Journal, _ publisher: Publisher, _ choice: Publisher.Choice, _ recorder: Recorder?,
        _ done: @Sendable (Publisher.Report) -> Void
    ) {
        let report: Publisher.Report
        if recorder?.flush(timeout: 10) ?? true {
            report = publisher.publish(journal, editedFiles: choice)
        } else {
            report = Publisher.Report(
                complaint: "not written yet, as the record is not on the disk: `:publish` writes them then")
        }
        state.withLock { state in
            state.underWay -= 1
            state.shortfall = report.shortfall
        }
        // After the state, which whoever is told looks at.
        done(report)
    }

    /// Does something with the files while nothing is published.
    func between<Result>(_ body: () throws -> Result) rethrows -> Result { try queue.sync(execute: body) }

    /// Waits until nothing is under way.
    ///
    /// - Returns: whether that was so within `timeout` seconds.
    func wait(timeout: TimeInterval) -> Bool { pending.wait(timeout: .now() + timeout) == .success }

    /// Calls back once if publishing takes longer than a person likes to wait without a word.
    func ifItTakesLong(_ body: @escaping @Sendable () -> Void) {
        DispatchQueue.global().asyncAfter(deadline: .now() + patience) { [weak self] in
            if self?.isUnderWay ?? false { body() }
        }
    }
}
