import Testing

@testable import Council

/// Commands in every situation in which they are wrong, and the sentence they are answered with: what is wrong, and
/// what would be right.
@Suite struct RefusalTests {
    @Test("Refusals", arguments: before + notes + afterwards)
    func refusal(row: RefusalRow) throws { try row.check() }

    private typealias Row = RefusalRow

    // MARK: Before the meeting and at its beginning

    private static let before = [
        Row("", "open", "nobody is in the room: `roll WHO present` first"),
        Row("roll priya absent", "open", "nobody is in the room: `roll WHO present` first"),
        Row(Situation.two, "open", "the meeting is already open: `go N` takes up an item, `close` ends it"),
        Row("", "roll prya present", "nobody on the roster has the handle prya: did you mean priya?"),
        Row(
            "", "roll ghost present",
            "nobody on the roster has the handle ghost: the handles are priya, tomas, wen, bo, mei, ana, raj and lena, "
                + "and `guest NAME` adds somebody else"),
        Row(
            Situation.two, "roll tomas remote",
            "Tomás Vidal is already on the roll as remote: `roll tomas absent` when they leave"),
        Row(
            "roll lena present", "roll lena present",
            "Lena Ortiz is already on the roll as present: `roll lena absent` when they leave"),
        Row(
            "roll ana absent", "roll ana absent",
            "Ana Ruiz is already on the roll as absent: `roll ana present` when they come"),
        Row("", "go 1", "the meeting has not been called to order: `open` it before you take up an item"),
        Row("", "note Hello", "the meeting has not been called to order: `open` it before you take notes"),
        Row("", "motion", "the meeting has not been called to order: `open` it before you put a motion"),
        Row("", "vote tomas yes", "the meeting has not been called to order: `open` it before you vote"),
        Row("", "tally", "the meeting has not been called to order: `open` it before you tally"),
        Row("", "escalate because X", "the meeting has not been called to order: `open` it before you escalate"),
        Row("", "rule yes because X", "the meeting has not been called to order: `open` it before you rule"),
        Row("", "decide defer", "the meeting has not been called to order: `open` it before you decide"),
        Row("", "amend pod = X", "the meeting has not been called to order: `open` it before you amend a proposal"),
        Row("", "action @tomas X", "the meeting has not been called to order: `open` it before you assign actions"),
        Row("", "done 1", "the meeting has not been called to order: `open` it before you finish an action"),
        Row("", "clock pause", "the meeting has not been called to order: `open` it before you set its clock"),
        Row("", "close", "the meeting has not been called to order: `open` it, or `q` leaves it for later"),
        Row("", "undo", "nothing was done yet: there is nothing to undo"),
        Row("", "redo", "nothing was undone since the last act: there is nothing to redo"),
        Row("roll priya present / undo", "undo", "nothing was done yet: there is nothing to undo"),
        Row("", "reopen because X", "the meeting is not closed, so there is nothing to reopen: go on where it stands"),
        Row(
            Situation.two, "reopen because X",
            "the meeting is not closed, so there is nothing to reopen: go on where it stands"),
        Row(Situation.two, "go 4", "there is no item 4: there are items 1 to 3"),
        Row(Situation.two, "go 0", "there is no item 0: there are items 1 to 3"),
        Row(Situation.two, "go -9223372036854775808", "there is no item -9223372036854775808: there are items 1 to 3"),
        Row(Situation.two, "go back", "this is the first item: `go next` takes up the one after"),
        Row(
            "\(Situation.two) / go 3", "go next",
            "this is the last item: `close` ends the meeting, `go back` returns to the item before"),
        Row("roll priya present / open", "go back", "no item is before the council: `go 1` takes up the first"),
        Row(
            "roll priya present / open", "note Hello",
            "no item is before the council: `go 1` takes up the first before you take notes"),
        Row(
            "roll priya present / open", "decide defer",
            "no item is before the council: `go 1` takes up the first before you decide"),
    ]

    // MARK: Notes, actions, the clock

