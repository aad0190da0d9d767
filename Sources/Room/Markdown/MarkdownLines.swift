import CMarkdown
import Markdown
import Screen

/// Markdown as styled lines of a given width: headings, lists, emphasis, code, tables, links.
struct MarkdownLines {
    private let width: Int
    private var lines: [Line] = []
    /// Columns before the text of the block being drawn.
    private var indent = 0
    /// What stands in those columns on the block's first line: a bullet, a number.
    private var marker: Span?
    private var quoteDepth = 0

    /// - Parameters:
    ///   - width: In columns; at least 8 are used.
    static func lines(of markdown: String, width: Int) -> [Line] {
        var drawing = MarkdownLines(width: max(8, width))
        drawing.draw(markdown)
        return drawing.lines
    }

    private init(width: Int) { self.width = width }

    private mutating func draw(_ markdown: String) {
        guard let document = MarkdownDocument(markdown, with: [.table, .strikethrough, .tasks, .links]) else {
            put(Line.wrap(Self.asWritten, Style(.warning), width: width) + [Line()])
            put(Line.wrap(markdown, width: width))
            return
        }
        withExtendedLifetime(document) { blocks(of: document.root, isTight: false) }
    }

    /// Stands above a text that takes too long to read, or whose parts are nested too deep.
    static let asWritten = "This text is too intricate to be shown as Markdown: it stands here as it was written."

    // MARK: Blocks

    private mutating func blocks(of parent: MarkdownNode, isTight: Bool) {
        for node in children(of: parent) {
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
            quoteDepth += 1
            blocks(of: node, isTight: true)
            quoteDepth -= 1
        case "thematic_break": put([Line(String(repeating: "─", count: max(1, room)), Style(.border))])
        case "table": put(MarkdownTable(node, width: room).lines)
        default: blocks(of: node, isTight: true)
        }
    }

    /// Columns that are left for text.
    private var room: Int { max(4, width - indent - 2 * quoteDepth) }

    private mutating func heading(_ node: MarkdownNode) {
        let level = Int(cmark_node_get_heading_level(node))
        let style = Style(level <= 2 ? .heading : .strong, on: .page, level == 1 ? [.bold, .underline] : .bold)
        put(Line.wrap(spans(of: node, style: style), width: room))
    }

    private mutating func paragraph(_ spans: [Span]) { put(Line.wrap(spans, width: room)) }

    private mutating func code(_ text: String) {
        var rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        if rows.last?.isEmpty == true { rows.removeLast() }
        put(rows.map { Line(String($0), Style(.code), indent: 2) })
    }

    private mutating func list(_ node: MarkdownNode) {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        let isTight = cmark_node_get_list_tight(node) != 0
        var number = Int(cmark_node_get_list_start(node))
        for (place, item) in children(of: node).enumerated() {
            if place > 0, !isTight { lines.append(quoted(Line())) }
            let bullet: String
            if kind(of: item) == "tasklist" {
                bullet = cmark_gfm_extensions_get_tasklist_item_checked(item) ? "☑ " : "☐ "
            } else {
                bullet = isOrdered ? "\(number). " : (indent == 0 ? "• " : "◦ ")
            }
            number += 1
            let step = TextWidth.of(bullet)
            indent += step
            marker = Span(bullet, Style(.accent))
            blocks(of: item, isTight: isTight)
            marker = nil
            indent -= step
        }
    }

    /// Adds lines at the current indent; the first of them gets the marker.
    private mutating func put(_ block: [Line]) {
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

/// The node's type by name; extensions have no constants that Swift could see.
func kind(of node: MarkdownNode) -> String { String(cString: cmark_node_get_type_string(node)) }

func literal(of node: MarkdownNode) -> String { cmark_node_get_literal(node).map { String(cString: $0) } ?? "" }
