/// The keys that are no commands, as the help lists them.
enum HelpKeys {
    typealias Row = (key: String, text: String)

    static func sections(in room: Model) -> [(title: String, rows: [Row])] {
        let own = room.keys.ownLines.filter { $0.line.contains(" ") }.map { (key: $0.label, text: "runs `\($0.line)`") }
        return [
            ("Keys", moving(in: room) + own), ("In a note", note), ("While voting", voting), ("In a dialog", dialog),
        ]
    }

    private static func moving(in room: Model) -> [Row] {
        let rows: [(line: String, text: String)] = [("go next", "the next item"), ("go back", "the item before")]
        return rows.compactMap { row in room.keys.label(of: row.line).map { ($0, row.text) } } + [
            ("Tab 1 … \(Pane.all.count)", "goes to another pane"),
            ("j k ↑ ↓", "moves and scrolls; PgUp PgDn Space, Home End too"),
            (":", "command line; Tab completes, Up calls up earlier lines"), ("F1", "help, wherever you are"),
            ("Ctrl-Z", "suspends; fg comes back"),
        ]
    }

    private static let note: [Row] = [
        ("Enter", "records the note"), ("Esc", "keeps it as a draft; the note key goes on with it"),
        ("@… Tab", "a person; the ones that fit stand above the line"),
        ("kind: Tab", "concern: question: idea: data: reuse: private:"),
        ("Alt-Enter", "starts a new line, as Ctrl-J does"),
        ("Up Down", "earlier notes, from the first and the last line; Alt-Up, Alt-Down from any"),
        ("PgUp PgDn", "scrolls the notes behind the line"), ("Ctrl-E", "opens $VISUAL or $EDITOR on the note"),
        ("Alt-B F", "a word back and forth, as Ctrl-← and Ctrl-→ do"),
        ("Ctrl-A", "the line's beginning, as Home does; End its end"),
        ("Ctrl-W U K", "removes the word, or the line up to or from the cursor; Ctrl-Y puts it back"),
        ("Ctrl-_", "takes back a change, Alt-_ makes it again"),
    ]

    private static let voting: [Row] = [
        ("y n a r", "yes, no, abstains, recused: the member's ballot, and on to the next"),
        ("b", "gives the ballot its reason"), ("j k", "another member"), ("u", "takes the last ballot back"),
        ("Enter", "closes the vote"), ("Esc", "leaves; the vote stays open"),
    ]

    private static let dialog: [Row] = [
        ("Tab", "the next field, completing a name on the way; Shift-Tab the one before"),
        ("← →", "another choice; or its first letter"), ("Enter", "records"), ("Esc", "leaves without"),
    ]
}
