extension Meeting {
    func go(_ destination: Request.Destination) throws(Refusal) -> [Act] {
        try requireInSession("take up an item")
        let place: Int
        switch destination {
        case .item(let number): place = number
        case .next: place = (currentIndex ?? -1) + 2
        case .back:
            guard let currentIndex else {
                throw Refusal("no item is before the council: `go 1` takes up the first")
            }
            place = currentIndex
        }
        guard (1...max(1, items.count)).contains(place), !items.isEmpty else {
            throw Refusal(items.isEmpty ? "the agenda has no items: add some to its file" : noItem(destination))
        }
        let item = items[place - 1]
        if item.id == currentID { return [] }
        try requireNoOpenVote(before: "you leave the item")
        return [.went(item: item.id)]
    }

    private func noItem(_ destination: Request.Destination) -> String {
        switch destination {
        case .next where items.count == 1: "this is the only item: `close` ends the meeting"
        case .next: "this is the last item: `close` ends the meeting, `go back` returns to the item before"
        case .back where items.count == 1: "this is the only item: there is none before it"
        case .back: "this is the first item: `go next` takes up the one after"
        case .item(let number): "there is no item \(number): \(extent(items.count, "item"))"
        }
    }

    func clock(_ change: ClockChange) throws(Refusal) -> Act {
        let item = try requireCurrent("set its clock")
        switch change {
        case .pause where item.clock.isPaused:
            throw Refusal("the clock stands already: `clock resume` starts it")
        case .resume where item.clock.runningSince != nil:
            throw Refusal("the clock runs already: `clock pause` stops it")
        case .add(let minutes):
            guard minutes != 0, (-1440...1440).contains(minutes) else {
                throw Refusal(
                    "\(minutes) is no number of minutes to add: write one from 1 to 1440, or below 0 to take away")
            }
        default: break
        }
        return .clocked(item: item.id, change: change)
    }

    func action(owner: Handle?, due: CalendarDay?, text: String) throws(Refusal) -> Act {
        try requireInSession("hand out actions")
        if let owner { _ = try requirePerson(owner) }
        if let due, due < agenda.date {
            throw Refusal(
                "\(due) is before the meeting's own day, \(agenda.date): an action is due on that day or later")
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
                    : "there is no action \(number): \(extent(actions.count, "action"))")
        }
        guard !action.isDone else {
            throw Refusal("action \(number) is done already: `undo` takes back what was done last")
        }
        return .finished(action: number)
    }
}
