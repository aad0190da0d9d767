/// One line of styled text.
public struct Line: Hashable, Sendable {
    public var spans: [Span]
    /// Blank columns before the first span.
    public var indent: Int

    public init(_ spans: [Span] = [], indent: Int = 0) {
        self.spans = spans
        self.indent = indent
    }

    public init(_ text: String, _ style: Style = .plain, indent: Int = 0) {
        self.init([Span(text, style)], indent: indent)
    }

    /// Columns with the indent.
    public var width: Int { spans.reduce(indent) { $0 + $1.width } }

    /// The text without styles, with the indent.
    public var text: String { String(repeating: " ", count: indent) + spans.map(\.text).joined() }
}