    private static let notes = [
        Row(Situation.four, "note", "a note has no words: write some"),
        Row(
            "\(Situation.four) / note A / speaker 1 wen", "speaker 1 wen",
            "note 1 already has that speaker: name somebody else"),
        Row("\(Situation.four) / note A", "kind 1 plain", "note 1 is already a plain note: name another kind"),
        Row("\(Situation.four) / note A", "refile 1 to 1", "note 1 already belongs to item 1: name another item"),
        Row("\(Situation.four) / note A / refile 1 to 2", "strike 1", "note 1 was moved to item 2: correct it there"),
        Row(Situation.four, "reword 2/1 X", "item 2 has no note 1: there are no notes yet"),
        Row("\(Situation.four) / action Ask", "reassign 2 to wen", "there is no action 2: there is only action 1"),
        Row(
            "\(Situation.four) / action Ask", "reword action 1 Ask",
            "action 1 already says that: say what should change"),
        Row(Situation.four, "reword 1 X", "this item has no note 1: there are no notes yet"),
        Row("\(Situation.four) / note A", "strike 2", "this item has no note 2: there is only note 1"),
        Row("\(Situation.four) / note A / note B", "reword 3 X", "this item has no note 3: there are notes 1 and 2"),
        Row("\(Situation.four) / note A", "reword 1 A", "note 1 already says that: write the new words"),
        Row("\(Situation.four) / note A", "reword 1", "a note has no words: write some"),
        Row(
            "\(Situation.four) / note A / strike 1", "reword 1 B",
            "note 1 was struck: take a new note if it should stand"
        ),
        Row(
            "\(Situation.four) / note A / strike 1", "strike 1", "note 1 was struck: take a new note if it should stand"
        ),
        Row("\(Situation.four) / note A", "resolve 1", "note 1 is not a concern: this item has none open"),
        Row("\(Situation.four) / note A / note concern: B", "resolve 1", "note 1 is not a concern: the open one is 2"),
        Row(
            "\(Situation.four) / note A / note concern: B / note concern: C", "resolve 1",
            "note 1 is not a concern: the open ones are 2 and 3"),
        Row(
            "\(Situation.four) / note concern: A / resolve 1", "resolve 1",
            "concern 1 is already resolved: raise a new one if it is not"),
        Row(Situation.four, "action", "an action has no words: write some"),
        Row(Situation.four, "action @lina Ask", "nobody on the roster has the handle lina: did you mean lena?"),
        Row(
            Situation.four, "action @lena by 2026-11-24 Ask",
            "2026-11-24 is before the meeting's own day, 2026-11-25: an action is due on that day or later"),
        Row(Situation.four, "action @lena by 2026-11-25 Ask", "allowed"),
        Row(Situation.four, "done 1", "there is no action 1: no action has been assigned"),
        Row("\(Situation.four) / action Ask", "done 2", "there is no action 2: there is only action 1"),
        Row(
            "\(Situation.four) / action Ask / action Tell", "done 3", "there is no action 3: there are actions 1 and 2"),
        Row(
            "\(Situation.four) / action Ask / done 1", "done 1",
            "action 1 is already done: `undo` takes back what was done last"),
        Row(Situation.four, "clock resume", "the clock is already running: `clock pause` stops it"),
        Row("\(Situation.four) / clock pause", "clock pause", "the clock is already paused: `clock resume` starts it"),
        Row(
            Situation.four, "clock add 0",
            "0 is not a number of minutes to add: write one from 1 to 1440, or below 0 to take away"),
        Row(
            Situation.four, "clock add -9223372036854775808",
            "-9223372036854775808 is not a number of minutes to add: write one from 1 to 1440, or below 0 to take away"),
        Row(
            Situation.four, "clock add 1441",
            "1441 is not a number of minutes to add: write one from 1 to 1440, or below 0 to take away"),
    ]

    // MARK: After the close

    private static let afterwards =
        [
            ("note X", "take notes"), ("go 2", "take up an item"), ("roll ana present", "call the roll"),
            ("chair tomas because X", "change the chair"), ("motion", "put a motion"), ("vote tomas yes", "vote"),
            ("tally", "tally"), ("escalate because X", "escalate"), ("rule yes because X", "rule"),
            ("decide defer", "decide"), ("amend pod = X", "amend a proposal"), ("action X", "assign actions"),
            ("done 1", "finish an action"), ("clock pause", "set its clock"), ("strike 1", "strike a note"),
        ].map { line, what in
            Row(
                Situation.closed, line,
                "the meeting is closed, so it is too late to \(what): `reopen because TEXT` opens it again")
        } + [
            Row(Situation.closed, "open", "the meeting is already closed: `reopen because TEXT` opens it again"),
            Row(Situation.closed, "close", "the meeting is already closed: `reopen because TEXT` opens it again"),
            Row(
                Situation.closed, "undo",
                "the meeting is closed and its minutes are out: `reopen because TEXT` corrects them"),
            Row(
                Situation.closed, "redo",
                "the meeting is closed and its minutes are out: `reopen because TEXT` corrects them"),
            Row(Situation.closed, "reopen", "a correction needs a reason: say it after `because`"),
            Row(
                "\(Situation.closed) / reopen because X", "undo",
                "nothing was done since the meeting was reopened: there is nothing to undo"),
            Row(
                "\(Situation.closed) / reopen because X", "redo",
                "nothing was undone since the last act: there is nothing to redo"),
            Row(
                "\(Situation.closed) / reopen because X", "open",
                "the meeting is already open: `go N` takes up an item, `close` ends it"),
        ]

    // MARK: Small agendas and small councils

    @Test("An agenda with one item, and one with none")
    func smallAgendas() throws {
        var one = Review(TestCouncil.docket(items: Array(TestCouncil.agendaItems.prefix(1))))
        try one.type("roll priya present / open / go 1")
        #expect(one.refusal(of: "go 2") == "there is no item 2: there is only item 1")
        #expect(one.refusal(of: "go next") == "this is the only item: `close` ends the meeting")
        #expect(one.refusal(of: "go back") == "this is the only item: there is none before it")

        var none = Review(TestCouncil.docket(items: []))
        try none.type("roll priya present / open")
        for line in ["go 1", "go next"] {
            #expect(none.refusal(of: line) == "the agenda has no items: add some to its file")
        }
    }

    @Test("A council of one seat")
    func oneSeat() throws {
        let review = try Review("chair member", seats: 1, present: 1, "roll priya absent")
        #expect(
            review.refusal(of: "decide approve")
                == "0 of 1 seat is in the room and quorum is 1: roll one member, or defer")
    }

    @Test("A motion in one's own words needs words")
    func emptyMotion() {
        let review = try? Review("simple of cast")
        #expect(throws: Refusal("a motion has no words: write some")) {
            try review?.journal.consider(.motion(.text("  ")), at: .now)
        }
    }
}
