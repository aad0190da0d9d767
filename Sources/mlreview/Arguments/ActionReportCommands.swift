import ArgumentParser
import Council

extension ActionsCommand {
    struct Done: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Marks an action as done, in a person's file.", discussion: ReportOptions.discussion)

        @OptionGroup var options: ReportOptions
        @OptionGroup var reason: ReasonArgument

        func run() throws { try options.perform(.done, because: reason.text) }
    }

    struct Later: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Moves an action's due day, in a person's file.", discussion: ReportOptions.discussion)

        @OptionGroup var options: ReportOptions
        @OptionGroup var reason: ReasonArgument
        @Option(help: ArgumentHelp("The new due day: YYYY-MM-DD, a weekday, or tomorrow.", valueName: "date"))
        var until: String

        func run() throws { try options.perform(.later, until: until, because: reason.text) }
    }

    struct Drop: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Drops an action, in a person's file, with a reason.",
            discussion: ReportOptions.discussion)

        @OptionGroup var options: ReportOptions
        @OptionGroup var reason: ReasonArgument

        func run() throws { try options.perform(.drop, because: reason.text) }
    }

    struct Reassign: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reassigns an action, in a person's file.", discussion: ReportOptions.discussion)

        @OptionGroup var options: ReportOptions
        @Argument(
            help: ArgumentHelp("The new owner, and the reason.", valueName: "to who because text"),
            completion: .of { $0.before == "to" ? $0.people : [Candidate("to")] })
        var words: [String]

        private var receiver: String {
            words.dropFirst(words.first?.lowercased() == "to" ? 1 : 0).prefix { $0.lowercased() != "because" }
                .joined(separator: " ")
        }

        private var reason: ArraySlice<String> { words.drop { $0.lowercased() != "because" } }

        func validate() throws {
            if receiver.isEmpty { throw ValidationError("name the new owner: write `to WHO`, a handle or a name") }
            try ReasonArgument.check(reason)
        }

        func run() throws {
            try options.perform(.reassign, to: receiver, because: reason.dropFirst().joined(separator: " "))
        }
    }
}

/// The reason at the end of a command.
struct ReasonArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The reason, after the word because.", valueName: "because text"))
    var words: [String] = []

    var text: String { words.dropFirst().joined(separator: " ") }

    func validate() throws { try Self.check(words[...]) }

    static func check(_ words: ArraySlice<String>) throws {
        guard let first = words.first else { return }
        if first.lowercased() != "because" {
            throw ValidationError("a reason follows `because`: write `because TEXT`")
        }
        if words.count < 2 { throw ValidationError("`because` needs a reason after it: write `because TEXT`") }
    }
}

/// What `done`, `later`, `drop` and `reassign` take.
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
            "Who says it; else $\(Speaker.variable), else whoever has git's user.email.", valueName: "person"),
        completion: .people)
    var speaker: String?
    @Argument(help: ArgumentHelp("The action, such as 2026-11-25/1.", valueName: "ref"), completion: .actions)
    var reference: String

    func perform(_ word: ActionWord.Word, until: String? = nil, to receiver: String? = nil, because reason: String)
        throws
    {
        try complaining {
            let week = try WeekFolder(folder.folder, evenIfMeetingIsOpen: true)
            let handle = try Speaker.handle(as: speaker, on: week.library.roster, in: folder.folder)
            let report = try ActionReport(
                reference, word, until: try until.map { try ActionReport.day($0, from: week.today) },
                to: receiver, because: reason, by: handle, in: week)
            try writing.perform(try report.change())
            try week.tellComplaints()
        }
    }
}
