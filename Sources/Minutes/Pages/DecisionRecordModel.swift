import Council
import Foundation

/// What the council decided on a proposal, in the form of a decision record: context, decision, consequences.
struct DecisionRecordModel {
    let council: String
    /// The decision that stands.
    let main: DecisionEntryModel
    /// The last word on the proposal, if it is another one: `confirmed`.
    let since: String?
    /// The section *Business problem* of the proposal's file.
    let problem: MarkdownBlock?
    /// What it costs and brings, as a sentence has it.
    let estimated: String?
    let cost: String?
    let supersedes: RecordLink?
    let supersededBy: [RecordLink]
    let conditions: [String]
    let openConcerns: [String]
    let actions: [String]
    /// The other decisions on it, oldest first.
    let others: [DecisionEntryModel]
    /// Whether anything follows from the decision.
    let hasConsequences: Bool
}

/// A proposal by its id, and the file of its record; nil if it was not decided.
struct RecordLink {
    let id: String
    let file: String?
}

extension DecisionRecordModel {
    /// - Parameter known: The proposals that have such a file.
    init(
        _ decided: DecisionLog.Decided, roster: Roster, pages: Set<CalendarDay>, known: Set<String>
    ) {
        func entry(_ item: DecidedItem) -> DecisionEntryModel {
            DecisionEntryModel(item, timeZone: roster.timeZone, pages: pages)
        }
        func link(_ id: String) -> RecordLink {
            RecordLink(id: id, file: known.contains(id) ? Self.name(of: id) : nil)
        }
        let main = decided.main
        let actions = main.actions.map(Self.sentence)
        let latest = decided.all.last.flatMap { $0 == main ? nil : $0 }
        let isApproved = main.decision.verdict.isApproval
        self.init(
            council: roster.name, main: entry(main),
            since: latest.map { "\($0.decision.spoken) on \($0.date.long)" },
            problem: decided.problem.flatMap(MarkdownReader.block),
            estimated: main.item.proposal?.impact?.spoken, cost: main.item.proposal?.cost?.spoken,
            supersedes: main.supersedes.map(link), supersededBy: main.supersededBy.map(link),
            conditions: main.conditions.map(Self.sentence), openConcerns: main.openConcerns.map(Self.sentence),
            actions: actions,
            others: decided.all.filter { $0 != main }.map(entry),
            hasConsequences: isApproved && (main.outcomeDue != nil || main.item.proposal?.cost != nil)
                || !actions.isEmpty || !main.conditions.isEmpty || !main.openConcerns.isEmpty)
    }

    private static func sentence(_ note: HeldNote) -> String {
        note.speaker.map { note.text.quoted(from: $0.name) } ?? note.text.quoted()
    }

    private static func sentence(_ fate: ActionFate) -> String {
        let standing = fate.recordedStanding
        let owner = (standing.newOwner ?? fate.action.owner)?.name ?? "Nobody yet"
        let due = standing.due.map { ", due \($0.long)" } ?? ""
        return "\(owner): \(fate.action.text)\(due)" + (standing.state == .open ? "" : " (\(standing.state.rawValue))")
    }

    static let folder = "decisions"

    /// Its file, from the folder of all minutes.
    static func file(of id: String) -> String { "\(folder)/\(name(of: id))" }

    static func name(of id: String) -> String { id.asFileName + ".md" }

    /// The page that says the same as a record.
    static func page(of name: String) -> String { name.dropLast(".md".count) + ".html" }
}
