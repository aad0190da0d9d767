import Testing

@testable import Council

/// What `check` says of terms, of the next chair, and of those who have left.
@Suite struct TermTests {
    private func remarks(
        _ today: String, chair: Chair = Chair(member: Handle("a")), next: NextChair? = nil, term: Term? = nil,
        actions: [HeldAction] = []
    ) -> [String] {
        let roster = Roster(
            name: "C", chair: chair, nextChair: next,
            members: [
                Member(handle: Handle("a"), name: "Ana Ruiz"), Member(handle: Handle("b"), name: "Bo Berg", term: term),
            ])
        let history = [HeldMeeting(date: .of("18 Nov"), actions: actions)]
        return Library(roster: roster, drafts: [], history: history).remarks(on: .of(today)).map(\.told)
    }

    static let seats: [(String, String?)] = [
        ("1 Sep", nil), ("2 Sep", "in 12 weeks; ask whether they go on, or who would follow"),
        ("30 Sep", "in 8 weeks; put the seat on an agenda"),
        ("28 Oct", "in 4 weeks; write a new term for them, or who takes the seat"),
        ("24 Nov", "in 1 day; write a new term for them, or who takes the seat"), ("25 Nov", nil), ("1 Dec", nil),
    ]

    @Test(arguments: seats)
    func aSeat(today: String, when: String?) {
        let expected = when.map { "member b: the term of Bo Berg on the council ends on Wed 25 Nov 2026, \($0)" }
        for term in [
            Term(since: .of("25 Nov 2025"), months: 12), Term(until: .of("25 Nov")),
            Term(since: .of("1 Jan"), until: .of("25 Nov")),
        ] {
            #expect(remarks(today, term: term) == [expected].compactMap { $0 })
        }
    }

    @Test func aTermWithoutAnEndIsNotSpokenOf() {
        #expect(Term(since: .of("1 Jan")).ends == nil && Term(months: 3).ends == nil)
        #expect(remarks("24 Nov", term: Term(since: .of("1 Jan"))) == [])
    }

    static let chairs: [(String, String, String?)] = [
        // The term of today's chair ends on 1 December.
        ("1 Dec", "20 Nov", nil),
        (
            "25 Nov", "20 Nov",
            "there are two chairs from Wed 25 Nov 2026 to Tue 1 Dec 2026: Bo Berg begins before the term of Ana Ruiz "
                + "ends; write `from: 2026-12-01`, or give `chair` another term"
        ),
        (
            "9 Dec", "20 Nov",
            "there is no chair from Tue 1 Dec 2026 to Wed 9 Dec 2026: the term of Ana Ruiz ends before Bo Berg begins; "
                + "write `from: 2026-12-01`, or give `chair` another term"
        ),
        (
            "1 Dec", "1 Dec",
            "Bo Berg is to be chair since Tue 1 Dec 2026, and `chair` names Ana Ruiz; write `chair: { member: b, since: "
                + "2026-12-01 }`, and take `next_chair` out"
        ),
    ]

    @Test(arguments: chairs)
    func theNextChair(from: String, today: String, sentence: String?) {
        let chair = Chair(member: Handle("a"), since: .of("1 Dec 2025"), termMonths: 12)
        let found = remarks(today, chair: chair, next: NextChair(member: Handle("b"), from: .of(from)))
        #expect(found == [sentence.map { "council next_chair: \($0)" }].compactMap { $0 })
    }

    @Test func aChairWithoutATermMayBeFollowedAnyDay() {
        #expect(remarks("20 Nov", next: NextChair(member: Handle("b"), from: .of("9 Dec"))) == [])
    }

    /// Guests, and people of minutes from before there were handles, are not known to have left.
    @Test func thoseWhoLeftKeepTheirActions() {
        func action(_ number: Int, _ owner: HeldPerson, isDone: Bool = false) -> HeldAction {
            HeldAction(
                reference: ActionReference(meeting: .of("18 Nov"), number: number), owner: owner, due: nil,
                text: "Do \(number).", isDone: isDone)
        }
        let gone = HeldPerson(name: "Wen Li", handle: Handle("wen"))
        let actions = [
            action(1, gone), action(2, HeldPerson(name: "Bo Berg", handle: Handle("b"))), action(3, gone),
            action(4, gone, isDone: true), action(5, HeldPerson(name: "A Guest")),
            action(6, HeldPerson(name: "Tomás Vidal", handle: Handle("tomas")), isDone: true),
        ]
        #expect(
            remarks("20 Nov", actions: actions) == [
                "council members: Wen Li is no longer on the council, and still owns 2 open actions; `mlreview actions "
                    + "reassign 2026-11-18/1 to WHO` hands the first to somebody else: 2026-11-18/1 (Do 1.) and 2026-11-18/3 (Do 3.)"
            ])
        #expect(
            remarks("20 Nov", actions: [actions[0]]) == [
                "council members: Wen Li is no longer on the council, and still owns 1 open action; `mlreview actions "
                    + "reassign 2026-11-18/1 to WHO` hands it to somebody else: 2026-11-18/1 (Do 1.)"
            ])
    }
}
