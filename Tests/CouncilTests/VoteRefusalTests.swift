import Testing

@testable import Council

/// Refusals in voting, and of what the chair asks for.
@Suite struct VoteRefusalTests {
    @Test("Refusals", arguments: votes + chair)
    func refusal(row: RefusalRow) throws { try row.check() }

    private typealias Row = RefusalRow

    // MARK: Votes

    private static let votes = [
        Row(Situation.five, "vote tomas yes", "no vote is open: `motion` puts a question to the council"),
        Row(Situation.five, "tally", "no vote is open: `motion` puts a question to the council"),
        Row(Situation.carried, "tally", "no vote is open: `motion` puts a question to the council"),
        Row(Situation.carried, "vote tomas no", "no vote is open: `motion` puts a question to the council"),
        Row(Situation.voting, "vote thomas yes", "nobody on the roster has the handle thomas: did you mean tomas?"),
        Row(
            Situation.voting, "vote lena yes",
            "Lena Ortiz has no seat on the council and no vote: the members are priya, tomas, wen, bo, mei, ana and raj"
        ),
        Row(
            Situation.voting, "vote ana yes",
            "Ana Ruiz is not in the room: `roll ana present` or `roll ana remote` first"),
        Row(
            "\(Situation.voting) / roll tomas absent", "vote tomas no",
            "Tomás Vidal is not in the room: `roll tomas present` or `roll tomas remote` first"),
        Row(
            Situation.voting, "vote priya yes",
            "Priya Raman presides and votes only to break a tie: `rule yes|no because TEXT` when the tally is tied"),
        Row(Situation.voting, "vote priya recuse", "allowed"),
        Row(Situation.voting, "vote tomas recuse", "allowed"),
        Row(Situation.voting, "motion", "the vote on the proposal is open: `tally` it before the next motion"),
        Row(
            "\(Situation.five) / motion ML platform first?", "motion solution",
            "the vote on “ML platform first?” is open: `tally` it before the next motion"),
        Row(Situation.voting, "go next", "the vote on the proposal is open: `tally` it before you leave the item"),
        Row(Situation.voting, "go 1", "allowed"),
        Row(Situation.voting, "decide approve", "the vote on the proposal is open: `tally` it before you decide"),
        Row(
            Situation.voting, "amend pod = Search",
            "the vote on the proposal is open: `tally` it before the proposal changes"),
        Row(Situation.voting, "close", "the vote on the proposal is open: `tally` it before you close"),
        Row(
            "\(Situation.five) / amend pod = Search / motion amendment 1", "amend pod = Maps",
            "the vote on amendment 1 is open: `tally` it before the proposal changes"),
        Row(Situation.five, "motion amendment 1", "there is no amendment 1: `amend FIELD = VALUE` proposes one"),
        Row(
            "\(Situation.five) / amend pod = Search", "motion amendment 2",
            "there is no amendment 2: there is only amendment 1"),
        Row(
            "\(Situation.five) / amend pod = Search / amend pod = Maps", "motion amendment 3",
            "there is no amendment 3: there are amendments 1 and 2"),
        Row(
            "\(Situation.five) / go 3", "motion",
            "a topic has no proposal to vote on: `motion TEXT` puts a question of your own"),
        Row(
            "\(Situation.five) / go 3", "motion lead",
            "a topic has no technical lead to vote on: `motion TEXT` puts a question of your own"),
        // A vote can be held without quorum.
        Row(Situation.two, "motion", "allowed"),
    ]

    // MARK: The chair

