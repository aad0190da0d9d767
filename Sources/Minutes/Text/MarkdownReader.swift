import CMarkdown

/// Reads Markdown that people wrote.
enum MarkdownReader {
    /// The text of each paragraph and list item, without its Markdown and without raw HTML.
    static func paragraphs(of markdown: String) -> [String] {
        let text = markdown.cleaned
        guard let root = cmark_parse_document(text, text.utf8.count, CMARK_OPT_VALIDATE_UTF8) else { return [] }
        defer { cmark_node_free(root) }
        var paragraphs: [String] = []
        var current = ""
        func finish() {
            let done = current.onOneLine
            if !done.isEmpty { paragraphs.append(done) }
            current = ""
        }
        let walk = cmark_iter_new(root)
        defer { cmark_iter_free(walk) }
        while true {
            let event = cmark_iter_next(walk)
            if event == CMARK_EVENT_DONE { break }
            let node = cmark_iter_get_node(walk)
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK:
                if let literal = cmark_node_get_literal(node) { current += String(cString: literal) }
                if cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK { finish() }
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: current += " "
            case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: if event == CMARK_EVENT_EXIT { finish() }
            case CMARK_NODE_ITEM: if event == CMARK_EVENT_ENTER { current = "• " }
            default: break
            }
        }
        finish()
        return paragraphs
    }
}
