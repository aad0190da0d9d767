import Screen

@testable import Room

extension Scene {
    // MARK: One pane

    static let panes = [
        Scene(
            "agenda", "What is before the council, and what came of the others; long titles in two lines.",
            .pane(.agenda), [wide, narrow], withRoles: true,
            Desk.opened + " / decide approve / amend pod = Search because it moved / go 4 / decide defer 2026-12-09"
                + " / go 2 / motion / " + Desk.ballots + " / tally / go 3 / motion"
        ) { $0.press("1") },
        Scene(
            "agenda-scrolled", "The item under the cursor is in sight, with a bar at the edge.", .pane(.agenda),
            [small], debate
        ) { $0.press("1 j j") },
        Scene(
            "proposal", "A proposal in brief and its whole text: headings, table, lists, quotation, code, links.",
            .pane(.proposal), [long], withRoles: true, Desk.opened),
        Scene(
            "proposal-narrow", "The same in 40 columns.", .pane(.proposal), [Size(rows: 36, columns: 40)],
            Desk.opened),
        Scene(
            "gate", "What the charter finds: the gate stops an approval, advice does not.", .pane(.proposal), [narrow],
            withRoles: true, Desk.opened + " / go 2 / note @wen concern: holdout"),
        Scene(
            "wide", "Wide characters, marks and emoji in title and text: no line is shifted.", .pane(.proposal),
            [standard, Size(rows: 24, columns: 40)], Desk.opened + " / go 3"
        ) { $0.press("2") },
        Scene("topic", "A topic has a presenter and a text.", .pane(.proposal), [narrow], Desk.opened + " / go 4"),
        Scene(
            "amended", "Amendments as before and after, with their standing; a decision that one has overtaken.",
            .pane(.proposal), [narrow], withRoles: true,
            Desk.opened + " / amend pod = Search because it moved / decide approve"
                + " / amend cost.build = 500000 / motion amendment 2"
        ) { $0.press("2") },
        Scene(
            "notes", "Speakers, kinds, what is resolved and private; struck notes are gone; actions below.",
            .pane(.notes), [narrow], withRoles: true,
            debate + " / note @bo concern: the holdout is short / resolve 5 because four weeks now"
                + " / note @ana question: why so / strike 1 / action write to Bo / done 2"
        ) { $0.press("3") },
        Scene("notes-scrolled", "The latest note is in sight.", .pane(.notes), [small], debate) { $0.press("3") },
        Scene(
            "note", "The note being typed, below the others, wrapped, with the cursor at its end.", .pane(.notes),
            [wide, small], withRoles: true, debate
        ) {
            $0.press("n")
            $0.type("@mei concern: 寿司 takes longer than the model says, and nobody has asked the kitchens yet 🍣 why")
        },
        Scene(
            "note-names", "The people who fit stand above the note, by handle and name.", .pane(.notes), [narrow],
            debate
        ) { $0.press("n @ l") },
        Scene(
            "voting", "An open vote: each member's ballot, whose turn it is, the standing and what would change it.",
            .pane(.votes), [wide], withRoles: true,
            Desk.voting + " / vote tomas yes / vote wen no because of cost / vote mei recuse / vote ana abstain"
        ) { $0.press("v") },
        Scene(
            "voting-scrolled", "The member whose turn it is stays in sight, with those who follow.", .pane(.votes),
            [small], Desk.voting + " / vote tomas yes / vote wen no because of cost / vote mei recuse"
        ) { $0.press("v") },
        Scene("tied", "A tie waits for the chair.", .pane(.votes), [wide], withRoles: true, Desk.tied),
        Scene(
            "ruled", "A question that was escalated, and the chair's ruling on it.", .pane(.votes), [wide],
            withRoles: true,
            Desk.voting + " / " + Desk.ballots + " / escalate because we disagree"
                + " / rule no because the holdout is short"),
        Scene(
            "revote", "A vote on an amendment says what it would change; earlier votes and open concerns below.",
            .pane(.votes), [Size(rows: 30, columns: 120)], withRoles: true,
            Desk.tied + " / rule yes because the risk is small / amend pod = Search / note @wen concern: the pager"
                + " / motion amendment 1"),
    ]
}
