import CMarkdown
import Council
import Markdown

/// Markdown that people wrote, made fit to stand within minutes.
struct MarkdownBlock: Equatable {
    /// CommonMark that can't affect the text around it.
    let markdown: String
    let html: String

    /// The Markdown for programs, and its forms for pages.
    var fact: Fact {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        let quote = lines.map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
        return .formed(markdown, forms: ["markdown": markdown, "quote": quote, "html": html])
    }
}

/// Reads Markdown that people wrote.
///
/// It keeps paragraphs, lists, emphasis, code, tables, and links into the web. A heading becomes a bold line, because it
/// would look like one of the minutes' own. An image becomes its description, because it would be fetched. Raw HTML is
/// shown as its source. A text that is too intricate stands as it was written, with a paragraph for each line.
struct MarkdownReader {
    /// Nil if there is nothing to read.
    static func block(of written: String) -> MarkdownBlock? {
        let text = written.cleaned
        guard !text.trimmed.isEmpty else { return nil }
        let plain = text.split(separator: "\n").map(String.init).filter { !$0.trimmed.isEmpty }
        // The text as it was written: all its marks are escaped.
        var asWritten: String { plain.map(MarkdownText.escaped).joined(separator: "\n\n") }
        guard let document = MarkdownDocument(text) else {
            let paragraphs = plain.map { "<p>\(HTMLText.escaped($0))</p>" }.joined(separator: "\n")
            return MarkdownBlock(markdown: asWritten, html: paragraphs)
        }
        document.visit(makeHarmless)
        let markdown = document.markdown.cleaned.withoutListEnds.withoutBlankEnds
        // The rendered text is read once more, because the renderer is not built to be safe.
        let isHarmless = MarkdownDocument(markdown).map { !$0.contains(where: isHarmful) } ?? false
        return MarkdownBlock(
            markdown: isHarmless ? markdown : asWritten, html: document.html.cleaned.trimmed)
    }

    private static func isHarmful(_ node: OpaquePointer) -> Bool {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING, CMARK_NODE_IMAGE, CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK: true
        case CMARK_NODE_LINK: !leadsIntoTheWeb(node)
        default: false
        }
    }

    private static func makeHarmless(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING: embolden(node)
        case CMARK_NODE_IMAGE: unwrap(node)
        case CMARK_NODE_LINK: if !leadsIntoTheWeb(node) { unwrap(node) }
        case CMARK_NODE_HTML_INLINE: replace(node, by: CMARK_NODE_TEXT)
        case CMARK_NODE_HTML_BLOCK: replace(node, by: CMARK_NODE_CODE_BLOCK)
        default: break
        }
    }

    private static func leadsIntoTheWeb(_ link: OpaquePointer) -> Bool {
        let address = cmark_node_get_url(link).map { String(cString: $0) }?.lowercased() ?? ""
        return ["https://", "http://", "mailto:"].contains { address.hasPrefix($0) }
    }

    /// The node itself becomes the paragraph, because the words inside it lie in its memory.
    private static func embolden(_ heading: OpaquePointer) {
        guard let bold = cmark_node_new(CMARK_NODE_STRONG) else { return }
        while let child = cmark_node_first_child(heading) { cmark_node_append_child(bold, child) }
        cmark_node_set_type(heading, CMARK_NODE_PARAGRAPH)
        if cmark_node_first_child(bold) != nil {
            cmark_node_append_child(heading, bold)
        } else {
            cmark_node_free(bold)
        }
    }

    private static func unwrap(_ node: OpaquePointer) {
        while let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
        drop(node)
    }

    private static func replace(_ node: OpaquePointer, by kind: cmark_node_type) {
        guard let kept = cmark_node_new(kind) else { return }
        cmark_node_set_literal(kept, cmark_node_get_literal(node))
        cmark_node_insert_before(node, kept)
        drop(node)
    }

    private static func drop(_ node: OpaquePointer) {
        cmark_node_unlink(node)
        cmark_node_free(node)
    }
}

extension String {
    /// The text without the comments that the renderer puts between two lists.
    fileprivate var withoutListEnds: String {
        let end = "<!-- end list -->"
        // Whole lines are compared. A search by characters takes quadratic time for a row of flags.
        return lines.filter { !$0.utf8.elementsEqual(end.utf8) }.joined(separator: "\n")
    }

    /// The text without the line ends around it. Leading blanks stay, because they make a line code.
    fileprivate var withoutBlankEnds: String {
        let bytes = utf8
        guard let first = bytes.firstIndex(where: { $0 != 0x0A }), let last = bytes.lastIndex(where: { $0 != 0x0A })
        else { return "" }
        return String(self[first...last])
    }
}
