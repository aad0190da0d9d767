import Testing

@testable import Council

/// Every command in every situation in which it is wrong, and the sentence it is answered with: what is wrong, and
/// what would be right.
@Suite struct RefusalTests {
    @Test("Refusals", arguments: before + votes + chair + decisions + amendments + notes + afterwards)
    func refusal(row: Row) throws {
        var review = Review()
        try review.type(row.situation)
        let entries = review.journal.entries
        #expect(review.refusal(of: row.line) == row.sentence, "after: \(row.situation)")
        #expect(review.journal.entries == entries)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let situation: String
        let line: String
        let sentence: String

        init(_ situation: String, _ line: String, _ sentence: String) {
            (self.situation, self.line, self.sentence) = (situation, line, sentence)
        }

        var testDescription: String { "\(line): \(sentence)" }
    }

    // MARK: Situations. The council has seven seats, quorum is four, and Priya Raman presides.

    static let two = "roll priya present / roll tomas remote / open / go 1"
    static let four = "roll priya present / roll tomas present / roll wen present / roll bo remote / open / go 1"
    static let five = "\(four) / roll mei present"
    static let voting = "\(five) / motion / vote tomas yes"
    static let tied = "\(five) / motion / vote tomas yes / vote wen no / tally"
    static let carried = "\(five) / motion / vote tomas yes / vote wen yes / vote bo no / tally"
    static let unanimous = "\(five) / motion / vote tomas yes / vote wen yes / tally"
    static let lost = "\(five) / motion / vote tomas no / vote wen yes / vote bo no / tally"
    static let noQuorum = "\(two) / motion / vote tomas yes / tally"
    static let closed = "\(five) / decide approve / close anyway"

    // MARK: Before the meeting and at its beginning

    static let before = [
        Row("", "open", "nobody is in the room: `roll WHO present` first"),
        Row("roll priya absent", "open", "nobody is in the room: `roll WHO present` first"),
        Row(two, "open", "the meeting is open already: `go N` takes up an item, `close` ends it"),
        Row("", "roll prya present", "nobody on the roster has the handle prya: did you mean priya?"),
        Row(
            "", "roll ghost present",
            "nobody on the roster has the handle ghost: the handles are priya, tomas, wen, bo, mei, ana, raj and lena, "
                + "and `guest NAME` brings in somebody else"),
        Row(
            two, "roll tomas remote",
            "Tomás Vidal is on the roll as remote already: `roll tomas absent` when they leave"),
        Row(
            "roll lena present", "roll lena present",
            "Lena Ortiz is on the roll as present already: `roll lena absent` when they leave"),
        Row(
            "roll ana absent", "roll ana absent",
            "Ana Ruiz is on the roll as absent already: `roll ana present` when they come"),
        Row("", "go 1", "the meeting has not been called to order: `open` it before you take up an item"),
        Row("", "note Hello", "the meeting has not been called to order: `open` it before you take notes"),
        Row("", "motion", "the meeting has not been called to order: `open` it before you put a motion"),
        Row("", "vote tomas yes", "the meeting has not been called to order: `open` it before you vote"),
        Row("", "tally", "the meeting has not been called to order: `open` it before you tally"),
        Row("", "escalate because X", "the meeting has not been called to order: `open` it before you escalate"),
        Row("", "rule yes because X", "the meeting has not been called to order: `open` it before you rule"),
        Row("", "decide defer", "the meeting has not been called to order: `open` it before you decide"),
        Row("", "amend pod = X", "the meeting has not been called to order: `open` it before you amend a proposal"),
        Row("", "action @tomas X", "the meeting has not been called to order: `open` it before you hand out actions"),
        Row("", "done 1", "the meeting has not been called to order: `open` it before you finish an action"),
        Row("", "clock pause", "the meeting has not been called to order: `open` it before you set its clock"),
        Row("", "close", "the meeting has not been called to order: `open` it, or `q` leaves it for later"),
        Row("", "undo", "nothing was done yet: there is nothing to undo"),
        Row("", "redo", "nothing was undone since the last act: there is nothing to redo"),
        Row("roll priya present / undo", "undo", "nothing was done yet: there is nothing to undo"),
        Row("", "reopen because X", "the meeting is not closed, so there is nothing to reopen: go on where it stands"),
        Row(two, "reopen because X", "the meeting is not closed, so there is nothing to reopen: go on where it stands"),
        Row(two, "go 4", "there is no item 4: there are items 1 to 3"),
        Row(two, "go 0", "there is no item 0: there are items 1 to 3"),
        Row(two, "go -9223372036854775808", "there is no item -9223372036854775808: there are items 1 to 3"),
        Row(two, "go back", "this is the first item: `go next` takes up the one after"),
        Row(
            "\(two) / go 3", "go next",
            "this is the last item: `close` ends the meeting, `go back` returns to the item before"),
        Row("roll priya present / open", "go back", "no item is before the council: `go 1` takes up the first"),
        Row(
            "roll priya present / open", "note Hello",
            "no item is before the council: `go 1` takes up the first before you take notes"),
        Row(
            "roll priya present / open", "decide defer",
            "no item is before the council: `go 1` takes up the first before you decide"),
    ]

