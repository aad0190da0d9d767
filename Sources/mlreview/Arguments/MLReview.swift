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
        subcommands: [
            Run.self, Console.self, HostCommand.self, JoinCommand.self, RelayCommand.self, Check.self,
            AgendaCommand.self, PipelineCommand.self, ActionsCommand.self,
            ConsentCommand.self, DecisionsCommand.self, HistoryCommand.self, SearchCommand.self, RelatedCommand.self,
            RegisterCommand.self, OutcomeCommand.self, PortfolioCommand.self, MeetingsCommand.self, LibraryCommand.self,
            ProposeCommand.self, ReviewCommand.self, InitCommand.self, PagesCommand.self, PrintMinutes.self,
            Picture.self, Send.self, Remind.self, Verify.self, DatabaseCommand.self,
        ],
        defaultSubcommand: Run.self)

    /// The version of the program, for terminals that meet another one.
    static let version = "1.0"

    /// Tries `run` first: parsing the options of every command would delay the opening of a meeting.
    static func main() {
        ProcessSignals.prepare()
        StandardDescriptors.fill()
        let words = CommandLine.arguments.dropFirst()
        let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard Set(names).isDisjoint(with: words), let run = try? Run.parse(Array(words)) else { return main(nil) }
        do {
            try run.run()
        } catch {
            exit(withError: error)
        }
    }
}

/// The option that every command has.
struct FolderOption: ParsableArguments {
    @Option(name: .customLong("dir"), help: ArgumentHelp("The folder that holds agendas/.", valueName: "folder"))
    var folder = "."
}

/// The folder that minutes are written to.
struct OutputOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder of all minutes; else the one that council.yaml names, or minutes/.", valueName: "folder"))
    var out: String?
}
