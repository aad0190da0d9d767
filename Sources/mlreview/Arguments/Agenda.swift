import ArgumentParser
import Council
import Screen

struct AgendaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda", abstract: "Writes the next agenda, or adds to one what it lacks.",
        subcommands: [Next.self, Refresh.self])

    struct Next: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the agenda that follows from earlier meetings and from what is ready.",
            discussion: """
                First comes what the last meeting left undecided, then what was deferred to this day, outcomes that \
                are due, what an earlier agenda had no time for, ready applications, technology and hiring, each with \
                a comment that says why. What is open and not on the agenda stands below it, with the reason. Start, \
                length and place are those of the agenda before it. An existing file is never overwritten.
                """)

        @OptionGroup var folder: FolderOption
        @OptionGroup var writing: WritingOptions
        @Argument(help: "The meeting's day, as YYYY-MM-DD; else a week after the last agenda or meeting.")
        var date: String?

        func validate() throws { try AgendaCommand.check(date) }

        func run() throws {
            try complaining {
                let week = try WeekFolder(folder.folder)
                let next = try NextAgenda(date.flatMap { CalendarDay($0) }, in: week)
                try writing.perform(next.change)
                try week.tellComplaints()
            }
        }
    }

    struct Refresh: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows what has changed since an agenda was written, and adds what it lacks.",
            discussion: """
                What is missing is added at the end of its items. Nothing that a person wrote is moved, changed or taken \
                out.
                """)

        @OptionGroup var folder: FolderOption
        @OptionGroup var writing: WritingOptions
        @Argument(help: "The meeting's day, as YYYY-MM-DD.", completion: .agendas)
        var date: String

        func validate() throws { try AgendaCommand.check(date) }

        func run() throws {
            guard let day = CalendarDay(date) else { return }
            try complaining {
                let week = try WeekFolder(folder.folder)
                let refresh = try AgendaRefresh(of: day, in: week)
                if !writing.toStandardOutput {
                    try CheckedOutput.standard.printLines(refresh.lines.map(TextWidth.safe))
                }
                if let change = refresh.change {
                    try writing.perform(change)
                } else if writing.toStandardOutput {
                    try CheckedOutput.standard.print(refresh.text)
                } else if refresh.lines.isEmpty {
                    try CheckedOutput.standard.printLine("nothing has changed")
                }
                try week.tellComplaints()
            }
        }
    }

    private static func check(_ date: String?) throws {
        if let date, CalendarDay(date) == nil { throw ValidationError("the date is written as YYYY-MM-DD") }
    }
}
