import Testing

@testable import Council

/// Where proposals are, since when, and whom they wait for, on 1 December 2026.
@Suite struct PipelineTests {
    private static let today = CalendarDay.of("1 Dec")

    struct Row: CustomTestStringConvertible {
        let story: String
        let line: String
        let others: [Story]
        var testDescription: String { "\(story) → \(line)" }

        init(_ story: String, _ line: String, with others: Story...) {
            self.story = story
            self.line = line
            self.others = others
        }
    }

    static let rows = [
        Row("incomplete", "draft; waits for a cost: give cost build, maintenance and a unit"),
        Row("leads 20 Nov; pending product", "leads 11 d; waits for the product lead"),
        Row("leads 20 Nov", "ready 11 d; waits for an agenda"),
        Row("leads", "ready; waits for an agenda"),
        Row("leads 20 Nov; on 2 Dec", "on agenda; waits for the meeting of Wed 2 Dec 2026"),
        Row("leads 20 Nov; 25 Nov none", "undecided 6 d; waits for an agenda"),
        Row("leads 20 Nov; 25 Nov defer", "deferred 6 d; waits for an agenda"),
        Row("leads 20 Nov; 25 Nov defer 1 Dec", "deferred 6 d; waits for an agenda"),
        Row("leads 20 Nov; 25 Nov defer 2 Dec", "deferred 6 d; waits for Wed 2 Dec 2026"),
        Row("leads 20 Nov; 25 Nov revise", "sent back 6 d; waits for a changed file"),
        Row("leads 20 Nov; 25 Nov approve", "approved 6 d; waits for its outcome, due on Tue 25 May 2027"),
        Row(
            "11 Nov approve; 25 Nov outcome none", "approved 20 d; waits for its outcome, due on Tue 11 May 2027"),
        Row("hiring; leads 20 Nov; 25 Nov approve", "approved 6 d, closed"),
        Row(
            "leads 20 Nov; 25 Nov approve; measured 30 Nov", "measured 1 d; waits for the council to hear its outcome"),
        Row("leads 20 Nov; 25 Nov reject", "rejected 6 d, closed"),
        Row("leads 20 Nov; 25 Nov withdraw", "withdrawn 6 d, closed"),
        Row("leads 20 Nov; 25 Nov revise", "revised, by y, closed", with: Story("y", "revises x")),
        // A day to come has no age.
        Row("leads 3 Dec", "ready; waits for an agenda"),
    ]

    @Test(arguments: rows)
    func aProposalIsWhereItsFilesSay(_ row: Row) throws {
        let pipeline = Weeks([Story("x", row.story)] + row.others).library.pipeline(on: Self.today)
        let entry = try #require(pipeline.proposals.first { $0.id == "x" })
        let line =
            entry.stage + (entry.days.map { " \($0) d" } ?? "") + (entry.revisedBy.map { ", by \($0)" } ?? "")
            + (entry.isOpen ? "" : ", closed") + (entry.waitsFor.map { "; waits for \($0)" } ?? "")
        #expect(line == row.line)
    }

    @Test(arguments: [("2026-11-26", false), ("2026-12-01", false), ("2027-05-25", false), ("2027-05-26", true)])
    func anOutcomeIsOverdueAfterItsDay(day: String, isOverdue: Bool) throws {
        let library = Weeks([Story("x", "leads 20 Nov; 25 Nov approve")]).library
        let today = try #require(CalendarDay(day))
        let entry = try #require(library.pipeline(on: today).proposals.first)
        #expect(entry.isOverdue == isOverdue)
        #expect(entry.waitsFor == "its outcome, due on Tue 25 May 2027" + (isOverdue ? ", overdue" : ""))
        #expect(entry.waitsBriefly == (isOverdue ? "▲ overdue 25 May 2027" : "outcome due 25 May 2027"))
    }

    @Test func openOnesComeFirstAndTheLongestWaitFirst() {
        let pipeline = Weeks([
            Story("a", "leads 20 Nov; 25 Nov reject"), Story("b", "leads 25 Nov"), Story("c", "leads 20 Nov"),
            Story("d", "leads 20 Nov; 25 Nov revise"), Story("e", "pending product"), Story("f", "leads"),
            Story("g", "hiring; leads 20 Nov; 25 Nov approve"), Story("h", "leads 20 Nov; 18 Nov approve"),
        ]).library.pipeline(on: Self.today)
        #expect(pipeline.proposals.map(\.id) == ["e", "c", "b", "f", "d", "h", "g", "a"])
        #expect(pipeline.open == 6)
    }

    @Test(arguments: [
        ([], nil), (["leads 20 Nov"], nil), (["leads; 25 Nov approve"], nil), (["leads 20 Nov; 25 Nov defer"], nil),
        (["leads 20 Nov; 25 Nov approve"], 5), (["leads 20 Nov; 18 Nov none; 25 Nov reject"], 5),
        (["leads 20 Nov; 25 Nov revise; leads 27 Nov; 2 Dec approve"], 5),
        (["leads 20 Nov; 25 Nov approve", "leads 15 Nov; 25 Nov approve", "leads 1 Nov; 25 Nov reject"], 10),
        (["leads 20 Nov; 25 Nov approve", "leads 17 Nov; 25 Nov approve"], 6),
        // A word after the answer says nothing of how long it took.
        (["25 Nov approve; leads 27 Nov"], nil),
    ])
    func theMedianIsFromTheFirstWordToTheFirstAnswer(_ stories: [String], _ days: Int?) {
        let library = Weeks(stories.enumerated().map { Story("x\($0)", $1) }).library
        let pipeline = library.pipeline(on: Self.today)
        #expect(pipeline.medianDaysToDecision == days)
        #expect(pipeline.medians == days.map { "median \($0) days this quarter" })
    }

    @Test(arguments: [
        ("2026-12-31", "median 5 days this quarter, 3 last"), ("2027-01-01", "median 5 days last quarter"),
        ("2027-04-01", nil), ("2026-09-30", "median 3 days this quarter, 1 last"),
    ])
    func theMediansAreOfThisQuarterAndTheLast(day: String, sentence: String?) throws {
        let library = Weeks([
            Story("a", "leads 20 Nov; 25 Nov approve"), Story("b", "leads 1 Sep; 4 Sep revise; 25 Nov reject"),
            Story("c", "leads 1 Jun; 2 Jun reject"),
        ]).library
        #expect(library.pipeline(on: try #require(CalendarDay(day))).medians == sentence)
    }
}
