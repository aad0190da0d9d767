import Foundation
import Testing

@testable import Council

/// What a decision says for people who were not there: how far it goes, with what, for how much, and on what condition.
@Suite struct ResolutionTests {
    static let yes = "vote tomas yes / vote wen yes / vote bo no because the holdout is too short. / tally"

    static let composed: [(String, String)] = [
        // A proposal as it is.
        ("decide approve", "As proposed, for 450 k USD to build and 150 k USD a year to run."),
        ("go 3 / decide approve", "As proposed."),
        // How far it goes: what was carried in somebody's own words, and not what was lost or only asked for.
        (
            "motion Run the 52-week test in place of the full rollout. / \(yes) / motion Limit it to three cities / \(yes) / "
                + "motion Buy it / vote tomas no / tally / poll In June? / vote tomas yes / tally / decide approve",
            "Run the 52-week test in place of the full rollout. Limit it to three cities. It costs 450 k USD to build "
                + "and 150 k USD a year to run."
        ),
        ("go 3 / motion In March? / vote tomas yes / tally / decide approve", "In March?"),
        ("go 3 / motion choose March | June / vote tomas June / tally / decide approve", "June."),
        ("go 3 / motion choose k-NN | June / vote tomas k-NN / tally / decide approve", "k-NN."),
        // A question that was put again counts as it was answered last.
        ("motion In May / vote tomas yes / tally / motion In May / vote tomas no / tally / decide revise anyway", ""),
        // For how much, before and after.
        (
            "amend cost.build = 520000 / decide approve",
            "As amended, for 520 k USD to build (was 450 k USD) and 150 k USD a year to run."
        ),
        (
            "amend cost = 1,234,567 + 150k USD / amend impact = 1.1M / decide approve",
            "As amended, for 1,234,567 USD to build (was 450 k USD) and 150 k USD a year to run. "
                + "Changed: impact 1.1 M USD/year (was 4.2 M USD/year)."
        ),
        // What else was changed, and of a long text the words.
        (
            "amend pod = Maps / amend pod = Search / decide approve",
            "As amended, for 450 k USD to build and 150 k USD a year to run. Changed: pod Search (was Dispatch)."
        ),
        (
            "amend solution = Predict in two cities. / decide approve",
            "As amended, for 450 k USD to build and 150 k USD a year to run. "
                + "Changed: solution (“Predict.” → “Predict in two cities.”)."
        ),
        (
            "amend pod = Maps / motion amendment 1 / vote tomas no / tally / decide approve",
            "As proposed, for 450 k USD to build and 150 k USD a year to run."
        ),
        // Concerns: accepted, bound to, and what to bring.
        (
            "note @tomas concern: the holdout is short / decide approve",
            "As proposed, for 450 k USD to build and 150 k USD a year to run. "
                + "Still open: “the holdout is short” (Tomás Vidal)."
        ),
        (
            "note @tomas concern: six weeks of holdout / note concern: one wet city. / decide approve if 2",
            "As proposed, for 450 k USD to build and 150 k USD a year to run. "
                + "On condition that this is answered: “one wet city”. Still open: “six weeks of holdout” (Tomás Vidal)."
        ),
        (
            "note @tomas concern: six weeks of holdout / note concern: one wet city / decide revise",
            "To be answered: “six weeks of holdout” (Tomás Vidal); “one wet city”."
        ),
        ("note concern: one wet city / resolve 1 / decide revise", ""),
        (
            "motion / vote tomas no because the holdout is short / vote wen yes / vote bo no / tally / decide revise",
            "Against it: “the holdout is short” (Tomás Vidal)."
        ),
        ("note @tomas concern: X / decide defer 2026-12-02", ""),
        ("decide withdraw", ""),
        ("note @bo concern: nobody runs it / decide reject", "Concerns: “nobody runs it” (Bo Berg)."),
    ]

    @Test("What is composed", arguments: composed)
    func composes(lines: String, text: String) throws {
        let review = try Review("simple of cast", present: 5, lines)
        #expect(review.item.decision?.resolution == Resolution(composed: text))
    }

    static let technology: [(String, String)] = [
        ("decide approve", "Our cluster (build, run by Platform), for 95 k USD to build and 118 k USD a year to run."),
        (
            "amend recommend = Managed / decide approve",
            "Managed (buy, run by the vendor) (was Our cluster), for 95 k USD to build and 118 k USD a year to run."
        ),
        (
            "motion choose / vote tomas Managed / vote wen Managed / tally / decide approve",
            "Managed (buy, run by the vendor), for 310 k a year."
        ),
        ("go 2 / decide approve", "ML engineer, senior, 2 openings."),
    ]

    @Test("A technology says which option and what it costs, and a position how many it is for", arguments: technology)
    func options(lines: String, text: String) throws {
        var review = Review(
            TestCouncil.docket(
                items: [
                    AgendaItem(id: ItemID("vector-store"), subject: .proposal(id: "vector-store")),
                    AgendaItem(id: ItemID("hire"), subject: .proposal(id: "hire")),
                ], proposals: [TestCouncil.vectorStore, TestCouncil.hiring]))
        try review.type("roll priya present / roll tomas present / roll wen present / roll bo present / open / go 1")
        try review.type(lines)
        #expect(review.item.decision?.resolved == text)
    }

