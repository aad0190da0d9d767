import CMarkdown
import Synchronization

/// A text read as CommonMark with GitHub's extensions.
public final class MarkdownDocument {
    private let parser: OpaquePointer
    /// The node that holds all others. It lives as long as the document.
    public let root: OpaquePointer

    public enum Extension: String, Sendable {
        case table, strikethrough
        /// Boxes at the beginning of list items.
        case tasks = "tasklist"
        /// Bare addresses become links.
        case links = "autolink"
    }

    /// The most levels that nodes are nested in. A page or a terminal has no room for more, and code that recurses into
    /// the tree needs stack for each.
    public static let mostLevels = 64

    /// Makes cmark-gfm's extensions known, once. Its own function says that they are before they are, so that a second
    /// thread would read a text without them.
    private static let extensions: Void = cmark_gfm_core_extensions_ensure_registered()

    /// Held while a text is parsed. cmark-gfm keeps the characters that extensions give a meaning to in one table for
    /// all parsers, and takes them out when any parser ends: without the lock, another thread would read `~~` as text.
    private static let parsing = Mutex(())

    /// Nil if the text is too intricate: reading it would take too long, or its parts are nested too deep.
    public init?(
        _ text: String, with extensions: [Extension] = [.table, .strikethrough], within limit: MarkdownLimit = .moment
    ) {
        guard MarkdownCost(of: text).isWithin(limit) else { return nil }
        _ = Self.extensions
        guard let parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8) else { return nil }
        for name in extensions.map(\.rawValue) {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        cmark_parser_feed(parser, text, text.utf8.count)
        let tree = Self.parsing.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
        guard let root = OpaquePointer(bitPattern: tree) else {
            cmark_parser_free(parser)
            return nil
        }
        self.parser = parser
        self.root = root
        if nodes == nil { return nil }
    }

    deinit {
        cmark_node_free(root)
        cmark_parser_free(parser)
    }

    /// Every node, the inner ones before those around them; nil if they are nested too deep.
    private var nodes: [OpaquePointer]? {
        var nodes: [OpaquePointer] = []
        var level = 1
        var node = root
        while true {
            if let child = cmark_node_first_child(node) {
                level += 1
                if level > Self.mostLevels { return nil }
                node = child
                continue
            }
            nodes.append(node)
            while cmark_node_next(node) == nil {
                guard node != root, let parent = cmark_node_parent(node) else { return nodes }
                level -= 1
                node = parent
                nodes.append(node)
            }
            guard node != root, let next = cmark_node_next(node) else { return nodes }
            node = next
        }
    }

    /// Calls `body` for every node, the inner ones before those around them, so that each can be taken apart in turn.
    public func visit(_ body: (OpaquePointer) -> Void) { withExtendedLifetime(self) { nodes?.forEach(body) } }

    public func contains(where isMeant: (OpaquePointer) -> Bool) -> Bool {
        withExtendedLifetime(self) { nodes?.contains(where: isMeant) ?? false }
    }

    /// Written as CommonMark.
    public var markdown: String { Self.string(cmark_render_commonmark(root, CMARK_OPT_DEFAULT, 0)) }

    /// Written as HTML. Raw HTML and addresses of scripts are left out.
    public var html: String {
        Self.string(cmark_render_html(root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser)))
    }

    private static func string(_ rendered: UnsafeMutablePointer<CChar>?) -> String {
        guard let rendered else { return "" }
        defer { cmark_get_default_mem_allocator().pointee.free(rendered) }
        return String(cString: rendered)
    }
}
