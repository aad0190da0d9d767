import ArgumentParser

/// A word that may come next on the command line, and what a shell says of it.
struct Candidate: Equatable, Sendable {
    let value: String
    /// Empty if the word says enough.
    let explanation: String

    init(_ value: String, _ explanation: String = "") {
        self.value = value
        self.explanation = explanation
    }

    /// As the completion script of a shell reads it. Bash shows no explanations.
    func text(for shell: CompletionShell?) -> String {
        let explanation = explanation.printable
        if explanation.isEmpty || shell == .bash { return shell == .zsh ? escaped : value }
        return shell == .zsh ? "\(escaped):\(explanation)" : "\(value)\t\(explanation)"
    }

    /// Zsh takes what follows a colon for the explanation.
    private var escaped: String { value.replacing("\\", with: "\\\\").replacing(":", with: "\\:") }
}

extension CompletionKind {
    /// Words that follow from the folder that the command line names, when the shell asks for them.
    static func of(_ candidates: @escaping @Sendable (CompletedLine) -> [Candidate]) -> CompletionKind {
        .custom { words, place, _ in
            candidates(CompletedLine(words, place: place)).map { $0.text(for: CompletionShell.requesting) }
        }
    }

    static let agendas = of { $0.days(held: false) }
    static let meetings = of { $0.days(held: true) }
    static let days = of { $0.days() }
    static let items = of(\.items)
    static let proposals = of(\.proposals)
    static let proposalsOfDay = of(\.proposalsOfDay)
    static let actions = of(\.openActions)
    static let people = of(\.people)
    static let pods = of(\.pods)
    static let mails = of { [Candidate("summary"), Candidate("register")] + $0.proposalsOfDay }
    static let themes = of(\.themes)
    static let technicalLeads = of(\.technicalLeads)
    static let quarters = of(\.quarters)
}
