@testable import Council

/// The actions of random weeks: handed out, and said to be done, later, dropped or somebody else's, in files and at
/// meetings.
///
/// What stands is kept beside, word by word as it is said, so that the library can be compared with it.
struct RandomPromises {
    /// The open ones, with the day on which each is due.
    private(set) var open: [ActionReference: CalendarDay?] = [:]
    private(set) var closed: Set<ActionReference> = []
    private(set) var people: [Handle: PersonalWords] = [:]

    /// Somebody says in a file of their own what became of an action, before the next meeting.
    mutating func say(on day: CalendarDay, _ random: inout SeededGenerator) {
        guard let action = pick(&random) else { return }
        let (word, until) = Self.word(on: day, &random)
        let who = Weeks.roster.members[0].handle
        let said = ActionWord(action: action, word: word, until: until, on: day)
        people[who] = (people[who] ?? PersonalWords(handle: who)).adding(.action(said))
        take(word, until, of: action)
    }

    /// A meeting takes in what people's files say, says more itself, and hands out actions.
    mutating func hold(
        _ meeting: inout HeldMeeting, recalling recalled: (actions: [EarlierAction], updates: [ActionUpdate]),
        _ random: inout SeededGenerator
    ) {
        meeting.updates = recalled.updates
        // It speaks of no others than those that lie before it.
        if random.chance(30), let action = recalled.actions.map(\.reference).randomElement(using: &random) {
            let (word, until) = Self.word(on: meeting.date, &random)
            meeting.updates.append(ActionUpdate(action, word, until: until, on: meeting.date))
            take(word, until, of: action)
        }
        for number in 1...3 where random.chance(40) {
            let reference = ActionReference(meeting: meeting.date, number: number)
            let due = random.chance(70) ? CalendarDay(daysSinceEpoch: meeting.date.daysSinceEpoch + 14) : nil
            let owner = random.chance(80) ? HeldPerson(name: "Gone", handle: Handle("gone")) : nil
            meeting.actions.append(HeldAction(reference: reference, owner: owner, due: due, text: "Do it"))
            open[reference] = .some(due)
        }
    }

    /// An open one, or now and then one that was closed, which a word may open again.
    private func pick(_ random: inout SeededGenerator) -> ActionReference? {
        let among = random.chance(85) ? Set(open.keys) : closed
        return among.sorted().randomElement(using: &random)
    }

    private static func word(
        on day: CalendarDay, _ random: inout SeededGenerator
    ) -> (ActionWord.Word, CalendarDay?) {
        let word = random.pick(ActionWord.Word.allCases)
        return (word, word == .later ? CalendarDay(daysSinceEpoch: day.daysSinceEpoch + 21) : nil)
    }

    private mutating func take(_ word: ActionWord.Word, _ until: CalendarDay?, of action: ActionReference) {
        switch word {
        case .later:
            open[action] = .some(until)
            closed.remove(action)
        case .done, .drop:
            open[action] = nil
            closed.insert(action)
        // A new owner changes nothing about whether it is done, nor by when.
        case .reassign: break
        }
    }
}
