import Foundation
import Testing

@testable import Council

/// How acts are kept, and how a payload that an earlier version wrote is brought up to date when it is read.
@Suite struct ActCoderTests {
    /// As if an assignment had got its text from another field in version 2, and lost a word in version 3.
    private let versions = PayloadVersions([
        "assigned": [
            { payload in
                var assigned = payload["assigned"] as? [String: Any] ?? [:]
                var action = assigned["action"] as? [String: Any] ?? [:]
                action["text"] = action["text"] ?? action.removeValue(forKey: "what")
                assigned["action"] = action
                payload["assigned"] = assigned
            },
            { payload in
                var assigned = payload["assigned"] as? [String: Any] ?? [:]
                var action = assigned["action"] as? [String: Any] ?? [:]
                action["text"] = (action["text"] as? String)?.replacing("please ", with: "")
                assigned["action"] = action
                payload["assigned"] = assigned
            },
        ]
    ])

    private let old = #"{"assigned":{"action":{"isDone":false,"item":"prep-time","number":1,"what":"please ask"}}}"#

    private func read(_ detail: String, version: Int) throws -> Act {
        try ActCoder(versions: versions).act(
            from: ActPayload(kind: "assigned", version: version, detail: Data(detail.utf8)))
    }

    @Test func everyStepIsTaken() throws {
        let action = ActionItem(
            number: 1, item: ItemID(rawValue: "prep-time"), owner: nil, due: nil, text: "ask")
        #expect(try read(old, version: 1) == .assigned(action: action))
        #expect(try ActCoder(versions: versions).payload(of: .assigned(action: action)).version == 3)
    }

    @Test func aNewerPayloadIsRefused() throws {
        let fault = #expect(throws: PayloadFault.self) { try read(old, version: 4) }
        #expect(fault?.reason == "its form, version 4, is newer than this program")
    }

    @Test func anUnknownKindIsNamed() throws {
        let fault = #expect(throws: PayloadFault.self) {
            try ActCoder().act(from: ActPayload(kind: "danced", version: 1))
        }
        #expect(fault?.reason == "an act “danced” is not known")
    }

    private func note(_ text: String) -> Act {
        .noted(item: ItemID(rawValue: "prep-time"), number: 1, speaker: nil, kind: .plain, text: text)
    }

    @Test func frequentActsNeedNoJSON() throws {
        let payload = try ActCoder().payload(of: note("said"))
        #expect(
            payload == ActPayload(kind: "noted", version: 1, item: "prep-time", ordinal: 1, word: "plain", text: "said")
        )
        #expect(try ActCoder().act(from: payload) == note("said"))
        #expect(
            try ActCoder().payload(of: .clocked(item: ItemID(rawValue: "prep-time"), change: .pause)).detail != nil)
    }

    /// Stores end a text at its first NUL.
    @Test func aTextWithNULIsEscaped() throws {
        let payload = try ActCoder().payload(of: note("one\u{0}two"))
        #expect(payload.text == nil && payload.detail?.contains(0) == false)
        #expect(try ActCoder().act(from: payload) == note("one\u{0}two"))
    }

    @Test func detailHasStableBytes() throws {
        let act = Act.moved(
            item: ItemID(rawValue: "a/b"), motion: 1, question: .proposal, order: [Handle(rawValue: "tomas")])
        #expect(
            try ActCoder().payload(of: act).detail
                == Data(#"{"moved":{"item":"a/b","motion":1,"order":["tomas"],"question":{"proposal":{}}}}"#.utf8))
    }
}
