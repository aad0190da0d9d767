import Testing

@testable import Council

/// What a proposal begins with that takes another one's place, and what it has in common with others.
@Suite struct RevisionTests {
    private static let day = TestCouncil.day

    private static func library(_ item: HeldItem?, after earlier: [HeldItem] = []) -> Library {
        var old = TestCouncil.prepTime
        old.leads = [
            LeadReview(role: .product, name: "Kim Park", verdict: .approved, date: day, note: "yes", of: "0000")
        ]
        old.outcome = MeasuredOutcome(on: day, value: 1, unit: "USD/year")
        old.amended = [LeadAmendment(field: .title, before: "a", after: "b", by: "Kim", on: day, because: "c")]
        return Library(
            roster: TestCouncil.roster(), drafts: [Library.Draft(old), Library.Draft(TestCouncil.vectorStore)],
            history: (earlier + [item].compactMap { $0 }).reversed().enumerated().map { weeks, item in
                HeldMeeting(date: CalendarDay(daysSinceEpoch: day.daysSinceEpoch - 7 * weeks), items: [item])
            })
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

    /// A hearing that only put it off asked for something, too; what was said of an earlier file has been answered by this.
    @Test func allHearingsOfTheSameFileAreAnswered() throws {
        func hearing(_ digest: String, _ concern: String, _ amendments: [(String, String, String)]) -> HeldItem {
            var item = HeldItem(
                id: ItemID("prep-time"), number: 1, title: "T", proposal: TestCouncil.prepTime, digest: digest,
                notes: [
                    HeldNote(number: 1, kind: .concern, text: concern),
                    HeldNote(number: 2, kind: .concern, text: "both"),
                ], decision: HeldDecision(verdict: .defer, spoken: "deferred"))
            for (number, (field, before, after)) in amendments.enumerated() {
                item.amendments.append(
                    HeldAmendment(number: number + 1, field: field, before: before, after: after, isAccepted: true))
                try? item.proposal?.amend(ProposalField(rawValue: field)!, to: after)
            }
            return item
        }
        let library = Self.library(
            hearing("new", "third", [("solution", "Predict.", "Predict late."), ("cost.build", "450000", "500000")]),
            after: [
                hearing("old", "first", [("third_party", "", "None does.")]),
                hearing(
                    "new", "second",
                    [
                        ("solution", "Predict.", "Predict early."), ("title", "T", "Better"),
                        ("cost", "450 k", "300000 + 1 USD"),
                    ]),
            ])
        let new = try #require(library.revision(of: "prep-time", titled: nil))
        #expect(
            new.section("What the council asked for") == """
                - Deferred on Wed 25 Nov 2026
                - Concern: third
                - Concern: both
                - Amended, solution: Predict. → Predict late.
                - Amended, cost.build: 450000 → 500000
                - Deferred on Wed 18 Nov 2026
                - Concern: second
                - Amended, solution: Predict. → Predict early.
                - Amended, title: T → Better
                - Amended, cost: 450 k → 300000 + 1 USD
                """)
        // Of what was changed twice the last change counts, and of a sum each part.
        #expect(new.section("Solution") == "Predict late." && new.title == "Better" && new.cost?.build == 500_000)
        #expect(new.thirdParty == TestCouncil.prepTime.thirdParty)
        #expect(
            library.takenOver(from: "prep-time").contains("5 amendments of the council and 10 points to answer"),
            "\(library.takenOver(from: "prep-time"))")
    }

    @Test func oneThatWasNotHeardIsTakenAsItIs() throws {
        let new = try #require(Self.library(nil).revision(of: "prep-time", titled: nil))
        #expect(new.title == TestCouncil.prepTime.title && new.body == TestCouncil.prepTime.body)
        #expect(Self.library(nil).revision(of: "nothing", titled: nil) == nil)
    }
}
