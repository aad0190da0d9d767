/// Somebody's mail address, with the name to show for it (RFC 5322, section 3.4).
struct Mailbox: Equatable, Sendable {
    let name: String?
    /// `local@domain`, ASCII, safe to stand in a header as it is.
    let address: String

    /// Reads `Lena Ortiz <lena@example.com>` or `lena@example.com`.
    ///
    /// - Parameter name: the name to show where the text has none.
    /// - Throws: why no mail can go there.
    init(_ text: String, name: String? = nil) throws(MinutesError) {
        let line = text.onOneLine
        if line.hasSuffix(">"), let open = line.lastIndex(of: "<") {
            let written = Self.displayName(of: line)
            self.name = written.isEmpty ? name : written
            address = String(line[line.index(after: open)...].dropLast()).trimmed
        } else {
            self.name = name
            address = line
        }
        try Self.check(address)
    }

    /// What stands before the address, without quotation marks; the whole text where there is no address in brackets.
    static func displayName(of text: String) -> String {
        let line = text.onOneLine
        guard line.hasSuffix(">"), let open = line.lastIndex(of: "<") else { return line }
        var name = line[..<open].trimmed
        if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") { name = String(name.dropFirst().dropLast()) }
        return name.replacing("\\\"", with: "\"")
    }

    /// The address as a header has it: `=?utf-8?Q?Tom=C3=A1s?= <tomas@example.com>`.
    var header: String {
        guard let name = name?.onOneLine, !name.isEmpty else { return address }
        return "\(EncodedWord.phrase(name)) <\(address)>"
    }

    /// What makes two mailboxes the same: the domain has no case, and no mail system in use tells local parts by theirs.
    var key: String { address.lowercased() }

    var domain: String { String(address.split(separator: "@").last ?? "") }

    /// - Throws: what is wrong with an address.
    private static func check(_ address: String) throws(MinutesError) {
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let local = parts.first, let domain = parts.last else {
            throw MinutesError("no mail goes to \(quoted(address)): an address is written NAME@DOMAIN")
        }
        guard address.utf8.allSatisfy({ $0 < 0x80 }) else {
            let side = local.utf8.allSatisfy { $0 < 0x80 } ? "after" : "before"
            throw MinutesError(
                "no mail goes to \(quoted(address)): the part \(side) the @ has letters outside ASCII, "
                    + "which many mail systems refuse")
        }
        guard isDotAtom(local, allowing: "!#$%&'*+-/=?^_`{|}~"), local.utf8.count <= 64 else {
            throw MinutesError(
                "no mail goes to \(quoted(address)): the part before the @ is not one that mail can carry")
        }
        guard isDotAtom(domain, allowing: "-"), domain.utf8.count <= 253 else {
            throw MinutesError("no mail goes to \(quoted(address)): the part after the @ is no domain")
        }
    }

    /// Words of letters, digits and some marks, with single dots between them (RFC 5322, section 3.2.3).
    private static func isDotAtom(_ text: Substring, allowing marks: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty
                && atom.unicodeScalars.allSatisfy { scalar in
                    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                        || marks.unicodeScalars.contains(scalar)
                }
        }
    }

    private static func quoted(_ address: String) -> String { "`\(address.prefix(80))`" }
}
