import Council

/// Something that a `Recorder` writes.
public enum RecorderJob: Equatable, Sendable {
    /// The entries that a submission adds, all or none; the draft that became one of them goes with them.
    case append([Entry], of: Submission, clearingDraft: DraftKey? = nil)
    case saveDraft(DraftKey, text: String)
    case clearDraft(DraftKey)
    case saveOutputs([Output])
    /// Checks that everything that was written is still there.
    case check
    /// Records in another place from here on; see `Ledger.move`.
    case move(to: String?)

    /// The submission behind the job; nil if somebody asked for nothing.
    public var submission: Submission? {
        if case .append(_, let submission, _) = self { submission } else { nil }
    }

    var isMove: Bool {
        if case .move = self { true } else { false }
    }

    /// The draft that the job changes.
    var draftKey: DraftKey? {
        switch self {
        case .append(_, _, let key): key
        case .saveDraft(let key, _), .clearDraft(let key): key
        case .saveOutputs, .check, .move: nil
        }
    }

    func write(to writer: any RecordWriter, date: CalendarDay) throws(LedgerError) -> RecorderEvent? {
        switch self {
        case .append(let entries, let submission, let key):
            return switch try writer.append(entries, of: submission, clearingDraft: key) {
            case .recorded(let entries): .recorded(entries)
            case .rebased(let journal): .rebased(journal)
            case .declined(let refusal, let journal): .declined(submission, refusal.sentence, journal)
            case .kept: .kept(submission)
            }
        case .saveDraft(let key, let text):
            try writer.setDraft(text, as: key, of: date)
            return .draftSaved(key)
        case .clearDraft(let key):
            try writer.setDraft(nil, as: key, of: date)
            return .draftCleared(key)
        case .saveOutputs(let outputs):
            try writer.saveOutputs(outputs, of: date)
            return .outputsSaved
        case .check:
            try writer.check()
            return nil
        case .move(let home):
            return .moved(try writer.move(to: home))
        }
    }
}

/// News of a `Recorder`.
public enum RecorderEvent: Equatable, Sendable {
    /// These are on disk.
    case recorded([Entry])
    case draftSaved(DraftKey)
    case draftCleared(DraftKey)
    case outputsSaved
    case moved(RecordMove)
    /// The record stays where it was; this holds nothing else up.
    case notMoved(LedgerError)
    /// Nothing could be written; the jobs that wait are kept, and tried again. Said once until something changes.
    case failed(LedgerError, pending: Int)
    /// Writing works again.
    case recovered
    /// A submission is recorded, behind entries that others have recorded in between: this is the meeting now.
    case rebased(Journal)
    /// The rules no longer allow a submission, for this reason, after entries that others have recorded in between.
    case declined(Submission, String, Journal)
    /// A submission can't be recorded now, and is kept on the disk until it can.
    case kept(Submission)
    /// Trying again could not help: the job can't be put into the record at all.
    case refused(LedgerError, RecorderJob)
}
