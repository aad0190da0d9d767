import CMarkdown

/// The structure that a Markdown reader sees in a text, without its words.
struct MarkdownShape {
    private(set) var blocks: [String] = []
    private(set) var emphases = 0
    private(set) var links: [String] = []
    private(set) var html: [String] = []

    init(of markdown: String) {
        cmark_gfm_core_extensions_ensure_registered()
        let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        cmark_parser_feed(parser, markdown, markdown.utf8.count)
        let root = cmark_parser_finish(parser)
        defer { cmark_node_free(root) }
        let walk = cmark_iter_new(root)
        defer { cmark_iter_free(walk) }
        while true {
            let event = cmark_iter_next(walk)
            if event == CMARK_EVENT_DONE { return }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) else { continue }
            take(node)
        }
    }

    private mutating func take(_ node: OpaquePointer) {
        let kind = String(cString: cmark_node_get_type_string(node))
        switch kind {
        case "text", "softbreak", "linebreak", "unknown", "<unknown>": break
        case "emph", "strong", "strikethrough", "code": emphases += 1
        case "link", "image": links.append(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
        case "html_block", "html_inline": html.append(cmark_node_get_literal(node).map { String(cString: $0) } ?? "")
        default: blocks.append(kind)
        }
    }
}
