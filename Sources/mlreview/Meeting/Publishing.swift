import Council
import Foundation
import Ledger
import Synchronization
import Host

/// Publishes on a thread of its own, one meeting's files after another, and keeps the outcome.
///
/// A person who leaves has to wait while `isUnderWay`.
final class Publishing: Sendable {
    private let queue = DispatchQueue(label: "publishing", qos: .userInitiated)
    private let pending = DispatchGroup()
    private let state = Mutex(State())
    /// Seconds after which a person should be told what the program waits for.
    private let patience: TimeInterval
    /// Called before each step of publishing.
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

    /// A sentence for each file that is not up to date since the last time; nil if nothing was published here.
    var shortfall: [String]? { state.withLock { $0.shortfall } }

    /// Publishes after earlier publishing is done and earlier acts are on the disk.
    ///
    /// - Parameter done: called with the report, after `isUnderWay` and `shortfall` have changed.
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
        // After the change of state, which `done` may look at.
        done(report)
    }

    /// Runs `body` while nothing is published.
    func between<Result>(_ body: () throws -> Result) rethrows -> Result { try queue.sync(execute: body) }

    /// Waits until nothing is under way.
    ///
    /// - Returns: false if it takes longer than `timeout` seconds.
    func wait(timeout: TimeInterval) -> Bool { pending.wait(timeout: .now() + timeout) == .success }

    /// Calls `body` once if publishing is still under way when a person should be told.
    func ifItTakesLong(_ body: @escaping @Sendable () -> Void) {
        DispatchQueue.global().asyncAfter(deadline: .now() + patience) { [weak self] in
            if self?.isUnderWay ?? false { body() }
        }
    }
}
