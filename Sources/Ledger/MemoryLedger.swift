import Council
import Digests
import Foundation
import Synchronization
import Host

/// A ledger that is gone when it is let go of: for rehearsals, and for tests that need no disk.
///
/// Every session on the same object is a writer of its own, as every connection to a file is.
public final class MemoryLedger: Ledger {
    public let name = "the memory"
    let state = Mutex(State())
    /// Apart from the state, so that a lease that ends within a call can tell them.
    private let watches = Mutex<[WeakWatch]>([])

    struct State {
        /// By meeting.
        var rows: [String: [SealedEntry]] = [:]
        var drafts: [CalendarDay: [DraftKey: String]] = [:]
        var outputs: [CalendarDay: [Output]] = [:]
        var unsettled: [CalendarDay: [Output]] = [:]
        var deliveries: [CalendarDay: [Delivery]] = [:]
        var leases: [CalendarDay: WeakLease] = [:]

        /// The digest that the next entry of a meeting follows. A meeting's first entry follows the last one of the meeting
        /// that was recorded into last before it.
        func end(of meeting: String) -> Digest? {
            if let last = rows[meeting]?.last { return last.digest }
            let others = rows.values.compactMap(\.last)
            return others.max { ($0[.at].integer ?? 0, $0.meeting) < ($1[.at].integer ?? 0, $1.meeting) }?.digest
        }
    }

    struct WeakLease {
        weak var lease: MemoryLease?
    }

    fileprivate struct WeakWatch {
        weak var watch: MemoryWatch?
    }

    public init() {}

    private func tellWatches() {
        watches.withLock { watches in
            watches.removeAll { $0.watch == nil }
            for watch in watches { watch.watch?.pipe.raise() }
        }
    }

    // MARK: Entries

    public func forEachRow(
        of date: CalendarDay, after number: Int, _ body: (SealedEntry) -> Void
    ) throws(LedgerError) {
        state.withLock { $0.rows[date.description, default: []] }.dropFirst(max(0, number)).forEach(body)
    }

    @discardableResult
    public func append(_ batch: Batch, clearingDraft key: DraftKey?) throws(LedgerError) -> [SealedEntry] {
        guard !batch.isEmpty else { return [] }
        defer { tellWatches() }
        return try state.withLock { state throws(LedgerError) in
            let meeting = batch.date.description
            let there = state.rows[meeting, default: []]
            let recorded: [SealedEntry]
            if there.count + 1 == batch.firstNumber {
                recorded = batch.sealed(behind: state.end(of: meeting))
                state.rows[meeting, default: []] += recorded
            } else {
                recorded = try batch.recorded(
                    among: Array(there.dropFirst(batch.firstNumber - 1)), last: there.count)
            }
            if let key { state.drafts[batch.date]?[key] = nil }
            return recorded
        }
    }

    public func meetings() throws(LedgerError) -> [MeetingSummary] {
        state.withLock { state in
            state.rows.values.compactMap { rows -> MeetingSummary? in
                guard let last = rows.last, let date = CalendarDay(last.meeting) else { return nil }
                var standing = Standing()
                for row in rows { standing.follow(row.kind, number: row.number, about: row[.ordinal].integer) }
                return MeetingSummary(
                    date: date, isOpen: standing.isOpen, isClosed: standing.isClosed, wasHeld: standing.wasHeld,
                    lastActAt: Date(milliseconds: last[.at].integer ?? 0), entryCount: last.number)
            }.sorted { $0.date < $1.date }
        }
    }

    public func readChain<T>(
        _ body: (any ChainReader) throws(LedgerError) -> T
    ) throws(LedgerError) -> T { try body(Reader(rows: state.withLock { $0.rows })) }

    private struct Reader: ChainReader {
        let rows: [String: [SealedEntry]]

        func meeting(after name: String) -> String? { rows.keys.filter { $0 > name }.min() }

        func forEachRow(of meeting: String, _ body: (SealedEntry) -> Void) {
            rows[meeting, default: []].forEach(body)
        }

        func sealedLater(_ meeting: String) -> MeetingChain.SealedLater? { nil }
    }

