@testable import Council
import Digests
import Foundation
import Testing

@testable import Ledger

/// A change that somebody makes to the rows by hand is found, and named by the first entry that it concerns.
@Suite struct ChainTests {
    private static let second = Samples.day("2026-12-02")

    /// A meeting of six entries, and one of two behind it.
    private func place(_ maker: LedgerMaker) throws -> any LedgerPlace {
        let place = try maker.make()
        let acts: [Act] = [
            .docket(Samples.docket), .opened, Samples.note(1), .balloted(.init(motion: 1, ballot: Samples.ballots[0])),
            .noted(.init(item: "prep-time", number: 2, speaker: "lena", kind: .private, text: "the reserve")),
            .closed(.init(gaps: [])),
        ]
        let entries = acts.enumerated().map { place, act in
            Entry(number: place + 1, at: Samples.moment, act: act, request: UUID(), author: "tomas")
        }
        try place.connect().append(entries)
        try place.connect().append(.docket(Samples.docket), .opened, to: Self.second)
        return place
    }

    @Test func theDigestIsSHA256() {
        #expect(
            Digest(of: Array("abc".utf8)).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digest(of: Array("abc".utf8)).short == "ba78 16bf 8f01 cfea")
    }

    /// These bytes are in every record and under every minutes: they never change.
    @Test func anEntryIsSealedAsItAlwaysWas() throws {
        var row = SealedEntry([
            .text("2026-11-25"), .integer(7), .integer(1_795_630_443_217), .null, .blob(Data(0..<16)), .text("noted"),
            .integer(1), .text("prep-time"), .integer(2), .text("lena"), .text("concern"), .text("é 🏔️"), .null,
            .blob(Data(16..<32)), .blob(Data(32..<64)),
        ])
        #expect(row.madeDigest.hex == "09fa7a459581b03833381db5c34b0e87a849ccaf8b17ecc45987b829cc2af88f")
        row[.previous] = .null
        row[.item] = .real(0.5)
        #expect(row.madeDigest.hex == "e3cee10c972365c0db83f35d20f9f5300c01ef7f4c499cd600fe6081de62a355")
    }

    @Test(arguments: LedgerMaker.all) func whatNobodyTouchedFits(maker: LedgerMaker) throws {
        let place = try place(maker)
        let ledger = try place.connect()
        let chains = try ledger.chains()
        #expect(chains.map(\.meeting) == ["2026-11-25", "2026-12-02"])
        #expect(chains.map(\.count) == [6, 2])
        #expect(chains.allSatisfy { $0.fault == nil && $0.sealedLater == nil })
        #expect(chains[0].root == nil)
        #expect(chains[1].root == chains[0].head?.digest)
        #expect(try ledger.chain(of: Self.second) == chains[1])
        #expect(Set(chains.flatMap(\.digests)).count == 8)
    }

    @Test(arguments: LedgerMaker.all) func headsAreThoseThatMinutesCanName(maker: LedgerMaker) throws {
        let place = try place(maker)
        let ledger = try place.connect()
        #expect(try ledger.heads(of: Samples.day).keys.sorted() == [6])
        try ledger.append(.reopened(.init(reason: "typing")), Samples.note(3))
        let chain = try ledger.chain(of: Samples.day)
        #expect(
            try ledger.heads(of: Samples.day) == [6: chain.head(at: 6)?.digest.hex, 8: chain.head?.digest.hex])
        #expect(try ledger.heads(of: Samples.day("2026-12-09")).isEmpty)
    }

    /// A meeting follows the one that was recorded into last, whatever their dates are.
    @Test(arguments: LedgerMaker.all) func theChainGoesOnOverMeetings(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        let days = ["2026-12-02", "2026-11-25", "2026-12-09", "2026-12-16"].map(Samples.day)
        var expected: [Digest?] = []
        for (step, day) in [days[0], days[1], days[2], days[0], days[3]].enumerated() {
            let next = try ledger.rows(of: day, after: 0).count + 1
            if next == 1 { expected.append(try last(in: ledger)) }
            try ledger.append(
                [.opened], at: Samples.moment.addingTimeInterval(Double(step)), to: day, expecting: next)
        }
        #expect(try days.map { try ledger.chain(of: $0).root } == expected)
        #expect(try ledger.chain(of: days[0]).root == nil)
        #expect(try ledger.chains().allSatisfy { $0.fault == nil })
    }

    /// The digest of the entry that was recorded last.
    private func last(in ledger: any Ledger) throws -> Digest? {
        let ends = Dictionary(grouping: try ledger.allRows(), by: \.meeting).values.compactMap(\.last)
        return ends.max { ($0[.at].integer ?? 0, $0.meeting) < ($1[.at].integer ?? 0, $1.meeting) }?.digest
    }

    private static let changes: [(SealedEntry.Column, Field)] = [
        (.text, .text("the holdout is long")), (.text, .null), (.word, .text("idea")), (.who, .text("bo")),
        (.who, .null), (.item, .text("topic-1")), (.ordinal, .integer(2)), (.detail, .text("{}")),
        (.at, .integer(1_795_630_443_218)), (.at, .real(0.5)), (.author, .text("priya")),
        (.author, .null),
        (.request, .null), (.kind, .text("reworded")), (.version, .integer(2)), (.version, .null),
        (.salt, .blob(Data(repeating: 0, count: 16))), (.digest, .blob(Data(repeating: 0, count: 32))),
        (.previous, .null), (.previous, .text("none")),
    ]

    @Test(arguments: LedgerMaker.all, changes)
    func aChangedEntryIsNamed(maker: LedgerMaker, change: (SealedEntry.Column, Field)) throws {
        let place = try place(maker)
        guard place.holds(change.1, in: change.0) else {
            #expect(throws: NotHeld.self) { try place.forge { $0[2][change.0] = change.1 } }
            return
        }
        try place.forge { $0[2][change.0] = change.1 }
        let ledger = try place.connect()
        let chain = try ledger.chain(of: Samples.day)
        #expect(chain.fault?.entry == 3)
        #expect(chain.fault?.cause == .changed)
        #expect(chain.count == 2)
        let error = failure { () throws(LedgerError) in try ledger.checkChain(of: Samples.day) }
        #expect(error?.cause == .forged)
    }

    @Test(arguments: LedgerMaker.all) func twoValuesThatChangePlacesAreFound(maker: LedgerMaker) throws {
        let place = try place(maker)
        try place.forge { ($0[2][.who], $0[2][.text]) = ($0[2][.text], $0[2][.who]) }
        #expect(try place.connect().chain(of: Samples.day).fault?.cause == .changed)
    }

    @Test(arguments: LedgerMaker.all) func theSentenceSaysWhenWhatAndBySignature(maker: LedgerMaker) throws {
        let place = try place(maker)
        try place.forge { rows in
            rows[3][.word] = .text("no")
            rows[3][.author] = .null
            rows[3][.at] = Field(Samples.moment.milliseconds)
        }
        let ledger = try place.connect()
        let fault = try ledger.chain(of: Samples.day).fault
        #expect(fault?.place == "entry 4 (2026-11-25 18:14:03 UTC, the ballot of priya, not signed)")
        let error = failure { () throws(LedgerError) in try ledger.checkChain(of: Samples.day) }
        #expect(error?.sentence.contains("its content, time or author was changed afterwards") == true)
        #expect(error?.sentence.hasSuffix("`mlreview verify 2026-11-25` says more") == true)
    }

    @Test(arguments: LedgerMaker.all) func whoSpokeInPrivateIsNotSaid(maker: LedgerMaker) throws {
        let place = try place(maker)
        try place.forge { rows in
            rows[4][.text] = .text("x")
            rows[4][.at] = Field(Samples.moment.milliseconds)
        }
        #expect(
            try place.connect().chain(of: Samples.day).fault?.words
                == "2026-11-25 18:14:03 UTC, a note on prep-time, signed by tomas")
    }

    // MARK: Entries that are somewhere else

    /// A change that somebody makes to the rows, and the entry that is named then.
    private struct Forgery: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let entry: Int
        let cause: ChainFault.Cause
        let change: @Sendable (inout [SealedEntry]) -> Void

        init(
            _ testDescription: String, _ entry: Int, _ cause: ChainFault.Cause,
            _ change: @escaping @Sendable (inout [SealedEntry]) -> Void
        ) {
            (self.testDescription, self.entry, self.cause, self.change) = (testDescription, entry, cause, change)
        }

        static let all = [
            Forgery("one is taken out", 4, .gap(expected: 3)) { $0.remove(at: 2) },
            Forgery("two are taken out", 5, .gap(expected: 3)) { $0.removeSubrange(2...3) },
            Forgery("one is taken out, and no number is missing", 3, .changed) { rows in
                rows.remove(at: 2)
                for place in 2...4 { rows[place][.number] = .integer(Int64(place + 1)) }
            },
            Forgery("one is put in", 3, .notSealed) { rows in
                for place in 2...5 { rows[place][.number] = .integer(Int64(place + 2)) }
                rows.append(
                    SealedEntry([.text("2026-11-25"), .integer(3), .integer(0), .null, .null, .text("opened")]))
            },
            Forgery("two change places", 3, .changed) { ($0[2][.number], $0[3][.number]) = (.integer(4), .integer(3)) },
            Forgery("two meetings change places", 1, .changed) { rows in
                for place in rows.indices {
                    rows[place][.meeting] = .text(place < 6 ? "2026-12-02" : "2026-11-25")
                }
            },
        ]
    }

    @Test(arguments: LedgerMaker.all, Forgery.all)
    private func whatIsNotWhereItWasRecordedIsNamed(maker: LedgerMaker, forgery: Forgery) throws {
        let place = try place(maker)
        try place.forge(forgery.change)
        let fault = try place.connect().chain(of: Samples.day).fault
        #expect(fault?.entry == forgery.entry)
        #expect(fault?.cause == forgery.cause)
    }

    @Test(arguments: LedgerMaker.all) func aMeetingThatIsCutIsMissedByTheOneBehindIt(maker: LedgerMaker) throws {
        let place = try place(maker)
        try place.forge { $0.remove(at: 5) }
        let ledger = try place.connect()
        let chains = try ledger.chains()
        #expect(chains[0].fault == nil)
        #expect(chains[0].head(at: 6) == nil)
        #expect(chains[1].fault?.cause == .rootMissing)
        #expect(try ledger.chain(of: Self.second).fault?.cause == .rootMissing)
    }

    /// A row that is sealed as the program does it, so that only its surroundings tell.
    private func row(
        _ number: Int, kind: String = "opened", version: Int64 = 1, meeting: String = "2026-11-25",
        behind previous: SealedEntry?
    ) -> SealedEntry {
        SealedEntry([
            .text(meeting), .integer(Int64(number)), .integer(0), .null, .null, .text(kind), .integer(version),
        ]).sealed(behind: previous?.digest)
    }

    @Test(arguments: LedgerMaker.all) func anEntryThatWasSealedAnewIsMissedByTheOneBehindIt(maker: LedgerMaker) throws {
        let place = try place(maker)
        try place.forge { $0[2] = row(3, behind: $0[1]) }
        let fault = try place.connect().chain(of: Samples.day).fault
        #expect(fault?.entry == 4)
        #expect(fault?.cause == .followsAnother)
    }

    @Test(arguments: LedgerMaker.all) func whatThisVersionDoesNotKnowIsNamed(maker: LedgerMaker) throws {
        let place = try place(maker)
        try place.forge { rows in
            rows += [
                row(7, kind: "danced", behind: rows[5]),
                row(3, version: 9, meeting: Self.second.description, behind: rows[7]),
                row(1, meeting: "someday", behind: rows[7]),
            ]
        }
        let ledger = try place.connect()
        let fault = try ledger.chain(of: Samples.day).fault
        #expect(fault?.cause == .unknown("an act “danced” is not known"))
        #expect(fault?.place == "entry 7 (1970-01-01 00:00:00 UTC, an act “danced”, not signed)")
        #expect(
            try ledger.chain(of: Self.second).fault?.cause
                == .unknown("its form, version 9, is newer than this program"))
        #expect(try ledger.chains().last?.fault?.cause == .noDay)
    }

    @Test(arguments: LedgerMaker.all) func aLedgerHasOneBeginning(maker: LedgerMaker) throws {
        let place = try place(maker)
        try place.forge { $0.append(row(1, meeting: "2026-12-09", behind: nil)) }
        #expect(try place.connect().chains().last?.fault?.cause == .secondBeginning(other: "2026-11-25"))
    }

    @Test(arguments: LedgerMaker.all) func aPrivatePayloadCanBeWithheld(maker: LedgerMaker) throws {
        for row in try place(maker).connect().allRows() {
            #expect(row.digest(withholding: row.payloadDigest) == row.digest)
        }
    }

    /// A ledger that whoever reads it may read whole has no withheld payload: one was taken out of it then.
    @Test(arguments: LedgerMaker.all) func aPayloadThatWasTakenOutIsMissed(maker: LedgerMaker) throws {
        let place = try place(maker)
        try place.forge { rows in
            rows[2][.salt] = .blob(Data(rows[2].payloadDigest.bytes))
            rows[2][.text] = .text("something else")
        }
        let fault = try place.connect().chain(of: Samples.day).fault
        #expect(fault?.entry == 3)
        #expect(fault?.cause == .changed)
    }

    // MARK: Several writers

    @Test(arguments: LedgerMaker.all) func whatSeveralConnectionsAppendIsOneChain(maker: LedgerMaker) async throws {
        let place = try maker.make()
        try place.connect().append(.docket(Samples.docket))
        await withTaskGroup(of: Void.self) { group in
            for day in [Samples.day, Self.second] {
                for writer in 1...2 {
                    group.addTask {
                        guard let ledger = try? place.connect() else { return }
                        var done = 0
                        // The same entry from both would be recorded once.
                        while done < 10 {
                            let note = Samples.note(done, "from \(writer)")
                            if (try? ledger.append(note, to: day)) != nil { done += 1 }
                        }
                    }
                }
            }
        }
        let chains = try place.connect().chains()
        #expect(chains.map(\.count) == [21, 20])
        #expect(chains.allSatisfy { $0.fault == nil })
    }
}
