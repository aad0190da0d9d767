@testable import Council
import Foundation
import Testing

@testable import Ledger

/// Entries come out of a ledger as they went in: all or none, in one order, and once.
@Suite struct EntryTests {
    @Test(arguments: LedgerMaker.all) func everyActComesBackAsItWasRecorded(maker: LedgerMaker) throws {
        let place = try maker.make()
        let written = try place.connect().append(Samples.acts, expecting: 1)
        let read = try place.connect().entries(of: Samples.day)
        #expect(read == written)
        #expect(read.map(\.act) == Samples.acts)
        #expect(read.map(\.number) == Array(1...Samples.acts.count))
        if place.signer == nil {
            #expect(Set(read.map(\.at)) == [Entry(number: 1, at: Samples.moment, act: .opened).at])
        } else {
            #expect(read.allSatisfy { abs($0.at.timeIntervalSinceNow) < 3600 })
        }
    }

    /// Several cores make the entries of a long meeting.
    @Test(arguments: [1, 399, 400, 401, 402, 1300]) func entriesOfALongMeetingComeInTheOrderOfTheirRows(count: Int)
        throws
    {
        let ledger = MemoryLedger()
        let acts = (1...count).map { Samples.note($0, "the \($0)th") }
        let written = try ledger.append(acts, expecting: 1)
        let read = try ledger.entries(of: Samples.day)
        #expect(read == written)
        #expect(read.map(\.number) == Array(1...count))
        #expect(read.map(\.act) == acts)
        #expect(try ledger.entries(of: Samples.day, after: count - 1).map(\.act) == [acts[count - 1]])
    }

    @Test func columnsAreNamedAfterTheirCases() {
        #expect(SealedEntry.columns == SealedEntry.Column.allCases.map { "\($0)" })
    }

    @Test func samplesHoldEveryCase() throws {
        #expect(try Set(Samples.acts.map { try ActCoder().payload(of: $0).kind }).count == 25)
    }

    @Test(
        arguments: LedgerMaker.all,
        [
            "before\u{0}after", "\u{0}", "日本語 🏳️‍🌈 e\u{301}", "'; DROP TABLE entries; --",
            String(repeating: "long 🏔️ ", count: 12_000),
        ])
    func everyTextComesBackToTheByte(maker: LedgerMaker, text: String) throws {
        let place = try maker.make()
        try place.connect().append(Samples.note(1, text))
        guard case .noted(let noted)? = try place.connect().entries(of: Samples.day).first?.act else {
            Issue.record("the note is not there")
            return
        }
        #expect(noted.text.utf8.elementsEqual(text.utf8))
        #expect(try place.connect().chains().map(\.fault) == [nil])
    }

    @Test(arguments: LedgerMaker.all) func authorAndRequestComeBack(maker: LedgerMaker) throws {
        let place = try maker.make()
        let entry = Entry(number: 1, at: Samples.moment, act: .opened, request: UUID(), author: "tomas")
        #expect(try place.connect().append([entry]) == place.connect().rows(of: Samples.day, after: 0))
        let read = try #require(try place.connect().entries(of: Samples.day).first)
        #expect(read.author == "tomas")
        #expect(read.request == entry.request)
        #expect(place.signer != nil || read == entry)
    }

    @Test(arguments: LedgerMaker.all) func onlyLaterEntriesAreReadIfTheyAreAskedFor(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        try ledger.append(.opened, Samples.note(1), Samples.note(2))
        #expect(try ledger.entries(of: Samples.day, after: 2).map(\.act) == [Samples.note(2)])
        #expect(try ledger.entries(of: Samples.day, after: 3).isEmpty)
    }

    @Test(arguments: LedgerMaker.all) func meetingsAreKeptApart(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        let later = Samples.day("2026-12-02")
        try ledger.append(.opened)
        #expect(try ledger.entries(of: later).isEmpty)
        #expect(try ledger.knows(Samples.day) && !ledger.knows(later))
        try ledger.append(.closed(.init(gaps: [])), to: later)
        #expect(try ledger.entries(of: Samples.day).map(\.act) == [.opened])
    }

    // MARK: One order

    @Test(arguments: LedgerMaker.all) func aBatchOnAnOvertakenStateIsRefusedWhole(maker: LedgerMaker) throws {
        let place = try maker.make()
        let (first, second) = (try place.connect(), try place.connect())
        try first.append([.opened], expecting: 1)
        let error = failure { () throws(LedgerError) in
            try second.append([Samples.note(1), Samples.note(2)], expecting: 1)
        }
        #expect(error == .overtaken(date: Samples.day, expected: 1, found: 1))
        #expect(error?.isFinal == true)
        #expect(try second.entries(of: Samples.day).map(\.act) == [.opened])
    }

