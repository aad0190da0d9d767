import Council

extension Command {
    /// Every command, in the order of the help. A new one is a file like its neighbours and a row here.
    public static let all: [Command] = [
        roll, open, chair, go, clock, close, reopen,
        note, reword, strike, resolve, action, done,
        motion, vote, tally, escalate, rule,
        amend, decide, undo, redo,
        show, find, copy, presenter, portfolio, theme, mouse, reload, preview, edit, publish, record, help, quit,
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
}
