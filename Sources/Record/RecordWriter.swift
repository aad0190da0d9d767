import Council
import Foundation

/// What a `Recorder` needs of a record, so that tests can give it one that fails.
protocol RecordWriter: Sendable {
    func append(
        _ acts: [Act], at moment: Date, to date: CalendarDay, expecting nextNumber: Int, clearingDraft kind: String?
    ) throws(RecordError) -> [Entry]
    func saveDraft(_ text: String, as kind: String, of date: CalendarDay) throws(RecordError)
    func clearDraft(_ kind: String, of date: CalendarDay) throws(RecordError)
    func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(RecordError)
}

extension MeetingRecord: RecordWriter {}
