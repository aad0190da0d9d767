import Foundation
import Testing

@testable import Council

/// What a meeting says of the actions of earlier ones.
@Suite struct EarlierActionTests {
    private static let start = "\(UndoTests.start) / recall"

    private static let refusals: [(String, String, String)] = [
        (
            "roll priya present", "recall",
            "the meeting has not been called to order: `open` it before you bring forward what earlier meetings left open"
        ),
        (start, "recall", "what earlier meetings left open is already before the council"),
        (
            "roll priya present", "done 2026-11-18/1",
            "the meeting has not been called to order: `open` it before you say what became of an action"
        ),
        (
            UndoTests.start, "done 2026-11-18/1",
            "no actions of earlier meetings are before the council: none is known to be open"
        ),
        (start, "done 2026-11-25/1", "2026-11-25/1 is an action of this meeting: `done 1`"),
        (
            start, "done 2026-11-18/3",
            "no action 2026-11-18/3 was open when this meeting began: did you mean `2026-11-18/1`?"
        ),
        (start, "done 2026-01-01/44", "no action 2026-01-01/44 was open when this meeting began: `actions` lists them"),
        (
            "\(start) / done 2026-11-18/1", "done 2026-11-18/1",
            "action 2026-11-18/1 is already done: `later` opens it again"
        ),
        (
            "\(start) / drop 2026-11-18/1 because X", "drop 2026-11-18/1 because X",
            "action 2026-11-18/1 is already dropped: `later` opens it again"
        ),
        (start, "later 2026-11-18/1", "`later` needs a day: `later 2026-11-18/1 DATE`"),
        (
            start, "later 2026-11-18/1 2026-11-25",
            "2026-11-25 is not after this meeting's own day, 2026-11-25: name a later one"
        ),
        (start, "drop 2026-11-18/1", "dropping an action needs a reason: say it after `because`"),
        (
            "\(start) / done 2026-11-18/1", "reassign 2026-11-18/1 to wen",
            "action 2026-11-18/1 is already done: `later` opens it again"
        ),
        (
            "\(start) / reassign 2026-11-18/1 to wen", "reassign 2026-11-18/1 to wen",
            "action 2026-11-18/1 is already Wen Li's: name somebody else"
        ),
        (
            start, "reassign 2026-11-18/1 to wenn",
            "nobody on the roster has the handle wenn: did you mean wen?"
        ),
        (start, "drop 1 because X", "there is no action 1: no action has been assigned"),
        ("\(start) / action A / drop 1 because X", "done 1", "there is no action 1: it was dropped"),
        ("\(start) / action A / action B / drop 1 because X", "done 3", "there is no action 3: there is 2"),
        ("\(start) / action A / action B", "drop 3 because X", "there is no action 3: there are actions 1 and 2"),
        ("\(start) / action A", "drop 1", "dropping an action needs a reason: say it after `because`"),
        (
            "\(start) / close anyway", "done 2026-11-18/1",
            "the meeting is closed, so it is too late to say what became of an action: `reopen because TEXT` opens it again"
        ),
    ]

    @Test(arguments: refusals)
    func refused(situation: String, line: String, sentence: String) throws {
        var review = Review()
        try review.type(situation)
        let before = review.meeting
        #expect(review.refusal(of: line) == sentence)
        #expect(review.meeting == before)
    }

    /// Each line, and where both actions stand after it.
    private static let rows: [(String, String)] = [
        ("", "1 open 2026-11-20 +5, 2 open 2026-12-02"), ("done 2026-11-18/1", "2 open 2026-12-02, 1 done 2026-11-20"),
        ("later 2026-11-18/1 2026-12-16", "2 open 2026-12-02, 1 open 2026-12-16"),
        ("later 2026-11-18/1 2026-12-16 / done 2026-11-18/1", "2 open 2026-12-02, 1 done 2026-12-16"),
        ("done 2026-11-18/1 / later 2026-11-18/1 2026-12-16", "2 open 2026-12-02, 1 open 2026-12-16"),
        ("drop 2026-11-18/2 because X / done 2026-11-18/2", "1 open 2026-11-20 +5, 2 done 2026-12-02"),
        ("done 2026-11-18/1 / drop 2026-11-18/2 because X", "1 done 2026-11-20, 2 dropped 2026-12-02"),
        ("reassign 2026-11-18/1 to wen because X", "1 open 2026-11-20 +5 of wen, 2 open 2026-12-02"),
        (
            "reassign 2026-11-18/1 to wen / reassign 2026-11-18/1 to mei / later 2026-11-18/1 2026-12-16",
            "2 open 2026-12-02, 1 open 2026-12-16 of mei"
        ),
        ("reassign 2026-11-18/1 to wen / undo", "1 open 2026-11-20 +5, 2 open 2026-12-02"),
        ("done 2026-11-18/1 / undo", "1 open 2026-11-20 +5, 2 open 2026-12-02"),
    ]

    @Test(arguments: rows)
    func stand(lines: String, standings: String) throws {
        var review = Review()
        try review.type(lines.isEmpty ? Self.start : "\(Self.start) / \(lines)")
        let told = review.meeting.earlier?.standings(on: TestCouncil.day).map { standing in
            "\(standing.action.reference.number) \(standing.state.rawValue) \(standing.due?.description ?? "-")"
                + (standing.daysOverdue.map { " +\($0)" } ?? "")
                + (standing.owner == standing.action.owner ? "" : " of \(standing.owner?.handle?.rawValue ?? "-")")
        }
        #expect(told?.joined(separator: ", ") == standings)
        // Replay needs no history.
        #expect(Journal(entries: review.journal.entries)?.meeting == review.meeting)
    }

    /// An action that was wrong leaves its number to nobody, so that a reference never means two things.
    @Test func anActionThatWasWrongIsTakenBack() throws {
        var review = Review()
        try review.type("\(Self.start) / action A / action B / drop 2 because it was wrong / action C")
        #expect(review.meeting.actions.map { "\($0.number) \($0.text)" } == ["1 A", "3 C"])
        #expect(Journal(entries: review.journal.entries)?.meeting == review.meeting)
    }

    /// What comes with the library is nobody's last wish: undo takes back what a person asked for.
    @Test func undoPassesOverWhatCameByItself() throws {
        let request = UUID()
        var journal = Journal(docket: TestCouncil.docket())
        var now = Date(timeIntervalSince1970: 1_795_600_000)
        func ask(_ request: Request, _ id: UUID = UUID()) throws {
            now += 1
            for entry in try journal.propose(Submission(request, id: id, at: now)) { journal.append(entry) }
        }
        try ask(.roll(who: Handle("priya"), presence: .present))
        let before = journal.meeting
        try ask(.open, request)
        try ask(.go(.item(1)), request)
        try ask(.note(speaker: nil, kind: .plain, text: "A"))
        let said = ActionUpdate(
            EarlierAction.samples[0].reference, .done, on: CalendarDay("2026-11-20")!,
            by: HeldPerson(name: "Bo Berg", handle: Handle("bo")))
        try ask(.recall(EarlierAction.samples, updates: [said]), request)
        #expect(journal.meeting.earlier?.open(on: TestCouncil.day).map(\.action.reference.number) == [2])
        try ask(.undo)
        #expect(journal.meeting.items[0].notes.isEmpty && journal.meeting.earlier != nil)
        // With the call to order goes all that it brought.
        try ask(.undo)
        #expect(journal.meeting == before)
        try ask(.redo)
        #expect(journal.meeting.earlier?.updates == [said])
    }
}
