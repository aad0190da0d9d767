/// Markdown that people wrote, as it may stand within minutes.
struct MarkdownBlock: Equatable {
    /// CommonMark, without what could reach beyond it.
    let markdown: String
    let html: String

    /// What a program reads, and the forms in which a page has it.
    var fact: Fact {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        let quote = lines.map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
        return .formed(markdown, forms: ["markdown": markdown, "quote": quote, "html": html])
    }
}
