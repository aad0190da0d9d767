import CMarkdown

/// The page of minutes that were edited as Markdown, so that both say the same.
///
/// Raw HTML in them is left out; the anchors of the items stay.
struct EditedPage {
    private let markdown: String
    private let title: String
    private let style: String

    /// - Parameter templates: the page's style is taken from there.
    init(_ markdown: String, title: String, templates: Templates) {
        self.markdown = markdown.cleaned
        self.title = title
        style = templates.style
    }

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="color-scheme" content="light dark">
        <title>\(HTMLText.escaped(title.onOneLine))</title>
        <style>\(style)</style>
        </head>
        <body>
        <main>
        \(body)</main>
        </body>
        </html>

        """
    }

    private var body: String {
        cmark_gfm_core_extensions_ensure_registered()
        let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8)
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink"] {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        cmark_parser_feed(parser, markdown, markdown.utf8.count)
        guard let root = cmark_parser_finish(parser) else { return "" }
        defer { cmark_node_free(root) }
        keepAnchors(in: root)
        guard let text = cmark_render_html(root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser)) else {
            return ""
        }
        defer { cmark_get_default_mem_allocator().pointee.free(text) }
        return String(cString: text)
    }

    /// Puts nodes that are rendered as they are in the place of the anchors, and takes all other raw HTML out.
    private func keepAnchors(in root: OpaquePointer) {
        var raw: [OpaquePointer] = []
        let walk = cmark_iter_new(root)
        while true {
            let event = cmark_iter_next(walk)
            if event == CMARK_EVENT_DONE { break }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(walk) else { continue }
            let kind = cmark_node_get_type(node)
            if kind == CMARK_NODE_HTML_INLINE || kind == CMARK_NODE_HTML_BLOCK { raw.append(node) }
        }
        cmark_iter_free(walk)
        for node in raw {
            let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
            let isInline = cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE
            let text = literal.trimmed
            if text.wholeMatch(of: /<a id="[a-z0-9-]+">(<\/a>)?|<\/a>/) != nil,
                let kept = cmark_node_new(isInline ? CMARK_NODE_CUSTOM_INLINE : CMARK_NODE_CUSTOM_BLOCK)
            {
                cmark_node_set_on_enter(kept, text)
                cmark_node_insert_before(node, kept)
            }
            cmark_node_unlink(node)
            cmark_node_free(node)
        }
    }
}
