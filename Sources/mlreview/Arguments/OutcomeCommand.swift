import ArgumentParser
import Council

struct OutcomeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome",
        abstract: "Writes what was measured after an approval into the proposal's file; without a value, prints it.",
        usage: "mlreview outcome ID [VALUE UNIT] [because TEXT] [--on DATE]",
        discussion: """
            The unit is the estimate's: 1.2M USD/year, 1200000 USD/year and 1,200,000 USD/year are the same. Nothing \
            else in the file changes.
            """)

    @OptionGroup var options: AnswerOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "The proposal's id.", completion: .proposals)
    var id: String
    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp("What was measured, its unit, and `because` with a note.", valueName: "value unit"))
    var words: [String] = []
    @Option(help: ArgumentHelp("The day of the measurement, as YYYY-MM-DD; else today.", valueName: "date"))
    var on: CalendarDay?

    func validate() throws {
        let amount = words.prefix { $0.lowercased() != "because" }
        if let option = amount.first(where: { $0.hasPrefix("--") && $0 != "--" }) {
            throw ValidationError("there is no option `\(option)`")
        }
        if words.isEmpty, on != nil { throw ValidationError("`--on` is the day of a value: write `VALUE UNIT` too") }
    }

    func run() throws {
        if words.isEmpty { return try options.print(answer) }
        try complaining {
            let week = try WeekFolder(options.folder.folder, out: options.output.out, evenIfMeetingIsOpen: true)
            try writing.perform(try change(in: week))
            try week.tellComplaints()
        }
    }

    /// The file with what was measured.
    func change(in week: WeekFolder) throws -> FileChange {
        _ = try status(in: week)
        let outcome: MeasuredOutcome
        do throws(Refusal) {
            outcome = try week.library.outcome(
                of: id, saying: words.filter { $0 != "--" }, measuredOn: on ?? week.today, today: week.today)
        } catch {
            throw Complaint(error.sentence)
        }
        return try OutcomeChange(outcome, of: id, in: week).change
    }

    func answer(from week: WeekFolder) throws -> Answer {
        let status = try status(in: week)
        return Answer(lines: Self.lines(status, on: week.today), status)
    }

    private func status(in week: WeekFolder) throws -> OutcomeStatus {
        guard let status = week.library.outcome(of: id, on: week.today) else {
            throw Complaint("no proposal is called `\(id)`\(suggestion(for: id, among: week.library.itemNames))")
        }
        return status
    }

    private static func lines(_ status: OutcomeStatus, on day: CalendarDay) -> [String] {
        let percent = status.ratio.map { " (\(Int(($0 * 100).rounded())) % of the estimate)" } ?? ""
        let rows: [(String, String?)] = [
            ("stage", status.stage), ("estimated", status.estimated.map { $0.spoken + said($0.note) }),
            ("cost", status.cost.map { $0.spoken + said($0.note) }),
            ("approved", status.approval.map(said) ?? "by no meeting"),
            ("due", status.due.map { $0.long + ($0 < day ? ", overdue" : "") + said(status.measure) }),
            ("measured", status.measured.map { $0.told + percent } ?? "nothing yet"),
        ]
        let heard = status.heard.map { ("heard", Optional(said($0))) }
        let shown = (rows + heard).compactMap { label, text in text.map { [label, $0] } }
        return ["\(status.id)  \(status.title)"] + Columns(shown).lines
    }

    private static func said(_ decision: PastDecision) -> String {
        "\(decision.date.long), \(decision.decision)\(said(decision.reason))"
            + (decision.basis.isEmpty ? "" : " (\(decision.basis))")
    }

    private static func said(_ note: String?) -> String { note.map { ": \($0)" } ?? "" }
}
