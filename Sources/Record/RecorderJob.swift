import Council
import Foundation

/// Something a `Recorder` is to write.
public enum RecorderJob: Equatable, Sendable {
    /// What a submission adds, all or none; the draft that became one of its entries goes with them.
    case append([Entry], of: Submission, clearingDraft: DraftKey? = nil)
    case saveDraft(DraftKey, text: String)
    case clearDraft(DraftKey)
    case saveOutputs([Output])
    /// Looks whether what was written is still there.
    case check
    /// Records in another place from here on; see `RecordWriter.move`.
    case move(to: String?)

    /// What somebody asked for; nil where it is about something else.
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

    func write(to writer: any RecordWriter, date: CalendarDay) throws(RecordError) -> RecorderEvent? {
        switch self {
        case .append(let entries, let submission, let key):
            return switch try writer.append(entries, of: submission, clearingDraft: key) {
            case .recorded(let entries): .recorded(entries)
            case .rebased(let all): .rebased(all: all)
            case .declined(let refusal, let all): .declined(submission, refusal.sentence, all: all)
            }
        case .saveDraft(let key, let text):
            try writer.saveDraft(text, as: key, of: date)
            return .draftSaved(key)
        case .clearDraft(let key):
            try writer.clearDraft(key, of: date)
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
