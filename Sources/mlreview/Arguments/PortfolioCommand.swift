import ArgumentParser
import Council

struct PortfolioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portfolio",
        abstract: "Prints all approved proposals over the quarters: estimate, what was measured, and cost.",
        discussion: """
            Proposals are listed by the quarter of their approval. Amounts in different units are never added: each \
            unit of impact has its own part.
            """)

    @OptionGroup var options: AnswerOptions
    @Option(
        help: ArgumentHelp(
            "One quarter: 2026Q4, Q4 for the latest fourth quarter, or Q for the current one.", valueName: "quarter"),
        completion: .quarters)
    var quarter: String?

    func run() throws { try options.print(answer) }

    func answer(from week: WeekFolder) throws -> Answer {
        let wanted = try quarter.map { text in
            guard let quarter = Quarter(text, on: week.today) else {
                throw Complaint("`\(text)` is not a quarter: write `2026Q4`, `Q4` or `Q`")
            }
            return quarter
        }
        let portfolio = week.library.portfolio(of: wanted, on: week.today)
        guard portfolio.units.isEmpty else {
            return Answer(lines: portfolio.units.flatMap(Self.lines), portfolio)
        }
        let known = week.library.quartersOfApprovals(on: week.today).map(\.description)
        let others = known.isEmpty ? "" : "; there are approvals of \(listed(known))"
        return Answer(lines: ["nothing was approved\(wanted.map { " in \($0)" } ?? " yet")\(others)"], portfolio)
    }

    private static func lines(_ unit: PastPortfolio.InOneUnit) -> [String] {
        let rows = unit.quarters.flatMap(\.proposals).map { entry in
            [
                "  \(entry.id)", entry.figures ?? "", entry.percent ?? "",
                entry.cost.map { "cost \($0.spoken)" } ?? "no cost", state(of: entry),
            ]
        }
        var lines = Columns(rows).lines[...]
        let title =
            unit.impactUnit.map { "impact in \($0), estimated → measured (? if not yet), % of the estimate" }
            ?? "without an estimated impact"
        return [title]
            + unit.quarters.flatMap { quarter in
                let own = lines.prefix(quarter.approved)
                lines = lines.dropFirst(quarter.approved)
                return ["\(quarter.quarter)  \(quarter.sentence(hasImpact: unit.impactUnit != nil))"] + own
            }
    }

    private static func state(of entry: PastPortfolio.Entry) -> String {
        entry.stage + (entry.due.map { ", due \($0)" + (entry.isOverdue ? ", overdue" : "") } ?? "")
    }
}
