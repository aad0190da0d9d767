import Council
import Ledger

/// A meeting as the record has it.
struct RecordedMeeting {
    let journal: Journal

    /// - Throws: a complaint that names the meetings there are, if there is none of that day.
    init(of day: CalendarDay, in record: any Ledger) throws {
        guard let journal = Journal(entries: try record.entries(of: day)) else {
            let known = try record.meetings().map(\.date.description)
            let hint = known.isEmpty ? "none is" : "the record has \(listed(known))"
            throw Complaint("no meeting of \(day) is recorded: \(hint)")
        }
        self.journal = journal
    }
}
