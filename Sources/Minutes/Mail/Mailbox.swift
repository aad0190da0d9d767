/// A mail address with the name to show for it (RFC 5322, section 3.4).
struct Mailbox: Equatable, Sendable {
    let name: String?
    /// `local@domain` in ASCII, safe in a header as it is.
    let address: String

    /// Reads `Lena Ortiz <lena@example.com>` or `lena@example.com`.
    ///
    /// - Parameter name: The name to show if the text has none.
    /// - Throws: Why no mail can go there.
    init(_ text: String, name: String? = nil) throws(MinutesError) {
        let (written, inBrackets) = Self.parts(of: text)
        self.name = inBrackets != nil && !written.isEmpty ? written : name
        address = inBrackets ?? written
        try Self.check(address)
    }

    /// The text before the address, without quotation marks; the whole text if there is no address in brackets.
    static func displayName(of text: String) -> String { parts(of: text).name }

    /// The text before the address, and the address if it is in brackets.
    private static func parts(of text: String) -> (name: String, address: String?) {
        let scalars = text.onOneLine.unicodeScalars
        guard scalars.last == ">", let open = scalars.lastIndex(of: "<") else { return (text.onOneLine, nil) }
        let address = String(scalars[scalars.index(after: open)...].dropLast()).trimmed
        var name = Substring(String(scalars[..<open]).onOneLine)
        if name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") { name = name.dropFirst().dropLast() }
        return (String(name).replacing("\\\"", with: "\""), address)
    }

    /// The mailbox as a header has it, `=?utf-8?Q?Tom=C3=A1s?= <tomas@example.com>`, in pieces between which a line may
    /// end.
    var header: [String] {
        guard let name = name?.onOneLine, !name.isEmpty else { return [address] }
        return EncodedWord.phrase(name) + ["<\(address)>"]
    }

    /// Equal for the same mailbox. A domain has no case, and no mail system in use distinguishes local parts by case.
    var key: String { address.lowercased() }

    var domain: String { String(address.split(separator: "@").last ?? "") }

    /// - Throws: What is wrong with the address.
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
            throw MinutesError("no mail goes to \(quoted(address)): the part after the @ is not a domain")
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

/// A header's list of addresses (RFC 5322, section 3.4).
enum AddressList {
    /// The addresses in order, without names, comments and the names of groups.
    static func addresses(_ text: String) -> [String] { entries(text).compactMap(\.address) }

    /// The texts between the commas, as they are written.
    static func entries(_ text: String) -> [(text: String, address: String?)] {
        var entries: [(text: String, address: String?)] = []
        var entry = Entry()
        func finish() {
            if let done = entry.finished { entries.append(done) }
            entry = Entry()
        }
        for scalar in text.unicodeScalars {
            if entry.isBetweenAddresses, scalar == "," || scalar == ";" {
                finish()
            } else if entry.isBetweenAddresses, scalar == ":" {
                // The text before the colon is the name of a group.
                entry = Entry()
            } else {
                entry.take(scalar)
            }
        }
        finish()
        return entries
    }

    private struct Entry {
        private var text = String.UnicodeScalarView()
        private var plain = String.UnicodeScalarView()
        private var inBrackets = String.UnicodeScalarView()
        private var hasBrackets = false
        private var comments = 0
        private var isQuoted = false
        private var isBracketed = false
        private var isEscaped = false

        var isBetweenAddresses: Bool { !isQuoted && !isBracketed && comments == 0 }

        mutating func take(_ scalar: Unicode.Scalar) {
            text.append(scalar)
            if isEscaped {
                isEscaped = false
                if comments == 0, !isQuoted { append(scalar) }
            } else if scalar == "\\", isQuoted || comments > 0 {
                isEscaped = true
            } else if isQuoted {
                if scalar == "\"" { isQuoted = false }
            } else if scalar == "(" || comments > 0 {
                if scalar == "(" { comments += 1 }
                if scalar == ")" { comments -= 1 }
            } else if scalar == "\"" {
                isQuoted = true
            } else if scalar == "<" {
                (isBracketed, hasBrackets) = (true, true)
            } else if scalar == ">" {
                isBracketed = false
            } else {
                append(scalar)
            }
        }

        private mutating func append(_ scalar: Unicode.Scalar) {
            if isBracketed { inBrackets.append(scalar) } else { plain.append(scalar) }
        }

        /// The entry with its address; nil if it is empty.
        var finished: (text: String, address: String?)? {
            let address = String(hasBrackets ? inBrackets : plain).trimmed
            let whole = String(text).trimmed
            return whole.isEmpty ? nil : (whole, address.isEmpty ? nil : address)
        }
    }
}
