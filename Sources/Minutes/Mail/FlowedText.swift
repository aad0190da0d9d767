import Screen

/// Plain text for mail, in lines of at most 72 columns that readers can join and wrap to their own width (RFC 3676).
enum FlowedText {
    /// The lines of the mail. Every line of the text becomes one or more of them; all but its last end with a space.
    static func lines(of text: String, columns: Int = 72) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapped($0, columns: columns) }
            .map(stuffed)
    }

    private static func wrapped(_ line: Substring, columns: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        var width = 0
        for word in line.split(separator: " ") {
            let wordWidth = TextWidth.of(String(word))
            // One column stays free for the space that continues the line.
            if width > 0, width + 1 + wordWidth > columns - 1 {
                lines.append(current + " ")
                current = ""
                width = 0
            }
            if width > 0 {
                current += " "
                width += 1
            }
            current += word
            width += wordWidth
        }
        return lines + [current]
    }

    /// A line that begins with a space, a `>` or `From ` gets a space before it, which readers remove (section 4.4).
    private static func stuffed(_ line: String) -> String {
        line.hasPrefix(" ") || line.hasPrefix(">") || line.hasPrefix("From ") ? " " + line : line
    }
}
