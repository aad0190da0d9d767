import ArgumentParser
import Council
import Foundation
import Help
import Room

/// `mlreview help`: how a command is typed, and the chapters of the manual.
struct HelpTopic: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help", abstract: "Explains a command, or a topic of the manual; alone, lists both.",
        discussion: """
            If a command and a topic have one name, both are shown. On a terminal, $PAGER shows what is longer than the \
            screen; elsewhere it is printed as Markdown.
            """)

    @Argument(
        help: ArgumentHelp("A topic, or a command with its subcommand.", valueName: "name"),
        completion: .of { _ in Self.names })
    var words: [String] = []

    func run() throws {
        try complaining {
            let width = ConsoleWidth.ofStandardOutput
            guard !words.isEmpty else {
                try CheckedOutput.standard.print(MLReview.helpMessage(columns: width) + "\n\n" + Self.list)
                return
            }
            let usage = Self.command(words).map { MLReview.helpMessage(for: $0, columns: width) }
            let topic = words.count == 1 ? Topic.named(words[0]) : nil
            guard usage != nil || topic != nil else {
                let name = words.joined(separator: " ")
                let known = Self.names.map(\.value)
                throw Complaint(
                    "there is no topic and no command `\(name)`\(suggestion(for: name, among: known)): `mlreview help` "
                        + "lists them")
            }
            try Pager.show(
                [usage, topic.map { Self.page($0, width: width) }].compactMap { $0 }.joined(separator: "\n\n"))
        }
    }

    /// The topics, as `mlreview help` lists them.
    static var list: String {
        (["TOPICS:"] + Columns(Topic.all.map { ["  \($0.name)", $0.title] }).lines).map { $0 + "\n" }.joined()
            + "\n  See 'mlreview help <topic>' to read one.\n"
    }

    /// - Parameter width: Of the terminal; nil where there is none, and the Markdown stays as it was written.
    static func page(_ topic: Topic, width: Int?) -> String {
        guard let width else { return topic.text }
        // Longer lines are hard to read.
        return PrintedMarkdown.lines(of: topic.text, width: min(width, 100), isMarked: true).map { $0 + "\n" }.joined()
    }

    /// The command that the words lead to; nil if there is none.
    private static func command(_ words: [String]) -> (any ParsableCommand.Type)? {
        words.reduce(MLReview.self as (any ParsableCommand.Type)?) { command, word in
            command?.configuration.subcommands.first { $0._commandName == word }
        }
    }

    private static var names: [Candidate] {
        Topic.all.map { Candidate($0.name, $0.title) }
            + MLReview.configuration.subcommands.filter {
                $0.configuration.shouldDisplay && Topic.named($0._commandName) == nil
            }
            .map { Candidate($0._commandName, $0.configuration.abstract) }
    }
}
