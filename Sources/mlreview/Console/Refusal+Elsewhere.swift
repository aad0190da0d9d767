import Council

/// What a rehearsal or a joined terminal does not do, on the screen and on the console.
extension Refusal {
    static let rehearsalRecords = Refusal("a rehearsal records nothing")
    static let rehearsalWrites = Refusal("a rehearsal writes nothing: here minutes and mail would be written")
    static let rehearsalEdits = Refusal("a rehearsal writes nothing, so that there is nothing to edit")
    static let joinedWritesNothing = Refusal(
        "minutes and mail are written, and edited, at the terminal that runs the meeting: ask whoever sits there")
}
