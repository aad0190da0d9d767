import Council
import Foundation
import Screen

/// Something that reaches the room: from the keyboard, the clock, the disk.
public enum Message: Sendable {
    case input(InputEvent)
    case tick
    /// The first picture stands, so that what takes time may begin.
    case begun
    /// So many acts have reached the disk; none if writing works again and the acts are still on their way.
    case recorded(Int)
    /// Acts could not be written; they are kept and tried again.
    case recordingFailed(String, pending: Int)
    /// Others have recorded in between: the record as it is now, the submissions still on their way, and those declined.
    case rebased(Journal, pending: [Submission], declined: [Declined])
    /// Acts that another terminal recorded.
    case followed([Entry])
    /// The meeting as the host has it, if more than new acts has changed.
    case replaced(Journal)
    /// A request was declined by the host, or recorded; it counts as on its way no longer.
    case answered(Declined?)
    /// So many requests are on their way to the host, which is there.
    case waiting(Int)
    /// Who is at the meeting, at which terminals.
    case terminals([String])
    /// The record of the meeting that this terminal follows, of that name, is not there any more.
    case recordIsGone(String)
    case recordIsBack
    /// The terminal that recorded has left, and no other records yet.
    case leaseFree
    /// The terminal that recorded has left, and this one records now; it has the notes that were half-typed there.
    case leaseTaken(drafts: [ItemID?: String])
    /// Nothing can be recorded here yet, for this reason.
    case leaseRefused(String)
    /// The agenda's files as they are now.
    case loaded(Docket)
    /// A proposal that the agenda is to have, and the digest of its file.
    case proposalRead(Proposal, digest: String)
    case filesFaulty(String)
    /// The files differ from what the meeting was opened with.
    case filesChanged
    /// The note came back from the external editor.
    case edited(String)
    /// The text from the external editor is too long for its place, and is kept in this file.
    case editedTooLong(path: String, bytes: Int)
    case published([String])
    /// The documents that are written on close, to be read.
    case previewed([DocumentPage])
    /// Files that were edited by hand, each with what differs; they were left as they are.
    case differing([DocumentPage])
    /// Agendas, proposals and earlier meetings as they are now, or why they can't be read.
    case library(Result<LibraryReading, Refusal>)
    /// The screen now has this theme.
    case themed(String)
    /// The themes that can be chosen.
    case themes([ThemeChoice])
    /// Whether clicks and the wheel are reported from now on.
    case mouse(Bool)
    /// What was found for a text.
    case found(SearchAnswer, for: String)
    /// A text that was found, with what stands around it.
    case foundPages([DocumentPage])
    /// The earlier proposals that are near to those of the meeting, by the ids of these.
    case related([String: [RelatedProposal]])
    case failed(String)
    case told(String)
}

/// A submission that was declined and is not in the record.
public struct Declined: Equatable, Sendable {
    public let submission: Submission
    /// Says what is wrong, and what would be right.
    public let sentence: String

    public init(_ submission: Submission, _ sentence: String) {
        self.submission = submission
        self.sentence = sentence
    }
}

/// Something for the program to do; its answer comes back as a message.
public enum Effect: Equatable, Sendable {
    case record([Entry], of: Submission)
    /// The half-typed note has changed, and has to be kept soon: `Model.drafts` has it.
    case draftChanged
    /// Opens the person's editor on a text.
    case edit(String)
    /// Takes over the recording, if the terminal that did it has left.
    case takeLease
    case loadFiles
    /// Reads a proposal that the agenda does not have yet.
    case readProposal(String)
    /// Reads agendas, proposals and the minutes of all meetings, which may take seconds.
    case readLibrary
    /// Leaves the library for the meeting of that day.
    case openMeeting(CalendarDay)
    /// Records in another folder from here on; nil makes the record anew in its old one.
    case moveRecord(to: String?)
    /// Writes minutes and mail once all earlier acts are on the disk; the choice is for files that were edited by hand.
    case publish(EditedFiles?)
    /// Asks for the documents that are written on close, the one of that name first.
    case preview(String?)
    /// Opens the person's editor on a document of that name.
    case editDocument(String)
    case theme(String)
    /// Asks for the themes that can be chosen.
    case listThemes
    /// Turns the mouse on or off; a message says whether it is on.
    case mouse(Bool)
    /// Puts a text into the terminal's clipboard; `what` says to the person what it is.
    case copy(String, what: String)
    /// Asks for what fits a text.
    case search(String)
    /// Asks for what stands around a text that was found.
    case openFound(SearchHit)
    /// Asks who is at the meeting, at which terminals.
    case listTerminals
    /// Has this terminal host the meeting, whose host is gone.
    case host
    case suspend
    case quit
    case beep
}

/// A theme that can be chosen.
public struct ThemeChoice: Equatable, Sendable {
    /// Its name on the command line: the name of its file without the ending.
    public let name: String
    /// Where it comes from, for people: `built in`, `themes/`.
    public let origin: String

    public init(name: String, origin: String) {
        self.name = name
        self.origin = origin
    }
}