    // MARK: Votes

    static let votes = [
        Row(five, "vote tomas yes", "no vote is open: `motion` puts a question to the council"),
        Row(five, "tally", "no vote is open: `motion` puts a question to the council"),
        Row(carried, "tally", "no vote is open: `motion` puts a question to the council"),
        Row(carried, "vote tomas no", "no vote is open: `motion` puts a question to the council"),
        Row(voting, "vote thomas yes", "nobody on the roster has the handle thomas: did you mean tomas?"),
        Row(
            voting, "vote lena yes",
            "Lena Ortiz has no seat on the council and no vote: the members are priya, tomas, wen, bo, mei, ana and raj"
        ),
        Row(voting, "vote ana yes", "Ana Ruiz is not in the room: `roll ana present` or `roll ana remote` first"),
        Row(
            "\(voting) / roll tomas absent", "vote tomas no",
            "Tomás Vidal is not in the room: `roll tomas present` or `roll tomas remote` first"),
        Row(
            voting, "vote priya yes",
            "Priya Raman presides and votes only to break a tie: `rule yes|no because TEXT` when the tally is tied"),
        Row(voting, "vote priya recuse", "allowed"),
        Row(voting, "vote tomas recuse", "allowed"),
        Row(voting, "motion", "the vote on the proposal is open: `tally` it before the next motion"),
        Row(
            "\(five) / motion ML platform first?", "motion solution",
            "the vote on “ML platform first?” is open: `tally` it before the next motion"),
        Row(voting, "go next", "the vote on the proposal is open: `tally` it before you leave the item"),
        Row(voting, "go 1", "allowed"),
        Row(voting, "decide approve", "the vote on the proposal is open: `tally` it before you decide"),
        Row(voting, "amend pod = Search", "the vote on the proposal is open: `tally` it before the proposal changes"),
        Row(voting, "close", "the vote on the proposal is open: `tally` it before you close"),
        Row(
            "\(five) / amend pod = Search / motion amendment 1", "amend pod = Maps",
            "the vote on amendment 1 is open: `tally` it before the proposal changes"),
        Row(five, "motion amendment 1", "there is no amendment 1: `amend FIELD = VALUE` proposes one"),
        Row(
            "\(five) / amend pod = Search", "motion amendment 2",
            "there is no amendment 2: there is only amendment 1"),
        Row(
            "\(five) / amend pod = Search / amend pod = Maps", "motion amendment 3",
            "there is no amendment 3: there are amendments 1 and 2"),
        Row(
            "\(five) / go 3", "motion", "a topic has no proposal to vote on: `motion TEXT` puts a question of your own"),
        Row(
            "\(five) / go 3", "motion lead",
            "a topic has no technical lead to vote on: `motion TEXT` puts a question of your own"),
        // A vote can be held without quorum.
        Row(two, "motion", "allowed"),
    ]

    // MARK: The chair

