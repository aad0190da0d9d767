import Council
import Foundation
import Synchronization

@testable import Record

/// A record whose disk can be filled, and emptied again.
final class Disk: RecordWriter {
    private let record: Session
    private let isFull: Mutex<Bool>

    init(_ record: Session, isFull: Bool = false) {
        self.record = record
        self.isFull = Mutex(isFull)
    }

    func fill() { isFull.withLock { $0 = true } }
    func empty() { isFull.withLock { $0 = false } }

    private func checkRoom() throws(RecordError) {
        if isFull.withLock({ $0 }) { throw .diskFull(path: "record.sqlite") }
    }

    func append(
        _ entries: [Entry], of submission: Submission, clearingDraft key: DraftKey?
    ) throws(RecordError) -> Appended {
        try checkRoom()
        return try record.append(entries, of: submission, clearingDraft: key)
    }

    func saveDraft(_ text: String, as key: DraftKey, of date: CalendarDay) throws(RecordError) {
        try checkRoom()
        try record.saveDraft(text, as: key, of: date)
    }

    func clearDraft(_ key: DraftKey, of date: CalendarDay) throws(RecordError) {
        try checkRoom()
        try record.clearDraft(key, of: date)
    }

    func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(RecordError) {
        try checkRoom()
        try record.saveOutputs(outputs, of: date)
    }

    func check() throws(RecordError) {
        try checkRoom()
        try record.check()
    }

    func move(to home: String?) throws(RecordError) -> RecordMove { try record.move(to: home) }
}
