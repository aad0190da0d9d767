import Testing

@testable import Council

/// What a proposal begins with that takes another one's place, and what it has in common with others.
@Suite struct RevisionTests {
    private static let day = TestCouncil.day

    private static func library(_ item: HeldItem?) -> Library {
        var old = TestCouncil.prepTime
        old.leads = [
            LeadReview(role: .product, name: "Kim Park", verdict: .approved, date: day, note: "yes", of: "0000")
        ]
        old.outcome = MeasuredOutcome(on: day, value: 1, unit: "USD/year")
        old.amended = [LeadAmendment(field: .title, before: "a", after: "b", by: "Kim", on: day, because: "c")]
        return Library(
            roster: TestCouncil.roster(), drafts: [Library.Draft(old), Library.Draft(TestCouncil.vectorStore)],
            history: item.map { [HeldMeeting(date: day, items: [$0])] } ?? [])
    }

    private static let held: HeldItem = {
        var proposal = TestCouncil.prepTime
        proposal.cost?.build = 500_000
        proposal.body = ""
        return HeldItem(
            id: ItemID("prep-time"), number: 1, title: "T", proposal: proposal,
            notes: [
                HeldNote(
                    number: 1, speaker: HeldPerson(name: "Tomás Vidal"), kind: .concern, text: "the holdout\nis short"),
                HeldNote(number: 2, kind: .concern, text: "settled", isResolved: true),
                HeldNote(number: 3, kind: .idea, text: "an idea"),
            ],
            amendments: [
                HeldAmendment(
                    number: 1, field: "cost.build", before: "450000", after: "500000", reason: "vendors",
                    isAccepted: true),
                HeldAmendment(
                    number: 2, field: "solution", before: "Predict.", after: "Predict, with a fallback.",
                    isAccepted: true),
                HeldAmendment(number: 3, field: "problem", before: "Couriers …", after: "cut …", isAccepted: true),
                HeldAmendment(number: 4, field: "title", before: "x", after: "Never", isAccepted: false),
            ],
            votes: [
                HeldVote(
                    number: 1, question: "The proposal", outcome: .lost, tally: "lost",
                    ballots: [
                        HeldBallot(who: HeldPerson(name: "Wen Li"), choice: .no, reason: "no fallback"),
                        HeldBallot(who: HeldPerson(name: "Bo Berg"), choice: .no),
                        HeldBallot(who: HeldPerson(name: "Ana Ruiz"), choice: .yes, reason: "fine"),
                    ])
            ],
            decision: HeldDecision(verdict: .revise, spoken: "sent back for revision", reason: "a wet city"))
    }()

    @Test func whatTheCouncilAskedForIsThereToBeAnswered() throws {
        let new = try #require(Self.library(Self.held).revision(of: "prep-time", titled: "Second"))
        #expect(new.title == "Second" && new.revises == "prep-time" && new.outcome == nil && new.amended == [])
        #expect(new.cost?.build == 500_000 && new.section("Solution") == "Predict, with a fallback.")
        // Of this text the minutes may have a part only.
        #expect(new.section("Business problem") == TestCouncil.prepTime.section("Business problem"))
        #expect(new.leads.first == LeadReview(role: .product, name: "Kim Park", verdict: .pending))
        #expect(new.leads.count == 4 && new.leads.allSatisfy { $0.verdict == .pending })
        #expect(
            new.section("What the council asked for") == """
                - Sent back for revision on Wed 25 Nov 2026: a wet city
                - Concern of Tomás Vidal: the holdout is short
                - Wen Li voted no: no fallback
                - Amended, cost.build: 450000 → 500000: vendors
                - Amended, solution: Predict. → Predict, with a fallback.
                - Amended, problem: Couriers … → cut …
                """)
    }

    @Test func oneThatWasNotHeardIsTakenAsItIs() throws {
        let new = try #require(Self.library(nil).revision(of: "prep-time", titled: nil))
        #expect(new.title == TestCouncil.prepTime.title && new.body == TestCouncil.prepTime.body)
        #expect(Self.library(nil).revision(of: "nothing", titled: nil) == nil)
    }

    @Test func theNearestShareWhatFewHave() {
        var proposals = (0..<8).map { number in
            var proposal = TestCouncil.prepTime
            (proposal.id, proposal.title) = ("p\(number)", "Number \(number)")
            (proposal.data, proposal.platform, proposal.reuse) = (["orders"], [], [])
            return proposal
        }
        proposals[3].data = ["orders", "pings"]
        proposals[5].title = "Courier heat"
        var held = Self.held
        held.id = ItemID("p5")
        let library = Library(
            roster: TestCouncil.roster(), drafts: proposals.map { Library.Draft($0) },
            history: [HeldMeeting(date: Self.day, items: [held])])
        var new = TestCouncil.prepTime
        (new.id, new.title, new.data, new.platform) = (
            "new", "Heat maps for couriers, number nine", ["orders", "pings"], []
        )
        #expect(
            library.nearest(to: new, most: 2, on: Self.day).map(\.line) == [
                "p3 · ready · shares pings, number and orders",
                "p5 · sent back for revision on Wed 25 Nov 2026: a wet city · shares heat and orders",
            ])
        new.data = []
        new.title = "Other"
        #expect(library.nearest(to: new, most: 2, on: Self.day) == [])
    }
}
