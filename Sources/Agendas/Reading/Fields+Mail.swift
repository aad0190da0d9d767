import Council

/// Mail addresses.
extension Fields {
    /// A bare address: `lena@example.com`.
    func address(_ name: String) -> String? {
        guard let text = line(name) else { return nil }
        if let reason = MailAddress.problem(with: text) {
            fault(name, Self.message("`\(visible(text))`", reason, "lena@example.com"))
            return nil
        }
        return text
    }

    /// An address, with or without a name: `ML Council <ml-council@example.com>`.
    func mailbox(_ name: String) -> String? {
        guard let text = line(name) else { return nil }
        if let reason = MailAddress.problem(withMailbox: text) {
            fault(name, Self.message("`\(visible(text))`", reason, "Lena Ortiz <lena@example.com>"))
            return nil
        }
        return text
    }

    /// A name, with or without an address after it: `Lena Ortiz`, or `Lena Ortiz <lena@example.com>`.
    func person(_ name: String) -> String? {
        guard let text = line(name) else { return nil }
        return Self.mayHaveAddress(text) ? mailbox(name) : text
    }

    /// Like ``person(_:)``, of a value that has no key of its own.
    func person(of node: Node, _ label: String) -> NamedAddress? {
        guard let text = line(of: node, label) else { return nil }
        if Self.mayHaveAddress(text), let reason = MailAddress.problem(withMailbox: text) {
            sheet.fault(at: node.place, Self.message("`\(visible(text))`", reason, "Lena Ortiz <lena@example.com>"))
            return nil
        }
        return NamedAddress(text)
    }

    /// A list of addresses, each with or without a name.
    func mailboxes(_ name: String) -> [String] {
        list(name, "[ml-review@example.com]") { node in
            guard let text = self.line(of: node, "an entry of `\(name)`") else { return nil }
            if let reason = MailAddress.problem(withMailbox: text) {
                self.sheet.fault(at: node.place, Self.message("`\(visible(text))`", reason, "lena@example.com"))
                return nil
            }
            return text
        }
    }

    private static func mayHaveAddress(_ text: String) -> Bool { text.utf8.contains { "<>@".utf8.contains($0) } }

    private static func message(_ text: String, _ reason: String, _ example: String) -> String {
        "\(text) is not a mail address: \(reason); write it as `\(example)`"
    }
}

/// The syntax of mail addresses: RFC 5322 without comments, quoted local parts and address literals.
enum MailAddress {
    /// Why `text` is not an address such as `lena@example.com`; nil if it is one.
    static func problem(with text: String) -> String? {
        if text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) {
            return "only the address itself belongs here, without a name"
        }
        let isPlain = text.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
        if !isPlain, text.contains(where: \.isWhitespace) { return "it has a space in it" }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return parts.count < 2 ? "it has no `@`" : "it has more than one `@`" }
        guard parts[0].utf8.count <= 64, parts[1].utf8.count <= 253 else { return "it is too long" }
        if parts[0].isEmpty { return "nothing stands before the `@`" }
        guard parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isAtom) else {
            return "before the `@` only letters a to z, digits, single dots and `!#$%&'*+-/=?^_{|}~` may stand"
        }
        return isDomain(parts[1]) ? nil : "after the `@` there must be a domain of letters a to z, digits, `-` and dots"
    }

    /// Why `text` is neither an address nor `Name <address>`; nil if it is one of them.
    static func problem(withMailbox text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "<")), let open = text.firstIndex(of: "<") else {
            return problem(with: text)
        }
        guard text.hasSuffix(">") else { return "after `<`, the address must end the text with `>`" }
        if text[..<open].contains(where: { ">@".contains($0) }) { return "the name has `>` or `@` in it" }
        return problem(with: String(text[text.index(after: open)...].dropLast()))
    }

    /// Letters a to z, digits and hyphens between dots, as in `ml-review.example.com`.
    static func isDomain(_ text: some StringProtocol) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isAtom(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { isLetterOrDigit($0) || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
