import Foundation
import GRDB

/// An entry in a few words, as far as its plain columns tell; what was said stays out, as it may be private.
extension ChainRow {
    /// `2026-11-25 18:24:03 UTC, the ballot of bo, not signed`.
    var words: String {
        let author = String.fromDatabaseValue(header[3]).map { "signed by \($0)" } ?? "not signed"
        return [moment, what, author].compactMap { $0 }.joined(separator: ", ")
    }

    var kind: String { String.fromDatabaseValue(header[5]) ?? "" }

    /// How its payload is written; 1 where that is not said.
    var version: Int { Int.fromDatabaseValue(header[6]) ?? 1 }

    private var moment: String? {
        guard let milliseconds = Int.fromDatabaseValue(header[2]) else { return nil }
        let moment = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        return moment.formatted(.iso8601.dateTimeSeparator(.space).timeZoneSeparator(.omitted)).replacing("Z", with: "")
            + " UTC"
    }

    private var what: String {
        guard let name = Self.names[kind] else { return "an act “\(kind)”" }
        let (item, who) = (String.fromDatabaseValue(payload[0]), String.fromDatabaseValue(payload[2]))
        // Who says something in private is nobody's business.
        let isPrivate = kind == "noted"
        return name + (who.flatMap { isPrivate ? nil : " of \($0)" } ?? "") + (item.map { " on \($0)" } ?? "")
    }

    /// Whether this version knows what such an act is.
    var isKnown: Bool { Self.names[kind] != nil }

    static let names = [
        "docket": "the agenda with its proposals", "rolled": "the attendance", "opened": "the call to order",
        "chaired": "a change of the chair", "went": "the turn to an item", "noted": "a note",
        "reworded": "a reworded note",
        "struck": "a note struck", "resolved": "a concern resolved", "moved": "a motion", "balloted": "the ballot",
        "tallied": "a tally", "escalated": "an escalation", "ruled": "the chair's ruling", "amended": "an amendment",
        "decided": "a decision", "assigned": "an action handed out", "finished": "an action done",
        "clocked": "a change of the clock", "closed": "the close of the meeting", "reopened": "the reopening",
        "undone": "an undo", "redone": "a redo",
    ]
}
