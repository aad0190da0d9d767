import Council
import Foundation
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import SQLiteLedger

/// Records that earlier versions have made, one file each in `Records`: every later version opens them and goes on.
@Suite struct AgedRecordTests {
    private static let home = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Records")

    /// Minutes name these digests: they never change. An older record was sealed with salts that nobody knew before.
    private static let heads = [
        "2026-11-22.sqlite": ["4b08 3532 a200 e2d2", "c454 d20f c96c 6a39"],
        "2026-11-23.sqlite": ["bc14 771c 9a13 b4dd", "a746 bea8 d8a7 f4a3"],
    ]

    static let names = (try? FileManager.default.contentsOfDirectory(atPath: home.path))?.sorted() ?? []

    @Test func thereAreSome() {
        #expect(Self.names == ["2026-11-21.sqlite", "2026-11-22.sqlite", "2026-11-23.sqlite"])
    }

    /// What was recorded with a chain says so for ever; what is older is chained from now on.
    @Test(arguments: names) func itsChainHolds(name: String) throws {
        let (folder, record) = try open(name)
        defer { withExtendedLifetime(folder) {} }
        let chains = try record.chains()
        #expect(chains.count == 2)
        #expect(chains.allSatisfy { $0.fault == nil })
        #expect(chains.allSatisfy { ($0.sealedLater == nil) == (name > "2026-11-21.sqlite") })
        if let heads = Self.heads[name] { #expect(chains.map { $0.head?.digest.short } == heads) }
    }

    private func open(_ name: String) throws -> (TemporaryFolder, SQLiteLedger) {
        let folder = try TemporaryFolder()
        try folder.write(try Data(contentsOf: Self.home.appending(path: name)), to: ".mlreview/record.sqlite")
        return (folder, try SQLiteLedger(folder: folder.path))
    }

    @Test(arguments: names) func itsMeetingsAreAsTheyWere(name: String) throws {
        let (folder, record) = try open(name)
        defer { withExtendedLifetime(folder) {} }
        let journal = try #require(Journal(entries: try record.entries(of: Samples.day)))
        let meeting = journal.meeting
        #expect(meeting.phase == .closed && meeting.revision == 2)
        #expect(
            meeting.items.map { $0.decision?.verdict } == [.approve, .revise, .defer, nil, nil, .defer])
        #expect(meeting.items[0].notes.map(\.kind) == [.data, .private, .concern, .plain, .data])
        #expect(meeting.items[0].notes[3].isStruck && !meeting.items[0].notes[2].isOpenConcern)
        #expect(meeting.items[1].motions.first?.ruling?.answer == .no)
        #expect(meeting.actions.map(\.isDone) == [true])
        #expect(try record.outputs(of: Samples.day).map(\.revision).max() == 2)
        // A draft belonged to the meeting at first, and to an item of it since.
        #expect(
            try record.drafts(of: Samples.day("2026-11-18")).values.sorted() == ["@wen concern: the index grows by"])
    }

    @Test(arguments: names) func itsUnfinishedMeetingGoesOn(name: String) throws {
        let (folder, record) = try open(name)
        defer { withExtendedLifetime(folder) {} }
        let day = Samples.day("2026-11-18")
        var journal = try #require(Journal(entries: try record.entries(of: day)))
        let acts = try journal.consider(
            .note(speaker: nil, kind: .plain, text: "and another half"), at: Samples.moment)
        for entry in try record.append(acts, at: Samples.moment, to: day, expecting: journal.nextNumber) {
            journal.append(entry)
        }
        #expect(Journal(entries: try record.entries(of: day))?.meeting == journal.meeting)
        #expect(journal.meeting.current?.notes.map(\.text) == ["half a meeting", "and another half"])
    }
}
