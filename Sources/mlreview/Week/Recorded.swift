import Council
import Foundation
import Ledger

/// What the record knows, and the minutes lack.
struct Recorded {
    /// The meetings that were held, and of which something was recorded after their minutes were written.
    let journals: [Journal]
    /// Meetings that were called to order and are not closed.
    let open: [CalendarDay]
    /// All meetings of the record.
    let days: Set<CalendarDay>
    /// Why the record could not be read; nil if it could, or if there is none.
    let obstacle: String?

    /// - Parameter day: The day of a meeting whose journal is left out.
    init(in place: MeetingPlace, except day: CalendarDay? = nil) {
        var journals: [Journal] = []
        var open: [CalendarDay] = []
        var days: Set<CalendarDay> = []
        var obstacle: String?
        do {
            try RecordPlace.examine(place.folder) { record in
                let meetings = try record.meetings()
                open = meetings.filter(\.isOpen).map(\.date)
                days = Set(meetings.map(\.date))
                journals = try Self.journals(in: record, newerThan: place.minutes, except: day)
            }
        } catch let error as LedgerError where error.cause == .nothingRecorded {
            // Another copy of the folder has the record.
        } catch {
            obstacle = Complaint(error).description
        }
        (self.journals, self.open, self.days, self.obstacle) = (journals, open, days, obstacle)
    }

    /// The meetings that were held, and of which something was recorded after their minutes were written. All others are in
    /// the minutes, and reading half a million acts for them would take a while.
    ///
    /// - Parameter except: The day of a meeting that is left out.
    static func journals(
        in record: any Ledger, newerThan minutes: String, except: CalendarDay? = nil
    ) throws -> [Journal] {
        try record.meetings().filter { $0.wasHeld && $0.date != except }.compactMap { meeting in
            let path = "\(minutes)/\(meeting.date)/record.json"
            let written = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
            if let written, written > meeting.lastActAt { return nil }
            return Journal(entries: try record.entries(of: meeting.date))
        }
    }
}
