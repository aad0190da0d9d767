import Screen

@testable import Room

extension Scene {
    // MARK: A choice, a queue, a recess, a guest

    private static let choice =
        Desk.opened + " / go 4 / motion choose Managed service | Our cluster | Postgres as today by wen second bo"
        + " / vote bo 2 / vote wen 1, 2 / vote mei none / vote ana abstain"
    private static let tall = Size(rows: 40, columns: 120)

    static let hour = [
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

    static let rooms = [
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
}
