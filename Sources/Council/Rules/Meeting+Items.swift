extension Meeting {
    func go(_ destination: Request.Destination) throws(Refusal) -> [Act] {
        try requireInSession("take up an item")
        let last = items.count
        let place: Int
        switch destination {
        case .item(let number): place = number
        case .next: place = (currentIndex ?? -1) + 2
        case .back: place = currentIndex ?? 0
        }
        guard items.indices.contains(place - 1) else {
            switch destination {
            case .next: throw Refusal("this is the last item: `close` ends the meeting, `back` returns to the item before")
            case .back: throw Refusal("this is the first item: `go next` takes up the one after")
            case .item: throw Refusal("there is no item \(place): the agenda has items 1 to \(last)")
            }
        }
        let item = items[place - 1]
        if item.id == currentID { return [] }
        if let motion = openMotion {
            throw Refusal(
                "the vote on \(motion.question.title.lowercasedFirst) is open: `tally` it before you leave the item")
        }
        return [.went(item: item.id)]
    }

    func clock(_ change: ClockChange) throws(Refusal) -> Act {
        let item = try requireCurrent("set its clock")
        switch change {
        case .pause where item.clock.isPaused:
            throw Refusal("the clock stands already: `clock resume` starts it")
        case .resume where item.clock.runningSince != nil:
            throw Refusal("the clock runs already: `clock pause` stops it")
        case .add(let minutes):
            guard minutes != 0, abs(minutes) <= 1440 else {
                throw Refusal("\(minutes) is no number of minutes to add: write one from 1 to 1440, or below 0 to take away")
            }
        default: break
        }
        return .clocked(item: item.id, change: change)
    }

    func action(owner: Handle?, due: CalendarDay?, text: String) throws(Refusal) -> Act {
        try requireInSession("hand out actions")
        if let owner { _ = try requirePerson(owner) }
        if let due, due < agenda.date {
            throw Refusal("\(due) is before the meeting's own day, \(agenda.date): an action is due on a later one")
        }
        return .assigned(
            action: ActionItem(
                number: (actions.map(\.number).max() ?? 0) + 1, item: currentID, owner: owner, due: due,
                text: try requireText(text, for: "an action")))
    }

    func done(_ number: Int) throws(Refusal) -> Act {
        try requireInSession("finish an action")
        guard let action = actions.first(where: { $0.number == number }) else {
            throw Refusal(
                actions.isEmpty
                    ? "there is no action \(number): none was handed out yet"
                    : "there is no action \(number): the actions are \(listed(actions.map { String($0.number) }))")
        }
        guard !action.isDone else { throw Refusal("action \(number) is done already") }
        return .finished(action: number)
    }
}

extension String {
    /// With its first letter small, to stand within a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
