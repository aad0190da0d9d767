import Foundation

/// A mail in two versions, with a calendar beside them (RFC 2046, 5.1.3; RFC 6047).
struct CalendarMail {
    /// The whole mail; lines end with CR LF, as in transport.
    let text: String

    /// - Parameters:
    ///   - header: All headers except those of MIME.
    ///   - calendar: Its lines end with CR LF.
    ///   - fileName: ASCII without quotation marks.
    ///   - identifier: Characters that a boundary may have. No line of any part begins with them.
    init(
        _ header: MailHeader, plain: String, page: String, calendar: String, fileName: String, identifier: String
    ) {
        // It does not begin like the boundary within, so that no reader takes one for the other.
        let boundary = "=_mixed_" + identifier
        var header = header
        header.add("MIME-Version", "1.0")
        header.add("Content-Type", "multipart/mixed; boundary=\"\(boundary)\"")
        let versions = MultipartMail(MailHeader(), plain: plain, page: page, identifier: identifier).text
        var lines = header.lines
        lines += ["", "--" + boundary]
        // A part has no version of its own.
        lines += versions.components(separatedBy: "\r\n").drop { $0.hasPrefix("MIME-Version:") }
        lines += [
            "--" + boundary, "Content-Type: text/calendar; charset=utf-8; method=PUBLISH;\r\n name=\"\(fileName)\"",
        ]
        lines += ["Content-Disposition: attachment; filename=\"\(fileName)\""]
        lines += ["Content-Transfer-Encoding: quoted-printable", ""]
        lines += QuotedPrintable.encode(calendar.components(separatedBy: "\r\n").dropLast())
        lines += ["", "--" + boundary + "--", ""]
        text = lines.joined(separator: "\r\n")
    }
}
