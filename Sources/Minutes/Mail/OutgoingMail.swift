/// A finished mail, read for being sent: who gets it, and the text that goes out.
public struct OutgoingMail: Equatable, Sendable {
    public let messageID: String
    /// The address in From, to which the mail system reports what it can't deliver.
    public let sender: String
    /// The addresses in To and Cc, each once.
    public let to: [String]
    /// The addresses in Bcc that are in neither To nor Cc.
    public let bcc: [String]
    /// As a person reads it.
    public let subject: String
    /// The mail without its Bcc, which is nobody's business but the sender's; lines end with `\n`, as programs of the
    /// sendmail kind expect them.
    public let text: String

    public var recipients: [String] { to + bcc }

    /// - Throws: why the mail can't be sent as it is.
    public init(_ mail: String) throws(MinutesError) {
        try self.init(reading: mail)
        guard !sender.hasSuffix(".invalid") else {
            throw MinutesError("the mail is from nobody: name an address in council.yaml, under `mail`, as `from`")
        }
    }

    /// A mail that may yet be from nobody, as those of a council that names no sender are.
    ///
    /// - Throws: what else is wrong with it.
    init(reading mail: String) throws(MinutesError) {
        // To Swift, CR LF is one character, and another one than LF.
        let lines = mail.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        let fields = Self.fields(of: lines.prefix { !$0.isEmpty })
        func values(_ name: String) -> [String] { fields.filter { $0.name.lowercased() == name }.map(\.value) }

        guard let message = values("message-id").first?.trimmed, message.hasPrefix("<"), message.hasSuffix(">") else {
            throw MinutesError("the mail has no Message-ID, by which it would be known what was sent")
        }
        guard let sender = values("from").first.map(AddressList.addresses)?.first else {
            throw MinutesError("the mail has no From: name an address in council.yaml, under `mail`, as `from`")
        }
        messageID = message
        self.sender = try Mailbox(sender).address
        var seen: Set<String> = []
        to = try Self.addresses(values("to") + values("cc"), unless: &seen)
        bcc = try Self.addresses(values("bcc"), unless: &seen)
        subject = EncodedWord.decoded(values("subject").first ?? "").onOneLine
        let header = fields.filter { $0.name.lowercased() != "bcc" }.flatMap(\.lines)
        text = (header + lines.dropFirst(fields.reduce(0) { $0 + $1.lines.count })).joined(separator: "\n")
    }

    private static func addresses(
        _ values: [String], unless seen: inout Set<String>
    ) throws(MinutesError) -> [String] {
        var addresses: [String] = []
        for text in values.flatMap(AddressList.addresses) {
            let mailbox = try Mailbox(text)
            if seen.insert(mailbox.key).inserted { addresses.append(mailbox.address) }
        }
        return addresses
    }

    private struct Field {
        let name: String
        var lines: [String]

        /// Unfolded, without the name.
        var value: String { String(lines.joined().drop { $0 != ":" }.dropFirst()).trimmed }
    }

    private static func fields(of lines: some Sequence<String>) -> [Field] {
        var fields: [Field] = []
        for line in lines {
            if line.hasPrefix(" ") || line.hasPrefix("\t"), !fields.isEmpty {
                fields[fields.count - 1].lines.append(line)
            } else {
                fields.append(Field(name: String(line.prefix { $0 != ":" }), lines: [line]))
            }
        }
        return fields
    }
}
