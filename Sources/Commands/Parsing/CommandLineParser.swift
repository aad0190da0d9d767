import Council

extension Command {
    /// What a line of text asks for.
    ///
    /// - Throws: a refusal that names the nearest known command, or says how the command is written.
    public static func parse(_ line: String, in meeting: Meeting) throws(Refusal) -> Intent {
        let text = line.trimmed
        let name = String(text.prefix { !$0.isWhitespace })
        guard !name.isEmpty else { throw Refusal("an empty line asks for nothing: `help` lists the commands") }
        guard let command = named(name) else {
            let hint = nearest(to: name, among: all.map(\.name)).map { "did you mean `\($0)`?" }
            throw Refusal("there is no command `\(name)`: \(hint ?? "`help` lists them")")
        }
        return try command.parse(text.dropFirst(name.count), in: meeting)
    }

    /// What the command asks for with these arguments.
    public func parse(_ arguments: some StringProtocol, in meeting: Meeting) throws(Refusal) -> Intent {
        var words = Words(arguments, usage: usage, roster: meeting.roster)
        let intent = try parse(&words, meeting)
        try words.requireEnd()
        return intent
    }

    public static func named(_ name: String) -> Command? {
        all.first { $0.name == name.lowercased() }
    }
}
