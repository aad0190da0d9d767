import Council
import Screen
import Testing

@testable import Room

/// Looking up what earlier meetings said, while a meeting goes on.
@Suite struct SearchListTests {
    private static let day = CalendarDay(daysSinceEpoch: 20_500)

    private func hit(_ text: String, _ words: String, number: Int = 1) throws -> SearchHit {
        SearchHit(
            SearchEntry(.concern, number: number, who: HeldPerson(name: "Tomás Vidal"), text: text), id: Int64(number),
            about: SearchSubject(item: ItemID("eta-v2"), title: "Arrival times"), on: Self.day,
            for: try #require(SearchQuery(words)))
    }

    private func found(_ count: Int = 2, of total: Int = 2) throws -> SearchAnswer {
        SearchAnswer(
            hits: try (1...count).map { try hit("The holdout is short \($0).", "holdout", number: $0) }, total: total)
    }

    @Test func eachLetterSearchesAndNothingWaits() throws {
        var desk = try Desk(Desk.opened)
        desk.press("S")
        #expect(desk.effects.isEmpty && desk.text.contains("beginnings*"))
        desk.type("ho")
        #expect(desk.effects == [.search("h"), .search("ho")])
        #expect(desk.text.contains("searching …"))
        desk.send(.found(try found(), for: "h"))
        #expect(desk.text.contains("searching …"), "an answer to what nobody asks any more is not shown")
        desk.send(.found(try found(of: 1200), for: "ho"))
        #expect(desk.text.contains("1200 texts; the best 2 are here"))
        #expect(desk.text.contains("▸ 2026-02-16 · eta-v2 · concern 1 of Tomás Vidal"))
        #expect(desk.text.contains("The holdout is short 2."))
        desk.press("Backspace Backspace")
        #expect(desk.effects == [.search("h")])
        desk.press("Esc")
        #expect(desk.front == nil)
        desk.send(.found(try found(), for: ""))
        #expect(desk.front == nil, "a late answer opens nothing")
    }

    @Test func enterOpensTheTextAndEscapeLeadsBack() throws {
        var desk = try Desk(Desk.opened)
        desk.run("search holdout")
        #expect(desk.effects.contains(.search("holdout")))
        desk.press("Enter")
        #expect(desk.effects.isEmpty)
        desk.send(.found(try found(), for: "holdout"))
        desk.press("Down Enter")
        #expect(desk.effects == [.openFound(try hit("The holdout is short 2.", "holdout", number: 2))])
        let lines = (0..<100).map { DocumentPage.Line.text("line \($0)") }
        desk.send(.foundPages([DocumentPage(name: "eta-v2", lines: lines, top: 40)]))
        #expect(desk.text.contains("line 40") && !desk.text.contains("line 39"))
        desk.press("e k")
        #expect(desk.effects.isEmpty && desk.text.contains("line 39"), "it is read, and not edited")
        desk.press("Esc")
        #expect(desk.text.contains("▸ 2026-02-16 · eta-v2 · concern 2"))
    }

    @Test func aListOfManyIsMovedThrough() throws {
        var desk = try Desk(Desk.opened)
        desk.run("search holdout")
        desk.send(.found(try found(40, of: 40), for: "holdout"))
        desk.press("PgDn PgDn PgDn PgDn Down")
        #expect(desk.text.contains("▸ 2026-02-16 · eta-v2 · concern 40"))
        desk.press("Up")
        #expect(desk.text.contains("▸ 2026-02-16 · eta-v2 · concern 39"))
    }

    @Test func theConsoleListsWhatIsFound() throws {
        let desk = try Desk(Desk.opened)
        let answer = try found(of: 3)
        let past = Past(
            search: { query throws(Refusal) in
                #expect(query == SearchQuery("holdout"))
                return answer
            }, related: { _ in [] })
        guard case .screen(let change) = try Command.parse("search holdout", in: desk.meeting) else {
            Issue.record("it is a command of the screen")
            return
        }
        #expect(
            try change.lines(Narrator(desk.room.journal, at: desk.now, past: past)) == [
                "2026-02-16, eta-v2, concern 1 of Tomás Vidal: The [holdout] is short 1.",
                "2026-02-16, eta-v2, concern 2 of Tomás Vidal: The [holdout] is short 2.", "1 more: add a word",
            ])
        guard case .screen(let empty) = try Command.parse("search \"", in: desk.meeting) else { return }
        #expect(throws: Refusal(SearchQuery.nothing)) {
            try empty.lines(Narrator(desk.room.journal, at: desk.now, past: past))
        }
    }

    @Test func relatedProposalsStandBelowTheFacts() throws {
        var desk = try Desk(Desk.opened)
        #expect(!desk.text.contains("related: "))
        let id = try #require(desk.item).agenda.id.rawValue
        let hearing = RelatedProposal.Hearing(
            title: "Old", date: Self.day, decision: "sent back for revision", reason: "Rules will do.")
        let related = RelatedProposal("old-one", hearing, pieces: ["search-logs"], words: [])
        desk.send(.related([id: [related]]))
        let line = "related: old-one · 16 Feb 2026 · sent back for revision: “Rules will do.” · shares search-logs"
        #expect(desk.text.contains(line.prefix(40)))
        let past = Past(
            search: { _ throws(Refusal) in SearchAnswer() }, related: { $0.id == id ? [related] : [] })
        guard case .screen(let change) = try Command.parse("show proposal", in: desk.meeting) else { return }
        let told = try change.lines(Narrator(desk.room.journal, at: desk.now, past: past))
        #expect(told.contains(line))
    }
}
