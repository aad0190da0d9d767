import ArgumentParser
import Council

/// What every command takes that answers from earlier meetings.
struct AnswerOptions: ParsableArguments {
    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @Flag(help: "Prints JSON, for programs.")
    var json = false

    /// Prints an answer from the weeks, and says on standard error what was left out.
    ///
    /// - Parameter asker: What the answer depends on besides the command line: who asks, where that matters.
    /// - Throws: The exit code 1 if anything is left out.
    func print(to asker: [String] = [], _ answer: (WeekFolder) throws -> Answer) throws {
        try complaining {
            // The terminal's width is where the lines end.
            let width = ConsoleWidth.ofStandardOutput.map { ["\($0)"] } ?? []
            let kept = KeptAnswers(to: Array(CommandLine.arguments.dropFirst()) + width + asker, in: place)
            if let known = kept.answer() { return try CheckedOutput.standard.print(known) }
            let week = try WeekFolder(
                folder.folder, out: output.out, evenIfMeetingIsOpen: true, looking: kept.look)
            let answer = try answer(week)
            let text = try text(of: answer)
            try CheckedOutput.standard.print(text)
            try Self.tell(week.notes, week.complaints)
            // The process ends here: to give everything back, piece by piece, would take as long as to read it.
            _ = Unmanaged.passRetained(Held(week))
            if week.notes.isEmpty { kept.keep(text, on: week.today, zone: week.library.roster.timeZone) }
        }
    }

    /// Prints an answer from the search index, and says on standard error what was left out.
    ///
    /// - Throws: The exit code 1 if anything is left out.
    func print(_ answer: (SearchFolder) throws -> Answer) throws {
        try complaining {
            let (answer, folder) = try SearchFolder.answering(place) { (try answer($0), $0) }
            try CheckedOutput.standard.print(text(of: answer))
            try Self.tell(folder.notes, folder.complaints)
        }
    }

    private var place: MeetingPlace { MeetingPlace(folder: folder.folder, out: output.out) }

    private func text(of answer: Answer) throws -> String {
        try json ? answer.json : answer.lines.map { $0 + "\n" }.joined()
    }

    /// Says on standard error what was noticed and what is left out.
    ///
    /// - Throws: The exit code 1 if anything is left out.
    static func tell(_ notes: [String], _ complaints: [String]) throws {
        for complaint in notes + complaints { StandardError.print(Complaint(complaint).description + "\n") }
        if !complaints.isEmpty { throw ExitCode.failure }
    }
}

private final class Held {
    private let week: WeekFolder

    init(_ week: WeekFolder) { self.week = week }
}

/// A command that prints what follows from all weeks together.
protocol AnsweringCommand: ParsableCommand {
    var options: AnswerOptions { get }

    /// - Parameter columns: The width of the lines; nil for any.
    func answer(from week: WeekFolder, columns: Int?) throws -> Answer
}

extension AnsweringCommand {
    func run() throws { try options.print { try answer(from: $0, columns: ConsoleWidth.ofStandardOutput) } }
}

extension CalendarDay: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Decision.Verdict: ExpressibleByArgument {}

/// `; did you mean NAME?`, or nothing if no name is near.
func suggestion(for word: String, among names: [String]) -> String {
    nearest(to: word, among: names).map { "; did you mean `\($0)`?" } ?? ""
}
