import Council
import Foundation
import TestMeetings
import Testing

@testable import Archive
@testable import Minutes

/// Minutes from before `record.json` had handles and figures are read as far as they go.
@Suite struct EarlierVersionTests {
    /// The sample meeting's record as the program wrote it when there was version 1.
    private static func version1() throws -> String {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Records/version-1.json")
        return try String(contentsOf: file, encoding: .utf8)
    }

    private func meeting(roster: Roster?) throws -> HeldMeeting {
        let folder = try MinutesFolder()
        try folder.write(try Self.version1(), of: "2026-11-25")
        let history = folder.history(roster: roster)
        #expect(history.faults == [])
        return try #require(history.meetings.first)
    }

    @Test func namesOfOnePersonEachAreMappedToHandles() throws {
        let read = try meeting(roster: .sample)
        let item = try #require(read.item(ItemID("prep-time")))
        #expect(item.presenter == HeldPerson(name: "Lena Ortiz", handle: "lena"))
        #expect(item.notes[0].speaker == HeldPerson(name: "Tomás Vidal", handle: "tomas"))
        #expect(item.votes[0].ballots.allSatisfy { $0.who.handle != nil })
        #expect(read.actions.map(\.owner?.handle) == ["noor", "lena", "tomas", nil, "priya"])
        #expect(read.actions.map(\.item?.rawValue).last == "topic:chair-rotation")
        #expect(read.items.flatMap(\.notes).last?.speaker == HeldPerson(name: "guest"))
    }

    @Test func aNameThatTwoPeopleHaveIsNobodys() throws {
        let sample = Roster.sample
        let roster = Roster(
            name: sample.name, chair: sample.chair, members: sample.members,
            practitioners: sample.practitioners + [Member(handle: "lena2", name: "Lena Ortiz")])
        #expect(try meeting(roster: roster).item(ItemID("prep-time"))?.presenter == HeldPerson(name: "Lena Ortiz"))
        #expect(try meeting(roster: nil).item(ItemID("prep-time"))?.presenter == HeldPerson(name: "Lena Ortiz"))
    }

    @Test func figuresAreReadFromTheirWords() throws {
        let proposal = try #require(try meeting(roster: .sample).item(ItemID("prep-time"))?.proposal)
        #expect(proposal.impact == Impact(value: 4_200_000, unit: "USD/year", note: "from the 3-city holdout"))
        #expect(
            proposal.cost == Cost(build: 520_000, maintenance: 150_000, unit: "USD", note: "maintenance per year"))
        #expect(proposal.techLeads == [TeamMember(name: "Lena Ortiz", role: .mlEngineer)])
        #expect(proposal.team.last == TeamMember(name: "Sam Okafor", role: .dataScientist))
        let hiring = try meeting(roster: .sample).item(ItemID("hire-senior-mle"))?.proposal
        #expect(hiring?.opening == Opening(role: .mlEngineer, level: "senior", count: 2))
    }

    /// What version 1 wrote is what is left of version 2 once its additions are passed over.
    @Test func version2ReadAsVersion1IsVersion1() throws {
        let bytes = Array(Minutes.record(of: try SampleMeeting.held().journal).utf8)
        let read = try RecordReader.read(bytes, of: nil, roster: .sample, as: 1)
        #expect(try read.meeting.withoutSentences == meeting(roster: .sample).withoutSentences)
    }

    @Test(arguments: [
        Cost(build: 450_000, maintenance: 150_000, unit: "USD"), Cost(build: 4_350_000, unit: "USD"),
        Cost(maintenance: 90, unit: "EUR/year"), Cost(build: 1_500_000_000, maintenance: 0.5, unit: "things"),
        Cost(build: 0, maintenance: 1_230, unit: "USD, upkeep 3 USD"),
    ])
    func aSpokenCostIsReadBack(cost: Cost) { #expect(Cost(spoken: cost.spoken) == cost) }

    @Test(arguments: [
        Impact(value: 4_200_000, unit: "USD/year"), Impact(value: 12, unit: "minutes"), Impact(value: 0, unit: "USD"),
        Impact(value: 990_000, unit: "M orders"), Impact(value: 0.05, unit: "%"),
    ])
    func aSpokenImpactIsReadBack(impact: Impact) { #expect(Impact(spoken: impact.spoken) == impact) }

    @Test(arguments: ["", "much", "build, upkeep", "build much USD", "M USD"])
    func whatIsNoAmountIsNone(text: String) {
        #expect(Cost(spoken: text) == nil)
        #expect(Impact(spoken: text) == nil)
    }

    @Test(arguments: [
        Opening(role: .mlEngineer, level: "senior", count: 2), Opening(role: .analyst), Opening(level: "staff, remote"),
        Opening(count: 1), Opening(role: .engineer, count: 3),
    ])
    func aSpokenOpeningIsReadBack(opening: Opening) throws {
        #expect(Opening(spoken: try #require(opening.spoken)) == opening)
    }

    @Test(arguments: [
        TeamMember(name: "Lena Ortiz", role: .mlEngineer), TeamMember(name: "Lena Ortiz, Jr.", role: .engineer),
        TeamMember(name: "Lena, astronaut"),
    ])
    func aSpokenTeamMemberIsReadBack(member: TeamMember) { #expect(TeamMember(spoken: member.spoken) == member) }
}

extension HeldMeeting {
    /// Without the sentences on votes, whose words have changed since version 1, and without resolutions, which it had
    /// none of. It had the note on a figure that was replaced on the new one.
    fileprivate var withoutSentences: HeldMeeting {
        var meeting = self
        for item in meeting.items.indices {
            for vote in meeting.items[item].votes.indices { meeting.items[item].votes[vote].tally = "" }
            meeting.items[item].decision?.resolution = nil
            meeting.items[item].decision?.basis = ""
            if !meeting.items[item].amendments.isEmpty { meeting.items[item].proposal?.cost?.note = nil }
        }
        return meeting
    }
}
