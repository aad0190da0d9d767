import Testing

@testable import Council

/// What is refused in a room beside the debate, and the sentence it is answered with.
@Suite struct RoomRefusalTests {
    @Test("Refusals in a room", arguments: guests + agenda + leads + pauses + queue)
    func refusal(row: RefusalRow) throws { try row.check() }

    private typealias Row = RefusalRow

    private static let guests = [
        Row("", "guest   ", "a guest needs a name: write `guest NAME`, as in `guest Kim Park of Acme`"),
        Row(
            "", "guest ?!",
            "a guest's name has letters, and “?!” has none: write `guest NAME`, as in `guest Kim Park of Acme`"),
        Row("", "guest tomás VIDAL", "Tomás Vidal is on the roster, and no guest: `roll tomas present`"),
        Row("", "guest tomas", "Tomás Vidal is on the roster, and no guest: `roll tomas present`"),
        Row(
            "guest Kim Park", "guest kim  park",
            "Kim Park is a guest already, as @kim: add what tells another one apart, as in `guest kim park of Acme`"),
        Row(
            "guest Kim Park / roll kim absent", "guest Kim Park",
            "Kim Park is a guest already, as @kim: `roll kim present` when they come back"),
        Row("guest Kim Park", "roll kym present", "nobody on the roster has the handle kym: did you mean kim?"),
        Row(
            "\(Situation.voting) / guest Kim Park", "vote kim yes",
            "Kim Park is a guest and has no vote: the members are priya, tomas, wen, bo, mei, ana and raj"),
        Row(
            "\(Situation.five) / guest Kim Park", "chair kim because X",
            "Kim Park has no seat on the council: an acting chair is one of priya, tomas, wen, bo, mei, ana or raj"),
        Row(
            "\(Situation.five) / guest Sam Lee of Acme", "note @sam A",
            "@sam is Sam Okafor, whom a proposal names and who is not on the roll: @sam-lee is Sam Lee of Acme, who is in "
                + "the room; if Sam Okafor is meant, `roll sam absent` first"),
        Row("\(Situation.five) / guest Sam Lee of Acme / roll sam absent", "action @sam B", "allowed"),
        Row("\(Situation.five) / guest Sam Lee of Acme", "note @sam-lee A", "allowed"),
        Row(
            Situation.closed, "guest Kim Park",
            "the meeting is closed, so it is too late to bring in a guest: `reopen because TEXT` opens it again"),
    ]

    private static let agenda = [
        Row(Situation.five, "topic chair   Rotation", "allowed"),
        Row("\(Situation.five) / topic Lunch", "topic lunch!", "Lunch is item 4 already: `go 4` takes it up"),
        Row("\(Situation.five) / hire", "hire", "Two senior ML engineers is item 4 already: `go 4` takes it up"),
        Row(
            Situation.five, "topic ?",
            "a topic's title has letters or digits, and “?” has none: write `item add topic TITLE`"),
        Row(Situation.five, "move 9 1", "there is no item 9: there are items 1 to 3"),
        Row(Situation.five, "move 1 0", "there is no item 0: there are items 1 to 3"),
        Row(Situation.five, "move 2 2", "item 2 is in that place already: name another one"),
        Row(Situation.voting, "move 2 3", "the vote on the proposal is open: `tally` it before the agenda is changed"),
        Row(
            Situation.voting, "leave 2 because X",
            "the vote on the proposal is open: `tally` it before an item is dropped"),
        Row(Situation.five, "leave 2", "dropping an item needs a reason: say it after `because`"),
        Row(
            Situation.five, "leave 1 because X",
            "item 1 is before the council: `go` to another one first, or `decide withdraw` or defer"),
        Row(
            "\(Situation.five) / decide defer / go 2", "leave 1 because X",
            "item 1 was deferred: `go 1`, and the council decides again"),
        Row(
            "\(Situation.five) / leave 3 because no time", "leave 3 because X",
            "item 3 is off the agenda already: `item add topic Chair rotation` puts it back"),
        Row(
            "\(Situation.five) / leave 2 because no time", "go 2",
            "item 2 is off the agenda (no time): `item add proposal bare` puts it back"),
    ]

    private static let leads = [
        Row(
            Situation.two + " / go 3", "lead product approved",
            "a topic has no leads who review it: `note @WHO TEXT` has what somebody says of it"),
        Row(
            Situation.five, "lead product changes",
            "a lead who asks for changes says which: write `lead product changes because TEXT`"),
        Row(
            Situation.five, "lead product approved",
            "the product lead has approved it already: the gate counts a lead's last word"),
        Row(
            Situation.voting, "lead product changes because X",
            "the vote on the proposal is open: `tally` it before a lead's word is taken"),
    ]

    private static let pauses = [
        Row("", "recess", "the meeting has not been called to order: `open` it before you pause it"),
        Row(Situation.five, "recess 0", "0 is no number of minutes for a recess: write one from 1 to 1440, or none"),
        Row(
            Situation.five, "resume",
            "there is no recess: `recess` begins one, and `clock resume` starts an item's clock"),
        Row("\(Situation.five) / recess", "recess 5", "the meeting is in recess already: `resume` goes on"),
        Row("\(Situation.voting) / recess", "vote wen yes", "the meeting is in recess: `resume` goes on with it"),
        Row("\(Situation.five) / recess", "go 2", "the meeting is in recess: `resume` goes on with it"),
        Row("\(Situation.five) / recess", "close", "the meeting is in recess: `resume` goes on with it"),
        Row("\(Situation.five) / recess", "note A late thought", "allowed"),
        Row(Situation.five, "scribe ana", "Ana Ruiz is not in the room: `roll ana present` or `roll ana remote` first"),
        Row("\(Situation.five) / scribe wen", "scribe wen", "Wen Li is the scribe already: name somebody else"),
    ]

    private static let queue = [
        Row(Situation.five, "queue ana", "Ana Ruiz is not in the room: `roll ana present` or `roll ana remote` first"),
        Row(
            Situation.five, "queue sam", "Sam Okafor is not in the room: `roll sam present` or `roll sam remote` first"),
        Row(
            Situation.five, "next",
            "nobody is in the queue: `queue WHO` adds somebody, and `go next` takes up the next item"),
        Row(
            "\(Situation.five) / queue wen", "queue wen",
            "Wen Li is in the queue already: `next` has them speak when it is their turn"),
        Row("\(Situation.five) / queue wen", "queue wen reply", "allowed"),
        Row(
            "\(Situation.five) / queue close", "queue wen",
            "the queue is closed: `queue open` opens it, and a point of order is always heard"),
        Row("\(Situation.five) / queue close", "queue wen order", "allowed"),
        Row("\(Situation.five) / queue close", "queue close", "the queue is closed already: `queue open` opens it"),
        Row(Situation.five, "queue open", "the queue is open: `queue WHO` adds somebody"),
    ]
}
