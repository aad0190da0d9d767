import Council

/// What a `Recorder` has to say.
public enum RecorderEvent: Equatable, Sendable {
    /// These are on disk.
    case recorded([Entry])
    case draftSaved(kind: String)
    case draftCleared(kind: String)
    case outputsSaved
    case moved(RecordMove)
    /// The record stays where it was, or would be; nothing else is held up by that.
    case notMoved(RecordError)
    /// Nothing could be written; what waits is kept, and tried again. Said once until something changes.
    case failed(RecordError, pending: Int)
    /// Writing works again.
    case recovered
    /// Trying again could not help, such as where somebody else has written in between. The acts that could not be
    /// recorded, and all later ones, are handed back in their order.
    case refused(RecordError, returned: [RecorderJob])
}
