/// What acts ask about one another, so that nothing is undone that something else rests on.
extension Act {
    func rests(on other: Act) -> Bool {
        // Nothing but the roll can be done before the call to order.
        if case .opened = other { return !isAboutUndo }
        return kind.rests(on: other)
    }

    /// Whether this is the note with that number.
    func made(note number: Int, of item: ItemID) -> Bool {
        switch self {
        case .noted(let noted): noted.item == item && noted.number == number
        case .corrected(let corrected): corrected.change == .item(is: item, number: number)
        default: false
        }
    }

    /// Whether this put the motion with that number.
    func moved(_ motion: Int) -> Bool {
        if case .moved(let moved) = self { moved.motion == motion } else { false }
    }

    /// Whether this is part of the vote on that motion: a ballot, the tally, the escalation, the ruling.
    func asked(_ motion: Int) -> Bool {
        switch self {
        case .balloted(let balloted): balloted.motion == motion
        case .tallied(let tallied): tallied.motion == motion
        case .escalated(let escalated): escalated.motion == motion
        case .ruled(let ruled): ruled.motion == motion
        default: false
        }
    }
}
