/// A mail as a person edits it: subject, recipients, an empty line, the text.
struct MailDraft {
    let subject: String
    let to: [Mailbox]
    let bcc: [Mailbox]
    let text: String

    init(subject: String, to: [Mailbox], bcc: [Mailbox], text: String) {
        self.subject = subject
        self.to = to
        self.bcc = bcc
        self.text = text
    }

    /// Reads the text that came back from the editor.
    ///
    /// - Throws: A sentence that says what is wrong, and what would be right.
    init(_ written: String) throws(MinutesError) {
        let lines = written.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        var values: [String: String] = [:]
        var last: String?
        let head = lines.prefix { !$0.trimmed.isEmpty }
        for line in head {
            if line.first == " " || line.first == "\t", let last {
                values[last, default: ""] += " " + line.trimmed
                continue
            }
            let name = line.prefix { $0 != ":" }.trimmed.lowercased()
            guard line.contains(":"), Self.names.contains(name) else {
                throw MinutesError(
                    "a mail begins with lines for Subject, To and Bcc, then an empty line; `\(line.prefix(60))` is none "
                        + "of them")
            }
            guard values[name] == nil else {
                throw MinutesError("the line `\(name.capitalized)` is there twice: keep one")
            }
            values[name] = String(line.drop { $0 != ":" }.dropFirst()).trimmed
            last = name
        }
        let text = lines.dropFirst(head.count).joined(separator: "\n").trimmed
        guard let subject = values["subject"], !subject.isEmpty else {
            throw MinutesError("the mail has no subject: begin it with a line `Subject: …`")
        }
        guard !text.isEmpty else { throw MinutesError("the mail has no text: write it below an empty line") }
        self.subject = subject
        self.text = text
        to = try Self.mailboxes(values["to"] ?? "")
        bcc = try Self.mailboxes(values["bcc"] ?? "")
    }

    private static let names = ["subject", "to", "bcc"]

    private static func mailboxes(_ text: String) throws(MinutesError) -> [Mailbox] {
        var mailboxes: [Mailbox] = []
        for entry in AddressList.entries(text) { mailboxes.append(try Mailbox(entry.text)) }
        return mailboxes
    }

    /// The text for the editor.
    var written: String {
        let lists = [("To", to), ("Bcc", bcc)].map { name, mailboxes in
            "\(name): " + mailboxes.map(\.written).joined(separator: ",\n ")
        }
        return (["Subject: \(subject.onOneLine)"] + lists + ["", text, ""]).joined(separator: "\n")
    }

    /// The text as a page, with paragraphs and lines as they were written.
    var page: String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { HTMLText.escaped($0.onOneLine) }
        let paragraphs = lines.split(separator: "").map { "<p dir=\"auto\">\($0.joined(separator: "<br>\n"))</p>" }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(HTMLText.escaped(subject.onOneLine))</title>
            </head>
            <body style="font-family: -apple-system, 'Segoe UI', Roboto, sans-serif; font-size: 16px; line-height: 1.45; \
            max-width: 40em;">
            \(paragraphs.joined(separator: "\n"))
            </body>
            </html>
            """
    }

    /// The plain version, without characters that could drive a terminal.
    var plain: String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(\.cleaned).joined(separator: "\n")
    }

    /// Whether a text is a finished mail, which somebody edited as a file, and not a draft.
    static func isFinished(_ text: String) -> Bool {
        text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.isEmpty }.contains { $0.lowercased().hasPrefix("mime-version:") }
    }
}

extension Mailbox {
    /// The mailbox as a person writes it: `"Vidal, Tomás" <tomas@example.com>`.
    var written: String {
        guard let name = name?.onOneLine, !name.isEmpty else { return address }
        let needsQuotes = name.unicodeScalars.contains { "\"(),:;<>@[]\\".unicodeScalars.contains($0) }
        let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return (needsQuotes ? "\"\(quoted)\"" : name) + " <\(address)>"
    }
}
