import Council

extension Command {
    /// Every command, in the order of the help. A new one is a file like its neighbours and a row here.
    public static let all: [Command] = [
        roll, here, leave, guest, open, chair, scribe, go, item, clock, recess, resume, close, reopen,
        note, reword, speaker, kind, refile, strike, resolve, queue, next, action, done, later, drop, reassign,
        motion, poll, vote, tally, withdraw, escalate, rule,
        amend, lead, decide, consent, flag, hold, unflag, undo, redo,
        who, host, show, notes, menu, privates, find, search, library, actions, history, copy, presenter, portfolio,
        theme,
        mouse,
        reload, preview, edit,
        publish, record, complete, help, quit,
    ]

    /// The command of that name, in capitals or not.
    static func named(_ name: String) -> Command? {
        let name = name.lowercased()
        return all.first { $0.name == name }
    }

    /// The line that asks for a request, as a person would type it; nil if there is none, as for changed files.
    static func line(for request: Request) -> String? {
        for command in all { if let line = command.line(request) { return line } }
        return nil
    }

    /// ` because TEXT`; empty without a reason.
    static func because(_ reason: String?) -> String {
        guard let reason, !reason.isEmpty else { return "" }
        return " because \(reason)"
    }

    /// Asks whether the command nearest to a mistyped name was meant; nil if none is near.
    static func guess(_ name: String, or others: [String] = []) -> String? {
        nearest(to: name, among: all.map(\.name) + others).map { "did you mean `\($0)`?" }
    }

    /// What a line of text asks for.
    ///
    /// - Throws: a refusal that names the nearest known command, or says how the command is written.
    public static func parse(_ line: String, in meeting: Meeting) throws(Refusal) -> Intent {
        // Sentences name commands as they are typed on the screen, behind a colon.
        let typed = line.trimmed
        let text = typed.hasPrefix(":") ? String(typed.dropFirst()).trimmed : typed
        let name = String(text.prefix { !$0.isWhitespace })
        guard !name.isEmpty else { throw Refusal("an empty line is not a command: `help` lists them all") }
        guard let command = named(name) else { throw unknown(name, in: meeting) }
        return try command.parse(text.dropFirst(name.count), in: meeting)
    }

    private static func unknown(_ name: String, in meeting: Meeting) -> Refusal {
        let word = name.lowercased()
        if let arguments = ofTheShell[word] {
            let date = arguments.contains("DATE") ? " \(meeting.agenda.date)" : ""
            return Refusal("`\(word)` is for the shell: leave the meeting, and run `mlreview \(word)\(date)`")
        }
        let meant = otherWords[word].map { "did you mean `\($0)`?" } ?? guess(name)
        return Refusal("there is no command `\(name)`: \(meant ?? "`help` lists them")")
    }

    /// The program's own commands, which people try within a meeting too, and what they take.
    private static let ofTheShell = ["minutes": "DATE", "send": "DATE", "check": "", "console": "DATE"]

    /// Words that other programs have for a command.
    private static let otherWords = ["back": "go back", "previous": "go back", "exit": "quit"]

    /// What the command asks for with these arguments.
    func parse(_ arguments: some StringProtocol, in meeting: Meeting) throws(Refusal) -> Intent {
        var words = Words(arguments, usage: usage, roster: meeting.roster)
        let intent = try parse(&words, meeting)
        try words.requireEnd()
        return intent
    }
}
