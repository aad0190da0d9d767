import Council

/// What can be wrong with a mail address (RFC 5322 without comments, quoted local parts and address literals).
enum MailAddress {
    /// Why `text` is no address such as `lena@example.com`; nil where it is one.
    static func problem(with text: String) -> String? {
        if text.contains("<") || text.contains(">") { return "only the address itself belongs here, without a name" }
        if text.contains(where: \.isWhitespace) { return "it has a space in it" }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return parts.count < 2 ? "it has no `@`" : "it has more than one `@`" }
        guard parts[0].utf8.count <= 64, parts[1].utf8.count <= 253 else { return "it is too long" }
        if parts[0].isEmpty { return "nothing stands before the `@`" }
        guard parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isAtom) else {
            return "before the `@` only letters a to z, digits, single dots and `!#$%&'*+-/=?^_{|}~` may stand"
        }
        return isDomain(parts[1]) ? nil : "after the `@` there must be a domain of letters a to z, digits, `-` and dots"
    }

    /// Why `text` is neither an address nor `Name <address>`; nil where it is.
    static func problem(withMailbox text: String) -> String? {
        guard let open = text.firstIndex(of: "<") else { return problem(with: text) }
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
