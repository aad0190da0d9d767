import Council
import Foundation

/// Something a `Recorder` is to write.
public enum RecorderJob: Equatable, Sendable {
    /// What a submission adds, all or none; the draft that became one of its entries goes with them.
    case append([Entry], of: Submission, clearingDraft: String? = nil)
    case saveDraft(kind: String, text: String)
    case clearDraft(kind: String)
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

    /// The kind of the draft that the job changes.
    var draftKind: String? {
        switch self {
        case .append(_, _, let kind): kind
        case .saveDraft(let kind, _), .clearDraft(let kind): kind
        case .saveOutputs, .check, .move: nil
        }
    }

    func write(to writer: any RecordWriter, date: CalendarDay) throws(RecordError) -> RecorderEvent? {
        switch self {
        case .append(let entries, let submission, let kind):
            return switch try writer.append(entries, of: submission, clearingDraft: kind) {
            case .recorded(let entries): .recorded(entries)
            case .rebased(let all): .rebased(all: all)
            case .declined(let refusal, let all): .declined(submission, refusal.sentence, all: all)
            }
        case .saveDraft(let kind, let text):
            try writer.saveDraft(text, as: kind, of: date)
            return .draftSaved(kind: kind)
        case .clearDraft(let kind):
            try writer.clearDraft(kind, of: date)
            return .draftCleared(kind: kind)
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
