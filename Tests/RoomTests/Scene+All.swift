import Screen

@testable import Room

/// Every scene that is kept: the whole screen, one pane, dialogs.
extension Scene {
    /// All panes at once.
    private static let wide = Size(rows: 24, columns: 120)
    /// Two panes.
    private static let standard = Size(rows: 24, columns: 80)
    /// One pane.
    private static let narrow = Size(rows: 20, columns: 60)
    private static let small = Size(rows: 12, columns: 40)
    /// One pane that is high enough for all of a proposal.
    private static let long = Size(rows: 32, columns: 60)

    private static let debate =
        Desk.opened + " / note @lena shadow mode covers nine cities from Monday"
        + " / note @wen concern: who carries the pager at night"
        + " / note @mei 寿司屋では準備時間が読めません 🍣 so far" + " / note private: talk to Bo first"
        + " / action @lena by 2026-12-09 write the runbook"

    static let all = rooms + hour + panes + dialogs + library

    // MARK: The library

    private static let library = [
        Scene(
            "library", "The pipeline: the columns that are least needed go as the screen narrows.", .screen,
            [standard, Size(rows: 12, columns: 200), Size(rows: 12, columns: 120), narrow, small], withRoles: true,
            debate
        ) {
            $0.openLibrary()
            $0.press("j")
        },
        Scene(
            "library-actions", "Open actions, what is overdue marked.", .screen,
            [Size(rows: 12, columns: 120), Size(rows: 12, columns: 60)], debate
        ) {
            $0.openLibrary()
            $0.press("2")
        },
        Scene(
            "library-decisions", "A filter that is being typed, and what it leaves.", .screen,
            [Size(rows: 12, columns: 120), Size(rows: 12, columns: 60)], debate
        ) {
            $0.openLibrary()
            $0.press("3 /")
            $0.type("pager")
        },
        Scene(
            "library-register", "Who uses and who offers what.", .screen,
            [Size(rows: 14, columns: 120), Size(rows: 14, columns: 60)], debate
        ) {
            $0.openLibrary()
            $0.press("4")
        },
        Scene(
            "library-meetings", "Meetings that were held, and agendas to come.", .screen,
            [Size(rows: 12, columns: 120), Size(rows: 12, columns: 60)], debate
        ) {
            $0.openLibrary()
            $0.press("5")
        },
        Scene(
            "library-proposal", "What happened to a proposal, and its file.", .dialog,
            [Size(rows: 50, columns: 120)], withRoles: true, debate
        ) {
            $0.openLibrary()
            $0.press("/")
            $0.type("bare")
            $0.press("Enter Enter")
        },
        Scene(
            "library-minutes", "The minutes of a meeting, from what later weeks know of it.", .dialog, [standard],
            debate
        ) {
            $0.openLibrary()
            $0.press("5 End Enter")
        },
    ]

    // MARK: A choice, a queue, a recess, a guest

    private static let choice =
        Desk.opened + " / go 4 / motion choose Managed service | Our cluster | Postgres as today by wen second bo"
        + " / vote bo 2 / vote wen 1, 2 / vote mei none / vote ana abstain"
    private static let tall = Size(rows: 40, columns: 120)

    private static let hour = [
        Scene(
            "choosing",
            "Ballots in a choice: each option with its digit, what each member names, and what would change it.",
            .screen, [tall, standard], choice
        ) { $0.press("v") },
        Scene(
            "presenter-choice", "The same for the shared screen: the options with their votes.", .screen,
            [tall, standard], choice
        ) { $0.press("p v") },
        Scene(
            "queue", "Who speaks and who is next, by kinds; the next note begins with the speaker's name.", .screen,
            [tall, standard],
            debate + " / queue wen / queue bo clarify / queue raj order / next"
        ) {
            $0.wait(seconds: 65)
            $0.press("n")
        },
        Scene(
            "presenter-queue", "Who speaks and who is next for the shared screen.", .screen, [tall, standard],
            debate + " / queue wen / queue bo clarify / queue raj order / next"
        ) {
            $0.press("p")
            $0.wait(seconds: 65)
        },
        Scene(
            "recess", "A recess counts down, and says how it ends.", .screen, [tall, standard], debate + " / recess 10"
        ) { $0.wait(seconds: 60) },
        Scene(
            "presenter-recess", "A recess for the shared screen.", .screen, [tall, standard], debate + " / recess 10"
        ) {
            $0.press("p")
            $0.wait(seconds: 60)
        },
        Scene(
            "guest", "A guest on the roll, who speaks and owes something.", .screen, [tall, standard],
            debate + " / guest Kim Park <kim@example.com> of Acme / note @kim we have run it for a year"
                + " / action @kim by 2026-12-09 send the numbers"
        ) {
            $0.press("r End")
        },
    ]

