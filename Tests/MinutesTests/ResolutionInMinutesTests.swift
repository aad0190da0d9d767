import Council
import Foundation
import TestMeetings
import Testing

@testable import Minutes

/// What leaves the room about a decision: what was decided, and not the verdict alone.
@Suite struct ResolutionInMinutesTests {
    /// A meeting at an item, with nine of the council in the room.
    private func atItem(_ number: Int, docket: Docket = .sample) throws -> SampleMeeting {
        var meeting = SampleMeeting(docket: docket)
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei", "anais", "wen", "zsofia", "jonas"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(number)))
        return meeting
    }

    private func decide(
        _ meeting: inout SampleMeeting, _ verdict: Decision.Verdict, because reason: String? = nil,
        as resolution: String? = nil, if conditions: [Int] = []
    ) throws {
        try meeting.ask(
            .decide(
                verdict: verdict, until: nil, reason: reason, conditions: conditions, resolution: resolution))
    }

    private func carry(_ text: String, in meeting: inout SampleMeeting) throws {
        try meeting.ask(.motion(.text(text)))
        try meeting.vote(yes: ["bo", "idris", "tomas", "mei", "anais"])
        try meeting.ask(.tally)
    }

    /// The lines of the plain version of each mail and of the Markdown, by name.
    private func texts(_ meeting: SampleMeeting) throws -> [String: String] {
        let documents = try Minutes.documents(of: meeting.journal)
        let mails = documents.filter(\.name.isMail)
        let read = try ReadMail.all(mails.map(\.text)).map(\.text)
        let plain = documents.filter { !$0.name.isMail }.map { ("\($0.name.rawValue)", $0.text) }
        return Dictionary(uniqueKeysWithValues: zip(mails.map { "\($0.name.rawValue)" }, read) + plain)
    }

    private func lines(_ text: String?, after start: String, _ count: Int) -> [String] {
        let lines = (text ?? "").replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
        guard let place = lines.firstIndex(where: { $0.contains(start) }) else { return [] }
        return Array(lines[(place + 1)...].prefix(count))
    }

