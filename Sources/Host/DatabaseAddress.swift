/// The address of a database on a server: `postgresql://db.example.com/council`.
///
/// It never holds a password: it stands in files that others read, and in the list of processes.
public struct DatabaseAddress: Hashable, Sendable, CustomStringConvertible {
    /// As a person wrote it.
    public let text: String

    public var description: String { text }

    /// Why a text is no address, in words that do not repeat a password.
    public enum Fault: Error, Sendable {
        case form
        case password

        public var sentence: String {
            switch self {
            case .form:
                "a database on a server is written as postgresql://HOST/NAME, or postgresql:///NAME on this host"
            case .password:
                "an address has no password in it, as others can read it: put the password into ~/.pgpass, or let the "
                    + "server know the account without one (peer on its own host, cert or gss from others)"
            }
        }
    }

    /// Whether a text is meant as an address of a server, and not as a folder.
    public static func isMeant(by text: String) -> Bool {
        text.hasPrefix("postgresql:") || text.hasPrefix("postgres:")
    }

    public init(_ text: String) throws(Fault) {
        guard text.hasPrefix("postgresql://") || text.hasPrefix("postgres://"),
            text.unicodeScalars.allSatisfy(Self.isSeen)
        else { throw .form }
        guard !Self.hasPassword(text) else { throw .password }
        self.text = text
    }

    /// Whether a character is neither a space nor a sign that only changes how others are shown.
    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    /// The value of one of the options behind `?`; nil if it is not there.
    public func option(_ name: String) -> String? {
        let options = text.split(separator: "?", maxSplits: 1).dropFirst().first?.split(separator: "&") ?? []
        return options.lazy.map { $0.split(separator: "=", maxSplits: 1) }
            .last { $0.count == 2 && Self.decoded($0[0]) == name }.map { Self.decoded($0[1]) }
    }

    /// Whether a password is in it: before an `@`, or among the options.
    private static func hasPassword(_ text: String) -> Bool {
        let rest = text.drop { $0 != "/" }.dropFirst(2)
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        // A password may have a slash in it that somebody forgot to write as %2F.
        if let at = parts[0].lastIndex(of: "@"), parts[0][..<at].contains(":") { return true }
        let options = parts.dropFirst().first?.split(separator: "&") ?? []
        return options.contains { option in
            let name = option.prefix { $0 != "=" }
            return ["password", "sslpassword"].contains(decoded(name).lowercased())
        }
    }

    /// A name without `%77` for `w`.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), rest.count > 1,
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else {
                bytes.append(byte)
                continue
            }
            bytes.append(code)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
