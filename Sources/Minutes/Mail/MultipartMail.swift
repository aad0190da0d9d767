/// A mail in two versions that say the same: plain text for every reader, and HTML for those that show it
/// (RFC 2046, 5.1.4).
struct MultipartMail {
    /// The whole mail; lines end with CR LF, as in transport.
    let text: String

    /// - Parameters:
    ///   - header: All headers except those of MIME.
    ///   - identifier: Characters that a boundary may have. No line of either version begins with them.
    init(_ header: MailHeader, plain: String, page: String, identifier: String) {
        // Quoted-printable text never has `=_`, so nothing inside a part can end it (RFC 2045, 6.7).
        let boundary = "=_" + identifier
        var header = header
        header.add("MIME-Version", "1.0")
        header.add("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")
        var lines = header.lines
        lines += ["", "--" + boundary, "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=no"]
        lines += ["Content-Transfer-Encoding: quoted-printable", ""]
        lines += QuotedPrintable.encode(FlowedText.lines(of: plain.trimmed))
        lines += ["", "--" + boundary, "Content-Type: text/html; charset=utf-8"]
        lines += ["Content-Transfer-Encoding: quoted-printable", ""]
        lines += QuotedPrintable.encode(
            page.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        lines += ["", "--" + boundary + "--", ""]
        text = lines.joined(separator: "\r\n")
    }
}

/// The headers of a mail in order. Each is folded to lines of at most 78 characters if possible (RFC 5322).
struct MailHeader {
    private(set) var lines: [String] = []

    /// Adds a header whose value is ASCII already.
    ///
    /// Characters that would end the line are dropped once more, so that no text can begin a header of its own.
    mutating func add(_ name: String, _ value: String) {
        add(name, pieces: value.split(separator: " ").map(String.init))
    }

    /// Adds a header whose lines may end between the pieces.
    private mutating func add(_ name: String, pieces: [String]) {
        var line = "\(name):"
        for piece in pieces {
            let word = String(
                String.UnicodeScalarView(piece.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7F }))
            if line.utf8.count + 1 + word.utf8.count > 78, line.utf8.count > name.utf8.count + 1 {
                lines.append(line)
                line = ""
            }
            line += " " + word
        }
        lines.append(line)
    }

    /// Adds a header of addresses, if there are any.
    mutating func add(_ name: String, _ mailboxes: [Mailbox]) {
        guard !mailboxes.isEmpty else { return }
        var pieces: [String] = []
        for (place, mailbox) in mailboxes.enumerated() {
            pieces += mailbox.header
            if place + 1 < mailboxes.count, let last = pieces.popLast() { pieces.append(last + ",") }
        }
        add(name, pieces: pieces)
    }
}
