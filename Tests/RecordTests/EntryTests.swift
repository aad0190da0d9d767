@testable import Council
import Foundation
import Testing

@testable import Record

@Suite struct EntryTests {
    @Test func everyActComesBackAsItWasRecorded() throws {
        let folder = try TemporaryFolder()
        let written = try MeetingRecord(folder: folder.path)
            .append(Samples.acts, at: Samples.moment, to: Samples.day, expecting: 1)
        let read = try MeetingRecord(folder: folder.path).entries(of: Samples.day)
        #expect(read == written)
        #expect(read.map(\.act) == Samples.acts)
        #expect(read.map(\.number) == Array(1...Samples.acts.count))
        #expect(Set(read.map(\.at)) == [Entry(number: 1, at: Samples.moment, act: .opened).at])
    }

    @Test func samplesHoldEveryKind() {
        #expect(Set(Samples.acts.map { type(of: $0.kind).name }) == Set(Act.kinds.map { $0.name }))
    }

    @Test func onlyLaterEntriesAreReadWhereAskedFor() throws {
        let record = try MeetingRecord.inMemory()
        try record.append(.opened, Samples.note(1), Samples.note(2))
        #expect(try record.entries(of: Samples.day, after: 2).map(\.act) == [Samples.note(2)])
        #expect(try record.entries(of: Samples.day, after: 3).isEmpty)
    }

    @Test func meetingsAreKeptApart() throws {
        let record = try MeetingRecord.inMemory()
        try record.append(.opened)
        #expect(try record.entries(of: Samples.day("2026-12-02")).isEmpty)
        try record.append(.closed(.init(gaps: [])), to: Samples.day("2026-12-02"))
        #expect(try record.entries(of: Samples.day).map(\.act) == [.opened])
    }

    @Test func secondWriterIsRefused() throws {
        let folder = try TemporaryFolder()
        let (first, second) = (try MeetingRecord(folder: folder.path), try MeetingRecord(folder: folder.path))
        try first.append([.opened], at: Samples.moment, to: Samples.day, expecting: 1)
        let error = failure { () throws(RecordError) in
            try second.append(
                [Samples.note(1), Samples.note(2)], at: Samples.moment, to: Samples.day, expecting: 1)
        }
        #expect(error == .overtaken(date: Samples.day, expected: 1, found: 1))
        #expect(error?.isFinal == true)
        #expect(try second.entries(of: Samples.day).map(\.act) == [.opened])
    }

    @Test func actsAreAppendedAllOrNone() throws {
        let record = try MeetingRecord.inMemory()
        try record.execute(
            "CREATE TRIGGER no BEFORE INSERT ON entries WHEN NEW.text = 'no' BEGIN SELECT RAISE(ABORT, 'no'); END")
        #expect(throws: RecordError.self) { try record.append(Samples.note(1), Samples.note(2, "no")) }
        #expect(try record.entries(of: Samples.day).isEmpty)
    }

    @Test(arguments: [
        "UPDATE entries SET text = 'said nothing'",
        "DELETE FROM entries",
        "INSERT OR REPLACE INTO entries (meeting, number, at, kind) VALUES ('2026-11-25', 1, 0, 'closed')",
        "INSERT INTO entries (meeting, number, at, kind) VALUES ('2026-11-25', 3, 0, 'closed')",
    ])
    func recordedActsStay(sql: String) throws {
        let record = try MeetingRecord.inMemory()
        try record.append(.opened)
        let error = failure { () throws(RecordError) in try record.execute(sql) }
        #expect(error?.sentence.contains("entries are n") == true)
        #expect(try record.entries(of: Samples.day).map(\.act) == [.opened])
    }

    @Test(arguments: [
        "'danced', NULL", "'noted', NULL", "'docket', '{\"docket\":{}}'",
    ])
    func unknownActIsNamed(values: String) throws {
        let record = try MeetingRecord.inMemory()
        try record.append(.opened)
        try record.execute(
            "INSERT INTO entries (meeting, number, at, kind, detail) VALUES ('2026-11-25', 2, 0, \(values))")
        let error = failure { () throws(RecordError) in try record.entries(of: Samples.day) }
        #expect(error?.sentence.hasPrefix("entry 2 of the meeting of 2026-11-25 can't be read") == true)
    }
}
