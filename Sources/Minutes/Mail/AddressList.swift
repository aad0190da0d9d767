/// A header's list of addresses (RFC 5322, section 3.4).
enum AddressList {
    /// The addresses alone, in order. Names, comments and the names of groups are passed over.
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
                // What came before was the name of a group.
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

        /// The entry with its address; nil where there is nothing in it.
        var finished: (text: String, address: String?)? {
            let address = String(hasBrackets ? inBrackets : plain).trimmed
            let whole = String(text).trimmed
            return whole.isEmpty ? nil : (whole, address.isEmpty ? nil : address)
        }
    }
}
