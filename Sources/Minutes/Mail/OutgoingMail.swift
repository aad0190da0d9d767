/// A finished mail, read for sending: its recipients, and the text that goes out.
public struct OutgoingMail: Equatable, Sendable {
    public let messageID: String
    /// The address in From, to which the mail system reports what it can't deliver.
    public let sender: String
    /// The addresses in To and Cc, each once.
    public let to: [String]
    /// The addresses in Bcc that are in neither To nor Cc.
    public let bcc: [String]
    /// The subject as a person reads it.
    public let subject: String
    /// The mail without its Bcc, which only the sender may see. Lines end with `\n`, as sendmail and its kin expect.
    public let text: String

    public var recipients: [String] { to + bcc }

    /// - Throws: Why the mail can't be sent as it is.
    public init(_ mail: String) throws(MinutesError) {
        try self.init(reading: mail)
        guard !sender.hasSuffix(".invalid") else {
            throw MinutesError("the mail is from nobody: name an address in council.yaml, under `mail`, as `from`")
        }
    }

    /// Reads a mail that may have no real sender, as if a council names none.
    ///
    /// - Throws: Any other reason why it can't be sent.
    init(reading mail: String) throws(MinutesError) {
        // To Swift, CR LF is one character, which differs from LF.
        let lines = mail.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        let fields = Self.fields(of: lines.prefix { !$0.isEmpty })
        func values(_ name: String) -> [String] { fields.filter { $0.name.lowercased() == name }.map(\.value) }

        guard let message = values("message-id").first?.trimmed, message.hasPrefix("<"), message.hasSuffix(">") else {
            throw MinutesError(
                "the mail has no Message-ID, so nobody could tell later that it was sent: put the line back")
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
