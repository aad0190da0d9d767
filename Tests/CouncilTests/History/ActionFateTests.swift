import Testing

@testable import Council

/// What became of an action that was assigned on 18 November and due on the 25th, by what later meetings and people's
/// files say of it.
@Suite struct ActionFateTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        /// `lena 20 Nov done`, or `2 Dec meeting later 16 Dec`; a meeting that takes over a word names its owner.
        let said: [String]
        let fate: String

        init(_ what: String, _ said: String..., fate: String) {
            testDescription = what
            (self.said, self.fate) = (said, fate)
        }
    }

    private static let rows = [
        Row("nobody says anything", fate: "open 25 Nov"),
        Row("done in a file", "lena 20 Nov done", fate: "done 25 Nov"),
        Row("put off in a file", "lena 20 Nov later 9 Dec", fate: "open 9 Dec"),
        Row("put off twice", "lena 20 Nov later 9 Dec", "lena 1 Dec later 16 Dec", fate: "open 16 Dec"),
        Row("put off, and done", "lena 20 Nov later 9 Dec", "lena 1 Dec done", fate: "done 9 Dec"),
        Row("days count, not places", "lena 1 Dec done", "lena 20 Nov later 9 Dec", fate: "done 9 Dec"),
        Row("on one day the last counts", "lena 1 Dec done", "lena 1 Dec later 9 Dec", fate: "open 9 Dec"),
        Row("dropped by a meeting", "25 Nov meeting drop", fate: "dropped 25 Nov"),
        Row("done in a file after a meeting", "25 Nov meeting later 9 Dec", "lena 25 Nov done", fate: "done 9 Dec"),
        Row(
            "a meeting that has the word disagrees", "lena 20 Nov done", "25 Nov lena 20 Nov done",
            "25 Nov meeting later 9 Dec", fate: "open 9 Dec"),
        Row(
            "the word stands in minutes once", "lena 20 Nov later 9 Dec", "25 Nov lena 20 Nov later 9 Dec",
            fate: "open 9 Dec"),
        Row("two people", "tomas 1 Dec drop", "lena 2 Dec later 9 Dec", fate: "open 9 Dec"),
    ]

    private func library(_ said: [String]) -> Library {
        let reference = ActionReference(meeting: .of("18 Nov"), number: 1)
        let lena = HeldPerson(name: "Lena O.", handle: Handle("lena"))
        let action = HeldAction(
            reference: reference, owner: lena, due: .of("25 Nov"), text: "Do it", item: ItemID("x"), itemTitle: "X")
        var meetings = [HeldMeeting(date: .of("18 Nov"), actions: [action])]
        var words: [Handle: [ActionWord]] = [:]
        for line in said.map({ $0.split(separator: " ") }) {
            if let day = Story.day(line) {
                let isTakenOver = line[2] != "meeting"
                let rest = Array(line.dropFirst(isTakenOver ? 5 : 3))
                let update = ActionUpdate(
                    reference, ActionWord.Word(rawValue: String(rest[0]))!, until: Story.day(Array(rest.dropFirst())),
                    on: isTakenOver ? Story.day(Array(line.dropFirst(3)))! : day, by: isTakenOver ? lena : nil)
                if meetings.last?.date != day { meetings.append(HeldMeeting(date: day)) }
                meetings[meetings.count - 1].updates.append(update)
            } else {
                let day = Story.day(Array(line.dropFirst()))!
                words[Handle(String(line[0])), default: []].append(
                    ActionWord(
                        action: reference, word: ActionWord.Word(rawValue: String(line[3]))!,
                        until: Story.day(Array(line.dropFirst(4))), on: day))
            }
        }
        return Library(
            roster: Weeks.roster, drafts: [], history: meetings,
            people: words.map { PersonalWords(handle: $0.key, actions: $0.value) })
    }

    @Test(arguments: rows)
    func theLastWordCounts(_ row: Row) throws {
        let library = library(row.said)
        let standing = try #require(library.actionFates.first?.standing)
        #expect("\(standing.state.rawValue) \(standing.due.map(\.shortly) ?? "-")" == row.fate)
        let open = library.openActions(on: .of("1 Dec")).flatMap(\.actions)
        #expect(open.count == (standing.state == .open ? 1 : 0))
        #expect(open.allSatisfy { $0.due == standing.due && $0.owner == "Lena Ortiz" })
        #expect(open.allSatisfy { $0.firstDue == (standing.due == .of("25 Nov") ? nil : .of("25 Nov")) })
    }

    /// A meeting begins with what the minutes leave open, and takes over what files say and no minutes have.
    @Test func aMeetingBeginsWithWhatIsOpen() throws {
        let library = library([
            "lena 20 Nov later 9 Dec", "25 Nov lena 20 Nov later 9 Dec", "lena 1 Dec done", "lena 9 Dec later 16 Dec",
        ])
        let recall = library.recall(for: .of("2 Dec"))
        #expect(recall.actions.map(\.due) == [.of("9 Dec")])
        #expect(recall.actions.map(\.title) == ["X"])
        #expect(recall.updates.map(\.spoken) == ["done"])
        #expect(recall.updates.map(\.by?.name) == ["Lena Ortiz"])
        #expect(library.recall(for: .of("18 Nov")).actions.isEmpty)
    }

    @Test func theItemsHistoryTellsWhatBecameOfIt() {
        let item = HeldItem(id: ItemID("x"), number: 1, title: "X", proposal: Weeks.proposal("x"))
        let base = library(["lena 20 Nov later 9 Dec", "25 Nov meeting drop"])
        var history = base.history
        history[0].items = [item]
        let library = Library(roster: Weeks.roster, drafts: [], history: history, people: Array(base.people.values))
        #expect(
            library.events(of: ItemID("x")).filter { $0.event == .action }.map {
                "\($0.date?.shortly ?? "") \($0.text)"
            }
                == [
                    "18 Nov action 2026-11-18/1 of Lena O., due on Wed 25 Nov 2026: Do it",
                    "20 Nov action 2026-11-18/1 (Lena Ortiz) later, until Wed 9 Dec 2026",
                    "25 Nov action 2026-11-18/1 dropped",
                ])
    }
}

extension CalendarDay {
    /// `9 Dec`.
    fileprivate var shortly: String { long.split(separator: " ").dropFirst().prefix(2).joined(separator: " ") }
}
