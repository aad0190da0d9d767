import Council
import Foundation

/// Entries for a calendar (RFC 5545), published to the one who has them (RFC 5546).
///
/// Only texts and days of two kinds of entry are written, and nothing is read, so no library is needed for it.
struct CalendarText {
    /// `mailto:` of whom the entries are from.
    let organizer: String
    /// When they were written.
    let stamp: Date
    /// Counts up with each correction; an entry of a higher number replaces the one of the same identity.
    let sequence: Int
    let entries: [Entry]

    /// Something to do, or a day to remember.
    struct Entry: Equatable {
        /// The same in each correction.
        let uid: String
        let kind: Kind
        let summary: String
        let details: String
        /// The web address of the item's minutes.
        let link: String?
        var isCancelled = false

        enum Kind: Equatable {
            case task(since: CalendarDay, due: CalendarDay?, isDone: Bool)
            case day(CalendarDay)
        }
    }

    /// The whole calendar; lines end with CR LF.
    var text: String {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mlreview//ML Review//EN", "METHOD:PUBLISH"]
        for entry in entries { lines += self.lines(of: entry) }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func lines(of entry: Entry) -> [String] {
        let (name, kind): (String, [String]) =
            switch entry.kind {
            case .task(let since, let due, let isDone):
                (
                    // A task must be due after it begins.
                    "VTODO",
                    (due.map { $0 > since } ?? true ? ["DTSTART;VALUE=DATE:\(Self.basic(since))"] : [])
                        + (due.map { ["DUE;VALUE=DATE:\(Self.basic($0))"] } ?? [])
                        + [
                            "PRIORITY:0",
                            "STATUS:\(entry.isCancelled ? "CANCELLED" : isDone ? "COMPLETED" : "NEEDS-ACTION")",
                        ]
                )
            case .day(let day):
                (
                    "VEVENT",
                    [
                        "DTSTART;VALUE=DATE:\(Self.basic(day))", "TRANSP:TRANSPARENT",
                        "STATUS:\(entry.isCancelled ? "CANCELLED" : "CONFIRMED")",
                    ]
                )
            }
        return [
            "BEGIN:\(name)", "UID:\(Self.escaped(entry.uid))", "DTSTAMP:\(Self.utc(stamp))", "SEQUENCE:\(sequence)",
        ]
            + ["ORGANIZER:mailto:\(organizer)"] + kind
            + ["SUMMARY:\(Self.escaped(entry.summary.onOneLine))", "DESCRIPTION:\(Self.escaped(entry.details))"]
            + (entry.link.map { ["URL:\($0)"] } ?? []) + ["END:\(name)"]
    }

    /// A text as the value of a property (section 3.3.11), without characters that drive a terminal.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.cleaned.unicodeScalars {
            switch scalar {
            case "\\", ",", ";": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A line in pieces of at most 75 octets, each after the first with a blank before it (section 3.1). No character is
    /// split.
    static func folded(_ line: String) -> String {
        var folded = String.UnicodeScalarView()
        var octets = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if octets + size > 75 {
                folded.append(contentsOf: "\r\n ".unicodeScalars)
                octets = 1
            }
            folded.append(scalar)
            octets += size
        }
        return String(folded)
    }

    /// `20261125`.
    private static func basic(_ day: CalendarDay) -> String { day.description.replacing("-", with: "") }

    /// `20261125T181400Z`.
    private static func utc(_ date: Date) -> String {
        let moment = WallClock(timeZone: "UTC", meetingDay: CalendarDay(daysSinceEpoch: 0)).moment(date)
        let time = [moment.second / 3600, moment.second / 60 % 60, moment.second % 60].map(twoDigits).joined()
        return "\(basic(moment.day))T\(time)Z"
    }
}

extension UTF8 {
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { UTF8.encode(scalar)?.count ?? 0 }
}
