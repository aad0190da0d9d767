import CMarkdown
import Markdown
import Screen

/// Markdown as styled lines of a given width: headings, lists, emphasis, code, tables, links.
struct MarkdownLines {
    private let width: Int
    private var lines: [Line] = []
    /// Whether the text has more lines than are made at most.
    private var isTooLong = false
    /// Columns before the text of the block being drawn.
    private var indent = 0
    /// The text in those columns on the block's first line: a bullet or a number.
    private var marker: Span?
    private var quoteDepth = 0

    /// - Parameters:
    ///   - width: In columns; at least 8 are used.
    static func lines(of markdown: String, width: Int) -> PaneLines {
        var drawing = MarkdownLines(width: max(8, width))
        guard drawing.draw(markdown) else { return Self.asWritten(markdown, width: drawing.width) }
        return PaneLines(drawing.lines)
    }

    private init(width: Int) { self.width = width }

    /// The most lines that are made of a Markdown text: those of a hundred pages.
    static let mostLines = 20_000

    /// - Returns: false if the text is too intricate, or makes too many lines.
    private mutating func draw(_ markdown: String) -> Bool {
        guard let document = MarkdownDocument(markdown, with: [.table, .strikethrough, .tasks, .links]) else {
            return false
        }
        withExtendedLifetime(document) { blocks(of: document.root, isTight: false) }
        return !isTooLong
    }

    private static func asWritten(_ text: String, width: Int) -> PaneLines {
        var lines = WrappedText(width: width)
        lines.append(text)
        return PaneLines(Line.wrap(asWritten, Style(.warning), width: width) + [Line()], above: lines)
    }

    /// The line above a text that takes too long to read or to draw, or whose parts are nested too deep.
    static let asWritten = "This text is too complex to show as Markdown; it stands here as it was written."

    // MARK: Blocks

    private mutating func blocks(of parent: MarkdownNode, isTight: Bool) {
        for node in children(of: parent) {
            if isTooLong { return }
            if !lines.isEmpty, !isTight, marker == nil { lines.append(quoted(Line())) }
            block(node)
        }
    }

    private mutating func block(_ node: MarkdownNode) {
        switch kind(of: node) {
        case "heading": heading(node)
        case "paragraph": paragraph(spans(of: node, style: .plain))
        case "list": list(node)
        case "code_block": code(literal(of: node))
        case "html_block": code(literal(of: node))
        case "block_quote":
            let outer = quoteDepth
            if hasRoom(for: 2) { quoteDepth += 1 }
            blocks(of: node, isTight: true)
            quoteDepth = outer
        case "thematic_break": put([Line(String(repeating: "─", count: max(1, room)), Style(.border))])
        case "table": put(MarkdownTable(node, width: room).lines)
        default: blocks(of: node, isTight: true)
        }
    }

    /// Whether deeper nesting may indent further: half of the width is left to the text.
    private func hasRoom(for columns: Int) -> Bool { indent + 2 * quoteDepth + columns <= width / 2 }

    /// Columns left for text.
    private var room: Int { max(4, width - indent - 2 * quoteDepth) }

    private mutating func heading(_ node: MarkdownNode) {
        let level = Int(cmark_node_get_heading_level(node))
        let style = Style(level <= 2 ? .heading : .strong, on: .page, level == 1 ? [.bold, .underline] : .bold)
        put(Line.wrap(spans(of: node, style: style), width: room))
    }

    private mutating func paragraph(_ spans: [Span]) { put(Line.wrap(spans, width: room)) }

    private mutating func code(_ text: String) {
        guard fits(text.utf8.count { $0 == UInt8(ascii: "\n") }) else { return }
        var rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        if rows.last?.isEmpty == true { rows.removeLast() }
        put(rows.map { Line(String($0), Style(.code), indent: 2) })
    }

    private mutating func list(_ node: MarkdownNode) {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        let isTight = cmark_node_get_list_tight(node) != 0
        var number = Int(cmark_node_get_list_start(node))
        for (place, item) in children(of: node).enumerated() where !isTooLong {
            if place > 0, !isTight { lines.append(quoted(Line())) }
            let bullet: String
            if kind(of: item) == "tasklist" {
                bullet = cmark_gfm_extensions_get_tasklist_item_checked(item) ? "☑ " : "☐ "
            } else {
                bullet = isOrdered ? "\(number). " : (indent == 0 ? "• " : "◦ ")
            }
            number += 1
            let step = TextWidth.of(bullet)
            let outer = indent
            indent = hasRoom(for: step) ? indent + step : max(indent, step)
            marker = Span(bullet, Style(.accent))
            blocks(of: item, isTight: isTight)
            marker = nil
            indent = outer
        }
    }

    /// Adds lines at the current indent; the first of them gets the marker.
    private mutating func put(_ block: [Line]) {
        guard fits(block.count) else { return }
        for line in block {
            var placed = line
            if let marker {
                let before = indent - TextWidth.of(marker.text)
                placed.spans.insert(marker, at: 0)
                if line.indent > 0 { placed.spans.insert(Span(String(repeating: " ", count: line.indent)), at: 1) }
                placed.indent = before
                self.marker = nil
            } else {
                placed.indent += indent
            }
            lines.append(quoted(placed))
        }
    }

    /// Whether so many more lines may be made; if not, no further ones are made at all.
    private mutating func fits(_ count: Int) -> Bool {
        if lines.count + count > Self.mostLines { isTooLong = true }
        return !isTooLong
    }

    private func quoted(_ line: Line) -> Line {
        guard quoteDepth > 0 else { return line }
        let bar = Span(String(repeating: "▏ ", count: quoteDepth), Style(.quote))
        let gap = line.indent > 0 ? [Span(String(repeating: " ", count: line.indent))] : []
        return Line([bar] + gap + line.spans)
    }

    // MARK: Inline text

    private func spans(of parent: MarkdownNode, style: Style) -> [Span] {
        MarkdownInline.spans(of: parent, style: style)
    }
}

/// A node of the parsed document, which the document owns.
typealias MarkdownNode = OpaquePointer

func children(of parent: MarkdownNode) -> [MarkdownNode] {
    var found: [MarkdownNode] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
        found.append(node)
        next = cmark_node_next(node)
    }
    return found
}

/// The node's type by name: extensions have no constants that Swift can see.
func kind(of node: MarkdownNode) -> String { String(cString: cmark_node_get_type_string(node)) }

func literal(of node: MarkdownNode) -> String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }

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
