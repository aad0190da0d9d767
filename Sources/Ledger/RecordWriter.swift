import Council

/// The part of a `Session` that a `Recorder` needs, so that tests can give it one that fails.
public protocol RecordWriter: Sendable {
    /// Appends what a submission adds to the meeting; see `Appended`.
    ///
    /// - Parameters:
    ///   - entries: what it adds to the meeting as it stood when it was made.
    ///   - key: the draft that became one of them, and is gone with them.
    func append(
        _ entries: [Entry], of submission: Submission, clearingDraft key: DraftKey?
    ) throws(LedgerError) -> Appended
    /// Keeps a draft in place of the one before it, or clears it.
    func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError)
    func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError)
    /// Looks whether everything that was recorded is where it was recorded.
    func check() throws(LedgerError)
    /// Records in another place from here on, with everything so far; see `Ledger.move`.
    func move(to home: String?) throws(LedgerError) -> RecordMove
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

extension RecordWriter {
    public func check() throws(LedgerError) {}

    public func move(to home: String?) throws(LedgerError) -> RecordMove {
        throw .failed("the record", reason: "it can't be moved")
    }
}
