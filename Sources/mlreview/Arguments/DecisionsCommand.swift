import ArgumentParser
import Council

struct DecisionsCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions",
        abstract: "Prints the decisions of all meetings, newest first: what was decided, why, and on what basis.")

    @OptionGroup var options: AnswerOptions
    @Option(help: ArgumentHelp("The first day, as YYYY-MM-DD.", valueName: "date"), completion: .meetings)
    var since: CalendarDay?
    @Option(help: ArgumentHelp("The last day, as YYYY-MM-DD.", valueName: "date"), completion: .meetings)
    var until: CalendarDay?
    @Option(help: "One of \(Decision.Verdict.allCases.map(\.rawValue).joined(separator: ", ")).")
    var verdict: Decision.Verdict?
    @Option(help: "The pod of the proposal.", completion: .pods)
    var pod: String?

    func answer(from week: WeekFolder, columns: Int? = nil) throws -> Answer {
        let filter = DecisionFilter(since: since, until: until, verdict: verdict, pod: pod)
        let decisions = week.library.decisions(filter)
        let pods = week.library.pods
        if let pod, decisions.isEmpty, !week.library.hasPod(pod) {
            throw Complaint("no proposal is of a pod called `\(pod)`\(suggestion(for: pod, among: pods))")
        }
        let lines = decisions.isEmpty ? ["no such decision"] : decisions.flatMap(Self.lines)
        return Answer(lines: lines, decisions)
    }

    private static func lines(_ decision: PastDecision) -> [String] {
        let title = decision.title == decision.item.rawValue ? "" : "  \(decision.title)"
        let concerns = decision.overConcerns.map { concern in
            concern.role + (concern.speaker.map { " of \($0)" } ?? "") + ": \(concern.text)"
        }
        let rest = [decision.decision + decision.said, decision.basis] + concerns
        return ["\(decision.date)  \(decision.item.spoken)\(title)"]
            + rest.filter { !$0.isEmpty }.map { "            \($0)" }
    }
}