    static let chair = [
        Row(
            two, "chair ghost because X",
            "nobody on the roster has the handle ghost: the handles are priya, tomas, wen, bo, mei, ana, raj and lena"),
        Row(
            "\(two) / roll lena present", "chair lena because X",
            "Lena Ortiz has no seat on the council: an acting chair is one of priya, tomas, wen, bo, mei, ana or raj"),
        Row(
            two, "chair ana because X", "Ana Ruiz is not in the room: `roll ana present` first, or name somebody who is"
        ),
        Row(two, "chair priya because X", "Priya Raman presides already: name somebody else"),
        Row(two, "chair tomas", "a change of chair needs a reason: say it after `because`"),

        Row(
            five, "escalate because X",
            "no question was put on this item: `motion` puts one, and a divided council can escalate it"),
        Row(carried, "escalate", "an escalation needs a reason: say it after `because`"),
        Row(
            unanimous, "escalate because X",
            "nobody dissents on the proposal (2–0, quorum 5 of 7): the chair decides only where the council disagrees, so decide"
        ),
        Row(
            voting, "escalate because X",
            "nobody dissents on the proposal (1–0, quorum 5 of 7): the chair decides only where the council disagrees, so tally and decide"
        ),
        Row(
            "\(carried) / escalate because X", "escalate because Y",
            "the proposal is with the chair already: `rule yes|no because TEXT` answers it"),
        Row(
            "\(tied) / rule yes because X", "escalate because Y",
            "the chair has ruled on the proposal already: decide, or put it again"),
        Row(
            "\(two) / roll wen present / motion / vote tomas yes / vote wen no", "escalate because X",
            "3 of 7 seats are in the room and quorum is 4: roll one more member, or defer"),
        Row(
            "\(two) / roll wen present / motion / vote tomas yes / vote wen no / tally", "escalate because X",
            "the vote on the proposal had no quorum (3 of 7 seats, 4 needed): roll more members and put the motion again"
        ),

        Row(
            five, "rule yes because X",
            "no question was put on this item, so there is nothing to rule on: `motion` puts one"),
        Row(tied, "rule yes", "a ruling needs a reason: say it after `because`"),
        Row(voting, "rule yes because X", "the vote on the proposal is open: `tally` or `escalate because TEXT` first"),
        Row(
            carried, "rule yes because X",
            "the proposal was carried (2–1, quorum 5 of 7): the chair rules on a tie, or after `escalate because TEXT`"),
        Row(
            lost, "rule yes because X",
            "the proposal was lost (1–2, quorum 5 of 7): the chair rules on a tie, or after `escalate because TEXT`"),
        Row(
            unanimous, "rule no because X",
            "the vote on the proposal was unanimous (2–0, quorum 5 of 7), so there is nothing to rule on: decide"),
        Row(
            "\(five) / motion / vote tomas abstain / tally", "rule no because X",
            "nobody voted yes or no on the proposal (0–0, 1 abstains, quorum 5 of 7): put it again, or decide"),
        Row(
            noQuorum, "rule yes because X",
            "the vote on the proposal had no quorum (2 of 7 seats, 4 needed): roll more members and put the motion again"
        ),
        Row(
            "\(tied) / rule yes because X", "rule no because Y",
            "the chair has ruled on the proposal already: decide, or put it again"),
        Row(
            "\(tied) / roll priya absent", "rule yes because X",
            "Priya Raman presides and is not in the room: `chair WHO because TEXT` names an acting chair"),
        Row(
            "\(five) / motion / vote priya recuse / vote tomas yes / vote wen no / tally", "rule yes because X",
            "Priya Raman presides and is recused from the proposal: `chair WHO because TEXT` names an acting chair"),
        Row(
            "\(five) / motion / vote mei recuse / vote tomas yes / vote wen no / tally / chair mei because Priya asked",
            "rule yes because X",
            "Mei Chen presides and is recused from the proposal: `chair WHO because TEXT` names an acting chair"),
    ]

    // MARK: Decisions

