import Archive
import Council
import Foundation
import TestMeetings
import Testing

/// Actions over many weeks: each meeting hands some out and says what became of others, and people say so in files in
/// between. All of it goes through the minutes.
@Suite struct ActionWeeksTests {
    /// Where an action stands, as a plain list keeps it.
    private struct Kept: Equatable {
        var isOpen: Bool
        var due: CalendarDay?
    }

    private struct Weeks {
        var random: SeededGenerator
        var journals: [Journal] = []
        var words: [ActionWord] = []
        var kept: [ActionReference: Kept] = [:]

        func chance(_ percent: Int, _ random: inout SeededGenerator) -> Bool {
            Int.random(in: 0..<100, using: &random) < percent
        }

        func library() -> Library {
            Library(
                roster: Docket.sample.roster, drafts: [],
                history: Archive.history(minutes: "/nowhere", journals: journals).meetings,
                people: [PersonalWords(handle: Handle("bo"), actions: words)])
        }

        private mutating func say(_ word: ActionWord.Word, on action: ActionReference, _ until: CalendarDay?) {
            switch word {
            case .done, .drop: kept[action]?.isOpen = false
            case .reassign: break
            case .later: kept[action] = Kept(isOpen: true, due: until)
            }
        }

        private mutating func update(_ action: ActionReference, on day: CalendarDay) -> ActionWord {
            let word = ActionWord.Word.allCases.randomElement(using: &random) ?? .done
            let until = CalendarDay(daysSinceEpoch: day.daysSinceEpoch + Int.random(in: 1...30, using: &random))
            return ActionWord(
                action: action, word: word, until: word == .later ? until : nil, on: day,
                because: word == .drop ? "no use" : nil)
        }

        /// Holds the meeting of a day; before it, somebody writes into their file.
        mutating func hold(on day: CalendarDay) throws {
            for action in kept.keys.sorted() where chance(20, &random) {
                let word = update(action, on: CalendarDay(daysSinceEpoch: day.daysSinceEpoch - 1))
                words.append(word)
                say(word.word, on: action, word.until)
            }
            let recall = library().recall(for: day)
            // Twice in a list would be twice in the minutes.
            #expect(Set(recall.actions.map(\.reference)).count == recall.actions.count)
            let agenda = Docket.sample.agenda
            let docket = Docket(
                roster: Docket.sample.roster,
                agenda: Agenda(date: day, start: agenda.start, minutes: 60, items: agenda.items),
                proposals: Docket.sample.proposals)
            var meeting = SampleMeeting(docket: docket, start: Double(day.daysSinceEpoch) * 86_400 + 64_800)
            try meeting.roll(["priya", "bo", "idris", "tomas", "mei"])
            try meeting.ask(.open)
            if !recall.actions.isEmpty { try meeting.ask(.recall(recall.actions, updates: recall.updates)) }
            for action in recall.actions.map(\.reference) where chance(25, &random) {
                let word = update(action, on: day)
                do {
                    try meeting.ask(
                        .update(action: action, word: word.word, until: word.until, reason: word.because))
                    say(word.word, on: action, word.until)
                } catch is Refusal {
                    // It is so already.
                    continue
                }
            }
            for number in 1...Int.random(in: 1...3, using: &random) {
                let due = chance(70, &random) ? CalendarDay(daysSinceEpoch: day.daysSinceEpoch + 7) : nil
                try meeting.ask(.action(owner: chance(70, &random) ? "bo" : nil, due: due, text: "Do \(number)"))
                kept[ActionReference(meeting: day, number: number)] = Kept(isOpen: true, due: due)
            }
            try meeting.ask(.close)
            journals.append(meeting.journal)
        }
    }

    @Test(arguments: 1...40)
    func noneIsLostAndNoneIsThereTwice(seed: UInt64) throws {
        var weeks = Weeks(random: SeededGenerator(seed: seed))
        for week in 0..<8 {
            let day = CalendarDay(daysSinceEpoch: 20_782 + 7 * week)
            try weeks.hold(on: day)
            let library = weeks.library()
            let open = library.openActions(on: day).flatMap(\.actions)
            let expected = weeks.kept.filter(\.value.isOpen)
            #expect(open.map(\.reference).sorted() == expected.keys.sorted(), "week \(week)")
            #expect(open.allSatisfy { $0.due == expected[$0.reference]?.due }, "week \(week)")
            #expect(library.actionFates.count == weeks.kept.count)
            // What files say is in minutes once.
            let recorded = library.history.flatMap(\.updates).filter { $0.by != nil }
            #expect(Set(recorded).count == recorded.count)
            guard open.map(\.reference).sorted() == expected.keys.sorted() else { return }
        }
    }
}
