import CMarkdown
import Markdown

/// The page of minutes that were edited as Markdown, so that both say the same.
///
/// Raw HTML is left out, except the anchors of the items.
struct EditedPage {
    private let markdown: String
    private let title: String
    private let style: String

    /// - Parameter style: That of all pages.
    init(_ markdown: String, title: String, style: String) {
        self.markdown = markdown.cleaned
        self.title = title
        self.style = style
    }

    var html: String { PageFrame.html(title: title.onOneLine, style: style, body: "<main>\n\(content)</main>") }

    private var content: String {
        guard
            let document = MarkdownDocument(markdown, with: [.table, .strikethrough, .links], within: .document)
        else {
            // Text that is too intricate is shown as it was written, so that nothing is left out.
            return "<pre>\(HTMLText.escaped(markdown))</pre>\n"
        }
        document.visit(Self.keepAnchor)
        return document.html
    }

    /// Replaces an anchor by a node that is rendered as it is, and removes all other raw HTML.
    private static func keepAnchor(_ node: OpaquePointer) {
        let isInline = cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE
        guard isInline || cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK else { return }
        let text = (cmark_node_get_literal(node).map { String(cString: $0) } ?? "").trimmed
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

/// The frame of a page that fetches nothing and runs nothing.
enum PageFrame {
    /// - Parameters:
    ///   - title: Text, not HTML.
    ///   - feed: The feed of what the page tells, for programs that follow it; nil if there is none.
    ///   - body: HTML, without a line break at its end.
    static func html(title: String, style: String, feed: String? = nil, body: String) -> String {
        let feed = feed.map { "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"\($0)\">\n" } ?? ""
        return page(title: title, style: style, feed: feed, body: body)
    }

    private static func page(title: String, style: String, feed: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="color-scheme" content="light dark">
        <title>\(HTMLText.escaped(title))</title>
        \(feed)<style>\(style)</style>
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }
}
