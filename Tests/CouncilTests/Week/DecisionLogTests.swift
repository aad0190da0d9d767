import Foundation
import Testing

@testable import Council

/// What the council decided over the weeks, and which of its decisions on a proposal stands.
@Suite struct DecisionLogTests {
    private static let first = CalendarDay(daysSinceEpoch: 20_775)
    private static let second = CalendarDay(daysSinceEpoch: 20_782)
    private static let third = CalendarDay(daysSinceEpoch: 20_789)

    private func item(
        _ id: String, _ verdict: Decision.Verdict?, number: Int = 1, over: [Int] = [], conditions: [Int] = [],
        purpose: AgendaItem.Purpose? = nil
    ) -> HeldItem {
        HeldItem(
            id: ItemID(id), number: number, title: id,
            proposal: id.hasPrefix("topic:")
                ? nil : Proposal(id: id, title: id, impact: Impact(value: 1, unit: "USD/year")),
            purpose: purpose,
            notes: (1...3).map { HeldNote(number: $0, kind: .concern, text: "concern \($0)") },
            decision: verdict.map {
                HeldDecision(verdict: $0, spoken: $0.rawValue, overConcerns: over, conditions: conditions)
            })
    }

    private func log(_ meetings: [HeldMeeting], _ drafts: [Proposal] = []) -> DecisionLog {
        Library(
            roster: Roster(name: "C", chair: Chair(member: Handle("a")), members: []),
            drafts: drafts.map { Library.Draft($0) },
            history: meetings
        ).decisionLog
    }

    @Test func theLatestMeetingComesFirstAndWhatIsUndecidedIsLeftOut() {
        let log = log([
            HeldMeeting(date: Self.first, items: [item("x", .defer), item("y", nil, number: 2)]),
            HeldMeeting(
                date: Self.second, items: [item("x", .approve), item("topic:chair", .approve, number: 2)]),
        ])
        #expect(log.decisions.map(\.item.id.rawValue) == ["x", "topic:chair", "x"])
        #expect(log.decisions.map(\.isLatest) == [true, true, false])
        #expect(log.proposals.map(\.id) == ["x"])
        #expect(log.proposals.first?.all.map(\.date) == [Self.first, Self.second])
        #expect(log.decisions.first?.outcomeDue == Self.second.adding(months: 6))
    }

    /// An approval stands after its outcome was heard, and not after the council took it back.
    @Test(arguments: [
        (Decision.Verdict.confirmed, second), (.changed, second), (.stopped, third), (.revise, third), (.reject, third),
        (.defer, second),
    ])
    func theApprovalIsTheDecisionAsLongAsItStands(last: Decision.Verdict, main: CalendarDay) {
        let log = log([
            HeldMeeting(date: Self.first, items: [item("x", .revise)]),
            HeldMeeting(date: Self.second, items: [item("x", .approve)]),
            HeldMeeting(date: Self.third, items: [item("x", last, purpose: .outcome)]),
        ])
        #expect(log.proposals.first?.main.date == main)
    }

    @Test func aConditionIsNoOpenConcern() {
        let log = log([
            HeldMeeting(date: Self.first, items: [item("x", .approve, over: [1, 2, 9], conditions: [2])])
        ])
        #expect(log.decisions.first?.conditions.map(\.number) == [2])
        #expect(log.decisions.first?.openConcerns.map(\.number) == [1])
    }

    @Test func aRevisionLeadsBothWays() {
        let log = log(
            [HeldMeeting(date: Self.first, items: [item("x", .revise), item("x-2", .approve, number: 2)])],
            [
                Proposal(id: "x", title: "x", body: "## Business problem\nIt costs."),
                Proposal(id: "x-2", title: "x-2", revises: "x"),
            ])
        #expect(log.decisions.map(\.supersedes) == [nil, "x"])
        #expect(log.decisions.map(\.supersededBy) == [["x-2"], []])
        #expect(log.proposals.map(\.problem) == ["It costs.", nil])
    }

    /// Its state is what minutes say, whatever somebody's file says since: any copy of the minutes gives the same.
    @Test func anActionGoesWithTheMeetingThatHandedItOut() {
        let reference = ActionReference(meeting: Self.first, number: 1)
        let log = log([
            HeldMeeting(
                date: Self.first, items: [item("x", .defer)],
                actions: [HeldAction(reference: reference, owner: nil, due: nil, text: "do", item: ItemID("x"))]),
            HeldMeeting(
                date: Self.second, items: [item("x", .approve)],
                updates: [ActionUpdate(reference, .done, on: Self.second)]),
        ])
        #expect(log.decisions.map(\.actions.count) == [0, 1])
        #expect(log.decisions.last?.actions.first?.recordedStanding.state == .done)
    }
}
