import Council
import Foundation
import GRDB
import Testing

@testable import Record

/// A payload that an earlier version wrote is brought up to date when it is read; what is recorded stays as it is.
@Suite struct PayloadVersionsTests {
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

    private func read(_ detail: String, version: Int?, of kind: String = "assigned") throws -> Entry? {
        let queue = try DatabaseQueue()
        return try queue.read { db in
            let row = try Row.fetchOne(
                db, sql: "SELECT 1, 0, ?, NULL, NULL, NULL, NULL, NULL, ?, NULL, NULL, ?",
                arguments: [kind, detail, version])
            return try row.map { try EntryReader(date: Samples.day, versions: versions).entry(from: $0) }
        }
    }

    @Test(arguments: [nil, 1]) func everyStepIsTaken(version: Int?) throws {
        let entry = try read(old, version: version)
        #expect(
            entry?.act == .assigned(action: ActionItem(number: 1, item: "prep-time", owner: nil, due: nil, text: "ask"))
        )
    }

    @Test func aNewerPayloadIsRefusedWithItsPlace() throws {
        let error = #expect(throws: (any Error).self) { try read(old, version: 4) }
        #expect(
            error.map { "\($0)" }?.contains("entry 1 of the meeting of 2026-11-25 can't be read (its form, version 4")
                == true)
    }

    @Test func whatIsWrittenNamesItsVersion() throws {
        let record = try MeetingRecord.inMemory()
        try record.append(.opened)
        let version = try record.store.read { db in try Int.fetchOne(db, sql: "SELECT version FROM entries") }
        #expect(version == 1)
    }
}