    @Test(arguments: LedgerMaker.all) func numbersHaveNoGaps(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        try ledger.append(.opened)
        let error = failure { () throws(LedgerError) in try ledger.append([Samples.note(1)], expecting: 3) }
        #expect(error == .overtaken(date: Samples.day, expected: 3, found: 1))
        let entries = [2, 4].map { Entry(number: $0, at: Samples.moment, act: Samples.note(1)) }
        #expect(failure { () throws(LedgerError) in try ledger.append(entries) }?.cause == .unwritable)
        #expect(try ledger.entries(of: Samples.day).map(\.number) == [1])
    }

    @Test(arguments: LedgerMaker.all) func theSameRequestTwiceIsThereOnce(maker: LedgerMaker) throws {
        let place = try maker.make()
        let entries = Samples.entries([Samples.note(1), Samples.note(2)], from: 1)
        let rows = try place.connect().append(entries)
        #expect(try place.connect().append(entries) == rows)
        // Also if others have recorded since.
        try place.connect().append(Samples.note(3))
        #expect(try place.connect().append(entries) == rows)
        #expect(try place.connect().entries(of: Samples.day).map(\.number) == [1, 2, 3])
    }

    /// Only a request has an identity.
    @Test(arguments: LedgerMaker.all) func whatOnlyLooksTheSameIsRefused(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        let overtaken = LedgerError.overtaken(date: Samples.day, expected: 1, found: 1)
        let unsigned = [Entry(number: 1, at: Samples.moment, act: Samples.note(1))]
        try ledger.append(unsigned)
        #expect(failure { () throws(LedgerError) in try ledger.append(unsigned) } == overtaken)
        let (other, request) = (Samples.day("2026-12-02"), UUID())
        func entry(_ text: String) -> [Entry] {
            [Entry(number: 1, at: Samples.moment, act: Samples.note(1, text), request: request)]
        }
        try ledger.append(entry("said"), to: other)
        #expect(
            failure { () throws(LedgerError) in try ledger.append(entry("unsaid"), to: other) }?.cause == .overtaken)
        #expect(failure { () throws(LedgerError) in try ledger.append([.opened], expecting: 1) } == overtaken)
    }

    /// The chain names the entry; the program that appends behind it goes on.
    @Test(arguments: LedgerMaker.all) func aForgedEndIsNoCrash(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        try ledger.append(.opened, Samples.note(1))
        try place.forge { $0[1][.digest] = place.holds(.integer(7), in: .digest) ? .integer(7) : .blob(Data([7])) }
        try ledger.append([Samples.note(2)], expecting: 3)
        #expect(try ledger.chain(of: Samples.day).fault?.entry == 2)
        #expect(try ledger.chain(of: Samples.day).fault?.cause == .notSealed)
    }

    @Test(arguments: LedgerMaker.all) func anActThatNobodyKnowsIsNamed(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        for (column, field, reason) in [
            (SealedEntry.Column.kind, Field.text("danced"), "an act “danced” is not known"),
            (.kind, .text("noted"), "the columns hold no act “noted”"),
            (.version, .integer(0), "there is no form with the number 0"),
            (.version, .text("x"), "its form has no number"),
            (.version, .integer(9), "its form, version 9, is newer than this program"),
            (.detail, .text("{}"), "its detail has another form"), (.at, .text("noon"), "it has no time"),
            (.at, .integer(.max), "its time is no time"),
            (.author, .blob(Data([0xFF])), "its author is not a text"),
            (.item, .blob(Data([0xFF])), "its item is not a text"),
            (.who, .blob(Data([0xFF])), "its who is not a text"), (.word, .blob(Data()), "its word is not a text"),
            (.text, .blob(Data([0xFF])), "its text is not a text"),
            (.detail, .blob(Data("{}".utf8)), "its detail is not a text"),
            (.ordinal, .text("first"), "its ordinal is not a number"),
            (.request, .blob(Data([0])), "its request is not 16 bytes"),
        ] {
            try place.forge([])
            try ledger.append(Samples.note(1))
            try ledger.append(.opened)
            guard place.holds(field, in: column) else {
                #expect(throws: NotHeld.self) { try place.forge { $0[1][column] = field } }
                continue
            }
            try place.forge { $0[1][column] = field }
            let error = failure { () throws(LedgerError) in try ledger.entries(of: Samples.day) }
            #expect(
                error?.sentence.hasPrefix("entry 2 of the meeting of 2026-11-25 can't be read (\(reason))") == true)
        }
    }
}