    @Test func theScopeStandsInTheFirstLineOnTheItem() throws {
        var meeting = try atItem(1)
        try carry("Run the 52-week test at 20/60/20 in place of the full rollout", in: &meeting)
        try carry("Limit the first wave to three cities", in: &meeting)
        try decide(&meeting, .approve, because: "it pays")
        try meeting.ask(.close)
        let scope =
            "Run the 52-week test at 20/60/20 in place of the full rollout. Limit the first wave to three cities. It costs 300 k USD to build and 90 k USD a year to run."
        let texts = try texts(meeting)
        let mail = (texts["summary.eml"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            mail.contains("1. Fraud ring graph (Noor Haddad) \(scope) Estimated impact: 1.9 M USD/year. Why: it pays."),
            "\(mail)")
        let notice = (texts["notices/fraud-ring-graph.eml"] ?? "").split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        #expect(notice.contains("item 1 \(scope) Why: it pays"), "\(notice)")
        let minutes = try #require(texts["minutes.md"])
        #expect(lines(minutes, after: "**Decision: approved**", 1) == ["**\(MarkdownText.escaped(scope))**"])
        #expect(texts["record.json"]?.contains(#""resolution":"# + " \"\(scope)\"") == true)
        let page = try Minutes.render(journal: meeting.journal, format: .html)
        #expect(page.contains(HTMLText.escaped(scope)))
    }

    @Test func theChairsWordsStandEverywhere() throws {
        var meeting = try atItem(1)
        try decide(&meeting, .approve, as: "Two cities for <b>four</b> weeks")
        try meeting.ask(.close)
        let model = JournalReader(meeting.journal).model
        #expect(model.register[0].resolution == "Two cities for <b>four</b> weeks")
        let page = try Minutes.render(journal: meeting.journal, format: .html)
        #expect(page.contains("Two cities for &lt;b&gt;four&lt;/b&gt; weeks") && !page.contains("<b>four"))
    }

    @Test func anItemIsSentBackBecauseOfItsConcerns() throws {
        var meeting = try atItem(2)
        try meeting.say("tomas", "six weeks of holdout", as: .concern)
        try meeting.say("mei", "one wet city", as: .concern)
        try decide(&meeting, .revise)
        let model = JournalReader(meeting.journal).model
        #expect(
            model.register[1].resolution?.hasPrefix(
                "To be answered: “six weeks of holdout” (Tomás Vidal); “one wet city”")
                == true)
        #expect(model.register[1].basis == "by consensus, no vote was asked for; because of concerns 1 and 2")
        #expect(
            model.items[1].concerns.map(\.became)
                == Array(repeating: "the item was sent back for revision because of it", count: 2))
    }

    @Test func aConditionComesFirstOfWhatIsToBeAnswered() throws {
        var meeting = try atItem(1)
        try meeting.say("mei", "who labels", as: .concern)
        try meeting.say("bo", "who is on call", as: .concern)
        try decide(&meeting, .approve, if: [2])
        let notice = try #require(JournalReader(meeting.journal).notices.first)
        #expect(
            notice.model.duties == [
                "Noor Haddad, no date: Answer concern 2, a condition: “who is on call” (Bo Håkansson)"
            ])
        #expect(notice.model.conditions == ["Concern 1: “who labels” (陳美玲 [Mei Chen])"])
        #expect(notice.model.basis?.hasSuffix("; on condition that concern 2 is answered, over open concern 1") == true)
    }

    @Test func aSectionIsAmendedByWords() throws {
        let words = (1...60).map { "word\($0)" }.joined(separator: " ")
        var proposals = Docket.sample.proposals
        proposals["prep-time"]?.body =
            "## Business problem\nIt costs.\n\n## Solution\nStart in three cities. \(words) Stop.\n"
        let docket = Docket(roster: .sample, agenda: Docket.sample.agenda, proposals: proposals)
        var meeting = try atItem(2, docket: docket)
        try meeting.ask(.amend(field: .solution, value: "Start in two cities. \(words) Stop then.", reason: nil))
        try decide(&meeting, .approve, because: "so", as: "Two cities")
        let model = JournalReader(meeting.journal).model
        #expect(
            model.register[1].amended == [
                "solution “Start in three cities.” → “Start in two cities.”; “word59 word60 Stop.” → “word59 word60 Stop then.”"
            ])
        #expect(model.items[1].amendments[0].saidAfter == "Start in two cities. \(words) Stop then.")
        let summary = try #require(texts(meeting)["summary.eml"])
        #expect(!summary.contains("word30"))
        #expect(try Minutes.render(journal: meeting.journal, format: .markdown).contains("word30"))
    }

    @Test func aFiguresReasonGoesWithIt() throws {
        var meeting = try atItem(2)
        try meeting.ask(.amend(field: .impact, value: "1.1M", reason: nil))
        try meeting.ask(.amend(field: .costBuild, value: "520000", reason: nil))
        let item = JournalReader(meeting.journal).model.items[1]
        #expect(item.proposal?.impact == "1.1 M USD/year" && item.proposal?.impactNote == nil)
        #expect(item.proposal?.impactWas == "4.2 M USD/year (from the 3-city holdout)")
        #expect(item.proposal?.costWas == "build 450 k, upkeep 150 k USD (maintenance per year)")
        #expect(item.amendments.map(\.change) == ["4.2 M USD/year → 1.1 M USD/year", "450 k USD → 520 k USD"])
    }

    @Test func aCorrectionTakesNoTime() throws {
        var meeting = try atItem(2)
        try meeting.ask(after: 607, .go(.item(1)))
        try decide(&meeting, .approve)
        try meeting.ask(.close)
        let before = JournalReader(meeting.journal).model.items.map(\.time.used)
        #expect(before[1] == "10:07")
        try meeting.ask(after: 3600, .reopen(reason: "a name was wrong"))
        try meeting.ask(after: 30, .go(.item(2)))
        try meeting.ask(after: 60, .go(.item(1)))
        try meeting.ask(after: 60, .close)
        #expect(JournalReader(meeting.journal).model.items.map(\.time.used) == before)
    }

    @Test func aNoticeTellsItsOwnCorrection() throws {
        var meeting = try atItem(2)
        try decide(&meeting, .defer)
        try meeting.ask(.go(.item(1)))
        try meeting.say("mei", "who labels", as: .concern)
        try decide(&meeting, .approve)
        try meeting.ask(.close)
        try meeting.ask(.reopen(reason: "item 2 was withdrawn, not deferred"))
        try meeting.ask(.resolve(note: NoteReference(1, of: 1), reason: "Payments does"))
        try meeting.ask(.go(.item(2)))
        try decide(&meeting, .withdraw)
        try meeting.ask(.close)
        let notices = JournalReader(meeting.journal).notices.map(\.model)
        #expect(notices.first { $0.number == 1 }?.changes == ["concern 1 resolved"])
        #expect(notices.first { $0.number == 2 }?.changes == ["withdrawn"])
        #expect(notices.allSatisfy { $0.correction == nil })
    }

    @Test func anOverrideSaysWhichReviewWasSetAside() throws {
        let model = JournalReader(try SampleMeeting.held().journal)
        let notice = try #require(model.notices.first { $0.model.proposal == "prep-time" }?.model)
        #expect(
            notice.basis?.contains(
                "the chair set aside: the data science lead (Ravi Das) asks for changes: holdout too short") == true)
        #expect(!notice.conditions.contains { $0.contains("set this aside") })
    }

    @Test func whoIsAbsentOnTheRollIsNotSaidToBeOffIt() throws {
        var meeting = try atItem(2)
        #expect(JournalReader(meeting.journal).model.items[1].lackOfPresenter == "not on the roll")
        try meeting.ask(.roll(who: "lena", presence: .absent))
        #expect(JournalReader(meeting.journal).model.items[1].lackOfPresenter == "absent")
        try meeting.ask(after: 60, .roll(who: "lena", presence: .remote))
        try meeting.ask(after: 60, .close)
        #expect(JournalReader(meeting.journal).model.items[1].lackOfPresenter == nil)
    }

    @Test func aPositionHasAHiringLead() throws {
        let journal = try SampleMeeting.held().journal
        #expect(JournalReader(journal).model.items[4].proposal?.leadTitle == "Hiring lead")
        let notice = try #require(JournalReader(journal).notices.first { $0.model.number == 5 })
        #expect(notice.model.next.first?.hasPrefix("Bo Håkansson, the hiring lead,") == true)
    }

    @Test func whoWasRecusedDoesNotDecide() throws {
        var meeting = try atItem(4)
        try meeting.ask(.motion(.proposal))
        try meeting.ask(.vote(who: "wen", choice: .recuse, reason: "my own"))
        try meeting.vote(yes: ["bo", "idris", "tomas", "mei", "anais"])
        try meeting.ask(.tally)
        try decide(&meeting, .approve)
        let notice = try #require(JournalReader(meeting.journal).notices.first { $0.model.number == 4 })
        #expect(
            notice.model.next.first
                == "Wen Li, the technical lead, was recused: what is still to be decided on it comes back to the council."
        )
        #expect(
            JournalReader(meeting.journal).model.register[3].resolution
                == "Managed (buy, run by the vendor), for 120 k USD to build and 150 k USD a year to run.")
    }
}
