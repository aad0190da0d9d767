extension Proposal {
    /// The text under a second-level heading of the body, without the heading; nil where there is none or it is blank.
    ///
    /// Headings are compared without regard to case. A `##` inside a fenced block is not a heading.
    public func section(_ heading: String) -> String? {
        guard let range = sectionLines(heading) else { return nil }
        let text = body.lines[range].joined(separator: "\n").trimmed
        return text.isEmpty ? nil : text
    }

    /// Replaces the text under a heading; adds heading and text at the end where there is no such heading.
    public mutating func setSection(_ heading: String, to text: String) {
        var lines = body.lines.map(String.init)
        if let range = sectionLines(heading) {
            lines.replaceSubrange(range, with: ["", text, ""])
        } else {
            lines += ["", "## \(heading)", "", text, ""]
        }
        body = lines.joined(separator: "\n")
    }

    /// The lines below the heading, up to the next heading of the first or second level.
    private func sectionLines(_ heading: String) -> Range<Int>? {
        let lines = body.lines
        var start: Int?
        var isFenced = false
        for (number, line) in lines.enumerated() {
            if line.hasPrefix("```") || line.hasPrefix("~~~") { isFenced.toggle() }
            guard !isFenced, line.hasPrefix("## ") || line.hasPrefix("# ") else { continue }
            if let start { return start..<number }
            if line.hasPrefix("## "), line.dropFirst(3).trimmed.lowercased() == heading.lowercased() {
                start = number + 1
            }
        }
        return start.map { $0..<lines.count }
    }
}

extension StringProtocol {
    /// Without white space at either end.
    public var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