    static let decisions = [
        Row(two, "decide approve", "2 of 7 seats are in the room and quorum is 4: roll two more members, or defer"),
        Row(two, "decide revise", "2 of 7 seats are in the room and quorum is 4: roll two more members, or defer"),
        Row(two, "decide reject", "2 of 7 seats are in the room and quorum is 4: roll two more members, or defer"),
        Row(
            "\(two) / roll tomas absent", "decide approve",
            "1 of 7 seats is in the room and quorum is 4: roll three more members, or defer"),
        Row(
            "\(two) / roll tomas absent / roll priya absent", "decide approve",
            "0 of 7 seats are in the room and quorum is 4: roll four members, or defer"),
        Row(
            "\(four) / roll bo absent", "decide approve",
            "3 of 7 seats are in the room and quorum is 4: roll one more member, or defer"),
        Row(two, "decide defer", "allowed"),
        Row(two, "decide withdraw", "allowed"),
        Row(four, "decide approve", "allowed"),
        Row(four, "decide approve 2026-12-02", "only `decide defer` takes a date: leave 2026-12-02 out"),
        Row(
            four, "decide defer 2026-11-25",
            "2026-11-25 is not after the meeting's day, 2026-11-25: defer to a later one"),
        Row(four, "decide defer 2026-11-26", "allowed"),
        Row(
            lost, "decide approve",
            "the proposal was lost (1–2, quorum 5 of 7): decide revise, defer or reject, or put it again"),
        Row(
            tied, "decide approve",
            "the council is tied on the proposal (1–1, quorum 5 of 7): `rule yes|no because TEXT` comes first"),
        Row(
            tied, "decide reject",
            "the council is tied on the proposal (1–1, quorum 5 of 7): `rule yes|no because TEXT` comes first"),
        Row(
            tied, "decide revise",
            "the council is tied on the proposal (1–1, quorum 5 of 7): `rule yes|no because TEXT` comes first"),
        Row(tied, "decide defer", "allowed"),
        Row(
            "\(carried) / escalate because X", "decide approve",
            "the proposal is with the chair (2–1, quorum 5 of 7): `rule yes|no because TEXT` comes first"),
        Row(
            "\(carried) / escalate because X", "decide reject",
            "the proposal is with the chair (2–1, quorum 5 of 7): `rule yes|no because TEXT` comes first"),
        Row(
            "\(tied) / rule no because X", "decide approve",
            "the chair ruled no on the proposal (1–1, quorum 5 of 7): decide revise, defer or reject, or put it again"),
        Row(
            "\(tied) / rule yes because X", "decide reject",
            "the chair ruled yes on the proposal (1–1, quorum 5 of 7): decide approve, revise or defer, or put it again"
        ),
        Row(
            carried, "decide reject",
            "the proposal was carried (2–1, quorum 5 of 7): decide approve, revise or defer, or put it again"),
        Row(
            noQuorum, "decide approve",
            "the vote on the proposal had no quorum (1–0, quorum 2 of 7): put it again with quorum, or defer"),
        // Neither approval nor rejection rests on a vote without quorum, even when quorum has come since.
        Row(
            "\(noQuorum) / roll wen present / roll bo present", "decide reject",
            "the vote on the proposal had no quorum (1–0, quorum 2 of 7): put it again with quorum, or defer"),
        Row("\(noQuorum) / roll wen present / roll bo present", "decide revise", "allowed"),
        Row(
            "\(five) / motion solution / vote tomas yes / tally", "decide approve",
            "the council voted on the solution and not on the proposal: `motion proposal` puts it"),
        Row(
            "\(five) / motion team / vote tomas yes / tally", "decide reject",
            "the council voted on the team and not on the proposal: `motion proposal` puts it"),
        Row(
            "\(unanimous) / motion lead / vote tomas no / tally", "decide approve",
            "the technical lead was lost (0–1, quorum 5 of 7): decide revise, defer or reject, or put it again"),
        Row(
            "\(five) / go 2", "decide approve",
            "the gate stops approval (no cost is estimated: give cost build, maintenance and a unit): decide revise or "
                + "defer, or the chair overrides it with `decide approve because TEXT`"),
        Row(
            "\(five) / go 2 / roll priya absent", "decide approve because It is urgent",
            "Priya Raman presides and is not in the room: `chair WHO because TEXT` names an acting chair"),
        Row(
            "\(five) / go 2 / motion / vote priya recuse / vote tomas yes / tally",
            "decide approve because It is urgent",
            "Priya Raman presides and is recused from the proposal: `chair WHO because TEXT` names an acting chair"),
        Row(
            "\(four) / decide approve", "decide approve",
            "this item was approved already and nothing has changed since: `go next` moves on"),
        Row("\(four) / decide approve", "decide reject", "allowed"),
        Row(
            "\(five) / go 3 / motion In March? / vote tomas no / tally", "decide approve",
            "“In March?” was lost (0–1, quorum 5 of 7): decide revise, defer or reject, or put it again"),
        Row(
            "\(five) / go 3 / motion In March? / vote tomas yes / tally", "decide reject",
            "“In March?” was carried (1–0, quorum 5 of 7): decide approve, revise or defer"),
    ]

