import Council
import Foundation
import Synchronization

@testable import Ledger

/// A writer that fails when told to, notes its calls, and can be made to wait.
final class FaultyWriter: RecordWriter {
    private struct State {
        var failures: [LedgerError] = []
        var isBroken: LedgerError?
        var calls: [String] = []
    }

    private let state = Mutex(State())
    /// If `waits`, every write passes only after `let(_:)`.
    private let gate: DispatchSemaphore?
    /// Raised when a write has come to the gate.
    private let arrival = DispatchSemaphore(value: 0)

    init(waits: Bool = false) { gate = waits ? DispatchSemaphore(value: 0) : nil }

    /// What was written, in order; `!` stands before a write that failed.
    var calls: [String] { state.withLock { $0.calls } }

    /// Fails the next writes, with one error each.
    func fail(with errors: LedgerError...) { state.withLock { $0.failures = errors } }

    /// Fails every write until it is mended with nil.
    func breakDown(_ error: LedgerError?) { state.withLock { $0.isBroken = error } }

    func `let`(_ writes: Int) { for _ in 0..<writes { gate?.signal() } }

    func awaitWrite() { arrival.wait() }

    private func write(_ name: String) throws(LedgerError) {
        arrival.signal()
        gate?.wait()
        let error = state.withLock { state in
            let error = state.isBroken ?? (state.failures.isEmpty ? nil : state.failures.removeFirst())
            state.calls.append((error == nil ? "" : "!") + name)
            return error
        }
        if let error { throw error }
    }

    func append(
        _ entries: [Entry], of submission: Submission, clearingDraft key: DraftKey?
    ) throws(LedgerError) -> Appended {
        try write("append \(entries.first?.number ?? 0)" + (key.map { " clearing \($0)" } ?? ""))
        return .recorded(entries)
    }

    func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError) {
        try write(text.map { "\(key): \($0)" } ?? "clear \(key)")
    }

    func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        try write(outputs.map(\.name).joined(separator: " "))
    }
}
