import Screen

/// Markdown for a terminal that nothing else stands on, as the screen shows it.
public enum PrintedMarkdown {
    /// - Parameter isMarked: Whether headings and words that stand out are bold or underlined, by the sequences that every
    ///   terminal and pager knows.
    /// - Returns: One line of the page each, without anything that could drive a terminal.
    public static func lines(of markdown: String, width: Int, isMarked: Bool) -> [String] {
        MarkdownLines.lines(of: markdown, width: width).map { line in
            let text = line.spans.map { span in
                let text = TextWidth.safe(span.text)
                let mark = isMarked && !text.isEmpty ? mark(of: span.style) : nil
                return mark.map { "\u{1b}[\($0)m\(text)\u{1b}[m" } ?? text
            }
            let full = String(repeating: " ", count: line.indent) + text.joined()
            return isMarked ? full : full.replacing(/\ +$/, with: "")
        }
    }

    private static func mark(of style: Style) -> String? {
        switch style.role {
        case .heading, .strong, .label, .code: "1"
        case .emphasis, .link: "4"
        default: style.traits.contains(.bold) ? "1" : nil
        }
    }
}
