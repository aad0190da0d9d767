import Foundation
import Testing

@testable import Council

@Suite struct PastMeetingTests {
    private static let day = CalendarDay("2026-11-25")!

    private func item(_ number: Int, _ verdict: Decision.Verdict?) -> HeldItem {
        HeldItem(
            id: ItemID("item-\(number)"), number: number, title: "Item \(number)",
            decision: verdict.map { HeldDecision(verdict: $0, spoken: $0.past) })
    }

    private func action(_ number: Int, isDone: Bool) -> HeldAction {
        HeldAction(
            reference: ActionReference(meeting: Self.day, number: number), owner: nil, due: nil, text: "x",
            isDone: isDone)
    }

    private func meetings(_ held: HeldMeeting...) -> [PastMeeting] {
        let roster = Roster(name: "", chair: Chair(member: Handle("priya")), members: [])
        return Library(roster: roster, drafts: [], history: held).meetings(on: Self.day)
    }

    @Test func aMeetingInNumbers() throws {
        let opened = Date(timeIntervalSince1970: 1_795_600_800)
        let meeting = try #require(
            meetings(
                HeldMeeting(
                    date: Self.day, revision: 2, openedAt: opened, closedAt: opened + 58 * 60 + 20, minutes: 60,
                    items: [item(1, .defer), item(2, .approve), item(3, nil), item(4, .approve)],
                    actions: [action(1, isDone: false), action(2, isDone: true)])
            ).first)
        #expect(meeting.minutes == 58 && meeting.plannedMinutes == 60 && meeting.items == 4 && meeting.revision == 2)
        #expect(meeting.decisions == [.approve: 2, .defer: 1] && meeting.openActions == 1)
        #expect(meeting.spokenDecisions == "2 approved, 1 deferred")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            String(decoding: try encoder.encode(meeting), as: UTF8.self)
                == #"{"date":"2026-11-25","decisions":{"approve":2,"defer":1},"items":4,"minutes":58,"#
                + #""openActions":1,"plannedMinutes":60,"revision":2}"#)
    }

    @Test func theNewestComesFirstAndWhatNobodyKnowsIsLeftOut() {
        let meetings = meetings(HeldMeeting(date: CalendarDay("2026-11-18")!), HeldMeeting(date: Self.day))
        #expect(meetings.map(\.date) == [Self.day, CalendarDay("2026-11-18")!])
        #expect(meetings.allSatisfy { $0.minutes == nil && $0.spokenDecisions == nil && $0.openActions == 0 })
    }
}