    // MARK: Amendments

    static let amendments = [
        Row(
            "\(four) / go 3", "amend pod = X",
            "a topic has no fields to amend: take a note, or put a motion of your own"),
        Row(four, "amend pod = Dispatch", "pod says that already: write what it should say"),
        Row(four, "amend sponsor =", "sponsor is empty already: write text after the ="),
        Row(four, "amend title =", "title can't be empty: write text after the ="),
        Row(four, "amend lead =", "tech_lead can't be empty: write NAME, ROLE after the ="),
        Row(
            four, "amend lead = Sam Okafor, data scientst", "`data scientst` is no role: did you mean `data-scientist`?"
        ),
        Row(
            four, "amend lead = Sam Okafor, wizard",
            "`wizard` is no role: the roles are ml-engineer, data-scientist, engineer, analyst and product-manager"),
        Row(four, "amend blocker = both", "`both` is no value for blocker: write production or statistical"),
        Row(four, "amend impact = much", "`much` is no value for impact: write NUMBER UNIT, such as 4200000 USD/year"),
        Row(
            four, "amend impact = 1,5 M USD",
            "`1,5 M USD` is no value for impact: write NUMBER UNIT, such as 4200000 USD/year"),
        Row(four, "amend cost = 5", "`5` is no value for cost: write BUILD + UPKEEP UNIT, such as 450000 + 150000 USD"),
        Row(four, "amend build = -5", "`-5` is no value for cost.build: write a number, such as 450k"),
        Row(
            four, "amend baseline.share = 140%",
            "`140%` is no value for baseline.share: write a percentage, such as 25%"),
        Row(four, "amend engineering_alone = maybe", "`maybe` is no value for engineering_alone: write true or false"),
        Row(four, "amend recommend = Managed", "no option is named `Managed`: the options are still to be written"),
        Row(four, "amend opening = wizard", "`wizard` is no value for opening: write ROLE, LEVEL, COUNT"),
        Row("\(four) / go 2", "amend cost.note = cheap", "there is no cost to note anything on: amend cost first"),
    ]

    // MARK: Notes, actions, the clock