    private static let chair = [
        Row(
            Situation.two, "chair ghost because X",
            "nobody on the roster has the handle ghost: the handles are priya, tomas, wen, bo, mei, ana, raj and lena"),
        Row(
            "\(Situation.two) / roll lena present", "chair lena because X",
            "Lena Ortiz has no seat on the council: an acting chair is one of priya, tomas, wen, bo, mei, ana or raj"),
        Row(
            Situation.two, "chair ana because X",
            "Ana Ruiz is not in the room: `roll ana present` first, or name somebody who is"
        ),
        Row(Situation.two, "chair priya because X", "Priya Raman is already presiding: name somebody else"),
        Row(Situation.two, "chair tomas", "a change of chair needs a reason: say it after `because`"),

        Row(
            Situation.five, "escalate because X",
            "no question was put on this item: `motion` puts one, which a divided council can escalate"),
        Row(Situation.carried, "escalate", "an escalation needs a reason: say it after `because`"),
        Row(
            Situation.unanimous, "escalate because X",
            "nobody dissents on the proposal (2–0, 5 of 7 present): the chair decides only if the council disagrees, so decide"
        ),
        Row(
            Situation.voting, "escalate because X",
            "nobody dissents on the proposal (1–0, 5 of 7 present): the chair decides only if the council disagrees, so tally and decide"
        ),
        Row(
            "\(Situation.carried) / escalate because X", "escalate because Y",
            "the proposal is already with the chair: `rule yes|no because TEXT` answers it"),
        Row(
            "\(Situation.tied) / rule yes because X", "escalate because Y",
            "the chair has already ruled on the proposal: decide, or vote on it again"),
        Row(
            "\(Situation.two) / roll wen present / motion / vote tomas yes / vote wen no", "escalate because X",
            "3 of 7 seats are in the room and quorum is 4: roll one more member, or defer"),
        Row(
            "\(Situation.two) / roll wen present / motion / vote tomas yes / vote wen no / tally", "escalate because X",
            "the vote on the proposal had no quorum (3 of 7 seats, 4 needed): put more members on the roll, and vote again"
        ),

        Row(
            Situation.five, "rule yes because X",
            "no question was put on this item, so there is nothing to rule on: `motion` puts one"),
        Row(Situation.tied, "rule yes", "a ruling needs a reason: say it after `because`"),
        Row(
            Situation.voting, "rule yes because X",
            "the vote on the proposal is open: `tally` or `escalate because TEXT` first"),
        Row(
            Situation.carried, "rule yes because X",
            "the proposal was carried (2–1, 5 of 7 present): the chair rules on a tie, or after `escalate because TEXT`"
        ),
        Row(
            Situation.lost, "rule yes because X",
            "the proposal was lost (1–2, 5 of 7 present): the chair rules on a tie, or after `escalate because TEXT`"),
        Row(
            Situation.unanimous, "rule no because X",
            "the vote on the proposal was unanimous (2–0, 5 of 7 present), so there is nothing to rule on: decide"),
        Row(
            "\(Situation.five) / motion / vote tomas abstain / tally", "rule no because X",
            "nobody voted yes or no on the proposal (0–0, 1 abstention, 5 of 7 present): vote on it again, or decide"),
        Row(
            Situation.noQuorum, "rule yes because X",
            "the vote on the proposal had no quorum (2 of 7 seats, 4 needed): put more members on the roll, and vote again"
        ),
        Row(
            "\(Situation.tied) / rule yes because X", "rule no because Y",
            "the chair has already ruled on the proposal: decide, or vote on it again"),
        Row(
            "\(Situation.tied) / roll priya absent", "rule yes because X",
            "Priya Raman presides and is not in the room: `chair WHO because TEXT` names an acting chair"),
        Row(
            "\(Situation.five) / motion / vote priya recuse / vote tomas yes / vote wen no / tally",
            "rule yes because X",
            "Priya Raman presides and is recused from the proposal: `chair WHO because TEXT` names an acting chair"),
        Row(
            "\(Situation.five) / motion / vote mei recuse / vote tomas yes / vote wen no / tally / chair mei because Priya asked",
            "rule yes because X",
            "Mei Chen presides and is recused from the proposal: `chair WHO because TEXT` names an acting chair"),
    ]
}
