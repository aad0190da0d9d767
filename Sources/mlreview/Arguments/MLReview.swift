import ArgumentParser
import Host

/// `mlreview`: runs the weekly ML Review of a company's ML Council.
@main
struct MLReview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mlreview",
        abstract: "Runs a company's weekly ML Review from a terminal.",
        discussion: """
            Loads the week's agenda, shows proposal, notes and votes side by side, records each decision as it is \
            made, and on close writes minutes and mail.
            """,
        version: "mlreview \(Version.description)",
        subcommands: [
            Run.self, Console.self, HostCommand.self, JoinCommand.self, OutboxCommand.self,
            RelayCommand.self, KeysCommand.self, Check.self,
            AgendaCommand.self, PipelineCommand.self, ActionsCommand.self,
            ConsentCommand.self, DecisionsCommand.self, HistoryCommand.self, SearchCommand.self, RelatedCommand.self,
            RegisterCommand.self, OutcomeCommand.self, PortfolioCommand.self, MeetingsCommand.self, LibraryCommand.self,
            ProposeCommand.self, ReviewCommand.self, InitCommand.self, PagesCommand.self, PrintMinutes.self,
            Picture.self, Send.self, Remind.self, Verify.self, DatabaseCommand.self,
            HelpTopic.self,
        ],
        defaultSubcommand: Run.self)

    /// Tries to open a meeting first: parsing the options of every command would delay that.
    static func main() {
        ProcessSignals.prepare()
        StandardDescriptors.fill()
        let words = Array(CommandLine.arguments.dropFirst())
        do {
            if let start = MeetingStart(plain: words) {
                try start.run()
            } else if let search = SearchCommand(plain: words) {
                try search.run()
            } else if words.count == 2, words[0] == "--generate-completion-script",
                let shell = CompletionShell(rawValue: words[1])
            {
                try complaining { try CheckedOutput.standard.printLine(CompletionScript.text(for: shell)) }
            } else if words.first == "---completion" {
                main(nil)
            } else if var command = command(of: words) {
                try command.run()
            } else {
                main(nil)
            }
        } catch {
            exit(withError: error)
        }
    }

    /// The command that the words are for, parsed by itself: parsing the options of every command takes as long as the rest
    /// of a start. Nil if something is to be said of the words, or if that is not clear.
    private static func command(of words: [String]) -> (any ParsableCommand)? {
        let commands = configuration.subcommands
        if let named = commands.first(where: { $0.configuration.commandName == words.first }) {
            return named.configuration.subcommands.isEmpty ? try? named.parseAsRoot(Array(words.dropFirst())) : nil
        }
        let names = commands.compactMap { $0.configuration.commandName }
        return Set(names).isDisjoint(with: words) ? try? Run.parse(words) : nil
    }
}

/// The option that every command has.
struct FolderOption: ParsableArguments {
    @Option(
        name: .customLong("dir"), help: ArgumentHelp("The folder that holds agendas/.", valueName: "folder"),
        completion: .directory)
    var folder = "."
}

/// The folder that minutes are written to.
struct OutputOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of all minutes; else the one that council.yaml names, or minutes/.", valueName: "folder"),
        completion: .directory)
    var out: String?
}
