import Agendas
import Council
import Foundation
import Testing

@testable import mlreview

/// What was measured months after the council approved something on 25 November 2026.
@Suite struct OutcomeCommandTests {
    private static let today = CalendarDay("2027-06-01")!
    private static let file = "agendas/proposals/vector-store.md"

    private static let script = """
        roll priya present\nroll tomas present\nroll wen present\nroll bo present\nroll mei present\nopen\ngo 4
        decide approve because It is urgent.\nclose anyway
        """

    private func held() throws -> MeetingFolder {
        let folder = try MeetingFolder()
        let reader = try Reader(folder)
        reader.run(Self.script)
        #expect(!reader.wasRefused, "\(reader.lines)")
        return folder
    }

    private func week(_ folder: MeetingFolder) throws -> WeekFolder {
        try WeekFolder(folder.path, today: Self.today, evenIfMeetingIsOpen: true)
    }

    private func command(_ line: String) throws -> OutcomeCommand {
        let words = ["outcome"] + line.split(separator: " ").map(String.init)
        return try #require(try MLReview.parseAsRoot(words) as? OutcomeCommand)
    }

    private func text(_ folder: MeetingFolder) throws -> String {
        try String(contentsOfFile: folder.path + "/" + Self.file, encoding: .utf8)
    }

    private func unit(_ folder: MeetingFolder) throws -> String {
        try #require(try week(folder).library.drafts["vector-store"]?.proposal.impact?.unit)
    }

    @Test func whatWasMeasuredIsWritten() throws {
        let folder = try held()
        let (before, unit) = (try text(folder), try unit(folder))
        let change = try command("vector-store 1.2M \(unit) --on 2027-05-20 because Two: cities").change(
            in: week(folder))
        let line = "outcome: { on: 2027-05-20, value: 1200000, unit: \(unit), note: \"Two: cities\" }"
        #expect(change.shown.contains { $0.hasSuffix(line) && $0.hasPrefix("+") }, "\(change.shown)")
        #expect(
            change.commitLine.hasSuffix(
                "add \(Self.file) && git -C \(folder.path) commit -m 'Outcome of vector-store: 1.2 M \(unit)'"))
        #expect(try text(folder) == before)
        try change.write()
        let after = try text(folder)
        #expect(after.replacing("\(line)\n", with: "") == before)
        #expect(after == change.text)
        let faults = AgendaFolder(path: folder.path).check().filter { $0.severity == .error }
        #expect(faults.isEmpty, "\(faults)")
        #expect(try week(folder).library.stage(of: "vector-store", on: Self.today)?.word == "measured")
        // What is there is shown before another takes its place.
        let second = try command("vector-store -3 \(unit)").change(in: week(folder))
        #expect(second.shown.first == "measured so far: 1.2 M \(unit) on Thu 20 May 2027: Two: cities")
        let changed = second.shown.filter { $0.hasPrefix("+") || $0.hasPrefix("-") }
        #expect(
            changed.map { $0.drop { "+- ".contains($0) } } == [
                line[...], "outcome: { on: 2027-06-01, value: -3, unit: \(unit) }",
            ])
    }

    @Test func aFileThatChangedMeanwhileIsLeftAsItIs() throws {
        let folder = try held()
        let change = try command("vector-store 1 \(try unit(folder))").change(in: week(folder))
        let other = try text(folder) + "\nMore.\n"
        try other.write(toFile: folder.path + "/" + Self.file, atomically: true, encoding: .utf8)
        #expect(throws: (any Error).self) { try change.write() }
        #expect(try text(folder) == other)
    }

    @Test(arguments: [
        ("vector-store 1 EUR", "measured in EUR: state what was measured in"),
        ("vector-store many", "is not an amount"), ("prep-time 1 USD/year", "no meeting has approved `prep-time`"),
        ("vectorstore 1 USD", "did you mean `vector-store`?"),
        ("vector-store 1 UNIT --on 2026-11-24", "is before the approval of Wed 25 Nov 2026"),
        ("vector-store 1 UNIT --on 2027-06-02", "is in the future"),
    ])
    func whatIsRefused(line: String, sentence: String) throws {
        let folder = try held()
        let (before, unit) = (try text(folder), try unit(folder))
        let heard = complaint { _ = try command(line.replacing("UNIT", with: unit)).change(in: week(folder)) }
        #expect(heard.contains(sentence), "\(heard)")
        #expect(try text(folder) == before)
    }

    @Test(arguments: ["vector-store --on 2027-05-20", "vector-store 1 USD --no", "", "vector-store 1 USD --on soon"])
    func whatIsNoLine(line: String) {
        #expect(throws: (any Error).self) {
            try MLReview.parseAsRoot(["outcome"] + line.split(separator: " ").map(String.init))
        }
    }

    @Test func withoutAValueItIsPrinted() throws {
        let folder = try held()
        let lines = try command("vector-store").answer(from: week(folder)).lines
        #expect(lines[0].hasPrefix("vector-store  "))
        #expect(lines.contains { $0.hasPrefix("approved   Wed 25 Nov 2026, approved: It is urgent. (by consensus") })
        #expect(lines.contains { $0.hasPrefix("due        ") } && lines.contains("measured   nothing yet"))
        let json = try command("vector-store --json").answer(from: week(folder)).json
        #expect(json.contains("\"stage\" : \"approved\""))
    }

    /// Both are amounts that a file may say.
    @Test func anOutcomeFarAboveItsEstimateIsPrinted() throws {
        let folder = try held()
        let proposal = """
            ---
            title: Tiny
            impact: { value: 1e-15, unit: USD/year }
            outcome: { value: 1e15, unit: USD/year, on: 2026-11-20 }
            ---

            """
        try proposal.write(
            toFile: folder.path + "/agendas/proposals/tiny.md", atomically: true, encoding: .utf8)
        let lines = try command("tiny").answer(from: week(folder)).lines
        #expect(lines.contains { $0.hasPrefix("measured   ") && $0.hasSuffix("% of the estimate)") }, "\(lines)")
    }

    @Test func thePortfolioListsIt() throws {
        let folder = try held()
        let unit = try unit(folder)
        try command("vector-store 1 \(unit)").change(in: week(folder)).write()
        func answer(_ words: String...) throws -> Answer {
            let command = try MLReview.parseAsRoot(["portfolio"] + words)
            return try #require(command as? PortfolioCommand).answer(from: week(folder))
        }
        let lines = try answer().lines
        #expect(lines[0] == "impact in \(unit), estimated → measured (? if not yet), % of the estimate")
        #expect(lines[1].hasPrefix("2026Q4  1 approved for ") && lines[1].contains("; 1 measured, "))
        #expect(lines[2].hasPrefix("  vector-store  ") && lines[2].contains(" → 1  ") && lines[2].hasSuffix("measured"))
        #expect(try answer("--quarter", "Q4").lines == lines)
        #expect(
            try answer("--quarter", "2026q3").lines == ["nothing was approved in 2026Q3; there are approvals of 2026Q4"]
        )
        #expect(
            complaint { _ = try answer("--quarter", "autumn") }
                == "`autumn` is not a quarter: write `2026Q4`, `Q4` or `Q`")
        #expect(try answer().json.contains("\"quarter\" : \"2026Q4\""))
    }
}
