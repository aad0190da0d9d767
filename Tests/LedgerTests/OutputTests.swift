import Council
import Foundation
import Testing

@testable import Ledger

/// The texts of a closed meeting, and the states of its mails.
@Suite struct OutputTests {
    private let later = Samples.day("2026-12-02")
    private let old = Output(revision: 1, name: "minutes.md", text: "old")
    private let new = Output(revision: 1, name: "minutes.md", text: "new")
    private let mail = Output(revision: 1, name: "summary.eml", text: "Subject: …", source: "edited")

    @Test(arguments: LedgerMaker.all) func outputsAreKeptByRevisionAndName(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        let second = Output(revision: 2, name: "minutes.md", text: "corrected")
        try ledger.saveOutputs([second, mail, old], of: Samples.day)
        try ledger.saveOutputs([new], of: later)
        #expect(try place.connect().outputs(of: Samples.day) == [old, mail, second])
        #expect(try place.connect().outputs(of: Samples.day, revision: 1) == [old, mail])
        try ledger.saveOutputs([new], of: Samples.day)
        #expect(try place.connect().outputs(of: Samples.day, revision: 1) == [new, mail])
    }

    @Test(arguments: LedgerMaker.all) func noTextEndsAtANUL(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        let output = Output(revision: 1, name: "minutes.md", text: "one\u{0}two", source: "\u{0}three")
        try ledger.saveOutputs([output], of: Samples.day)
        try ledger.unsettle([output], of: Samples.day)
        #expect(try ledger.outputs(of: Samples.day).map(\.text) == ["onetwo"])
        #expect(try ledger.outputs(of: Samples.day).map(\.source) == ["three"])
        #expect(try ledger.unsettledOutputs(of: Samples.day).map(\.text) == ["onetwo"])
    }

    @Test(arguments: LedgerMaker.all) func aFileMayHaveSeveralTextsUntilItIsSettled(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        let letter = Output(revision: 1, name: "summary.eml", text: "Subject: …")
        try ledger.unsettle([old, mail], of: Samples.day)
        try ledger.unsettle([new, old], of: Samples.day)
        try ledger.unsettle([new], of: later)
        #expect(try place.connect().unsettledOutputs(of: Samples.day) == [old, letter, new])
        try ledger.settle(["minutes.md"], of: Samples.day)
        #expect(try place.connect().unsettledOutputs(of: Samples.day) == [letter])
        #expect(try place.connect().unsettledOutputs(of: later) == [new])
        #expect(try ledger.outputs(of: Samples.day).isEmpty)
    }

    // MARK: Mails

    private func begin(_ ledger: any Ledger, despite states: Set<Delivery.State> = []) throws -> [String] {
        try ledger.beginDelivery(
            of: "<1@example.com>", to: ["bo@example.com", "wen@example.com"], of: Samples.day, at: Samples.moment,
            despite: states)
    }

    private func end(_ ledger: any Ledger, _ recipient: String, _ state: Delivery.State) throws {
        try ledger.endDelivery(
            of: "<1@example.com>", to: [recipient], of: Samples.day, at: Samples.moment, state, detail: "550\u{0} no")
    }

    @Test(arguments: LedgerMaker.all) func aDeliveryIsBegunOnce(maker: LedgerMaker) throws {
        let place = try maker.make()
        #expect(try begin(place.connect()) == ["bo@example.com", "wen@example.com"])
        #expect(try begin(place.connect()).isEmpty)
        try end(place.connect(), "bo@example.com", .refused)
        try end(place.connect(), "wen@example.com", .accepted)
        #expect(try begin(place.connect()) == ["bo@example.com"])
        #expect(try begin(place.connect(), despite: [.accepted]) == ["wen@example.com"])
        #expect(try begin(place.connect(), despite: [.begun]) == ["bo@example.com", "wen@example.com"])
    }

    @Test(arguments: LedgerMaker.all) func theAnswerOfTheMailSystemIsKept(maker: LedgerMaker) throws {
        let place = try maker.make()
        _ = try begin(place.connect())
        try end(place.connect(), "bo@example.com", .postponed)
        let at = Entry(number: 1, at: Samples.moment, act: .opened).at
        #expect(
            try place.connect().deliveries(of: Samples.day) == [
                Delivery(
                    message: "<1@example.com>", recipient: "bo@example.com", state: .postponed, at: at,
                    detail: "550 no"),
                Delivery(
                    message: "<1@example.com>", recipient: "wen@example.com", state: .begun, at: at, detail: nil),
            ])
        #expect(try place.connect().deliveries(of: later).isEmpty)
    }
}
