import ArgumentParser
import Council

struct ActionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actions",
        abstract: "Prints the open actions of all meetings by owner, or updates one.",
        usage: """
            mlreview actions [WHO] [--overdue] [--json]
            mlreview actions done|later|drop REF [--until DATE] [--as HANDLE] [because TEXT]
            """,
        subcommands: [OpenActionsCommand.self, Done.self, Later.self, Drop.self, Reassign.self],
        defaultSubcommand: OpenActionsCommand.self)
}

struct OpenActionsCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Prints the open actions of all meetings by owner, overdue ones first.")

    @OptionGroup var options: AnswerOptions
    @Argument(help: "The owner: a handle, a name, or one word of a name; default: everybody.", completion: .people)
    var who: String?
    @Flag(help: "Only overdue ones.")
    var overdue = false

    func answer(from week: WeekFolder, columns: Int? = nil) throws -> Answer {
        let query = who.map { PersonQuery($0) }
        if let who, let query { try Self.check(who, query, in: week.library) }
        let owners = week.library.openActions(of: query, onlyOverdue: overdue, on: week.today)
        let lines = owners.flatMap(Self.lines)
        let none = overdue ? "no action is overdue" : "no action is open"
        return Answer(lines: lines.isEmpty ? [none] : lines, owners.flatMap(\.actions))
    }

    /// Refuses somebody whom neither the council nor any minutes know.
    private static func check(_ who: String, _ query: PersonQuery, in library: Library) throws {
        let people =
            library.actionOwners + library.roster.everybody.map { HeldPerson(name: $0.name, handle: $0.handle) }
        guard !people.contains(where: query.matches) else { return }
        let names = people.flatMap { [$0.handle?.rawValue, $0.name].compactMap { $0 } }
        throw Complaint("nobody is called `\(who)`\(suggestion(for: who, among: names))")
    }

    private static func lines(_ owner: ActionOwner) -> [String] {
        let rows = owner.actions.map { action in
            ["  \(action.reference)", action.item?.spoken ?? "", due(action), action.text]
        }
        return [owner.name ?? "nobody"] + Columns(rows).lines
    }

    /// `due 2026-12-02, 5 days overdue`.
    private static func due(_ action: OpenAction) -> String {
        guard let due = action.due else { return "" }
        return "due \(due)" + (action.daysOverdue.map { ", \(counted($0, "day")) overdue" } ?? "")
    }
}