    static let notes = [
        Row(four, "note", "a note without words says nothing: write some"),
        Row(
            "\(four) / note A / speaker 1 wen", "speaker 1 wen",
            "note 1 has that speaker already: name the one who said it"),
        Row("\(four) / note A", "kind 1 plain", "note 1 is a plain note already: name another kind"),
        Row("\(four) / note A", "refile 1 to 1", "note 1 belongs to item 1 already: name another item"),
        Row("\(four) / note A / refile 1 to 2", "strike 1", "note 1 was moved to item 2: correct it there"),
        Row(four, "reword 2/1 X", "item 2 has no note 1: there are no notes yet"),
        Row("\(four) / action Ask", "reassign 2 to wen", "there is no action 2: there is 1"),
        Row("\(four) / action Ask", "reword action 1 Ask", "action 1 says that already: say what is to be different"),
        Row(four, "reword 1 X", "this item has no note 1: there are no notes yet"),
        Row("\(four) / note A", "strike 2", "this item has no note 2: there is only note 1"),
        Row("\(four) / note A / note B", "reword 3 X", "this item has no note 3: there are notes 1 and 2"),
        Row("\(four) / note A", "reword 1 A", "note 1 says that already: write what it should say"),
        Row("\(four) / note A", "reword 1", "a note without words says nothing: write some"),
        Row("\(four) / note A / strike 1", "reword 1 B", "note 1 was struck: write it anew if it should stand"),
        Row("\(four) / note A / strike 1", "strike 1", "note 1 was struck: write it anew if it should stand"),
        Row("\(four) / note A", "resolve 1", "note 1 is no concern: this item has none open"),
        Row("\(four) / note A / note concern: B", "resolve 1", "note 1 is no concern: the open one is 2"),
        Row(
            "\(four) / note A / note concern: B / note concern: C", "resolve 1",
            "note 1 is no concern: the open ones are 2 and 3"),
        Row(
            "\(four) / note concern: A / resolve 1", "resolve 1",
            "concern 1 is resolved already: raise a new one if it is not"),
        Row(four, "action", "an action without words says nothing: write some"),
        Row(four, "action @lina Ask", "nobody on the roster has the handle lina: did you mean lena?"),
        Row(
            four, "action @lena by 2026-11-24 Ask",
            "2026-11-24 is before the meeting's own day, 2026-11-25: an action is due on that day or later"),
        Row(four, "action @lena by 2026-11-25 Ask", "allowed"),
        Row(four, "done 1", "there is no action 1: none was handed out yet"),
        Row("\(four) / action Ask", "done 2", "there is no action 2: there is only action 1"),
        Row("\(four) / action Ask / action Tell", "done 3", "there is no action 3: there are actions 1 and 2"),
        Row(
            "\(four) / action Ask / done 1", "done 1", "action 1 is done already: `undo` takes back what was done last"),
        Row(four, "clock resume", "the clock runs already: `clock pause` stops it"),
        Row("\(four) / clock pause", "clock pause", "the clock stands already: `clock resume` starts it"),
        Row(four, "clock add 0", "0 is no number of minutes to add: write one from 1 to 1440, or below 0 to take away"),
        Row(
            four, "clock add -9223372036854775808",
            "-9223372036854775808 is no number of minutes to add: write one from 1 to 1440, or below 0 to take away"),
        Row(
            four, "clock add 1441",
            "1441 is no number of minutes to add: write one from 1 to 1440, or below 0 to take away"),
    ]

    // MARK: After the close

    static let afterwards =
        [
            ("note X", "take notes"), ("go 2", "take up an item"), ("roll ana present", "call the roll"),
            ("chair tomas because X", "change the chair"), ("motion", "put a motion"), ("vote tomas yes", "vote"),
            ("tally", "tally"), ("escalate because X", "escalate"), ("rule yes because X", "rule"),
            ("decide defer", "decide"), ("amend pod = X", "amend a proposal"), ("action X", "hand out actions"),
            ("done 1", "finish an action"), ("clock pause", "set its clock"), ("strike 1", "strike a note"),
        ].map { line, what in
            Row(
                closed, line,
                "the meeting is closed, so it is too late to \(what): `reopen because TEXT` opens it again")
        } + [
            Row(closed, "open", "the meeting is closed already: `reopen because TEXT` opens it again"),
            Row(closed, "close", "the meeting is closed already: `reopen because TEXT` opens it again"),
            Row(closed, "undo", "the meeting is closed and its minutes are out: `reopen because TEXT` corrects them"),
            Row(closed, "redo", "the meeting is closed and its minutes are out: `reopen because TEXT` corrects them"),
            Row(closed, "reopen", "a correction needs a reason: say it after `because`"),
            Row(
                "\(closed) / reopen because X", "undo",
                "nothing was done since the meeting was reopened: there is nothing to undo"),
            Row(
                "\(closed) / reopen because X", "redo",
                "nothing was undone since the last act: there is nothing to redo"),
            Row(
                "\(closed) / reopen because X", "open",
                "the meeting is open already: `go N` takes up an item, `close` ends it"),
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
        #expect(throws: Refusal("a motion without words says nothing: write some")) {
            try review?.journal.consider(.motion(.text("  ")), at: .now)
        }
    }
}
