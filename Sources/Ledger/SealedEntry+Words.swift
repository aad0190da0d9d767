import Council
import Foundation

/// An entry in a few words, as far as its plain columns tell. Its text stays out, as it may be private.
extension SealedEntry {
    /// `2026-11-25 18:24:03 UTC, the ballot of bo, not signed`.
    var words: String {
        let author = self[.author].text.map { "signed by \($0)" } ?? "not signed"
        return [moment, what, author].compactMap { $0 }.joined(separator: ", ")
    }

    private var moment: String? {
        guard let milliseconds = self[.at].integer else { return nil }
        let moment = Date(milliseconds: milliseconds)
        return moment.formatted(.iso8601.dateTimeSeparator(.space).timeZoneSeparator(.omitted)).replacing("Z", with: "")
            + " UTC"
    }

    private var what: String {
        guard let name = Self.names[kind] else { return "an act “\(kind)”" }
        // The speaker of a note may be private.
        let who = kind == "noted" ? nil : self[.who].text
        return name + (who.map { " of \($0)" } ?? "") + (self[.item].text.map { " on \($0)" } ?? "")
    }

    private static let names = [
        "docket": "the agenda with its proposals", "rolled": "the attendance", "opened": "the call to order",
        "chaired": "a change of the chair", "went": "the turn to an item", "noted": "a note",
        "reworded": "a reworded note", "corrected": "a corrected note", "revised": "an action changed",
        "struck": "a note struck", "resolved": "a concern resolved", "moved": "a motion", "balloted": "the ballot",
        "tallied": "a tally", "escalated": "an escalation", "ruled": "the chair's ruling", "amended": "an amendment",
        "decided": "a decision", "assigned": "an action assigned", "finished": "an action done",
        "clocked": "a change of the clock", "closed": "the close of the meeting", "reopened": "the reopening",
        "undone": "an undo", "redone": "a redo",
    ]
}
