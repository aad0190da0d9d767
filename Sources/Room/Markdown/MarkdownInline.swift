import CMarkdown
import Screen

/// The styled text within a paragraph, a heading or a table cell.
enum MarkdownInline {
    static func spans(of parent: MarkdownNode, style: Style) -> [Span] {
        children(of: parent).flatMap { span($0, style) }
    }

    private static func span(_ node: MarkdownNode, _ style: Style) -> [Span] {
        switch kind(of: node) {
        case "text": return [Span(literal(of: node), style)]
        case "softbreak": return [Span(" ", style)]
        case "linebreak": return [Span("\n", style)]
        case "code": return [Span(literal(of: node), Style(.code, on: style.ground, style.traits))]
        case "html_inline": return [Span(literal(of: node), Style(.code, on: style.ground, style.traits))]
        case "strong": return spans(of: node, style: marked(style, .strong, .bold))
        case "emph": return spans(of: node, style: marked(style, .emphasis, .italic))
        case "strikethrough": return spans(of: node, style: style.with(.strike))
        case "link", "image":
            let address = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
            let text = spans(of: node, style: marked(style, .link, .underline))
            let isShown = text.map(\.text).joined() == address || "mailto:" + text.map(\.text).joined() == address
            // A terminal shows no targets: the address stands behind the text.
            return address.isEmpty || isShown ? text : text + [Span(" <\(address)>", Style(.muted, on: style.ground))]
        default: return spans(of: node, style: style)
        }
    }

    /// A heading stays one, whatever is emphasised in it.
    private static func marked(_ style: Style, _ role: Role, _ traits: Traits) -> Style {
        Style(style.role == .text || role == .link ? role : style.role, on: style.ground, style.traits.union(traits))
    }
}
