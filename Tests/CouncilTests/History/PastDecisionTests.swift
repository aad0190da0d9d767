import Testing

@testable import Council

/// The decisions of three meetings, and which of them are asked for.
@Suite struct PastDecisionTests {
    private static let library: Library = {
        func item(_ id: String, _ verdict: Decision.Verdict?, pod: String? = nil) -> HeldItem {
            var proposal = Weeks.proposal(id)
            proposal.pod = pod
            var item = HeldItem(id: ItemID(id), number: 1, title: id, proposal: proposal)
            item.notes = [HeldNote(number: 2, kind: .concern, text: "Short."), HeldNote(number: 3, text: "Else.")]
            item.decision = verdict.map { HeldDecision(verdict: $0, spoken: "\($0)", overConcerns: [2]) }
            return item
        }
        return Library(
            roster: Weeks.roster, drafts: [],
            history: [
                HeldMeeting(date: .of("18 Nov"), items: [item("a", .approve, pod: "Séarch"), item("b", .revise)]),
                HeldMeeting(date: .of("25 Nov"), items: [item("c", nil, pod: "Search"), item("d", .approve)]),
                HeldMeeting(date: .of("2 Dec"), items: [item("e", .reject, pod: "Search"), item("f", .approve)]),
            ])
    }()

    @Test(arguments: [
        (DecisionFilter(), "e f d a b"), (DecisionFilter(since: .of("25 Nov")), "e f d"),
        (DecisionFilter(since: .of("26 Nov")), "e f"), (DecisionFilter(until: .of("25 Nov")), "d a b"),
        (DecisionFilter(until: .of("24 Nov")), "a b"), (DecisionFilter(verdict: .approve), "f d a"),
        (DecisionFilter(pod: "search"), "e a"), (DecisionFilter(pod: "sea"), ""),
        (DecisionFilter(since: .of("18 Nov"), until: .of("18 Nov"), verdict: .revise), "b"),
    ])
    func theNewestMeetingComesFirst(_ filter: DecisionFilter, _ items: String) {
        #expect(Self.library.decisions(filter).map(\.item.rawValue).joined(separator: " ") == items)
    }

    @Test func theConcernsItWasDecidedOverAreNamed() {
        #expect(Self.library.decisions().first?.overConcerns.map(\.text) == ["Short."])
    }
}
