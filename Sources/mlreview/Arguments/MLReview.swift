import ArgumentParser

/// `mlreview`: runs the weekly ML Review of a company's ML Council.
@main
struct MLReview: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mlreview",
        abstract: "Runs a company's weekly ML Review from a terminal.",
        discussion: """
            Loads the week's agenda, shows proposal, debate notes and votes side by side, records every decision the \
            moment it is made, and on close writes the minutes and a mail.
            """,
        subcommands: [Run.self, Console.self, Check.self, PrintMinutes.self, Picture.self, Send.self],
        defaultSubcommand: Run.self)
}

/// What every command takes.
struct FolderOption: ParsableArguments {
    @Option(name: .customLong("dir"), help: ArgumentHelp("The folder that holds agendas/.", valueName: "folder"))
    var folder = "."
}
