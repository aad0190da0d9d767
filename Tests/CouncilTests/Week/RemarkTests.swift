import Testing

@testable import Council

/// What `check` says on 26 November 2026 of files that do not fit what earlier meetings left.
@Suite struct RemarkTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let stories: [Story]
        let today: String
        let remarks: [String]

        init(_ what: String, _ stories: Story..., on today: String = "26 Nov", says remarks: String...) {
            testDescription = what
            self.stories = stories
            self.today = today
            self.remarks = remarks
        }
    }

    static let other = Story("other", "leads 26 Nov; on 2 Dec")

    static let agendas = [
        Row(
            "deferred to the day of an agenda, and not on it", Story("x", "25 Nov defer 2 Dec"), other,
            says: "2026-12-02 items: `x` was deferred on Wed 25 Nov 2026 to this day, and is not on the agenda; "
                + "`mlreview agenda refresh 2026-12-02` adds it, and `not: { x: WHY }` keeps it off"),
        Row("deferred to it, and on it", Story("x", "25 Nov defer 2 Dec; on 2 Dec"), other),
        Row("deferred to it, and on a later one", Story("x", "25 Nov defer 2 Dec; on 9 Dec"), other),
        Row("deferred to it, and replaced", Story("x", "25 Nov defer 2 Dec"), Story("y", "revises x; on 2 Dec")),
        Row("deferred to another day", Story("x", "25 Nov defer 1 Dec"), other),
        Row(
            "a topic that was deferred to it", Story("topic:x", "topic X; 25 Nov defer 2 Dec"), other,
            says: "2026-12-02 items: `x` was deferred on Wed 25 Nov 2026 to this day, and is not on the agenda; "
                + "`mlreview agenda refresh 2026-12-02` adds it, and `not: { x: WHY }` keeps it off"),
        Row(
            "approved, and on it again", Story("x", "25 Nov approve; on 2 Dec"),
            says: "2026-12-02 x again: `x` was approved on Wed 25 Nov 2026, and is on this agenda again; write "
                + "`for: outcome` if the council is to hear what came of it, say why under `again`, or take it out"),
        Row("approved, and on it for its outcome", Story("x", "25 Nov approve; on 2 Dec outcome")),
        Row("measured, and on it for its outcome", Story("x", "18 Nov approve; measured 25 Nov; on 2 Dec outcome")),
        Row(
            "confirmed, and on it for its outcome", Story("x", "18 Nov approve; 25 Nov confirmed; on 2 Dec outcome"),
            says:
                "2026-12-02 x again: `x` was confirmed on Wed 25 Nov 2026, and is on this agenda again; say why under "
                + "`again`, or take it out"),
        Row(
            "confirmed, measured since, and on it for its outcome",
            Story("x", "18 Nov approve; 25 Nov confirmed; measured 26 Nov; on 2 Dec outcome")),
        Row(
            "stopped, and on it again", Story("x", "18 Nov approve; 25 Nov stopped; on 2 Dec"),
            says: "2026-12-02 x again: `x` was stopped on Wed 25 Nov 2026, and is on this agenda again; say why under "
                + "`again`, or take it out"),
        Row(
            "on it for the outcome of what was never approved", Story("x", "25 Nov none; on 2 Dec outcome"),
            says: "2026-12-02 x for: an outcome is what came of an approval, and no meeting has approved `x`; "
                + "take `for: outcome` out"),
        Row(
            "the second hearing of an outcome", Story("x", "11 Nov approve; 25 Nov outcome none; on 2 Dec outcome")),
        Row(
            "the third hearing of an outcome",
            Story("x", "11 Nov approve; 18 Nov outcome none; 25 Nov outcome none; on 2 Dec outcome"),
            says: "2026-12-02 x again: `x` was on 2 agendas and is on this one again; say under `again` what is "
                + "different this time"),
        Row("approved, and on it again with a reason", Story("x", "25 Nov approve; on 2 Dec again")),
        Row(
            "withdrawn, and on it again", Story("topic:x", "topic X; 25 Nov withdraw; on 2 Dec"),
            says: "2026-12-02 topic:x again: `x` was withdrawn on Wed 25 Nov 2026, and is on this agenda again; "
                + "say why under `again`, or take it out"),
        Row("on an agenda that was held", Story("x", "18 Nov approve; 25 Nov approve; on 25 Nov")),
        Row("the second hearing", Story("x", "25 Nov none; on 2 Dec")),
        Row(
            "the third hearing", Story("x", "18 Nov none; 25 Nov none; on 2 Dec"),
            says: "2026-12-02 x again: `x` was on 2 agendas and is on this one again; say under `again` what is "
                + "different this time"),
        Row("the third hearing, with a reason", Story("x", "18 Nov none; 25 Nov none; on 2 Dec again")),
    ]

    static let proposals = [
        Row("ready for two weeks", Story("x", "leads 12 Nov")),
        Row(
            "ready for longer", Story("x", "leads 11 Nov"),
            says: "x leads: ready since Wed 11 Nov 2026, 15 days, and on no agenda to come"),
        Row(
            "ready for longer, and on an agenda of which nobody knows what became", Story("x", "leads 1 Nov; on 11 Nov")
        ),
        Row(
            "ready for longer, and on the agenda of a day without a meeting", Story("x", "leads 1 Nov; on 18 Nov"),
            Story("y", "11 Nov reject"),
            says: "x leads: ready since Sun 1 Nov 2026, 25 days, and on no agenda to come"),
        Row("ready for longer, and on an agenda", Story("x", "leads 11 Nov; on 2 Dec")),
        Row(
            "an outcome of what was rejected", Story("x", "18 Nov reject; measured 25 Nov"),
            says: "x outcome: an outcome is what came of an approval, and no meeting has approved `x`"),
        Row(
            "an outcome of what was never heard", Story("x", "measured 25 Nov"), Story("y", "25 Nov reject"),
            says: "x outcome: an outcome is what came of an approval, and no meeting has approved `x`"),
        Row("an outcome without any history", Story("x", "measured 25 Nov")),
        Row(
            "an outcome from before the approval", Story("x", "measured 24 Nov; 25 Nov approve"),
            says:
                "x outcome: the outcome is dated Tue 24 Nov 2026, and the council approved it on Wed 25 Nov 2026 only; "
                + "state what was measured after that"),
        Row("an outcome of the approval's day", Story("x", "measured 25 Nov; 25 Nov approve")),
        Row(
            "two builds of a lead", Story("x", "lead Ola Berg; 18 Nov approve"),
            Story("y", "lead Ola Berg; 25 Nov approve"),
            Story("z", "lead Kim Park; 25 Nov approve")),
        Row(
            "three builds of a lead", Story("z", "lead Ola Berg; 11 Nov approve"),
            Story("x", "lead Ola Berg; 18 Nov approve"), Story("y", "lead Ola Berg; 25 Nov approve"),
            says: "y tech_lead: Ola Berg leads three approved builds that are not measured yet: `z`, `x` and `y`"),
        Row(
            "three builds, one of them on an agenda for its outcome and not taken up",
            Story("z", "lead Ola Berg; 4 Nov approve; 11 Nov outcome none"),
            Story("x", "lead Ola Berg; 18 Nov approve"), Story("y", "lead Ola Berg; 25 Nov approve"),
            says: "y tech_lead: Ola Berg leads three approved builds that are not measured yet: `z`, `x` and `y`"),
        Row(
            "three builds, one of them measured", Story("z", "lead Ola Berg; 11 Nov approve; measured 12 Nov"),
            Story("x", "lead Ola Berg; 18 Nov approve"), Story("y", "lead Ola Berg; 25 Nov approve")),
    ]

    @Test(arguments: agendas + proposals)
    func remarks(_ row: Row) {
        let remarks = Weeks(row.stories).library.remarks(on: .of(row.today))
        #expect(remarks.map(\.told) == row.remarks)
    }

    @Test(arguments: [
        ("25 Nov none", "25 Nov", nil),
        (
            "25 Nov none", "18 Nov",
            "the meeting of Wed 18 Nov 2026 did not hear this item; it was heard last on 2026-11-25"
        ),
        ("leads 26 Nov", "25 Nov", "the meeting of Wed 25 Nov 2026 did not hear this item"),
        ("revises old", "18 Nov", nil),
        (
            "25 Nov none", "24 Nov",
            "no meeting was held on Tue 24 Nov 2026; name the one that heard it last, or take `continues` out"
        ),
        // What was before anything that is known is not doubted.
        ("leads 26 Nov", "17 Nov", nil),
    ])
    func continuations(_ story: String, _ day: String, _ sentence: String?) {
        let weeks = Weeks([Story("old", "18 Nov revise"), Story("x", story)], held: ["25 Nov"])
        let item = AgendaItem(id: ItemID("x"), subject: .proposal(id: "x"), continues: .of(day))
        let known = weeks.library
        let library = Library(
            roster: known.roster, drafts: Array(known.drafts.values),
            agendas: [Agenda(date: .of("2 Dec"), items: [item])], history: known.history)
        let place = Remark.Place.item(.of("2 Dec"), ItemID("x"), key: "continues")
        #expect(
            library.remarks(on: .of("26 Nov")).filter { $0.place == place }.map(\.sentence)
                == [sentence].compactMap { $0 })
    }

    /// Only the next meeting hears of what is due before it.
    @Test func actionsThatAreDue() {
        func action(_ number: Int, due: String?, isDone: Bool = false) -> HeldAction {
            HeldAction(
                reference: ActionReference(meeting: .of("25 Nov"), number: number), owner: HeldPerson(name: "Bo Chen"),
                due: due.map { .of($0) }, text: "Ask.", isDone: isDone)
        }
        let actions = [
            action(1, due: "1 Dec"), action(2, due: "2 Dec"), action(3, due: nil),
            action(4, due: "1 Dec", isDone: true),
        ]
        let stories = [Self.other, Story("y", "leads 26 Nov; on 9 Dec")]
        let remarks = Weeks(stories, held: ["25 Nov"], actions: actions).library.remarks(on: .of("26 Nov"))
        #expect(
            remarks.map(\.told)
                == ["2026-12-02 date: action 2026-11-25/1 of Bo Chen is open, due on Tue 1 Dec 2026: Ask."])
    }

    @Test func wordsOnActionsThatNeverWere() {
        let word = { ActionWord(action: ActionReference($0)!, word: .done, on: .of("1 Dec")) }
        let people = [
            PersonalWords(handle: Handle("tomas"), actions: [word("2026-11-18/1")]),
            PersonalWords(handle: Handle("lena"), actions: [word("2026-11-25/1"), word("2026-11-25/2")]),
        ]
        let action = HeldAction(
            reference: ActionReference(meeting: .of("25 Nov"), number: 1), owner: nil, due: nil, text: "Ask.")
        let known = Weeks([], held: ["25 Nov"], actions: [action]).library
        let library = Library(roster: Weeks.roster, drafts: [], history: known.history, people: people)
        #expect(
            library.remarks(on: .of("26 Nov")).map(\.told) == [
                "lena actions 1 action: the meeting of Wed 25 Nov 2026 assigned no action 2",
                "tomas actions 0 action: no minutes are known of a meeting on Wed 18 Nov 2026, so this "
                    + "action is not known",
            ])
    }

    @Test(arguments: [
        ("24 Nov 2026", nil), ("25 Nov 2026", "in 12 weeks; ask who would follow"),
        ("22 Dec 2026", "in 8 weeks; ask who would follow"),
        ("23 Dec 2026", "in 8 weeks; put the next chair on an agenda"),
        (
            "20 Jan 2027",
            "in 4 weeks; choose the next chair, and write `next_chair: { member: HANDLE, from: 2027-02-17 }`"
        ),
        (
            "11 Feb 2027",
            "in 6 days; choose the next chair, and write `next_chair: { member: HANDLE, from: 2027-02-17 }`"
        ),
        (
            "16 Feb 2027",
            "in 1 day; choose the next chair, and write `next_chair: { member: HANDLE, from: 2027-02-17 }`"
        ),
        ("17 Feb 2027", nil),
    ])
    func theChairsTerm(_ today: String, _ when: String?) {
        let roster = Roster(
            name: "C", chair: Chair(member: Handle("a"), since: .of("17 Feb"), termMonths: 12),
            members: [Member(handle: Handle("a"), name: "A")])
        let remarks = Library(roster: roster, drafts: []).remarks(on: .of(today))
        let sentence = when.map {
            "council chair: the term of A as chair ends on Wed 17 Feb 2027, \($0)"
        }
        #expect(remarks.map(\.told) == [sentence].compactMap { $0 })
    }

    /// What a meeting amended and left undecided is not in the file by itself.
    @Test(arguments: [
        (150_000, "", 1), (150_000, "defer", 1), (150_000, "revise", 0), (160_000, "", 0), (170_000, "", 0),
    ])
    func anAmendmentThatTheFileDoesNotHave(_ build: Double, _ verdict: String, _ count: Int) {
        let rest = Weeks([Story("x", "leads 20 Nov; on 2 Dec")]).library
        var proposal = Weeks.proposal("x")
        proposal.cost?.build = build
        let amendments = [true, false].map {
            HeldAmendment(number: 1, field: "cost.build", before: "150000", after: "160000", isAccepted: $0)
        }
        var item = HeldItem(id: ItemID("x"), number: 1, title: "x", proposal: proposal)
        item.amendments = amendments
        item.decision = Decision.Verdict(rawValue: verdict).map { HeldDecision(verdict: $0, spoken: "") }
        let library = Library(
            roster: rest.roster, drafts: [Library.Draft(proposal, digest: "1")], agendas: rest.agendas,
            history: [HeldMeeting(date: .of("25 Nov"), items: [item])])
        let sentence =
            "x cost: the council amended cost.build on Wed 25 Nov 2026, 150000 → 160000, and this file still says what it "
            + "said before; `mlreview review x amend cost.build = 160000 because WHY` takes it over"
        #expect(
            library.remarks(on: .of("26 Nov")).map(\.told).filter { $0.contains("amended") }
                == [String](repeating: sentence, count: count))
    }

    /// A line that says that the council decided it takes back no approval, so it has to be true.
    @Test(arguments: [
        ("18 Nov", "cost.build", "160000", nil),  // before the first meeting that is known
        ("25 Nov", "cost.build", "160000", nil), ("25 Nov", "cost", "160k + 1 USD", nil),
        (
            "25 Nov", "cost.build", "170000",
            "the meeting of Wed 25 Nov 2026 amended cost.build to 160000, and this line "
                + "says 170000"
        ),
        ("25 Nov", "cost.maintenance", "20000", "the meeting of Wed 25 Nov 2026 did not amend cost.maintenance"),
        ("26 Nov", "cost.build", "160000", "the meeting of Thu 26 Nov 2026 did not hear `x`"),
        ("27 Nov", "cost.build", "160000", "no minutes are known of a meeting on Fri 27 Nov 2026"),
    ])
    func aLineThatNamesTheMeetingThatDecided(_ day: String, _ field: String, _ after: String, _ problem: String?) throws
    {
        let rest = Weeks([Story("x", "leads 20 Nov; on 2 Dec")]).library
        var proposal = Weeks.proposal("x")
        proposal.cost?.build = 160_000
        let line = LeadAmendment(
            field: try #require(ProposalField(rawValue: field)), before: "", after: after, by: "Ola",
            on: .of("28 Nov"), because: "so", decided: .of(day))
        var item = HeldItem(id: ItemID("x"), number: 1, title: "x", proposal: proposal)
        item.amendments = [true, false].map {
            HeldAmendment(
                number: 1, field: $0 ? "cost.build" : "cost.maintenance", before: "150000", after: "160000",
                isAccepted: $0)
        }
        proposal.amended = [line]
        let library = Library(
            roster: rest.roster, drafts: [Library.Draft(proposal, digest: "1")], agendas: rest.agendas,
            history: [HeldMeeting(date: .of("25 Nov"), items: [item]), HeldMeeting(date: .of("26 Nov"))])
        let sentence = problem.map {
            "x amended 0 decided: \($0); name the meeting that did, or take `decided` out, and the leads are asked again"
        }
        #expect(
            library.remarks(on: .of("28 Nov")).map(\.told).filter { $0.contains("amended 0") }
                == [sentence].compactMap { $0 })
    }
}

extension Remark {
    var told: String {
        switch place {
        case .council(let key): "council \(key): \(sentence)"
        case .member(let handle): "member \(handle): \(sentence)"
        case .agenda(let day, let key): "\(day) \(key): \(sentence)"
        case .leftOff(let day, let id): "\(day) not \(id): \(sentence)"
        case .item(let day, let id, let key): "\(day) \(id) \(key): \(sentence)"
        case .person(let handle, let list, let place, let key): "\(handle) \(list) \(place) \(key): \(sentence)"
        case .proposal(let id, let key): "\(id) \(key): \(sentence)"
        case .entry(let id, let key, let place, let inner):
            "\(id) \(key) \(place)\(inner.map { " \($0)" } ?? ""): \(sentence)"
        }
    }
}
