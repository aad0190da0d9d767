import Mustache

/// Text from people within the plain text of a mail: as it is, on one line.
struct PlainText: MustacheContentType {
    func escapeText(_ text: String) -> String { Self.escaped(text) }

    static func escaped(_ text: String) -> String { text.onOneLine }
}
