import Council
import Foundation
import Synchronization

@testable import Ledger
@testable import SQLiteLedger

/// A record on a disk that a test can fill and empty.
final class Disk: RecordWriter {
    private let record: Session
    private let isFull: Mutex<Bool>

    init(_ record: Session, isFull: Bool = false) {
        self.record = record
        self.isFull = Mutex(isFull)
    }

    func fill() { isFull.withLock { $0 = true } }
    func empty() { isFull.withLock { $0 = false } }

    private func checkRoom() throws(LedgerError) {
        if isFull.withLock({ $0 }) { throw .diskFull(path: "record.sqlite") }
    }

    func append(
        _ entries: [Entry], of submission: Submission, clearingDraft key: DraftKey?
    ) throws(LedgerError) -> Appended {
        try checkRoom()
        return try record.append(entries, of: submission, clearingDraft: key)
    }

    func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError) {
        try checkRoom()
        try record.setDraft(text, as: key, of: date)
    }

    func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        try checkRoom()
        try record.saveOutputs(outputs, of: date)
    }

    func check() throws(LedgerError) {
        try checkRoom()
        try record.check()
    }

    func move(to home: String?) throws(LedgerError) -> RecordMove { try record.move(to: home) }
}

extension Ledger {
    /// Records as another program does, without a lease.
    func append(_ entries: [Entry], to date: CalendarDay) throws(LedgerError) {
        try append(try Batch(entries, of: date, ActCoder()), clearingDraft: nil)
    }
}
