import Council
import Foundation
import Screen

/// Something that reached the room: from the keyboard, the clock, the disk.
public enum Message: Sendable {
    case input(InputEvent)
    case tick
    /// So many acts have reached the disk; none, where writing works again and they are still on their way.
    case recorded(Int)
    /// Acts could not be written; they are kept and tried again.
    case recordingFailed(String, pending: Int)
    /// Others have recorded in between: this is what the record has, and what this terminal still waits for.
    case rebased(Journal, pending: [Submission], declined: [Declined])
    /// Acts that another terminal recorded.
    case followed([Entry])
    /// The terminal that recorded has left, and no other records yet.
    case leaseFree
    /// The terminal that recorded has left, and this one records now; it has the notes that were half-typed there.
    case leaseTaken(drafts: [ItemID?: String])
    /// Nothing can be recorded here still, for this reason.
    case leaseRefused(String)
    /// What the files say now.
    case loaded(Docket)
    case filesFaulty(String)
    /// The files differ from what the meeting was opened with.
    case filesChanged
    /// The note came back from the external editor.
    case edited(String)
    /// What came back from it is too long for where it belongs, and lies in this file.
    case editedTooLong(path: String, bytes: Int)
    case published([String])
    /// What is written on close, to be read.
    case previewed([DocumentPage])
    /// Files that were edited by hand, each with what differs; they were left as they are.
    case differing([DocumentPage])
    /// The screen is drawn in this theme now.
    case themed(String)
    /// The themes that can be chosen.
    case themes([ThemeChoice])
    /// Clicks and the wheel are reported from now on, or not.
    case mouse(Bool)
    case failed(String)
    case told(String)
}

/// Something that was asked for and is not in the record.
public struct Declined: Equatable, Sendable {
    public let submission: Submission
    /// What is wrong, and what would be right.
    public let sentence: String

    public init(_ submission: Submission, _ sentence: String) {
        self.submission = submission
        self.sentence = sentence
    }
}

/// Something for the world to do; its answer comes back as a message.
public enum Effect: Equatable, Sendable {
    case record([Entry], of: Submission)
    /// The half-typed note has changed, and has to be kept soon: `Model.drafts` has it.
    case draftChanged
    /// Opens the person's editor on a text.
    case edit(String)
    /// Takes over the recording, if the terminal that did it has left.
    case takeLease
    case loadFiles
    /// Records in another folder from here on; nil is the one that there was.
    case moveRecord(to: String?)
    /// Writes minutes and mail, when all acts before it are on the disk; what to do about files that were edited by hand.
    case publish(EditedFiles?)
    /// Asks for what is written on close, the document of that name first.
    case preview(String?)
    /// Opens the person's editor on a document of that name.
    case editDocument(String)
    case theme(String)
    /// Looks what themes there are.
    case listThemes
    /// Has clicks and the wheel reported, or no longer; a message says whether they are.
    case mouse(Bool)
    /// Puts a text into the terminal's clipboard; `what` says to the person what it is.
    case copy(String, what: String)
    case suspend
    case quit
    case beep
}

/// A theme that can be chosen.
public struct ThemeChoice: Equatable, Sendable {
    /// What it is called on the command line: the name of its file without the ending.
    public let name: String
    /// Where it comes from, for people: `built in`, `themes/`.
    public let origin: String

    public init(name: String, origin: String) {
        self.name = name
        self.origin = origin
    }
}