    // MARK: Drafts, outputs, deliveries

    public func drafts(of date: CalendarDay) throws(LedgerError) -> [DraftKey: String] {
        state.withLock { $0.drafts[date, default: [:]] }
    }

    public func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError) {
        state.withLock { $0.drafts[date, default: [:]][key] = text?.withoutNUL }
    }

    public func outputs(of date: CalendarDay, revision: Int?) throws(LedgerError) -> [Output] {
        state.withLock { $0.outputs[date, default: []] }.filter { $0.revision == revision ?? $0.revision }
            .sorted { ($0.revision, $0.name) < ($1.revision, $1.name) }
    }

    public func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        state.withLock { state in
            for output in outputs.map(\.withoutNUL) {
                state.outputs[date, default: []].removeAll {
                    $0.revision == output.revision && $0.name == output.name
                }
                state.outputs[date, default: []].append(output)
            }
        }
    }

    public func unsettle(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        state.withLock { state in
            for output in outputs.map(\.withoutNUL) {
                let text = Output(revision: output.revision, name: output.name, text: output.text)
                if !state.unsettled[date, default: []].contains(text) {
                    state.unsettled[date, default: []].append(text)
                }
            }
        }
    }

    public func unsettledOutputs(of date: CalendarDay) throws(LedgerError) -> [Output] {
        state.withLock { $0.unsettled[date, default: []] }
    }

    public func settle(_ names: [String], of date: CalendarDay) throws(LedgerError) {
        state.withLock { $0.unsettled[date]?.removeAll { names.contains($0.name) } }
    }

    public func deliveries(of date: CalendarDay) throws(LedgerError) -> [Delivery] {
        state.withLock { $0.deliveries[date, default: []] }
            .sorted { ($0.message, $0.recipient) < ($1.message, $1.recipient) }
    }

    public func beginDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date,
        despite states: Set<Delivery.State>
    ) throws(LedgerError) -> [String] {
        state.withLock { state in
            let closed = Delivery.State.closed(despite: states)
            let held = Set(
                state.deliveries[date, default: []].filter { $0.message == message && closed.contains($0.state) }
                    .map(\.recipient))
            let begun = recipients.filter { !held.contains($0) }
            state.deliver(message, to: begun, of: date, at: moment, .begun, detail: nil)
            return begun
        }
    }

    public func endDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date, _ answer: Delivery.State,
        detail: String?
    ) throws(LedgerError) {
        state.withLock { $0.deliver(message, to: recipients, of: date, at: moment, answer, detail: detail) }
    }

    // MARK: Others

    public func takeLease(for date: CalendarDay, at moment: Date) throws(LedgerError) -> LeaseAnswer {
        state.withLock { state in
            if let lease = state.leases[date]?.lease, lease.isInForce { return .taken(by: lease.holder) }
            let lease = MemoryLease(.here(since: moment)) { [weak self] in self?.tellWatches() }
            state.leases[date] = WeakLease(lease: lease)
            return .held(lease)
        }
    }

    public func isLeaseFree(for date: CalendarDay) -> Bool {
        state.withLock { state in state.leases[date].map { !($0.lease?.isInForce ?? false) } ?? false }
    }

    public func watch() throws(LedgerError) -> (any LedgerWatch)? {
        let watch: MemoryWatch
        do {
            watch = try MemoryWatch()
        } catch {
            throw .failed(name, reason: error.description)
        }
        watches.withLock { $0.append(WeakWatch(watch: watch)) }
        return watch
    }
}

extension MemoryLedger.State {
    fileprivate mutating func deliver(
        _ message: String, to recipients: [String], of date: CalendarDay, at moment: Date, _ answer: Delivery.State,
        detail: String?
    ) {
        for recipient in recipients {
            deliveries[date, default: []].removeAll { $0.message == message && $0.recipient == recipient }
            deliveries[date, default: []].append(
                Delivery(
                    message: message, recipient: recipient, state: answer, at: Date(milliseconds: moment.milliseconds),
                    detail: detail?.withoutNUL))
        }
    }
}
