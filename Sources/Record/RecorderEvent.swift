import Council

/// What a `Recorder` has to say.
public enum RecorderEvent: Equatable, Sendable {
    /// These are on disk.
    case recorded([Entry])
    case draftSaved(DraftKey)
    case draftCleared(DraftKey)
    case outputsSaved
    case moved(RecordMove)
    /// The record stays where it was, or would be; nothing else is held up by that.
    case notMoved(RecordError)
    /// Nothing could be written; what waits is kept, and tried again. Said once until something changes.
    case failed(RecordError, pending: Int)
    /// Writing works again.
    case recovered
    /// A submission is recorded, behind what others have recorded in between: these are all entries of the meeting now.
    case rebased(all: [Entry])
    /// The rules no longer allow a submission, for this reason, after what others have recorded in between.
    case declined(Submission, String, all: [Entry])
    /// Trying again could not help: the job can't be put into the record at all.
    case refused(RecordError, RecorderJob)
}
