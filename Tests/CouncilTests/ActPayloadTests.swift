import Foundation
import Testing

@testable import Council

/// What a payload looks like, and why one can't be read. That every act comes back from its payload is a property of
/// random meetings; see `RandomMeetingTests`.
@Suite struct ActPayloadTests {
    private let coder = ActCoder()

    @Test func frequentActsNeedNoJSON() throws {
        let noted = Act.noted(
            .init(item: ItemID("prep-time"), number: 1, speaker: Handle("lena"), kind: .concern, text: "three cities"))
        #expect(
            try coder.payload(of: noted)
                == ActPayload(
                    kind: "noted", version: 1, item: "prep-time", ordinal: 1, who: "lena", word: "concern",
                    text: "three cities"))
    }

    @Test func textWithANULIsKeptAsJSON() throws {
        let noted = Act.noted(
            .init(item: ItemID("prep-time"), number: 1, speaker: nil, kind: .plain, text: "before\u{0}after"))
        let payload = try coder.payload(of: noted)
        #expect(payload.text == nil)
        #expect(try coder.act(from: payload) == noted)
    }

    @Test func detailHasStableBytes() throws {
        let moved = Act.moved(
            .init(item: ItemID("a/b"), motion: 1, question: .proposal, order: [Handle("tomas")]))
        #expect(
            try coder.payload(of: moved).detail.map { String(decoding: $0, as: UTF8.self) }
                == #"{"moved":{"item":"a/b","motion":1,"order":["tomas"],"question":{"proposal":{}}}}"#)
    }

    @Test func noActMeansAnythingElseThanItsName() {
        #expect(Set(Act.kinds.map { $0.name }).count == Act.kinds.count)
    }

    @Test(arguments: [
        (ActPayload(kind: "danced", version: 1), "an act “danced” is not known"),
        (ActPayload(kind: "noted", version: 1), "the columns hold no act “noted”"),
        (ActPayload(kind: "docket", version: 1, detail: Data(#"{"docket":{}}"#.utf8)), "its detail has another form"),
        (
            ActPayload(kind: "recessed", version: 1, ordinal: .max),
            "its number 9223372036854775807 is too large"
        ),
        (
            ActPayload(
                kind: "clocked", version: 1,
                detail: Data(#"{"clocked":{"item":"a","change":{"add":{"minutes":9223372036854775807}}}}"#.utf8)),
            "a number in its detail is too large"
        ),
        (ActPayload(kind: "noted", version: 9), "its form, version 9, is newer than this program"),
    ])
    func whatCannotBeReadIsNamed(payload: ActPayload, reason: String) {
        #expect(throws: PayloadFault(reason: reason)) { try coder.act(from: payload) }
    }
}

/// A payload that an earlier version wrote is brought up to date when it is read.
@Suite struct PayloadLiftTests {
    /// As if an assignment had called its text `what` in version 1, and lost a word in version 3.
    private struct LaterAssigned: ActKind {
        let action: ActionItem

        static let name = "assigned"
        static let lifts: [PayloadLift] = [
            { payload in change(&payload) { $0["text"] = $0.removeValue(forKey: "what") } },
            { payload in change(&payload) { $0["text"] = ($0["text"] as? String)?.replacing("please ", with: "") } },
        ]

        private static func change(_ payload: inout [String: Any], _ body: (inout [String: Any]) -> Void) {
            var assigned = payload["assigned"] as? [String: Any] ?? [:]
            var action = assigned["action"] as? [String: Any] ?? [:]
            body(&action)
            assigned["action"] = action
            payload["assigned"] = assigned
        }

        var act: Act { .assigned(.init(action: action)) }
        func apply(to meeting: inout Meeting, at moment: Date) {}
        func spoken(in meeting: Meeting) -> String { "" }
        func told(in journal: Journal) -> [String] { [] }
    }

    private let coder = ActCoder([LaterAssigned.self])

    private func read(version: Int) throws -> Act {
        let text = version == 1 ? "what" : "text"
        let detail = #"{"assigned":{"action":{"isDone":false,"item":"prep-time","number":1,"\#(text)":"please ask"}}}"#
        return try coder.act(from: ActPayload(kind: "assigned", version: version, detail: Data(detail.utf8)))
    }

    private func assigned(_ text: String) -> Act {
        .assigned(
            .init(action: ActionItem(number: 1, item: ItemID("prep-time"), owner: nil, due: nil, text: text)))
    }

    @Test func everyStepIsTaken() throws {
        #expect(try read(version: 1) == assigned("ask"))
        #expect(try read(version: 2) == assigned("ask"))
        #expect(try read(version: 3) == assigned("please ask"))
    }

    @Test func aNewerPayloadIsRefused() {
        #expect(throws: PayloadFault(reason: "its form, version 4, is newer than this program")) {
            try read(version: 4)
        }
    }

    @Test func whatIsWrittenNamesItsVersion() {
        #expect(ActCoder.version(of: "assigned") == 1)
        #expect(ActCoder.version(of: "danced") == nil)
    }
}
