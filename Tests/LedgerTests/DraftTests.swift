import Council
import Foundation
import Testing

@testable import Ledger

/// Texts that are being typed, each by its item and author.
@Suite struct DraftTests {
    @Test(arguments: LedgerMaker.all) func aDraftOutlivesItsWriter(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        try ledger.setDraft("feature", as: "note", of: Samples.day)
        try ledger.setDraft("feature store has\u{0} this", as: "note", of: Samples.day)
        try ledger.setDraft("because", as: "decide", of: Samples.day)
        let second = try place.connect()
        #expect(try second.drafts(of: Samples.day) == ["note": "feature store has this", "decide": "because"])
        #expect(try second.draft("note", of: Samples.day("2026-12-02")) == nil)
    }

    @Test(arguments: LedgerMaker.all) func aDraftBelongsToItsItemAndItsAuthor(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        let keys = [
            DraftKey("note"), DraftKey("note", on: "prep-time"), DraftKey("note", by: "bo"),
            DraftKey("note", on: "prep-time", by: "bo"), DraftKey("note", on: "topic-1", by: "bo"),
        ]
        for key in keys { try ledger.setDraft("\(key)", as: key, of: Samples.day) }
        for key in keys { #expect(try ledger.draft(key) == "\(key)") }
        try ledger.append([Samples.note(1)], expecting: 1, clearingDraft: keys[3])
        #expect(try Set(ledger.drafts(of: Samples.day).keys) == Set(keys).subtracting([keys[3]]))
    }

    @Test(arguments: LedgerMaker.all) func aClearedDraftIsGone(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        try ledger.setDraft("feature", as: "note", of: Samples.day)
        try ledger.setDraft("reason", as: "decide", of: Samples.day)
        try ledger.setDraft(nil, as: "note", of: Samples.day)
        #expect(try ledger.drafts(of: Samples.day) == ["decide": "reason"])
    }

    @Test(arguments: LedgerMaker.all) func aDraftGoesWithTheActThatItBecameAndNotWithoutIt(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        try ledger.setDraft("feature", as: "note", of: Samples.day)
        #expect(throws: LedgerError.self) {
            try ledger.append([Samples.note(1)], expecting: 2, clearingDraft: "note")
        }
        #expect(try ledger.draft("note") == "feature")
        try ledger.append([Samples.note(1)], expecting: 1, clearingDraft: "note")
        #expect(try ledger.draft("note") == nil)
    }

    /// The first answer was lost, with the news that the draft is gone.
    @Test(arguments: LedgerMaker.all) func aDraftGoesWithAnActThatIsThereAlready(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        let entries = Samples.entries([Samples.note(1)], from: 1)
        try ledger.append(entries)
        try ledger.setDraft("feature", as: "note", of: Samples.day)
        try ledger.append(entries, clearingDraft: "note")
        #expect(try ledger.draft("note") == nil)
    }
}
