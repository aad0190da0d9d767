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
    /// Looks whether everything that was recorded is where it was recorded.
    func check() throws(RecordError)
    /// Records in another place from here on, with everything so far.
    ///
    /// - Parameter home: the folder that gets a `.mlreview`; nil for the one that there was.
    /// - Returns: where the record is now, and what is not in it.
    func move(to home: String?) throws(RecordError) -> RecordMove
}

/// Where a record has moved to.
public struct RecordMove: Equatable, Sendable {
    /// The folder of the record, `.mlreview`.
    public let folder: String
    /// Whether other meetings, minutes and mails came with it; what was lost could not bring them.
    public let isWhole: Bool
    /// Where what lay there before was put.
    public let setAside: String?
}

extension RecordWriter {
    func check() throws(RecordError) {}

    func move(to home: String?) throws(RecordError) -> RecordMove {
        throw .failed(path: "the record", reason: "it can't be moved")
    }
}
