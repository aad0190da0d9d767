import Council

extension Command {
    /// What a line of text asks for.
    ///
    /// - Throws: a refusal that names the nearest known command, or says how the command is written.
    public static func parse(_ line: String, in meeting: Meeting) throws(Refusal) -> Intent {
        // Sentences name commands as they are typed on the screen, behind a colon.
        let typed = line.trimmed
        let text = typed.hasPrefix(":") ? String(typed.dropFirst()).trimmed : typed
        let name = String(text.prefix { !$0.isWhitespace })
        guard !name.isEmpty else { throw Refusal("an empty line asks for nothing: `help` lists the commands") }
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
    private static let otherWords = ["next": "go next", "back": "go back", "previous": "go back", "exit": "quit"]

    /// What the command asks for with these arguments.
    func parse(_ arguments: some StringProtocol, in meeting: Meeting) throws(Refusal) -> Intent {
        var words = Words(arguments, usage: usage, roster: meeting.roster)
        let intent = try parse(&words, meeting)
        try words.requireEnd()
        return intent
    }
}