    @Test func theChairsWordsStandInPlaceOfWhatIsComposed() throws {
        var review = try Review(
            "simple of cast", present: 5, "decide approve as Two cities   for four weeks because So")
        #expect(
            review.item.decision?.resolution
                == Resolution(
                    composed: "As proposed, for 450 k USD to build and 150 k USD a year to run.",
                    edited: "Two cities for four weeks"))
        #expect(review.item.decision?.sentence == "approved: Two cities for four weeks")
        #expect(review.item.decision?.reason == "So")
        // What was composed, typed again, is not the chair's own.
        try review.type("decide approve as As proposed, for 450 k USD to build and 150 k USD a year to run.")
        #expect(review.item.decision?.resolution?.edited == nil)
        try review.type("undo")
        #expect(review.item.decision?.resolved == "Two cities for four weeks")
    }

    @Test func aCorrectedConcernIsCorrectedInTheResolutionToo() throws {
        var review = try Review(
            "simple of cast", present: 5,
            "note @tomas concern: the walnut / note @wen concern: the hazel / decide revise / motion In May / "
                + "vote tomas yes / tally")
        #expect(review.item.decision?.resolved == "To be answered: “the walnut” (Tomás Vidal); “the hazel” (Wen Li).")
        try review.type("reword 1 the almond / speaker 2 bo")
        #expect(review.item.decision?.resolved == "To be answered: “the almond” (Tomás Vidal); “the hazel” (Bo Berg).")
        try review.type("strike 1")
        #expect(review.item.decision?.resolved == "To be answered: “the hazel” (Bo Berg).")
        try review.type("decide revise anyway as Bring the hazel / reword 2 the nut")
        #expect(review.item.decision?.resolved == "Bring the hazel")
    }

    @Test(arguments: [
        ("note concern: X / decide approve if 2", "2 is no open concern of this item: open is 1"),
        (
            "decide approve if 1",
            "1 is no open concern of this item: take the condition down as one, `note concern: TEXT`"
        ),
        (
            "note concern: X / decide revise if 1",
            "only an approval has conditions: what it is sent back for stands after `because`"
        ),
    ])
    func conditionsAreOpenConcernsOfAnApproval(lines: String, refusal: String) throws {
        let parts = lines.split(separator: " / ").map(String.init)
        let review = try Review("simple of cast", present: 5, parts.dropLast().joined(separator: " / "))
        #expect(review.refusal(of: parts.last ?? "") == refusal)
    }

    static let concerns: [(Decision.Verdict, [Int], [Int], String?)] = [
        (.approve, [1, 3], [], "over open concerns 1 and 3"),
        (.approve, [1], [1], "on condition that concern 1 is answered"),
        (.changed, [1, 2, 3], [2, 3], "on condition that concerns 2 and 3 are answered, over open concern 1"),
        (.revise, [2, 6], [], "because of concerns 2 and 6"), (.defer, [2], [], "with concern 2 open"),
        (.approve, [], [], nil),
    ]

    @Test(arguments: concerns)
    func concernsBelongToADecisionInOneWay(
        verdict: Decision.Verdict, concerns: [Int], conditions: [Int], sentence: String?
    ) {
        #expect(verdict.spoken(overConcerns: concerns, conditions: conditions) == sentence)
    }

    @Test func decisionsFromBeforeThereWereResolutionsAreRead() throws {
        let detail =
            #"{"decided":{"decision":{"amendments":[],"basis":{"consensus":{}},"overConcerns":[],"overriddenGate":[],"verdict":"approve"},"item":"prep-time"}}"#
        let act = try ActCoder().act(from: ActPayload(kind: "decided", version: 1, detail: Data(detail.utf8)))
        #expect(
            act == .decided(.init(item: ItemID("prep-time"), decision: Decision(verdict: .approve, basis: .consensus))))
        #expect(ActCoder.version(of: "decided") == 2)
    }
}

/// What changed in a text, word by word.
@Suite struct WordChangesTests {
    @Test(arguments: [
        ("Start in three cities", "Start in two cities", "“Start in three cities” → “Start in two cities”"),
        ("a b c d e", "a c d x e", "struck “b”; added “x”"),
        ("", "all of it", "added “all of it”"), ("all of it", "", "struck “all of it”"),
        ("same\n same", "same same", ""),
        ("one two three", "four two five", "“one two” → “four two”; “two three” → “two five”"),
    ])
    func spoken(before: String, after: String, changes: String) {
        #expect(WordChanges(from: before, to: after).spoken == changes)
    }

    @Test func longTextsAreComparedAsOnePlace() {
        let before = (0..<1500).map { "a\($0)" }.joined(separator: " ")
        let after = (0..<1500).map { "b\($0)" }.joined(separator: " ")
        #expect(WordChanges(from: before, to: after).places.count == 1)
        #expect(WordChanges(from: before, to: after).inShort == "changed in 1 place")
    }
}
