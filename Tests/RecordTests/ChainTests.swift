@testable import Council
import Digests
import Foundation
import struct GRDB.DatabaseValue
import protocol GRDB.DatabaseValueConvertible
import struct GRDB.StatementArguments
import Testing

@testable import Record

/// What somebody does to the record by hand is found, and named by the first entry that it concerns.
@Suite struct ChainTests {
    private static let second = Samples.day("2026-12-02")

    /// A meeting of six entries, and one of two behind it.
    private func record() throws -> MeetingRecord {
        let record = try MeetingRecord.inMemory()
        let acts: [Act] = [
            .docket(Samples.docket), .opened, Samples.note(1), .balloted(.init(motion: 1, ballot: Samples.ballots[0])),
            .noted(.init(item: "prep-time", number: 2, speaker: "lena", kind: .private, text: "the reserve")),
            .closed(.init(gaps: [])),
        ]
        let entries = acts.enumerated().map { place, act in
            Entry(number: place + 1, at: Samples.moment, act: act, request: UUID(), author: "tomas")
        }
        try record.append(entries, to: Samples.day)
        try record.append(.docket(Samples.docket), .opened, to: Self.second)
        return record
    }

    private func forge(_ record: MeetingRecord, _ sql: String) throws {
        for name in ["entries_follow", "entries_are_not_changed", "entries_are_not_deleted"] {
            try record.execute("DROP TRIGGER \(name)")
        }
        try record.execute(sql)
    }

