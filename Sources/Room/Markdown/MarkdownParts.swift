import Council

extension DocumentPage.Line {
    /// The lines of a Markdown file, a part for each of its paragraphs, so that a page can begin at one of them.
    ///
    /// The keys at the head of the file stay as they are written, and anchors, which only browsers need, are left out.
    public static func parts(ofMarkdown text: String) -> [Self] {
        var lines = text.lines.map(String.init)[...]
        var parts: [Self] = []
        if lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") {
            parts += lines[...end].map { .text($0) }
            lines = lines[(end + 1)...]
        }
        var (part, isCode) = ([String](), false)
        for (place, line) in zip(lines.indices, lines) where line.wholeMatch(of: /<a id="[^"]*"><\/a>/) == nil {
            if line.hasPrefix("```") || line.hasPrefix("~~~") { isCode.toggle() }
            let next = place + 1 < lines.endIndex ? lines[place + 1] : ""
            guard line.isEmpty, !isCode, next.first.map({ $0.isLetter || $0 == "#" || $0 == "<" || $0 == "|" }) == true
            else {
                part.append(line)
                continue
            }
            parts += [.markdown(part.joined(separator: "\n")), .text("")]
            part = []
        }
        return parts + (part.isEmpty ? [] : [.markdown(part.joined(separator: "\n"))])
    }

    /// Its words as they were written.
    public var words: String {
        switch self {
        case .text(let text), .added(let text), .removed(let text), .heading(let text), .hanging(let text, _),
            .markdown(let text):
            text
        }
    }
}
