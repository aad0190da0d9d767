import ArgumentParser
import Council

struct HistoryCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Prints the history of a proposal or topic, one event a line, oldest first.")

    @OptionGroup var options: AnswerOptions
    @Argument(help: "The proposal's id, or the topic's.", completion: .items)
    var id: String?
    @Option(
        help: ArgumentHelp("Instead, all proposals of this technical lead.", valueName: "name"),
        completion: .technicalLeads)
    var lead: String?

    func validate() throws {
        guard (id == nil) != (lead == nil) else {
            throw ValidationError("name one item, as in `history prep-time`, or a lead, as in `history --lead Lena`")
        }
    }

    func answer(from week: WeekFolder, columns: Int? = nil) throws -> Answer {
        let library = week.library
        if let lead {
            guard !library.proposals(ledBy: PersonQuery(lead)).isEmpty else {
                throw Complaint(
                    "nobody called `\(lead)` leads a proposal\(suggestion(for: lead, among: library.technicalLeads))")
            }
            let events = library.events(ledBy: PersonQuery(lead))
            return Answer(lines: Self.lines(events, naming: true), events)
        }
        guard let id, let item = library.item(called: id) else {
            let name = id ?? ""
            throw Complaint(
                "no proposal or topic is called `\(name)`\(suggestion(for: name, among: library.itemNames))")
        }
        let events = library.events(of: item)
        return Answer(lines: Self.lines(events, naming: false), events)
    }

    /// - Parameter naming: Whether each line says which item it is about.
    private static func lines(_ events: [PastEvent], naming: Bool) -> [String] {
        guard !events.isEmpty else { return ["nothing has happened yet"] }
        return Columns(
            events.map { event in
                [event.date?.description ?? "no date"] + (naming ? [event.item.rawValue] : [])
                    + [event.event.rawValue, event.labelled]
            }
        ).lines
    }
}
