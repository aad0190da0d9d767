import Council
import Foundation
import Ledger

/// A ledger in memory that tells no digests. They are salted, so that minutes which name them are never the same twice.
final class UndigestedLedger: Ledger {
    private let ledger = MemoryLedger()

    var name: String { ledger.name }

    /// There is no chain to read, and so there are no digests that minutes could name.
    func readChain<T>(_ body: (any ChainReader) throws(LedgerError) -> T) throws(LedgerError) -> T {
        try body(Nothing())
    }

    private struct Nothing: ChainReader {
        func meeting(after name: String) -> String? { nil }
        func forEachRow(of meeting: String, _ body: (SealedEntry) -> Void) {}
        func sealedLater(_ meeting: String) -> MeetingChain.SealedLater? { nil }
    }

    // MARK: As it is in memory

    func forEachRow(of date: CalendarDay, after number: Int, _ body: (SealedEntry) -> Void) throws(LedgerError) {
        try ledger.forEachRow(of: date, after: number, body)
    }

    @discardableResult
    func append(_ batch: Batch, clearingDraft key: DraftKey?) throws(LedgerError) -> [SealedEntry] {
        try ledger.append(batch, clearingDraft: key)
    }

    func meetings() throws(LedgerError) -> [MeetingSummary] { try ledger.meetings() }

    func drafts(of date: CalendarDay) throws(LedgerError) -> [DraftKey: String] { try ledger.drafts(of: date) }

    func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError) {
        try ledger.setDraft(text, as: key, of: date)
    }

    func outputs(of date: CalendarDay, revision: Int?) throws(LedgerError) -> [Output] {
        try ledger.outputs(of: date, revision: revision)
    }

    func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        try ledger.saveOutputs(outputs, of: date)
    }

    func unsettle(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        try ledger.unsettle(outputs, of: date)
    }

    func unsettledOutputs(of date: CalendarDay) throws(LedgerError) -> [Output] {
        try ledger.unsettledOutputs(of: date)
    }

    func settle(_ names: [String], of date: CalendarDay) throws(LedgerError) { try ledger.settle(names, of: date) }

    func deliveries(of date: CalendarDay) throws(LedgerError) -> [Delivery] { try ledger.deliveries(of: date) }

    func beginDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date,
        despite states: Set<Delivery.State>
    ) throws(LedgerError) -> [String] {
        try ledger.beginDelivery(of: message, to: recipients, of: date, at: moment, despite: states)
    }

    func endDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date, _ state: Delivery.State,
        detail: String?
    ) throws(LedgerError) {
        try ledger.endDelivery(of: message, to: recipients, of: date, at: moment, state, detail: detail)
    }

    func takeLease(for date: CalendarDay, at moment: Date) throws(LedgerError) -> LeaseAnswer {
        try ledger.takeLease(for: date, at: moment)
    }

    func isLeaseFree(for date: CalendarDay) -> Bool { ledger.isLeaseFree(for: date) }

    func watch() throws(LedgerError) -> (any LedgerWatch)? { try ledger.watch() }
}
