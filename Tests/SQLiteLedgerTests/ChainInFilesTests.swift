import Council
import Foundation
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import SQLiteLedger

/// The chain of records that are old, at rest, or damaged.
@Suite struct ChainInFilesTests {
    private static let second = Samples.day("2026-12-02")

    private func old() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let home = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Records/2026-11-21.sqlite")
        try folder.write(try Data(contentsOf: home), to: ".mlreview/record.sqlite")
        return folder
    }

    @Test func anOldRecordIsChainedWhenItIsFirstOpened() throws {
        let folder = try old()
        let record = try SQLiteLedger(folder: folder.path)
        let counts = try record.meetings().map(\.entryCount)
        var chains = try record.chains()
        #expect(chains.allSatisfy { $0.fault == nil })
        #expect(chains.map { $0.sealedLater?.entry } == counts)
        let error = failure { () throws(LedgerError) in try record.execute("UPDATE entries SET text = ''") }
        #expect(error?.sentence.contains("entries are never changed") == true)
        try record.append(.opened)
        chains = try record.chains()
        #expect(chains.allSatisfy { $0.fault == nil })
        #expect(chains.last?.sealedLater?.entry == chains.last.map { $0.count - 1 })
    }

    @Test func anOldRecordThatMayOnlyBeReadIsLeftAlone() throws {
        let folder = try old()
        let before = try folder.read(".mlreview/record.sqlite")
        let error = failure { () throws(LedgerError) in try SQLiteLedger(reading: folder.path) }
        #expect(error == .older(path: folder.database))
        #expect(try folder.read(".mlreview/record.sqlite") == before)
    }

    @Test func itIsExaminedWhereNothingCanBeWritten() throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        try record.append(.docket(Samples.docket), .opened)
        try record.close()
        try folder.withoutWriting {
            let chains = try SQLiteLedger.examine(folder.path) { try $0.chains() }
            #expect(chains.map(\.count) == [2])
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.mlreview")
        #expect(Set(files) == [".gitignore", "changed", "record.sqlite"])
    }

    /// What is written while the file is read as it lay is seen by reading it again.
    @Test func itIsReadAgainWhereSomebodyWritesMeanwhile() throws {
        let folder = try TemporaryFolder()
        try SQLiteLedger(folder: folder.path).append(.docket(Samples.docket))
        var writer: SQLiteLedger?
        let chains = try SQLiteLedger.examine(folder.path) { record in
            let chains = try record.chains()
            if writer == nil {
                writer = try SQLiteLedger(folder: folder.path)
                try writer?.append(.opened)
            }
            return chains
        }
        #expect(chains.map(\.count) == [2])
    }

    @Test func aDamagedFileIsReadAsFarAsItIsSound() throws {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
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
        let chain = try #require(try SQLiteLedger(reading: folder.path).chains().first)
        #expect(chain.count > 20 && chain.count < 60)
        guard case .unreadable? = chain.fault?.cause else {
            Issue.record("\(String(describing: chain.fault))")
            return
        }
        #expect(chain.fault?.entry == chain.count + 1)
        #expect(try folder.read(".mlreview/record.sqlite") == bytes)
    }

    // MARK: Rows that can't be found

    /// A record of twenty notes, with a damaged byte in the name of the meeting in one of them. SQLite takes the row for one
    /// of another meeting, and looks no further.
    private func strayed(_ number: UInt8) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let record = try SQLiteLedger(folder: folder.path)
        for number in 1...20 { try record.append(Samples.note(number)) }
        try record.close()
        var bytes = try folder.read(".mlreview/record.sqlite")
        let name = try #require(bytes.range(of: Data("2026-11-25".utf8 + [number])))
        bytes[name.lowerBound + 4] = 0xFF
        try folder.write(bytes, to: ".mlreview/record.sqlite")
        return folder
    }

    @Test func rowsBehindADamagedOneAreMissed() throws {
        let folder = try strayed(6)
        let record = try SQLiteLedger(reading: folder.path)
        let error = failure { () throws(LedgerError) in try record.log(of: Samples.day) }
        #expect(error == .damaged(path: folder.database, reason: "14 entries can't be found behind entry 5"))
        #expect(try record.chain(of: Samples.day).fault?.entry == 6)
        #expect(try record.chains().last?.fault?.place == "what follows the meeting of 2026-11-25")
    }

    @Test func aDamagedLastRowIsMissed() throws {
        let folder = try strayed(20)
        let before = try folder.read(".mlreview/record.sqlite")
        let record = try SQLiteLedger(folder: folder.path)
        #expect(try record.chain(of: Samples.day).fault?.entry == 20)
        let session = Session(record, lease: nil, log: try record.log(of: Samples.day))
        let error = failure { () throws(LedgerError) in try session.check() }
        #expect(error?.isLoss == true)
        #expect(error?.sentence.contains("entry 20 can't be read (a meeting has a name that is not UTF-8)") == true)
        session.release()
        try record.close()
        #expect(try folder.read(".mlreview/record.sqlite") == before)
    }
}
