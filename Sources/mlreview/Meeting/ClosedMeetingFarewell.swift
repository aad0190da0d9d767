import Council
import Foundation
import Ledger

/// The last lines for a person who leaves a closed meeting: whether its files are written. With the exit code.
struct ClosedMeetingFarewell {
    let lines: [String]
    let code: Int32

    /// What to type when a meeting is over.
    static let nextCommand = "mlreview agenda next"

    /// What comes after a meeting, a sentence each.
    static func next(after day: CalendarDay) -> [String] {
        ["`mlreview send \(day)` mails the summary and the notices.", "`\(nextCommand)` writes the next agenda."]
    }

    /// - Parameter isRecorder: whether this program records the meeting, so that it is the one that writes its files.
    init(_ journal: Journal, of publisher: Publisher, _ publishing: Publishing, isRecorder: Bool) {
        let day = journal.meeting.agenda.date
        let home = (publisher.place.minutes as NSString).appendingPathComponent(day.description)
        let closed = "The meeting of \(day) is closed"
        let whoWrites = isRecorder ? "`mlreview \(day)`" : "the terminal that records it, or `mlreview \(day)` later,"
        let unfinished =
            "\(closed); its minutes and mail are not all written: \(whoWrites) writes the rest into \(home)/."
        if publishing.isUnderWay {
            (lines, code) = ([unfinished], 1)
        } else if let shortfall = publishing.shortfall, !shortfall.isEmpty {
            (lines, code) = (["\(closed); not all of its minutes and mail are in \(home)/:"] + shortfall, 1)
        } else if (try? publisher.isUnfinished(journal)) ?? false {
            (lines, code) = ([unfinished], isRecorder ? 1 : 0)
        } else {
            (lines, code) = (
                ["\(closed); its minutes and mail are in \(home)/."] + (isRecorder ? Self.next(after: day) : []), 0
            )
        }
    }
}
