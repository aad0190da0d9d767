import Testing

@testable import Council

/// Refusals of decisions and amendments.
@Suite struct DecisionRefusalTests {
    @Test("Refusals", arguments: decisions + amendments)
    func refusal(row: RefusalRow) throws { try row.check() }

    private typealias Row = RefusalRow

    // MARK: Decisions

    private static let decisions = [
        Row(
            Situation.two, "decide approve",
            "2 of 7 seats are in the room and quorum is 4: roll two more members, or defer"),
        Row(
            Situation.two, "decide revise",
            "2 of 7 seats are in the room and quorum is 4: roll two more members, or defer"),
        Row(
            Situation.two, "decide reject",
            "2 of 7 seats are in the room and quorum is 4: roll two more members, or defer"),
        Row(
            "\(Situation.two) / roll tomas absent", "decide approve",
            "1 of 7 seats is in the room and quorum is 4: roll three more members, or defer"),
        Row(
            "\(Situation.two) / roll tomas absent / roll priya absent", "decide approve",
            "0 of 7 seats are in the room and quorum is 4: roll four members, or defer"),
        Row(
            "\(Situation.four) / roll bo absent", "decide approve",
            "3 of 7 seats are in the room and quorum is 4: roll one more member, or defer"),
        Row(Situation.two, "decide defer", "allowed"),
        Row(Situation.two, "decide withdraw", "allowed"),
        Row(Situation.four, "decide approve", "allowed"),
        Row(Situation.four, "decide approve 2026-12-02", "only `decide defer` takes a date: leave 2026-12-02 out"),
        Row(
            Situation.four, "decide defer 2026-11-25",
            "2026-11-25 is not after the meeting's day, 2026-11-25: defer to a later one"),
        Row(Situation.four, "decide defer 2026-11-26", "allowed"),
        Row(
            Situation.lost, "decide approve",
            "the proposal was lost (1–2, 5 of 7 present): decide revise, defer or reject, or vote on it again"),
        Row(
            Situation.tied, "decide approve",
            "the council is tied on the proposal (1–1, 5 of 7 present): `rule yes|no because TEXT` comes first"),
        Row(
            Situation.tied, "decide reject",
            "the council is tied on the proposal (1–1, 5 of 7 present): `rule yes|no because TEXT` comes first"),
        Row(
            Situation.tied, "decide revise",
            "the council is tied on the proposal (1–1, 5 of 7 present): `rule yes|no because TEXT` comes first"),
        Row(Situation.tied, "decide defer", "allowed"),
        Row(
            "\(Situation.carried) / escalate because X", "decide approve",
            "the proposal is with the chair (2–1, 5 of 7 present): `rule yes|no because TEXT` comes first"),
        Row(
            "\(Situation.carried) / escalate because X", "decide reject",
            "the proposal is with the chair (2–1, 5 of 7 present): `rule yes|no because TEXT` comes first"),
        Row(
            "\(Situation.tied) / rule no because X", "decide approve",
            "the chair ruled no on the proposal (1–1, 5 of 7 present): decide revise, defer or reject, or vote on it again"
        ),
        Row(
            "\(Situation.tied) / rule yes because X", "decide reject",
            "the chair ruled yes on the proposal (1–1, 5 of 7 present): decide approve, revise or defer, or vote on it again"
        ),
        Row(
            Situation.carried, "decide reject",
            "the proposal was carried (2–1, 5 of 7 present): decide approve, revise or defer, or vote on it again"),
        Row(
            Situation.noQuorum, "decide approve",
            "the vote on the proposal had no quorum (1–0, 2 of 7 present): vote again with a quorum, or defer"),
        // Neither approval nor rejection rests on a vote without quorum, even when quorum has come since.
        Row(
            "\(Situation.noQuorum) / roll wen present / roll bo present", "decide reject",
            "the vote on the proposal had no quorum (1–0, 2 of 7 present): vote again with a quorum, or defer"),
        Row("\(Situation.noQuorum) / roll wen present / roll bo present", "decide revise", "allowed"),
        Row(
            "\(Situation.five) / motion solution / vote tomas yes / tally", "decide approve",
            "the council voted on the solution and not on the proposal: `motion proposal` puts it"),
        Row(
            "\(Situation.five) / motion team / vote tomas yes / tally", "decide reject",
            "the council voted on the team and not on the proposal: `motion proposal` puts it"),
        Row(
            "\(Situation.unanimous) / motion lead / vote tomas no / tally", "decide approve",
            "the technical lead was lost (0–1, 5 of 7 present): decide revise, defer or reject, or vote on it again"),
        Row(
            "\(Situation.five) / go 2", "decide approve",
            "the gate stops approval (no cost is estimated: give cost build, maintenance and a unit): decide revise or "
                + "defer, or the chair overrides it with `decide approve because TEXT`"),
        Row(
            "\(Situation.five) / go 2 / roll priya absent", "decide approve because It is urgent",
            "Priya Raman presides and is not in the room: `chair WHO because TEXT` names an acting chair"),
        Row(
            "\(Situation.five) / go 2 / motion / vote priya recuse / vote tomas yes / tally",
            "decide approve because It is urgent",
            "Priya Raman presides and is recused from the proposal: `chair WHO because TEXT` names an acting chair"),
        Row(
            "\(Situation.four) / decide approve", "decide approve",
            "this item was already approved, and nothing has changed since: `go next` moves on"),
        Row("\(Situation.four) / decide approve", "decide reject", "allowed"),
        Row(
            "\(Situation.five) / go 3 / motion In March? / vote tomas no / tally", "decide approve",
            "“In March?” was lost (0–1, 5 of 7 present): decide revise, defer or reject, or vote on it again"),
        Row(
            "\(Situation.five) / go 3 / motion In March? / vote tomas yes / tally", "decide reject",
            "“In March?” was carried (1–0, 5 of 7 present): decide approve, revise or defer"),
    ]

