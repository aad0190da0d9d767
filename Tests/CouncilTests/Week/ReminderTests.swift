import Testing

@testable import Council

/// Who is reminded of what on 26 November 2026.
@Suite struct ReminderTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let stories: [Story]
        let reminders: [String]

        init(_ what: String, _ stories: Story..., says reminders: String...) {
            testDescription = what
            (self.stories, self.reminders) = (stories, reminders)
        }
    }

    private static let rows = [
        Row("nothing is owed", Story("x", "leads 12 Nov; on 2 Dec")),
        Row("leads whom nobody has named", Story("x", "leads 12 Nov; pending product")),
        Row(
            "a lead who has not approved", Story("x", "leads 12 Nov; awaits Mia Chen"),
            says: "Mia Chen: review x: “x” waits for your review (analytics) since Thu 12 Nov 2026"),
        Row(
            "sent back", Story("x", "leads 12 Nov; 25 Nov revise"),
            says: "Lena Ortiz (lena): revision x: “x” was sent back on Wed 25 Nov 2026"),
        Row(
            "sent back and changed", Story("x", "leads 12 Nov; awaits Mia Chen; 25 Nov revise; changed"),
            says: "Mia Chen: review x: “x” waits for your review (analytics) since Wed 25 Nov 2026"),
        Row("sent back, changed and approved", Story("x", "leads 12 Nov; 25 Nov revise; changed; leads 26 Nov")),
        Row("rejected", Story("x", "leads 12 Nov; awaits Mia Chen; 25 Nov reject")),
    ]

    @Test(arguments: rows)
    func proposals(_ row: Row) {
        #expect(Weeks(row.stories).library.reminders(on: .of("26 Nov")).flatMap(\.told) == row.reminders)
    }

    @Test func actionsThatAreDueWithinAWeek() {
        let bo = HeldPerson(name: "Bo", handle: Handle("tomas"))
        func action(_ number: Int, _ owner: HeldPerson?, due: String?) -> HeldAction {
            HeldAction(
                reference: ActionReference(meeting: .of("18 Nov"), number: number), owner: owner,
                due: due.map { .of($0) }, text: "Do \(number)", itemTitle: number == 1 ? "X" : nil)
        }
        let actions = [
            action(1, bo, due: "20 Nov"), action(2, bo, due: "3 Dec"), action(3, bo, due: "4 Dec"),
            action(4, bo, due: nil), action(5, nil, due: "20 Nov"), action(6, HeldPerson(name: "Guest"), due: "26 Nov"),
        ]
        let library = Weeks([], held: ["18 Nov"], actions: actions).library
        #expect(
            library.reminders(on: .of("26 Nov")).flatMap(\.told) == [
                "Guest: action 2026-11-18/6: Do 6 (2026-11-18/6) is due on Thu 26 Nov 2026",
                "Tomás Vidal (tomas): action 2026-11-18/1: Do 1 (2026-11-18/1, from “X”) was due on Fri 20 Nov 2026, "
                    + "6 days ago",
                "Tomás Vidal (tomas): action 2026-11-18/2: Do 2 (2026-11-18/2) is due on Thu 3 Dec 2026",
            ])
    }

    /// One mail a person, whatever they are called by.
    @Test func onePersonIsRemindedOnce() {
        let lena = HeldAction(
            reference: ActionReference(meeting: .of("25 Nov"), number: 1),
            owner: HeldPerson(name: "Lena O.", handle: Handle("lena")), due: .of("26 Nov"), text: "Do it")
        let library = Weeks([Story("x", "leads 12 Nov; 25 Nov revise")], actions: [lena]).library
        let reminders = library.reminders(on: .of("26 Nov"))
        #expect(reminders.map(\.name) == ["Lena Ortiz"])
        #expect(reminders.map { $0.duties.map(\.kind) } == [[.action, .revision]])
    }
}

extension Reminder {
    fileprivate var told: [String] {
        let who = name + (handle.map { " (\($0))" } ?? "")
        return duties.map { "\(who): \($0.kind.rawValue) \($0.subject): \($0.text)" }
    }
}
