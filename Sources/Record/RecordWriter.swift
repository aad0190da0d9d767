import Council
import Foundation

/// What a `Recorder` needs of a record, so that tests can give it one that fails.
protocol RecordWriter: Sendable {
    /// Appends what a submission adds to the meeting; see `Appended`.
    ///
    /// - Parameters:
    ///   - entries: what it adds to the meeting as it stood where it was made.
    ///   - clearingDraft: the draft that became one of them, and is gone with them.
    func append(
        _ entries: [Entry], of submission: Submission, clearingDraft key: DraftKey?
    ) throws(RecordError) -> Appended
    func saveDraft(_ text: String, as key: DraftKey, of date: CalendarDay) throws(RecordError)
    func clearDraft(_ key: DraftKey, of date: CalendarDay) throws(RecordError)
    func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(RecordError)
    /// Looks whether everything that was recorded is where it was recorded.
    func check() throws(RecordError)
    /// Records in another place from here on, with everything so far.
    ///
    /// - Parameter home: the folder that gets a `.mlreview`; nil for the one that there was.
    /// - Returns: where the record is now, and what is not in it.
    func move(to home: String?) throws(RecordError) -> RecordMove
}

/// What became of a submission.
public enum Appended: Equatable, Sendable {
    /// It was recorded as it was made.
    case recorded([Entry])
    /// Somebody else had recorded in between, and it holds all the same: these are all entries of the meeting now.
    case rebased(all: [Entry])
    /// Somebody else had recorded in between, and the rules no longer allow it.
    case declined(Refusal, all: [Entry])
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
