import ArgumentParser
import Council

/// What every command takes that answers from earlier meetings.
struct AnswerOptions: ParsableArguments {
    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @Flag(help: "Prints JSON, for programs.")
    var json = false

    /// Prints an answer, and says on standard error what was left out.
    ///
    /// - Throws: The exit code 1 if anything is left out.
    func print(_ answer: (WeekFolder) throws -> Answer) throws {
        try complaining {
            let week = try WeekFolder(folder.folder, out: output.out, evenIfMeetingIsOpen: true)
            let answer = try answer(week)
            if json {
                try CheckedOutput.standard.print(answer.json)
            } else {
                try CheckedOutput.standard.printLines(answer.lines)
            }
            try week.tellComplaints()
        }
    }
}

/// A command that prints what follows from all weeks together.
protocol AnsweringCommand: ParsableCommand {
    func answer(from week: WeekFolder) throws -> Answer
}

extension CalendarDay: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Decision.Verdict: ExpressibleByArgument {}

/// `; did you mean NAME?`, or nothing if no name is near.
func suggestion(for word: String, among names: [String]) -> String {
    nearest(to: word, among: names).map { "; did you mean `\($0)`?" } ?? ""
}
