/// Somebody as people write them, `Lena Ortiz <lena@example.com>`, in its two parts.
public struct NamedAddress: Equatable, Sendable {
    /// What stands before the address; the whole text if there is none in brackets.
    public let name: String
    /// What stands in the brackets, as it is written there; the text itself where it is a bare address.
    public let address: String?

    public init(_ text: String) {
        let text = text.trimmed
        // Most people are given by their names alone.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "@") }) else {
            (name, address) = (text, nil)
            return
        }
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
            name = text
            address = text.contains("@") && !text.contains(where: \.isWhitespace) ? text : nil
            return
        }
        let inner = text[text.index(after: open)...].dropLast().trimmed
        let before = text[..<open].trimmed
        name = before.isEmpty ? inner : before
        address = inner.nilIfEmpty
    }
}
