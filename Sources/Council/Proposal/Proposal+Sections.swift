extension Proposal {
    /// The text under a second-level heading of the body, without the heading; nil if there is none or it is blank.
    ///
    /// Headings are compared without regard to case. A `##` inside a fenced block is not a heading.
    public func section(_ heading: String) -> String? {
        guard let range = sectionRange(heading) else { return nil }
        let text = body[range].trimmed
        return text.isEmpty ? nil : text
    }

    /// Replaces the text under a heading; adds heading and text at the end if there is no such heading.
    public mutating func setSection(_ heading: String, to text: String) {
        guard let range = sectionRange(heading) else {
            let gap = body.isEmpty ? "" : body.hasSuffix("\n") ? "\n" : "\n\n"
            body += "\(gap)## \(heading)\n\n\(text)\n"
            return
        }
        body.replaceSubrange(range, with: "\n\(text)\n" + (range.upperBound < body.endIndex ? "\n" : ""))
    }

    /// What stands below the heading, up to the next heading of the first or second level.
    ///
    /// Lines are looked at as bytes, and most of them only at the first: a body may have many thousands.
    public func sectionRange(_ heading: String) -> Range<String.Index>? {
        let bytes = body.utf8
        let wanted = heading.lowercased()
        var start: String.Index?
        var isFenced = false
        var place = bytes.startIndex
        while place < bytes.endIndex {
            if bytes[place] == 0x0A {
                place = bytes.index(after: place)
                continue
            }
            let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let next = end < bytes.endIndex ? bytes.index(after: end) : end
            switch bytes[place] {
            case UInt8(ascii: "`"), UInt8(ascii: "~"):
                let line = bytes[place..<end]
                if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { isFenced.toggle() }
            case UInt8(ascii: "#") where !isFenced:
                let line = bytes[place..<end]
                let isSecond = line.starts(with: "## ".utf8)
                guard isSecond || line.starts(with: "# ".utf8) else { break }
                if let start { return start..<place }
                if isSecond, Self.mayBe(wanted, line.dropFirst(3)),
                    body[place..<end].dropFirst(3).trimmed.lowercased() == wanted
                {
                    start = next
                }
            default: break
            }
            place = next
        }
        return start.map { $0..<bytes.endIndex }
    }

    /// Whether a heading's first letter is that of a wanted one in small letters: most others need no second look.
    private static func mayBe(_ wanted: String, _ heading: Substring.UTF8View) -> Bool {
        guard let first = heading.first(where: { $0 != UInt8(ascii: " ") }), let letter = wanted.utf8.first else {
            return wanted.isEmpty
        }
        return first >= 0x80 || first < 0x20 || first | 0x20 == letter | 0x20
    }
}

extension StringProtocol {
    /// Without white space at either end.
    public var trimmed: String {
        // Most texts have nothing to be cut off, which their ends tell without a look into Unicode's tables.
        if let first = unicodeScalars.first?.value, let last = unicodeScalars.last?.value,
            (0x21...0x7E).contains(first), (0x21...0x7E).contains(last)
        {
            return String(self)
        }
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
