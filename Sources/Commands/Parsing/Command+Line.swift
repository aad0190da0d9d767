import Council

extension Command {
    /// The line that asks for a request, as a person would type it; nil where there is none, as for changed files.
    public static func line(for request: Request) -> String? {
        switch request {
        case .roll(let who, let presence): "roll \(who) \(presence.rawValue)"
        case .open: "open"
        case .chair(let who, let reason): "chair \(who) because \(reason)"
        case .go(.item(let number)): "go \(number)"
        case .go(.next): "go next"
        case .go(.back): "go back"
        case .note(let speaker, let kind, let text):
            "note \(speaker.map { "@\($0) " } ?? "")\(kind == .plain ? "" : "\(kind.rawValue): ")\(text)"
        case .reword(let number, let text): "reword \(number) \(text)"
        case .strike(let number): "strike \(number)"
        case .resolve(let number, let reason): "resolve \(number)\(because(reason))"
        case .motion(let question): "motion \(words(of: question))"
        case .vote(let who, let choice, let reason): "vote \(who) \(choice.rawValue)\(because(reason))"
        case .tally: "tally"
        case .escalate(let reason): "escalate because \(reason)"
        case .rule(let answer, let reason): "rule \(answer.rawValue) because \(reason)"
        case .amend(let field, let value, let reason): "amend \(field.rawValue) = \(value)\(because(reason))"
        case .decide(let verdict, let until, let reason):
            "decide \(verdict.rawValue)\(until.map { " \($0)" } ?? "")\(because(reason))"
        case .action(let owner, let due, let text):
            "action \(owner.map { "@\($0) " } ?? "")\(due.map { "by \($0) " } ?? "")\(text)"
        case .done(let number): "done \(number)"
        case .clock(.pause): "clock pause"
        case .clock(.resume): "clock resume"
        case .clock(.add(let minutes)): "clock add \(minutes)"
        case .undo: "undo"
        case .redo: "redo"
        case .close: "close"
        case .reopen(let reason): "reopen because \(reason)"
        case .reload: nil
        }
    }

    private static func because(_ reason: String?) -> String { reason.map { " because \($0)" } ?? "" }

    private static func words(of question: Question) -> String {
        switch question {
        case .proposal: "proposal"
        case .solution: "solution"
        case .team: "team"
        case .lead: "lead"
        case .amendment(let number): "amendment \(number)"
        case .text(let text): text
        }
    }
}
