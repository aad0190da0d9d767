import Testing

@testable import Room

/// The reason why a command can't be used is the sentence with which the rules would refuse it.
@Suite struct AvailabilityTests {
    static let states = [
        "", Hall.opened, Hall.atItem, Hall.noted, Hall.voting, Hall.tied, Hall.atItem + " / close anyway",
    ]

    /// A line for each command of the meeting that asks for the same as its probe.
    static let lines = [
        "open", "go 1", "clock add 1", "close anyway", "reopen because …", "note …", "action …", "motion", "tally",
        "escalate because …", "rule yes because …", "decide defer", "undo", "redo",
    ]

    @Test(arguments: states, lines)
    func theReasonIsTheRefusal(state: String, line: String) throws {
        let hall = try Hall(state)
        let name = String(line.prefix { $0 != " " })
        #expect(hall.whyUnavailable(name) == hall.refusal(of: line))
    }

    @Test(arguments: [
        ("", "open", "nobody is in the room: `roll WHO present` first"),
        ("", "note", "the meeting has not been called to order: `open` it before you take notes"),
        ("", "vote", "the meeting has not been called to order: `open` it before you tally"),
        ("", "undo", "nothing was done yet: there is nothing to undo"),
        (Hall.opened, "open", "the meeting is already open: `go N` takes up an item, `close` ends it"),
        (
            Hall.opened, "motion", "no item is before the council: `go 1` takes up the first before you put a motion"
        ),
        (Hall.atItem, "vote", "no vote is open: `motion` puts a question to the council"),
        (Hall.atItem, "resolve", "this item has no note 1: there are no notes yet"),
        (Hall.noted + " / resolve 2", "resolve", "note 1 is not a concern: this item has none open"),
        (Hall.voting, "motion", "the vote on the proposal is open: `tally` it before the next motion"),
        (Hall.voting, "close", "the vote on the proposal is open: `tally` it before you close"),
        (Hall.tied, "rule", nil),
        (Hall.tied, "vote", "no vote is open: `motion` puts a question to the council"),
        (
            Hall.atItem + " / close anyway", "note",
            "the meeting is closed, so it is too late to take notes: `reopen because TEXT` opens it again"
        ),
        (Hall.atItem, "reopen", "the meeting is not closed, so there is nothing to reopen: go on where it stands"),
        ("", "quit", nil), ("", "help", nil), ("", "roll", nil), (Hall.voting, "vote", nil),
        (Hall.voting, "tally", nil),
    ])
    func aCommandThatIsNotToBeHadSaysWhy(state: String, name: String, reason: String?) throws {
        #expect(try Hall(state).whyUnavailable(name) == reason)
    }
}
