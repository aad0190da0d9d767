import Foundation
import Testing

@testable import Council

/// Undo and redo over every act: what is undone never shows, and the record keeps all of it.
@Suite struct UndoTests {
    static let start = "roll priya present / roll tomas present / roll wen present / roll bo present / open / go 1"

    @Test(
        "Every act can be undone and done again",
        arguments: [
            "roll mei present", "roll tomas absent", "chair tomas because X", "go 2", "note @lena idea: A",
            "note A / reword 1 B", "note A / strike 1", "note A / speaker 1 wen",
            "note @wen A / speaker 1 nobody", "note A / kind 1 concern", "note concern: A / resolve 1 / kind 1 idea",
            "note A / refile 1 to 2", "note A / go 2 / note B / reword 1/1 C", "note A / refile 1 to 2 / reword 2/1 B",
            "note concern: A / go 2 / resolve 1/1", "action @tomas Ask / reassign 1 to wen",
            "action Ask / later 1 2026-12-02", "action Ask / reword action 1 Tell", "note concern: A / resolve 1",
            "motion",
            "motion / vote tomas yes",
            "motion / vote tomas yes / vote tomas no", "motion / vote tomas yes / tally",
            "motion / vote tomas yes / vote wen no / tally / escalate because X",
            "motion / vote tomas yes / vote wen no / escalate because X",
            "motion / vote tomas yes / vote wen no / tally / rule yes because X", "amend pod = Maps", "decide approve",
            "decide approve / decide defer", "action @tomas Ask", "action Ask / done 1",
            "action Ask / drop 1 because X",
            "action Ask / done 1 / drop 1 because X",
            "recall / done 2026-11-18/1", "recall / later 2026-11-18/1 2026-12-02 because X",
            "recall / done 2026-11-18/1 / later 2026-11-18/1 2026-12-02", "recall / drop 2026-11-18/2 because X",
            "clock pause",
            "clock pause / clock resume", "clock add 5",
        ])
    func everyAct(lines: String) throws {
        var review = Review()
        try review.type(Self.start)
        let before = lines.split(separator: " / ").dropLast().joined(separator: " / ")
        try review.type(before)
        let earlier = review.meeting
        try review.type(String(lines.split(separator: " / ").last!))
        let later = review.meeting
        let recorded = review.journal.entries.count
        #expect(later != earlier)

        // An escalation of an open vote is two acts: the tally, and the handing over.
        let acts = lines.hasSuffix("vote wen no / escalate because X") ? 2 : 1
        for _ in 0..<acts { try review.type("undo") }
        #expect(review.meeting == earlier)
        for _ in 0..<acts { try review.type("redo") }
        #expect(review.meeting == later)
        #expect(review.journal.entries.count == recorded + 2 * acts)
        #expect(review.refusal(of: "redo") == "nothing was undone since the last act: there is nothing to redo")
    }

    @Test("Undo goes back act by act to the beginning, and redo all the way forward")
    func allTheWay() throws {
        var review = Review()
        var meetings = [review.meeting]
        let lines =
            "\(Self.start) / note A / motion / vote tomas yes / vote wen no / tally / rule no because X / decide reject"
        for line in lines.split(separator: " / ") {
            try review.type(String(line))
            meetings.append(review.meeting)
        }
        for meeting in meetings.dropLast().reversed() {
            try review.type("undo")
            #expect(review.meeting == meeting)
        }
        #expect(review.refusal(of: "undo") == "nothing was done yet: there is nothing to undo")
        for meeting in meetings.dropFirst() {
            try review.type("redo")
            #expect(review.meeting == meeting)
        }
    }

    @Test("Any new act ends redo")
    func newActEndsRedo() throws {
        var review = Review()
        try review.type("\(Self.start) / note A / note B / undo / undo / note C")
        #expect(review.refusal(of: "redo") == "nothing was undone since the last act: there is nothing to redo")
        #expect(review.item.notes.map(\.text) == ["C"])
        #expect(review.item.notes.map(\.number) == [1])
        try review.type("undo / redo")
        #expect(review.item.notes.map(\.text) == ["C"])
    }

    @Test("The record keeps what was undone, and what counts is told apart")
    func recordKeeps() throws {
        var review = Review()
        try review.type("\(Self.start) / note A / undo")
        let undone = review.journal.entries.suffix(2).map(\.act)
        #expect(
            undone == [
                .noted(.init(item: ItemID("prep-time"), number: 1, speaker: nil, kind: .plain, text: "A")),
                .undone(.init(entry: 8)),
            ])
        #expect(!review.journal.effective.contains { $0.number >= 8 })
        #expect(review.item.notes.isEmpty)
    }

    @Test("Undo stops at the closing of the meeting, on both sides of it")
    func landmarks() throws {
        var review = Review()
        try review.type("\(Self.start) / note A / close anyway")
        #expect(review.journal.undoable().isEmpty)
        try review.type("reopen because A was B")
        #expect(review.journal.undoable().isEmpty)
        try review.type("go 1 / note B / undo")
        #expect(
            review.refusal(of: "undo")
                == "nothing was done since the meeting was reopened: there is nothing to undo")
        try review.type("redo")
        #expect(review.item.notes.map(\.text) == ["A", "B"])
    }

    @Test("A close ends redo, so that nothing undone comes back after it")
    func closeEndsRedo() throws {
        var review = Review()
        try review.type("\(Self.start) / note A / undo / close anyway / reopen because X")
        #expect(review.journal.redoable.isEmpty)
    }

    @Test("A journal read again from its entries undoes and redoes as before")
    func acrossRestarts() throws {
        var review = Review()
        try review.type("\(Self.start) / note A / note B / undo")
        var again = try #require(Journal(entries: review.journal.entries))
        #expect(again == review.journal)
        for act in try again.consider(.redo, at: review.now) {
            again.append(Entry(number: again.nextNumber, at: review.now, act: act))
        }
        #expect(again.meeting.current?.notes.map(\.text) == ["A", "B"])
    }

    @Test("What begins with anything but a docket is no journal")
    func noDocket() {
        #expect(Journal(entries: []) == nil)
        #expect(Journal(entries: [Entry(number: 1, at: .now, act: .opened)]) == nil)
    }
}