    // MARK: Amendments

    private static let amendments = [
        Row(
            "\(Situation.four) / go 3", "amend pod = X",
            "a topic has no fields to amend: take a note, or put a motion of your own"),
        Row(Situation.four, "amend pod = Dispatch", "pod already says that: write the new words"),
        Row(Situation.four, "amend sponsor =", "sponsor is already empty: write text after the ="),
        Row(Situation.four, "amend title =", "title can't be empty: write text after the ="),
        Row(Situation.four, "amend lead =", "tech_lead can't be empty: write NAME, ROLE after the ="),
        Row(
            Situation.four, "amend lead = Sam Okafor, data scientst",
            "`data scientst` is not a role: did you mean `data-scientist`?"
        ),
        Row(
            Situation.four, "amend lead = Sam Okafor, wizard",
            "`wizard` is not a role: the roles are ml-engineer, data-scientist, engineer, analyst and product-manager"),
        Row(
            Situation.four, "amend blocker = both", "`both` is not a value for blocker: write production or statistical"
        ),
        Row(
            Situation.four, "amend impact = much",
            "`much` is not a value for impact: write NUMBER UNIT, such as 4200000 USD/year"),
        Row(
            Situation.four, "amend impact = 1,5 M USD",
            "`1,5 M USD` is not a value for impact: write NUMBER UNIT, such as 4200000 USD/year"),
        Row(
            Situation.four, "amend cost = 5",
            "`5` is not a value for cost: write BUILD + UPKEEP UNIT, such as 450000 + 150000 USD"),
        Row(Situation.four, "amend build = -5", "`-5` is not a value for cost.build: write a number, such as 450k"),
        Row(
            Situation.four, "amend baseline.share = 140%",
            "`140%` is not a value for baseline.share: write a percentage, such as 25%"),
        Row(
            Situation.four, "amend engineering_alone = maybe",
            "`maybe` is not a value for engineering_alone: write true or false"),
        Row(
            Situation.four, "amend recommend = Managed",
            "no option is named `Managed`: the options are still to be written"),
        Row(
            Situation.four, "amend opening = ml-engineer, senior, -5",
            "`ml-engineer, senior, -5` is not a value for opening: write ROLE, LEVEL, COUNT"),
        Row(Situation.four, "amend opening = wizard", "`wizard` is not a value for opening: write ROLE, LEVEL, COUNT"),
        Row(
            "\(Situation.four) / go 2", "amend cost.note = cheap",
            "there is no cost to note anything on: amend cost first"),
    ]
}
