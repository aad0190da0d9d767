import CMarkdown

/// A text read as CommonMark with tables and strikethrough.
final class MarkdownDocument {
    private let parser: OpaquePointer
    private let root: OpaquePointer

    /// - Parameter findingLinks: whether a bare address becomes a link.
    init?(_ text: String, findingLinks: Bool = false) {
        cmark_gfm_core_extensions_ensure_registered()
        guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { return nil }
        for name in ["table", "strikethrough"] + (findingLinks ? ["autolink"] : []) {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        cmark_parser_feed(parser, text, text.utf8.count)
        guard let root = cmark_parser_finish(parser) else {
            cmark_parser_free(parser)
            return nil
        }
        self.parser = parser
        self.root = root
    }

    deinit {
        cmark_node_free(root)
        cmark_parser_free(parser)
    }

    /// Every node, the inner ones before those around them, so that each can be taken apart in turn.
    ///
    /// They are there as long as the document is.
    private var nodes: [OpaquePointer] {
        var nodes: [OpaquePointer] = []
        func add(_ node: OpaquePointer) {
            var child = cmark_node_first_child(node)
            while let next = child {
                add(next)
                child = cmark_node_next(next)
            }
            nodes.append(node)
        }
        add(root)
        return nodes
    }

    func visit(_ body: (OpaquePointer) -> Void) { withExtendedLifetime(self) { nodes.forEach(body) } }

    func contains(where isMeant: (OpaquePointer) -> Bool) -> Bool {
        withExtendedLifetime(self) { nodes.contains(where: isMeant) }
    }

    var markdown: String { Self.string(cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0)) }

    var html: String {
        Self.string(cmark_render_html(root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser)))
    }

    private static func string(_ rendered: UnsafeMutablePointer<CChar>?) -> String {
        guard let rendered else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
        return String(cString: rendered)
    }
}
