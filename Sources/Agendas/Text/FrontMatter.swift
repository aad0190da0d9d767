import Council

/// A Markdown file in two parts: the keys between its two `---` lines, and the body after them.
struct FrontMatter {
    /// The keys. The lines before them are kept as empty ones, so that positions are those of the file.
    let yaml: String
    let body: String

    /// Why a file has no front matter.
    enum Missing: Error {
        case start
        case end

        var message: String {
            switch self {
            case .start:
                "there is no front matter; a proposal begins with a line `---`, then its keys, such as `title`, "
                    + "then a second line `---`"
            case .end: "the front matter has no end; close it with a line `---` below its last key"
            }
        }
    }

    init(_ text: String) throws(Missing) {
        let first = Self.line(of: text[...])
        guard Self.isFence(first) else { throw .start }
        // Only the lines of the keys are looked at. The body may have a million.
        let keys = Self.behindNewline(text[first.endIndex...])
        var rest = keys
        while true {
            let line = Self.line(of: rest)
            if !rest.isEmpty, Self.isFence(line) { break }
            guard line.endIndex < text.endIndex else { throw .end }
            rest = Self.behindNewline(rest[line.endIndex...])
        }
        let end = Self.line(of: rest).endIndex
        // The last line of the keys has its newline; without any keys, there is none.
        yaml = keys.startIndex == rest.startIndex ? "\n\n" : "\n" + keys[..<rest.startIndex]
        body = String(Self.behindNewline(text[end...]))
    }

    private static func behindNewline(_ text: Substring) -> Substring { Substring(text.utf8.dropFirst()) }

    /// The first line of a text, without the newline that ends it.
    private static func line(of text: Substring) -> Substring {
        text[..<(text.utf8.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex)]
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.utf8.starts(with: "---".utf8)
            && line.utf8.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}
