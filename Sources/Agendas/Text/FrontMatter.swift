import Council

/// A Markdown file split into the keys between its two `---` lines and the body after them.
struct FrontMatter {
    /// As many lines as before it in the file stand empty, so that positions are those of the file.
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
        var lines = text.lines[...]
        guard let first = lines.popFirst(), Self.isFence(first) else { throw .start }
        guard let end = lines.firstIndex(where: Self.isFence) else { throw .end }
        yaml = "\n" + lines[..<end].joined(separator: "\n") + "\n"
        body = lines[(end + 1)...].joined(separator: "\n")
    }

    private static func isFence(_ line: Substring) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
    }
}
