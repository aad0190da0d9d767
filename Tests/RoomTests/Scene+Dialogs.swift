import Screen

@testable import Room

extension Scene {
    // MARK: Dialogs

    static let dialogs = [
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
            $0.press("d a Tab")
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
