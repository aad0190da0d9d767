extension Command {
    /// Every command, in the order of the help. A new one is a file like its neighbours and a row here.
    public static let all: [Command] = [
        roll, open, chair, go, clock, close, reopen,
        note, reword, strike, resolve, action, done,
        motion, vote, tally, escalate, rule,
        amend, decide, undo, redo,
        show, find, copy, presenter, portfolio, theme, mouse, reload, preview, edit, publish, record, help, quit,
    ]
}
