import ArgumentParser
import Council

struct PipelineCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipeline",
        abstract:
            "Prints every proposal with its stage, since when, and whom it waits for; open ones first.")

    @OptionGroup var options: AnswerOptions

    /// - Parameter columns: The width of the lines; nil for any.
    func answer(from week: WeekFolder, columns: Int? = nil) throws -> Answer {
        let pipeline = week.library.pipeline(on: week.today)
        let medians = pipeline.medians.map { " · from a lead's first word to the council's answer: \($0)" }
        let rows = pipeline.proposals.map { entry in
            [
                entry.stage, entry.id, entry.pod ?? "", entry.days.map { "\($0) d" } ?? "", Self.rest(of: entry),
            ]
        }
        let head = Columns([["\(pipeline.open) open\(medians ?? "")"]]).lines(within: columns)
        return Answer(lines: head + Columns(rows).lines(within: columns), pipeline)
    }

    private static func rest(of entry: Pipeline.Entry) -> String {
        [
            entry.waitsFor.map { "waits for \($0)" }, entry.revisedBy.map { "replaced by \($0)" },
            entry.openConcerns > 0 ? "\(counted(entry.openConcerns, "concern")) open" : nil,
        ].compactMap { $0 }.joined(separator: "; ")
    }
}
