import Council
import Foundation

/// Something a `Recorder` is to write.
public enum RecorderJob: Equatable, Sendable {
    /// Acts, all or none, the first as entry `expecting`; the draft that became one of them goes with them.
    case append([Act], at: Date, expecting: Int, clearingDraft: String? = nil)
    case saveDraft(kind: String, text: String)
    case clearDraft(kind: String)
    case saveOutputs([Output])
    /// Looks whether what was written is still there.
    case check
    /// Records in another place from here on; see `RecordWriter.move`.
    case move(to: String?)

    var isAppend: Bool {
        if case .append = self { true } else { false }
    }

    var isMove: Bool {
        if case .move = self { true } else { false }
    }

    /// The kind of the draft that the job changes.
    var draftKind: String? {
        switch self {
        case .append(_, _, _, let kind): kind
        case .saveDraft(let kind, _), .clearDraft(let kind): kind
        case .saveOutputs, .check, .move: nil
        }
    }

    func write(to writer: any RecordWriter, date: CalendarDay) throws(RecordError) -> RecorderEvent? {
        switch self {
        case .append(let acts, let moment, let nextNumber, let kind):
            return .recorded(
                try writer.append(acts, at: moment, to: date, expecting: nextNumber, clearingDraft: kind))
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