    // MARK: The whole screen

    private static let rooms = [
        Scene(
            "room", "Where header, panes and message stand. On narrow screens one pane, below that a sentence.",
            .screen, [Size(rows: 40, columns: 120), standard, narrow, small, Size(rows: 8, columns: 30)], debate),
        Scene(
            "looking-ahead", "Another item is looked at, and every pane that shows it says so.", .screen,
            [wide, standard], debate
        ) { $0.press("1 j j") },
        Scene(
            "looking-note", "A note while another item is looked at names the item that it goes to.", .screen,
            [standard], debate
        ) {
            $0.press("1 j j 3 n")
            $0.type("it belongs to the first")
        },
        Scene(
            "found", "Every place of a text is marked, and the one that was gone to stands out.", .screen, [standard],
            withRoles: true, debate
        ) {
            $0.press("/")
            $0.type("wait")
            $0.press("Enter >")
        },
        Scene(
            "row", "The row under the cursor, and what the footer says of it.", .screen, [wide], withRoles: true, debate
        ) { $0.press("3 k") },
        Scene("zoomed", "A pane that has the whole screen.", .screen, [standard], debate) { $0.press("3 z") },
        Scene(
            "voting-room", "While a vote is open its ballots stand beside the text.", .screen, [standard],
            Desk.voting + " / vote tomas yes"),
        Scene(
            "roll", "The roll stands in front; the room behind is muted, and nothing touches the frame.", .screen,
            [standard], withRoles: true, "roll priya present / roll wen remote / roll bo absent"
        ) { $0.press("j j") },
        Scene(
            "earlier-actions", "What earlier meetings left open, overdue ones first, in front of the roll.", .screen,
            [standard], "roll priya present"
        ) {
            $0.send(EarlierActionTests.library())
            $0.press("O j")
        },
        Scene(
            "failing", "The banner says what is not recorded, and stays while a note is typed.", .screen,
            [standard, small], withRoles: true, debate
        ) {
            $0.run("note one more")
            $0.send(.recordingFailed("no space left on the disk that holds record.sqlite: free some", pending: 1))
            $0.press("n h a l f")
        },
        Scene(
            "refusal", "A refusal is read to its end: the message takes as many lines as it needs.", .screen, [small],
            withRoles: true,
            Desk.opened
        ) { $0.press("t") },
        Scene(
            "closed", "After closing: the decision, and where the minutes and the mail are.", .screen, [standard],
            withRoles: true,
            debate + " / decide approve / close anyway"
        ) { $0.send(.published(["minutes/2026-11-25/minutes.md", "minutes/2026-11-25/summary.eml"])) },
        Scene(
            "empty", "An agenda without items.", .screen, [narrow],
            desk: { try Desk(Desk.present + " / open", docket: TestHall.docket(items: []), size: $0) }),
        Scene(
            "command", "Candidates stand above the command line; the chosen one is marked.", .screen, [narrow],
            withRoles: true, debate
        ) {
            $0.press(":")
            $0.type("motion ")
            $0.press("Tab Tab")
        },
        Scene(
            "command-help", "A command that is typed in part, with what it does; cut at the edge.", .screen, [small],
            debate
        ) {
            $0.press(":")
            $0.type("rew")
        },
        Scene(
            "presenter-roll", "The shared screen before the call to order: who is here, and whether they are enough.",
            .screen, [standard, small], withRoles: true, "roll priya present / roll tomas remote / roll wen absent"
        ) { $0.press("Esc p") },
        Scene(
            "presenting", "The shared screen before any vote: title, presenter, figures, gate, and the time left.",
            .screen, [standard, small], withRoles: true, debate
        ) { $0.press("p") },
        Scene(
            "presenter-vote", "A vote for the shared screen: the question, a tile for each member, where it stands.",
            .screen, [standard, small], withRoles: true,
            Desk.voting + " / vote tomas yes / vote wen no / vote bo abstain / vote mei recuse"
        ) { $0.press("p v") },
        Scene(
            "presenter", "A tally for the shared screen: the outcome across the whole width, and whose turn it is now.",
            .screen, [standard, small], Desk.tied
        ) { $0.press("p") },
        Scene(
            "presented", "A decision for the shared screen, with its condition.", .screen, [standard, small],
            withRoles: true, Desk.tied + " / rule yes because the risk is small / decide approve"
        ) { $0.press("p") },
        Scene(
            "presenter-next", "What is next, 20 seconds after a decision.", .screen, [standard, small],
            Desk.opened + " / decide defer 2026-12-09 because finance is not ready"
        ) {
            $0.press("p")
            $0.wait(seconds: 30)
        },
        Scene(
            "presenter-closed", "The shared screen at the end: what was decided.", .screen, [standard],
            debate + " / decide approve / close anyway"
        ) { $0.press("p") },
    ]

