import Council
import Foundation

/// One command, described once: keys, the `:` line, the console, the help and the README's table are made from this.
public struct Command: Sendable {
    public let name: String
    /// What follows the name, as the help shows it: `WHO present|remote|absent`.
    public let arguments: String
    /// What it does, in one line.
    public let help: String
    /// A word or two for the footer.
    public let label: String
    public let group: Group
    /// The label of its default key (`n`, `Ctrl-R`); nil where it has none.
    public let key: String?
    /// What can be completed, argument by argument; the last one stands for all that follow.
    public let completes: [Argument]
    /// A request that shows whether the command is to be had at all, whatever its arguments.
    ///
    /// The council's rules answer it, so that the reason shown for a command that can't be used is the very sentence
    /// with which it would be refused.
    let probe: @Sendable (Meeting) -> Request?
    let parse: @Sendable (inout Words, Meeting) throws(Refusal) -> Intent

    public enum Group: String, CaseIterable, Sendable {
        case meeting = "Meeting"
        case debate = "Debate"
        case voting = "Voting"
        case deciding = "Deciding"
        case screen = "Screen"
    }

    init(
        _ name: String, _ arguments: String = "", key: String? = nil, label: String, group: Group,
        completes: [Argument] = [], help: String,
        probe: @escaping @Sendable (Meeting) -> Request? = { _ in nil },
        parse: @escaping @Sendable (inout Words, Meeting) throws(Refusal) -> Intent
    ) {
        self.name = name
        self.arguments = arguments
        self.key = key
        self.label = label
        self.group = group
        self.completes = completes
        self.help = help
        self.probe = probe
        self.parse = parse
    }

    /// `roll WHO present|remote|absent`.
    public var usage: String { arguments.isEmpty ? name : "\(name) \(arguments)" }

    /// Why the command can't be used now; nil where it can.
    public func whyUnavailable(in journal: Journal, at now: Date) -> Refusal? {
        guard let request = probe(journal.meeting) else { return nil }
        do throws(Refusal) {
            _ = try journal.consider(request, at: now)
            return nil
        } catch {
            return error
        }
    }
}

/// What a person wants done: something of the meeting, or something of the screen.
public enum Intent: Equatable, Sendable {
    case ask(Request)
    case screen(ScreenIntent)
}

/// What a person wants of the program, rather than of the meeting.
public enum ScreenIntent: Equatable, Sendable {
    case help(String?)
    case quit
    case presenter
    /// Reports clicks and the wheel, or no longer.
    case mouse
    /// Copies a part of the item that is shown; nil is the decision, or the item where there is none.
    case copy(Copied?)
    case find(String)
    case show(Section)
    /// Reads the agenda's files anew.
    case reload
    /// Writes minutes and mail again; what to do about files that were edited by hand, if something.
    case publish(EditedFiles?)
    /// Records in another folder from here on; nil is the one that there was.
    case record(String?)
    /// Shows what is written on close.
    case preview(String?)
    /// Opens what was written in the editor.
    case edit(String)
    /// Draws in these colours; nil lets the person choose.
    case theme(String?)
    /// The week's proposals, impact against cost.
    case portfolio

    public enum Copied: String, CaseIterable, Sendable {
        case item
        case decision
    }

    /// What becomes of files that were edited by hand since they were written.
    public enum EditedFiles: String, CaseIterable, Sendable {
        /// They are taken into the record as they are.
        case keep
        /// They are written over.
        case replace
    }

    public enum Section: String, CaseIterable, Sendable {
        case agenda
        case proposal
        case notes
        case votes
        case roll
        case actions
    }
}

/// What an argument is, for completion.
public enum Argument: Equatable, Sendable {
    case person
    case member
    case item
    case note
    case concern
    case amendment
    case action
    case field
    /// What a field of the proposal says now.
    case value
    case command
    /// A file that is written on close.
    case document
    case choice([String])
    /// Words of the person's own.
    case text
}
