import Archive
import Council
import Foundation
import Minutes
import TestMeetings
import Testing

/// What leads approved and amended in writing travels with the minutes: a copy without the proposal's file knows why the
/// gate was shut.
@Suite struct LeadWordTests {
    private func held() throws -> Journal {
        var meeting = SampleMeeting(docket: .withLeadWords)
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei", "noor"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.ask(.close)
        return meeting.journal
    }

    @Test func aRecordSaysWhichApprovalsWereOfAnEarlierVersionAndWhatLeadsAmended() throws {
        let item = try #require(try Archive.heldMeeting(of: held()).item(ItemID("prep-time")))
        #expect(item.staleApprovals == ["Kim Park (product) approved an earlier version: impact changed since"])
        #expect(item.proposal?.amended == Docket.withLeadWords.proposals["prep-time"]?.amended)
        #expect(item.proposal?.amended.count == 1)
        // Without its body a proposal can't be compared with what was approved.
        #expect(item.proposal?.leads.allSatisfy { $0.of == nil } == true)
    }

    /// A lead who was asked again, and has approved what was heard, stands by it.
    @Test func anApprovalThatWasGivenAnewIsOfNoEarlierVersion() throws {
        let sample = Docket.withLeadWords
        var proposal = try #require(sample.proposals["prep-time"])
        proposal.leads.append(
            LeadReview(
                role: .product, name: "Kim Park", verdict: .approved, date: CalendarDay("2026-11-24"),
                of: proposal.version))
        let docket = Docket(
            roster: sample.roster, agenda: sample.agenda,
            proposals: sample.proposals.merging(["prep-time": proposal]) { $1 })
        var meeting = SampleMeeting(docket: docket)
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei", "noor"])
        for request: Request in [.open, .go(.item(1)), .close] { try meeting.ask(request) }
        let item = try #require(try Archive.heldMeeting(of: meeting.journal).item(ItemID("prep-time")))
        #expect(item.proposal?.leads.count { $0.role == .product } == 2 && item.staleApprovals == [])
    }

    @Test func theHistoryTellsIt() throws {
        let library = Library(roster: .sample, drafts: [], history: [try Archive.heldMeeting(of: held())])
        let events = library.events(of: ItemID("prep-time")).map(\.text)
        #expect(events.contains("Kim Park (product) approved an earlier version: impact changed since"))
        #expect(events.contains("Ola Berg amended cost.build: 450000 → nothing: two vendors\nagree"))
    }

    /// Records from before they told this are read, and don't differ from the meeting that they were made of.
    @Test func anOlderRecordIsReadAsFarAsItGoes() throws {
        let journal = try held()
        let record = try JSONSerialization.jsonObject(with: Data(Minutes.record(of: journal).utf8))
        let older = try JSONSerialization.data(withJSONObject: without(["of", "changedSince", "amended"], in: record))
        let folder = try MinutesFolder()
        try folder.write(String(decoding: older, as: UTF8.self), of: "2026-11-25")
        #expect(folder.history().faults == [])
        let item = try #require(folder.history().meetings.first?.item(ItemID("prep-time")))
        #expect(item.staleApprovals == [] && item.proposal?.amended == [])
        #expect(item.proposal?.leads.count == 4)
        #expect(folder.history([journal]).notes == [])
    }

    private func without(_ names: Set<String>, in value: Any) -> Any {
        if let list = value as? [Any] { return list.map { without(names, in: $0) } }
        guard let object = value as? [String: Any] else { return value }
        // `register` has names of what was amended, too.
        let isProposal = object["leads"] != nil
        let isLead = object["verdict"] != nil && object["role"] != nil
        return object.filter { !((isProposal || isLead) && names.contains($0.key)) }.mapValues {
            without(names, in: $0)
        }
    }
}