    // MARK: One pane

    private static let panes = [
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

    // MARK: Dialogs

    private static let dialogs = [
        Scene("row-menu", "What can be done with a note.", .dialog, [wide, narrow], withRoles: true, debate) {
            $0.press("3 k Enter")
        },
        Scene("row-speaker", "Who said a note, by the first letters.", .dialog, [wide, narrow], debate) {
            $0.press("3 @ n")
        },
        Scene(
            "all-notes", "The notes of all items, private ones out of sight.", .dialog, [wide, narrow], withRoles: true,
            debate + " / go 2 / note @raj ask Marketing first"
        ) { $0.press("N [") },
        Scene("all-actions", "This meeting's actions before those of earlier ones.", .dialog, [wide, narrow], debate) {
            $0.run("show actions")
        },
        Scene(
            "checklist-row", "A row of the checklist, to which Enter leads.", .dialog, [wide, narrow], withRoles: true,
            debate
        ) { $0.press("C j j") },
        Scene(
            "consent", "What is in the consent lane, who has approved it, and what keeps the others out of it.",
            .dialog,
            [wide, narrow], withRoles: true,
            desk: { try Desk(Desk.opened, docket: TestHall.docketWithLane, size: $0) }
        ) {
            $0.send(.library(.success(TestHall.library)))
            $0.run("hold 3 @raj because it is for every market")
            $0.press("c")
        },
        Scene(
            "roll-narrow", "The roll in 40 columns: disciplines go first, and the cursor stays in sight.", .dialog,
            [small], "roll priya present / roll wen remote / roll bo absent"
        ) { $0.press("j j") },
        Scene(
            "decision", "What stands against an approval, the choice, and the question before an override.", .dialog,
            [standard, small], withRoles: true, Desk.opened + " / go 2 / note @wen concern: holdout"
        ) {
            $0.press("d a Tab Tab")
            $0.type("the risk is small and 寿司 is not")
            $0.press("Enter")
        },
        Scene("ruling", "The chair's dialog on a tie.", .dialog, [standard], Desk.tied) {
            $0.press("t y Tab")
            $0.type("shadow mode is cheap")
        },
        Scene(
            "action", "An owner is found, and what is missing is refused in the dialog.", .dialog, [standard],
            withRoles: true,
            Desk.opened
        ) {
            $0.press("a l e n a Tab Enter")
        },
        Scene("amendment", "A field with its value, which typing replaces.", .dialog, [standard], Desk.opened) {
            $0.press("e p o d Tab")
            $0.type("検索")
        },
        Scene("motion", "The questions that can be put.", .dialog, [standard], Desk.opened) { $0.press("m Tab") },
        Scene(
            "checklist", "What a meeting leaves open, a note that is half typed among it, and what it decided.",
            .dialog,
            [standard, small], withRoles: true, debate + " / decide approve / go 2"
        ) {
            $0.press("n h a l f Esc C")
        },
        Scene(
            "help", "A search shows the commands that fit, with keys, and why one is not to be had.", .dialog,
            [standard], withRoles: true, Desk.opened
        ) {
            $0.press("?")
            $0.type("tally")
        },
        Scene(
            "portfolio", "Impact against cost, the item before the council marked; what can't be drawn is named.",
            .dialog, [Size(rows: 30, columns: 80), small], withRoles: true, Desk.opened
        ) { $0.run("portfolio") },
        Scene(
            "themes", "The list of themes; the one under the cursor is tried.", .dialog, [narrow], withRoles: true,
            Desk.tied
        ) {
            desk in
            let names = ["dark", "light", "contrast-dark", "nord"]
            desk.send(.themes(names.map { ThemeChoice(name: $0, origin: "built in") }))
            desk.press("j")
        },
    ]
}