    @Test func theDigestIsSHA256() {
        #expect(
            Digest(of: Array("abc".utf8)).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digest(of: Array("abc".utf8)).short == "ba78 16bf 8f01 cfea")
    }

    @Test func whatNobodyTouchedFits() throws {
        let record = try record()
        let chains = try record.chains()
        #expect(chains.map(\.meeting) == ["2026-11-25", "2026-12-02"])
        #expect(chains.map(\.count) == [6, 2])
        #expect(chains.allSatisfy { $0.fault == nil && $0.sealedLater == nil })
        #expect(chains[0].root == nil)
        #expect(chains[1].root == chains[0].head?.digest)
        #expect(try record.chain(of: Self.second) == chains[1])
        #expect(try record.heads(of: Samples.day) == [6: chains[0].head?.digest.hex])
        #expect(Set(chains.flatMap(\.digests)).count == 8)
    }

    @Test(arguments: [
        "text = 'the holdout is long'", "text = NULL", "word = 'idea'", "who = 'bo'", "who = NULL", "item = 'topic-1'",
        "ordinal = 2", "detail = '{}'", "at = at + 1", "author = 'priya'", "author = NULL",
        "request = NULL", "kind = 'reworded'", "version = 2", "version = NULL", "salt = zeroblob(16)",
        "digest = zeroblob(32)", "who = text, text = who",
    ])
    func aChangedEntryIsNamed(change: String) throws {
        let record = try record()
        try forge(record, "UPDATE entries SET \(change) WHERE meeting = '2026-11-25' AND number = 3")
        let chain = try record.chain(of: Samples.day)
        #expect(chain.fault?.entry == 3)
        #expect(chain.fault?.cause == .changed)
        #expect(chain.count == 2)
        #expect(failure { () throws(RecordError) in try record.checkChain(of: Samples.day) } != nil)
    }

    @Test func theSentenceSaysWhenWhatAndBySignature() throws {
        let record = try record()
        try forge(record, "UPDATE entries SET word = 'no', author = NULL WHERE kind = 'balloted'")
        let fault = try record.chain(of: Samples.day).fault
        #expect(fault?.place == "entry 4 (2026-11-25 18:14:03 UTC, the ballot of priya, not signed)")
        let error = failure { () throws(RecordError) in try record.checkChain(of: Samples.day) }
        #expect(error?.sentence.contains("its content, time or author was changed afterwards") == true)
        #expect(error?.sentence.hasSuffix("`mlreview verify 2026-11-25` says more") == true)
    }

    @Test func whoSpokeInPrivateIsNotSaid() throws {
        let record = try record()
        try forge(record, "UPDATE entries SET text = 'x' WHERE word = 'private'")
        #expect(
            try record.chain(of: Samples.day).fault?.words
                == "2026-11-25 18:14:03 UTC, a note on prep-time, signed by tomas")
    }

    private static let first = "meeting = '2026-11-25' AND number"

    @Test(arguments: [
        // An entry is taken out; also so that no number is missing.
        ("DELETE FROM entries WHERE \(first) = 3", 4, ChainFault.Cause.gap(expected: 3)),
        ("DELETE FROM entries WHERE \(first) IN (3, 4)", 5, .gap(expected: 3)),
        (
            "DELETE FROM entries WHERE \(first) = 3; UPDATE entries SET number = number - 1 WHERE \(first) > 3", 3,
            .changed
        ),
        // One is put in.
        (
            """
            UPDATE entries SET number = -number - 1 WHERE \(first) > 2; UPDATE entries SET number = -number WHERE number < 0;
            INSERT INTO entries (meeting, number, at, kind) VALUES ('2026-11-25', 3, 0, 'opened')
            """, 3, .notSealed
        ),
        // Two change places.
        (
            """
            UPDATE entries SET number = -3 WHERE \(first) = 3; UPDATE entries SET number = 3 WHERE \(first) = 4;
            UPDATE entries SET number = 4 WHERE number = -3
            """, 3, .changed
        ),
        // Two meetings do.
        (
            """
            UPDATE entries SET meeting = 'x' WHERE meeting = '2026-11-25';
            UPDATE entries SET meeting = '2026-11-25' WHERE meeting = '2026-12-02';
            UPDATE entries SET meeting = '2026-12-02' WHERE meeting = 'x'
            """, 1, .changed
        ),
    ])
    func whatIsNotWhereItWasRecordedIsNamed(sql: String, entry: Int, cause: ChainFault.Cause) throws {
        let record = try record()
        try forge(record, sql)
        let fault = try record.chain(of: Samples.day).fault
        #expect(fault?.entry == entry)
        #expect(fault?.cause == cause)
    }

    @Test func aMeetingThatIsCutIsMissedByTheOneBehindIt() throws {
        let record = try record()
        try forge(record, "DELETE FROM entries WHERE \(Self.first) = 6")
        let chains = try record.chains()
        #expect(chains[0].fault == nil)
        #expect(chains[0].head(at: 6) == nil)
        #expect(chains[1].fault?.cause == .rootMissing)
        #expect(try record.chain(of: Self.second).fault?.cause == .rootMissing)
    }

    /// Seals a row as the program does, so that only what is around it tells.
    private func putIn(
        _ number: Int, kind: String = "opened", version: Int = 1, meeting: String = "2026-11-25", alone: Bool = false,
        _ record: MeetingRecord
    ) throws {
        try record.store.write { db in
            let salt = SealedEntry.newSalt()
            let header: [(any DatabaseValueConvertible)?] = [meeting, number, 0, nil, nil, kind, version]
            let payload = [DatabaseValue](repeating: .null, count: 6)
            let previous = alone ? nil : try Chain.end(of: meeting, at: number - 1, in: db)
            let entry = SealedEntry(
                header: header.map { $0?.databaseValue ?? .null }, payload: .open(salt: salt, fields: payload),
                previous: previous)
            try db.execute(
                sql: """
                    INSERT OR REPLACE INTO entries (\(SealedEntry.headerColumns), salt, previous, digest)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: StatementArguments(
                    header + [Data(salt), previous.map { Data($0.bytes) }, Data(entry.digest.bytes)]))
        }
    }

    @Test func anEntryThatWasSealedAnewIsMissedByTheOneBehindIt() throws {
        let record = try record()
        try forge(record, "DELETE FROM entries WHERE \(Self.first) = 3")
        try putIn(3, record)
        let fault = try record.chain(of: Samples.day).fault
        #expect(fault?.entry == 4)
        #expect(fault?.cause == .followsAnother)
    }

    @Test func whatThisVersionDoesNotKnowIsNamed() throws {
        let record = try record()
        try putIn(7, kind: "danced", record)
        #expect(try record.chain(of: Samples.day).fault?.cause == .unknownKind("danced"))
        try putIn(3, version: 9, meeting: Self.second.description, record)
        #expect(try record.chain(of: Self.second).fault?.cause == .newerVersion(9))
        try putIn(1, meeting: "someday", record)
        #expect(try record.chains().last?.fault?.cause == .noDay)
    }

    @Test func aRecordHasOneBeginning() throws {
        let record = try record()
        try putIn(1, meeting: "2026-12-09", alone: true, record)
        #expect(try record.chains().last?.fault?.cause == .secondBeginning(other: "2026-11-25"))
    }

    @Test func thePrivatePayloadCanBeWithheld() throws {
        let record = try record()
        let rows = try record.store.read { db in try ChainRow.fetchAll(of: Samples.day.description, in: db) }
        var export: [(entry: SealedEntry, digest: Digest)] = []
        for row in rows {
            var entry = try #require(row.sealed)
            entry.payload = .withheld(entry.payloadDigest)
            export.append((entry, try #require(row.digest)))
        }
        #expect(SealedEntry.firstBreak(in: export) == nil)
        export[4].entry.header[2] = 0.databaseValue
        #expect(SealedEntry.firstBreak(in: export) == 4)
        export.remove(at: 4)
        #expect(SealedEntry.firstBreak(in: export) == 4)
    }

    @Test func whatTwoConnectionsAppendIsOneChain() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path
        try MeetingRecord(folder: path).append(.docket(Samples.docket))
        await withTaskGroup(of: Void.self) { group in
            for day in [Samples.day, Self.second] {
                for writer in 1...2 {
                    group.addTask {
                        guard let record = try? MeetingRecord(folder: path) else { return }
                        var done = 0
                        // The same entry from both would be recorded once.
                        while done < 10 {
                            let note = Samples.note(done, "from \(writer)")
                            if (try? record.append(note, to: day)) != nil { done += 1 }
                        }
                    }
                }
            }
        }
        let chains = try MeetingRecord(reading: path).chains()
        #expect(chains.map(\.count) == [21, 20])
        #expect(chains.allSatisfy { $0.fault == nil })
    }

    // MARK: Files

    private func old() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let home = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Records/2026-11-21.sqlite")
        try folder.write(try Data(contentsOf: home), to: ".mlreview/record.sqlite")
        return folder
    }

    @Test func anOldRecordIsChainedWhenItIsFirstOpened() throws {
        let folder = try old()
        let record = try MeetingRecord(folder: folder.path)
        let counts = try record.meetings().map(\.entryCount)
        var chains = try record.chains()
        #expect(chains.allSatisfy { $0.fault == nil })
        #expect(chains.map { $0.sealedLater?.entry } == counts)
        let error = failure { () throws(RecordError) in try record.execute("UPDATE entries SET text = ''") }
        #expect(error?.sentence.contains("entries are never changed") == true)
        try record.append(.opened)
        chains = try record.chains()
        #expect(chains.allSatisfy { $0.fault == nil })
        #expect(chains.last?.sealedLater?.entry == chains.last.map { $0.count - 1 })
    }

    @Test func anOldRecordThatMayOnlyBeReadIsLeftAlone() throws {
        let folder = try old()
        let before = try folder.read(".mlreview/record.sqlite")
        let error = failure { () throws(RecordError) in try MeetingRecord(reading: folder.path) }
        #expect(error == .older(path: folder.database))
        #expect(try folder.read(".mlreview/record.sqlite") == before)
    }

    @Test func itIsExaminedWhereNothingCanBeWritten() throws {
        let folder = try TemporaryFolder()
        let record = try MeetingRecord(folder: folder.path)
        try record.append(.docket(Samples.docket), .opened)
        try record.close()
        try folder.withoutWriting {
            let chains = try MeetingRecord.examine(folder.path) { try $0.chains() }
            #expect(chains.map(\.count) == [2])
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.mlreview")
        #expect(Set(files) == [".gitignore", "changed", "record.sqlite"])
    }

    /// What is written while the file is read as it lay is seen by reading it again.
    @Test func itIsReadAgainWhereSomebodyWritesMeanwhile() throws {
        let folder = try TemporaryFolder()
        try MeetingRecord(folder: folder.path).append(.docket(Samples.docket))
        var writer: MeetingRecord?
        let chains = try MeetingRecord.examine(folder.path) { record in
            let chains = try record.chains()
            if writer == nil {
                writer = try MeetingRecord(folder: folder.path)
                try writer?.append(.opened)
            }
            return chains
        }
        #expect(chains.map(\.count) == [2])
    }

    @Test func aDamagedFileIsReadAsFarAsItIsSound() throws {
        let folder = try TemporaryFolder()
        let record = try MeetingRecord(folder: folder.path)
        let long = String(repeating: "a long note ", count: 60)
        for day in [Samples.day, Self.second] {
            for number in 1...60 { try record.append(Samples.note(number, long), to: day) }
        }
        try record.close()
        var bytes = try folder.read(".mlreview/record.sqlite")
        let needle = Data("2026-11-25".utf8)
        // The page on which the last entries of the first meeting are.
        let place = try #require(bytes.range(of: needle, options: .backwards))
        let page = place.lowerBound / 4096 * 4096
        bytes.replaceSubrange(page..<(page + 4096), with: Data(repeating: 0x5A, count: 4096))
        try folder.write(bytes, to: ".mlreview/record.sqlite")
        let chain = try #require(try MeetingRecord(reading: folder.path).chains().first)
        #expect(chain.count > 20 && chain.count < 60)
        guard case .unreadable? = chain.fault?.cause else {
            Issue.record("\(String(describing: chain.fault))")
            return
        }
        #expect(chain.fault?.entry == chain.count + 1)
        #expect(try folder.read(".mlreview/record.sqlite") == bytes)
    }
}
