import Testing

@testable import Council

/// What is told of an item, oldest first.
@Suite struct PastEventTests {
    private func lines(_ id: String, _ stories: Story...) -> [String] {
        lines(Weeks(stories).library.events(of: ItemID(id)))
    }

    private func lines(_ events: [PastEvent]) -> [String] {
        events.map { "\($0.date?.description ?? "-") \($0.event.rawValue): \($0.text)" }
    }

    private static let leads = ["product", "engineering", "data science", "analytics"]

    @Test func filesAndHearingsAreOneStory() {
        #expect(
            lines(
                "x", Story("x", "leads 20 Nov; 25 Nov in 12 box 14 revise; on 2 Dec; on 9 Dec again; measured 11 Dec"))
                == Self.leads.map { "2026-11-20 review: the \($0) lead: approved" } + [
                    "2026-11-25 heard: heard for 12 of 14 minutes",
                    "2026-11-25 decision: revise", "2026-12-02 agenda: on the agenda",
                    "2026-12-09 agenda: on the agenda: asked for",
                    "2026-12-11 outcome: measured 1 USD/year, estimated 1 USD/year",
                ])
    }

    @Test func revisionsAreToldOnBothSides() {
        let stories = [Story("x", "25 Nov revise"), Story("y", "revises x; leads 27 Nov")]
        let library = Weeks(stories).library
        #expect(
            lines(library.events(of: ItemID("x"))) == [
                "2026-11-25 heard: taken up", "2026-11-25 decision: revise", "2026-11-27 revision: y takes its place",
            ])
        #expect(lines(library.events(of: ItemID("y"))).contains("2026-11-27 revision: takes the place of x"))
    }

    /// Nobody knows when a word without a day was said.
    @Test func whatHasNoDayComesLast() {
        #expect(
            lines("x", Story("x", "changes product; 25 Nov none"))
                == ["2026-11-25 heard: on the agenda, and not taken up", "- review: the product lead: wants changes"])
    }

    @Test func aHearingIsToldInTheOrderOfTheMinutes() {
        let lena = HeldPerson(name: "Lena Ortiz", handle: Handle("lena"))
        let (priya, date) = (HeldPerson(name: "Priya Raman"), CalendarDay.of("25 Nov"))
        let item = HeldItem(
            id: ItemID("x"), number: 1, title: "X", proposal: Weeks.proposal("x"), seconds: 700, box: 14,
            notes: [
                HeldNote(number: 1, speaker: lena, kind: .concern, text: "Short."),
                HeldNote(number: 2, text: "Else."),
                HeldNote(number: 3, kind: .concern, text: "Slow.", isResolved: true, resolution: "17 ms"),
            ],
            amendments: [
                HeldAmendment(
                    number: 1, field: "cost.build", before: "1", after: "2", reason: "More.", isAccepted: true),
                HeldAmendment(number: 2, field: "title", before: nil, after: "Y", isAccepted: false),
            ],
            votes: [
                HeldVote(
                    number: 1, question: "The proposal", outcome: nil, tally: "tied 4–4",
                    ruling: HeldRuling(answer: .no, by: priya, reason: "Later."))
            ],
            decision: HeldDecision(verdict: .revise, spoken: "sent back", reason: "Do.", basis: "ruled"))
        let action = HeldAction(
            reference: ActionReference(meeting: date, number: 1), owner: lena, due: .of("2 Dec"), text: "Ask.",
            item: ItemID("x"))
        let library = Library(
            roster: Weeks.roster, drafts: [], history: [HeldMeeting(date: date, items: [item], actions: [action])])
        #expect(
            lines(library.events(of: ItemID("x"))) == [
                "2026-11-25 heard: heard for 12 of 14 minutes",
                "2026-11-25 concern: concern 1 of Lena Ortiz: Short. (open)",
                "2026-11-25 concern: concern 3: Slow. (resolved: 17 ms)",
                "2026-11-25 amendment: amendment 1, cost.build: 1 → 2: More.",
                "2026-11-25 amendment: amendment 2, title: nothing → Y (not accepted)",
                "2026-11-25 vote: vote 1 on the proposal: tied 4–4",
                "2026-11-25 ruling: Priya Raman ruled no on vote 1: Later.",
                "2026-11-25 decision: sent back: Do. (ruled)",
                "2026-11-25 action: action 2026-11-25/1 of Lena Ortiz, due on Wed 2 Dec 2026: Ask.",
            ])
    }

    @Test func aLeadsProposalsAreToldTogether() {
        let library = Weeks([
            Story("x", "18 Nov none; 2 Dec none"), Story("y", "25 Nov none"),
            Story("z", "lead Noor Haddad; 25 Nov none"),
        ]).library
        #expect(library.events(ledBy: PersonQuery("@lena")).map(\.item.rawValue) == ["x", "y", "x"])
        #expect(library.events(ledBy: PersonQuery("noor")).map(\.item.rawValue) == ["z"])
        #expect(library.proposals(ledBy: PersonQuery("bo")) == [])
    }

    @Test func topicsAreCalledWithAndWithoutTheirPrefix() {
        let library = Weeks([Story("topic:rotation", "topic Rotation; 25 Nov none"), Story("x", "25 Nov none")]).library
        #expect(
            library.item(called: "rotation") == ItemID("topic:rotation")
                && library.item(called: "topic:rotation") != nil)
        #expect(library.item(called: "x") == ItemID("x") && library.item(called: "y") == nil)
    }
}
