import ArgumentParser
import Council

extension ActionsCommand {
    struct Done: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says in a person's file that an action is done.", discussion: ReportOptions.discussion)

        @OptionGroup var options: ReportOptions

        func run() throws { try options.perform(.done) }
    }

    struct Later: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts off an action, in a person's file.", discussion: ReportOptions.discussion)

        @OptionGroup var options: ReportOptions
        @Option(help: ArgumentHelp("The new due day: YYYY-MM-DD, a weekday, or tomorrow.", valueName: "date"))
        var until: String

        func run() throws { try options.perform(.later, until: until) }
    }

    struct Drop: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says in a person's file that nobody will do an action, and why.",
            discussion: ReportOptions.discussion)

        @OptionGroup var options: ReportOptions

        func run() throws { try options.perform(.drop) }
    }
}

/// What `done`, `later` and `drop` take.
struct ReportOptions: ParsableArguments {
    static let discussion = """
        The word is added to agendas/people/HANDLE.yaml, and the next meeting takes it into its minutes. An action is its \
        owner's; the chair may speak for everybody.
        """

    @OptionGroup var folder: FolderOption
    @OptionGroup var writing: WritingOptions
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Who says it; else $\(Speaker.variable), else whoever has git's user.email.", valueName: "person"))
    var speaker: String?
    @Argument(help: ArgumentHelp("The action, such as 2026-11-25/1.", valueName: "ref"))
    var reference: String
    @Argument(help: ArgumentHelp("The reason, behind the word because.", valueName: "because text"))
    var words: [String] = []

    func validate() throws {
        guard let first = words.first else { return }
        if first.lowercased() != "because" {
            throw ValidationError("a reason stands behind `because`: write `because TEXT`")
        }
        if words.count < 2 { throw ValidationError("`because` wants a reason behind it: write `because TEXT`") }
    }

    func perform(_ word: ActionWord.Word, until: String? = nil) throws {
        try complaining {
            let week = try WeekFolder(folder.folder, evenIfMeetingIsOpen: true)
            let handle = try Speaker.handle(as: speaker, on: week.library.roster, in: folder.folder)
            let report = try ActionReport(
                reference, word, until: try until.map { try ActionReport.day($0, from: week.today) },
                because: words.dropFirst().joined(separator: " "), by: handle, in: week)
            try writing.perform(try report.change())
            try week.tellComplaints()
        }
    }
}
