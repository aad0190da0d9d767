@testable import Council
import Foundation
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import PostgresLedger
@testable import SQLiteLedger

/// A record goes from files to a server and back without a changed digest.
@Suite struct CopyTests {
    private static let delivery = "<1@example.com>"

    /// A record in files with all that a record can have.
    private func files() throws -> (TemporaryFolder, SQLiteLedger) {
        let folder = try TemporaryFolder()
        let ledger = try SQLiteLedger(folder: folder.path)
        try ledger.append(Samples.acts, expecting: 1)
        try ledger.append([.opened], to: Samples.day("2026-12-02"), expecting: 1)
        try ledger.setDraft("half a", as: DraftKey("note", on: "prep-time"), of: Samples.day)
        let output = Output(revision: 1, name: "minutes.md", text: "# Minutes\n", source: "mine")
        try ledger.saveOutputs([output], of: Samples.day)
        try ledger.unsettle([output, Output(revision: 1, name: "a", text: "b")], of: Samples.day)
        _ = try ledger.beginDelivery(
            of: Self.delivery, to: ["bo@example.com"], of: Samples.day("2026-12-30"), at: Samples.moment, despite: [])
        return (folder, ledger)
    }

    @Test func aRecordComesBackAsItWent() throws {
        let (folder, ledger) = try files()
        try withExtendedLifetime(folder) {
            let place = try PostgresPlace()
            let server = try place.connect(as: "postgres")
            let contents = try ledger.contents()
            try server.fill(with: contents)
            #expect(try server.contents() == contents)
            #expect(try server.chains() == ledger.chains())
            let back = try TemporaryFolder()
            let copy = try SQLiteLedger(folder: back.path)
            try copy.fill(with: try server.contents())
            #expect(try copy.contents() == contents)
            #expect(contents.entries.count == Samples.acts.count + 1)
            #expect(LedgerContents.Table.allCases.filter { contents.tables[$0]?.isEmpty == false }.count == 4)
            // The copy is gone on with, and the chain holds.
            try server.append([.closed(.init(gaps: []))], to: Samples.day("2026-12-02"), expecting: 2)
            #expect(try server.chains().allSatisfy { $0.fault == nil })
        }
    }

    @Test func whatIsRecordedIsNotWrittenOver() throws {
        let (folder, ledger) = try files()
        try withExtendedLifetime(folder) {
            let place = try PostgresPlace()
            let server = try place.connect(as: "postgres")
            try server.append([.opened], expecting: 1)
            let (before, there) = (try server.contents(), try ledger.contents())
            #expect(failure { () throws(LedgerError) in try server.fill(with: there) }?.cause == .notEmpty)
            #expect(failure { () throws(LedgerError) in try ledger.fill(with: before) }?.cause == .notEmpty)
            #expect(try server.contents() == before)
            #expect(try ledger.contents() == there)
        }
    }

    /// Rows that do not go in end all of it.
    @Test func nothingIsHalfDone() throws {
        let (folder, ledger) = try files()
        try withExtendedLifetime(folder) {
            var contents = try ledger.contents()
            contents.entries.remove(at: 3)
            let place = try PostgresPlace()
            let server = try place.connect(as: "postgres")
            #expect(throws: LedgerError.self) { try server.fill(with: contents) }
            #expect(try server.contents().entries.isEmpty)
            #expect(try server.contents().tables.values.allSatisfy(\.isEmpty))
            let copy = try TemporaryFolder()
            let target = try SQLiteLedger(folder: copy.path)
            #expect(throws: LedgerError.self) { try target.fill(with: contents) }
            #expect(try target.contents().entries.isEmpty)
        }
    }

    @Test func aMemberDoesNotFillARecord() throws {
        let (folder, ledger) = try files()
        try withExtendedLifetime(folder) {
            let council = try CouncilPlace()
            let contents = try ledger.contents()
            #expect(throws: LedgerError.self) { try council.connect("priya").fill(with: contents) }
        }
    }
}
