import Council
import Foundation

/// One command, described once: keys, the `:` line, the console, footer, help and the manual's table are made from this.
///
/// A command is a file like its neighbours, and a row in `Command.all`.
public struct Command: Sendable {
    let name: String
    /// What follows the name, as the help shows it: `WHO present|remote|absent`.
    let arguments: String
    /// What it does, in one line.
    let help: String
    /// A word or two for the footer.
    let label: String
    let group: Group
    /// The label of its default key (`n`, `Ctrl-R`); nil if it has none.
    let key: String?
    /// Where the footer shows the key while the rules allow the command: the lower, the further left. Nil leaves it to
    /// the help.
    let footer: Int?
    /// What can be completed, argument by argument; the last one stands for all that follow.
    let completes: [Argument]
    /// What can be completed after these words, or pairs of words, wherever they stand.
    let completesAfter: [String: Argument]
    /// A request that shows whether the command can be used at all, whatever its arguments.
    ///
    /// The council's rules answer it, so that the reason shown for a command that can't be used is the very sentence
    /// with which it would be refused.
    let probe: Probe
    /// The same for the command's key, if the key asks for something else.
    let keyProbe: KeyProbe
    let onKey: OnKey
    /// What the command does with a row of a pane; nil if that is nothing.
    let onRow: OnRow
    /// The line that asks for a request of this command, as a person would type it; nil for other requests.
    let line: @Sendable (Request) -> String?
    let parse: @Sendable (inout Words, Meeting) throws(Refusal) -> Intent

    typealias Probe = @Sendable (Meeting) -> Request?
    /// The second is who asks; nil if nobody signs.
    typealias KeyProbe = @Sendable (Meeting, Handle?) -> Request?
    typealias OnRow = @Sendable (PaneRow.Thing, Model) -> RowOffer?

    enum Group: String, CaseIterable, Sendable {
        case meeting = "Meeting"
        case debate = "Debate"
        case voting = "Voting"
        case deciding = "Deciding"
        case screen = "Screen"
    }

    /// What the command's key does if nothing is being typed.
    enum OnKey: Sendable {
        /// Runs the command; begins its line if it can't do without arguments.
        case runs
        /// Opens a dialog.
        case opens(@Sendable (Model) -> any Layer)
        /// Changes the screen; the text is what a person's own key has after the command's name, or empty.
        case begins(@Sendable (inout Model, _ text: String) -> [Effect])
        /// Changes the screen or asks the meeting.
        case does(@Sendable (inout Model) -> [Effect])
    }

    init(
        _ name: String, _ arguments: String = "", key: String? = nil, label: String, footer: Int? = nil, group: Group,
        completes: [Argument] = [], completesAfter: [String: Argument] = [:], help: String,
        probe: @escaping Probe = { _ in nil }, keyProbe: KeyProbe? = nil,
        onKey: OnKey = .runs, onRow: @escaping OnRow = { _, _ in nil },
        line: @escaping @Sendable (Request) -> String? = { _ in nil },
        parse: @escaping @Sendable (inout Words, Meeting) throws(Refusal) -> Intent
    ) {
        self.name = name
        self.arguments = arguments
        self.key = key
        self.label = label
        self.footer = footer
        self.group = group
        self.completes = completes
        self.completesAfter = completesAfter
        self.help = help
        self.probe = probe
        self.keyProbe = keyProbe ?? { meeting, _ in probe(meeting) }
        self.onKey = onKey
        self.onRow = onRow
        self.line = line
        self.parse = parse
    }

    /// `roll WHO present|remote|absent`.
    public var usage: String { arguments.isEmpty ? name : "\(name) \(arguments)" }

    /// Why the command can't be used now; nil if it can.
    func whyUnavailable(in journal: Journal, by author: Handle? = nil, at now: Date) -> Refusal? {
        probe(journal.meeting).flatMap { journal.refusal(of: $0, by: author, at: now) }
    }

    /// Why the command's key does nothing now; nil if it does something.
    func whyKeyIsUnavailable(in journal: Journal, by author: Handle? = nil, at now: Date) -> Refusal? {
        keyProbe(journal.meeting, author).flatMap { journal.refusal(of: $0, by: author, at: now) }
    }
}

extension Journal {
    /// Why the rules would refuse a request; nil if they would grant it.
    func refusal(of request: Request, by author: Handle? = nil, at now: Date) -> Refusal? {
        do throws(Refusal) {
            _ = try consider(request.said(by: author, in: meeting), by: author, at: now)
            return nil
        } catch {
            return error
        }
    }
}

/// What a line asks for.
public enum Intent: Sendable {
    /// Something of the meeting.
    case ask(Request)
    /// Something that the program does. The console refuses effects that need a screen.
    case effect(Effect)
    /// Something of the screen, for which the console prints lines or a refusal.
    case screen(ScreenChange)

    /// A change of the screen.
    ///
    /// - Parameter console: The lines that the console prints instead; by default it refuses.
    static func screen(
        _ change: @escaping @Sendable (inout Model) throws(Refusal) -> [Effect],
        console lines: @escaping @Sendable (Narrator) throws(Refusal) -> [String] = { _ throws(Refusal) in
            throw .needsScreen
        }
    ) -> Intent {
        .screen(ScreenChange(change: change, lines: lines, shell: nil))
    }

    /// A change of the screen in whose place the console prints what a command of the shell prints.
    ///
    /// - Parameter words: The command and its arguments.
    static func screen(
        _ change: @escaping @Sendable (inout Model) throws(Refusal) -> [Effect], shell words: [String]
    ) -> Intent {
        .screen(ScreenChange(change: change, lines: { _ throws(Refusal) in throw .needsScreen }, shell: words))
    }
}

/// What a command does on the screen, and what the console prints in its place.
public struct ScreenChange: Sendable {
    let change: @Sendable (inout Model) throws(Refusal) -> [Effect]
    /// The lines that the console prints.
    ///
    /// - Throws: the sentence of a command that needs a screen.
    public let lines: @Sendable (Narrator) throws(Refusal) -> [String]
    /// The command of the shell, with its arguments, whose answer the console prints instead; nil for the lines.
    public let shell: [String]?
}

extension Refusal {
    /// The console's answer to a command that changes the screen and nothing else.
    public static let needsScreen = Refusal("that changes the screen, and the console has none: use `mlreview run`")
}
