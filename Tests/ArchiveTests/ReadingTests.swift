import Archive
import Council
import Foundation
import Minutes
import TestMeetings
import Testing

/// What a meeting left is read back whole, from its minutes and from the record alike.
@Suite struct ReadingTests {
    @Test func theSampleMeetingIsReadBack() throws {
        let journal = try SampleMeeting.held().journal
        let folder = try MinutesFolder()
        try folder.write(journal)
        let history = folder.history()
        #expect(history.faults == [] && history.notes == [])
        let read = try #require(history.meetings.first)
        #expect(try read == Archive.heldMeeting(of: journal))
        #expect(read.withoutBases == .expected(of: journal))
        #expect(
            read.item(ItemID("promo-uplift"))?.decision?.basis.hasPrefix("chair Priya Raman ruled no on a tie") == true)
        #expect(read.item(ItemID("topic:chair-rotation"))?.text?.contains("**16 December**") == true)
        #expect(read.item(ItemID("fraud-ring-graph"))?.proposal?.outcome?.value == 412_500.5)
        #expect(read.items.flatMap(\.notes).first { $0.speaker?.name == "guest" }?.speaker?.handle == nil)
    }

    @Test func aMeetingWithAConsentLaneIsReadBack() throws {
        let journal = try SampleMeeting.lane().journal
        let folder = try MinutesFolder()
        try folder.write(journal)
        let read = try #require(folder.history().meetings.first)
        #expect(try read == Archive.heldMeeting(of: journal))
        #expect(read.withoutBases == .expected(of: journal))
        let decision = read.item(ItemID("vector-store"))?.decision
        #expect(
            decision?.basis.hasPrefix("consent lane: carried 4–0, 1 abstention, 6 of 9 present (vote 1); approved")
                == true
        )
        #expect(decision?.approvals.first == HeldPerson(name: "Idris Bello", handle: "idris"))
        #expect(
            read.item(ItemID("fraud-ring-graph"))?.objections
                == ["flagged by 陳美玲 (Mei Chen) (the labels are her own team's; one market of nine)"])
    }

    @Test(arguments: 0..<8 as Range<UInt64>) func madeUpMeetingsAreReadBack(seed: UInt64) throws {
        var generator = HistoryGenerator(seed: seed, proposals: 6, notes: 4)
        let journals = generator.meetings(12)
        let folder = try MinutesFolder()
        for journal in journals { try folder.write(journal) }
        let history = folder.history()
        #expect(history.faults == [] && history.notes == [])
        try #require(history.meetings.count == journals.count)
        for (read, journal) in zip(history.meetings, journals) {
            #expect(try read == Archive.heldMeeting(of: journal), "\(read.date)")
            #expect(read.withoutBases == .expected(of: journal), "\(read.date)")
        }
        // From the record alone it is the same, to the last note.
        #expect(Archive.history(minutes: "\(folder.path)/none", journals: journals) == history)
        #expect(folder.history(journals) == history)
    }

    /// People run files through other programs, which put names in another order and write texts another way.
    @Test func aRecordThatWasLaidOutAnewIsReadTheSame() throws {
        let journal = try SampleMeeting.held().journal
        let record = try JSONSerialization.jsonObject(with: Data(Minutes.record(of: journal).utf8))
        let folder = try MinutesFolder()
        for options: JSONSerialization.WritingOptions in [[.sortedKeys], [.sortedKeys, .prettyPrinted]] {
            let data = try JSONSerialization.data(withJSONObject: record, options: options)
            try folder.write(String(decoding: data, as: UTF8.self), of: "2026-11-25")
            #expect(folder.history().faults == [])
            #expect(folder.history().meetings == [try Archive.heldMeeting(of: journal)])
        }
        // As programs write that keep to ASCII.
        let ascii = Minutes.record(of: journal).utf16.map { unit in
            unit < 0x80
                ? String(UnicodeScalar(UInt8(unit)))
                : "\\u" + String(repeating: "0", count: unit < 0x1000 ? 1 : 0) + (unit < 0x100 ? "0" : "")
                    + String(unit, radix: 16)
        }.joined()
        try folder.write(ascii, of: "2026-11-25")
        #expect(folder.history().faults == [])
        #expect(folder.history().meetings == [try Archive.heldMeeting(of: journal)])
    }

    @Test func aMadeUpHistoryHasWhatHistoriesHave() {
        var generator = HistoryGenerator(seed: 5)
        let meetings = generator.meetings(60).map { $0.meeting }
        let items = meetings.flatMap(\.items)
        #expect(Set(items.compactMap(\.decision?.verdict)) == Set(Decision.Verdict.allCases))
        #expect(items.contains { $0.decision == nil } && items.contains { $0.agenda.continues != nil })
        #expect(items.contains { $0.agenda.isTopic } && items.contains { !$0.amendments.isEmpty })
        #expect(Set(items.flatMap(\.notes).map(\.kind)) == Set(Note.Kind.allCases))
        #expect(Set(items.flatMap(\.motions).compactMap(\.tally?.outcome)).count > 2)
        #expect(items.contains { $0.motions.contains { $0.ruling != nil } })
        let proposals = meetings.flatMap { $0.docket.proposals.values }
        #expect(proposals.contains { $0.revises != nil } && proposals.contains { $0.outcome != nil })
        #expect(Set(proposals.map(\.kind)) == Set(Proposal.Kind.allCases))
        #expect(meetings.allSatisfy { $0.closedAt != nil } && meetings.contains { $0.revision > 1 })
        var again = HistoryGenerator(seed: 5)
        #expect(again.meetings(60).map { $0.meeting } == meetings)
    }

    @Test func noPrivateOrStruckWordIsInARecord() throws {
        var generator = HistoryGenerator(seed: 11, notes: 8)
        for journal in generator.meetings(20) {
            let notes = journal.meeting.items.flatMap(\.notes)
            try #require(notes.contains { $0.kind == .private } && notes.contains { $0.text.contains("SECRET") })
            #expect(!Minutes.record(of: journal).contains("SECRET"))
        }
    }

    @Test func aTopicIsCalledAfterItsTitleWhateverItsPlace() throws {
        let items = [("Chair rotation", 1), ("Lunch", 2), ("Chair   rotation!", 3), ("…", 4), ("Über 2 Küchen", 5)].map
        {
            AgendaItem(id: ItemID("topic-\($0.1)"), subject: .topic(title: $0.0, text: ""))
        }
        let docket = Docket(
            roster: .sample, agenda: Agenda(date: Docket.sample.agenda.date, items: items), proposals: [:])
        let read = try Archive.heldMeeting(of: SampleMeeting(docket: docket).journal)
        #expect(
            read.items.map(\.id.rawValue) == [
                "topic:chair-rotation", "topic:lunch", "topic:chair-rotation-2", "topic:4", "topic:uber-2-kuchen",
            ])
        #expect(read.items.allSatisfy { $0.isTopic && $0.text == "" })
    }

    @Test func anAmendmentIsReadWholeAndNotShortened() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        let long = String(repeating: "one and the same ", count: 30)
        try meeting.ask(.amend(field: .thirdParty, value: long + "old", reason: nil))
        try meeting.ask(.amend(field: .thirdParty, value: long + "new", reason: nil))
        let amendment = try Archive.heldMeeting(of: meeting.journal).items[0].amendments[1]
        #expect(amendment.before == long + "old" && amendment.after == long + "new")
    }
}

extension HeldMeeting {
    /// Without the sentences on which decisions rest, which minutes put into words.
    fileprivate var withoutBases: HeldMeeting {
        var meeting = self
        for place in items.indices { meeting.items[place].decision?.basis = "" }
        return meeting
    }
}
