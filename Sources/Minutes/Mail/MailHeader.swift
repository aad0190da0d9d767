/// The headers of a mail, in order, each folded to lines of at most 78 characters where it can be (RFC 5322).
struct MailHeader {
    private(set) var lines: [String] = []

    /// Adds a header whose value is ASCII already.
    ///
    /// No text can begin a header of its own: whatever would end the line is dropped here once more.
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
