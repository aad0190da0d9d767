import Testing

@testable import Council

/// Open actions on 1 December 2026.
@Suite struct OpenActionTests {
    private static let today = CalendarDay.of("1 Dec")

    private static func action(
        _ day: String, _ number: Int, _ owner: HeldPerson?, due: String? = nil, done: Bool = false
    ) -> HeldAction {
        HeldAction(
            reference: ActionReference(meeting: .of(day), number: number), owner: owner, due: due.map { .of($0) },
            text: "Do it", isDone: done, item: ItemID("x"), itemTitle: "X")
    }

    private static let lena = HeldPerson(name: "Lena O.", handle: Handle("lena"))
    private static let emre = HeldPerson(name: "Emre Yıldız")

    private static let library = Weeks(
        [], held: ["18 Nov", "25 Nov"],
        actions: [
            action("18 Nov", 1, lena), action("18 Nov", 2, lena, due: "2 Dec"), action("18 Nov", 3, nil, due: "19 Nov"),
            action("18 Nov", 4, lena, due: "20 Nov", done: true), action("25 Nov", 1, emre, due: "30 Nov"),
            action("25 Nov", 2, lena, due: "1 Dec"), action("25 Nov", 3, emre, due: "26 Nov"),
        ]
    ).library

    private func lines(_ who: String? = nil, onlyOverdue: Bool = false) -> [String] {
        Self.library.openActions(of: who.map { PersonQuery($0) }, onlyOverdue: onlyOverdue, on: Self.today).map {
            owner in
            ([owner.name ?? "nobody"]
                + owner.actions.map { "\($0.reference)\($0.daysOverdue.map { " +\($0)" } ?? "")" })
                .joined(separator: " ")
        }
    }

    private static let ofEmre = "Emre Yıldız 2026-11-25/3 +5 2026-11-25/1 +1"
    private static let ofLena = "Lena Ortiz 2026-11-25/2 2026-11-18/2 2026-11-18/1"

    @Test func whoOwesSomethingOverdueComesFirst() {
        #expect(lines() == [Self.ofEmre, Self.ofLena, "nobody 2026-11-18/3 +12"])
        #expect(lines(onlyOverdue: true) == [Self.ofEmre, "nobody 2026-11-18/3 +12"])
    }

    @Test(arguments: [
        ("lena", [ofLena]), ("@lena", [ofLena]), ("LENA ORTIZ", [ofLena]), ("ortiz", [ofLena]), ("yildiz", [ofEmre]),
        ("@emre", []), ("Ort", []), ("", []), ("priya", []),
    ])
    func peopleAreFoundByHandleAndName(_ who: String, _ expected: [String]) { #expect(lines(who) == expected) }
}
