/// The part of a file that the program keeps up to date, between two marks. The text around it belongs to people.
///
/// The first mark has a checksum of the part, so that any change inside it is noticed.
struct MarkedSection {
    static let begin =
        "<!-- Meetings, kept up to date by mlreview. What stands between these two lines is written anew. "
    static let end = "<!-- End of the meetings. -->"

    let before: String
    let content: String
    let after: String
    /// Whether the part is as the program wrote it.
    let isIntact: Bool

    /// Finds the part; nil if the text has no marks.
    init?(in text: String) {
        guard let begin = text.range(of: Self.begin),
            let beginEnd = text[begin.upperBound...].range(of: "-->\n")?.upperBound,
            let end = text[beginEnd...].range(of: "\n" + Self.end)
        else { return nil }
        before = String(text[..<begin.lowerBound])
        // The mark has a line of its own. Inside a line it is part of somebody's text.
        content = String(text[beginEnd...end.lowerBound])
        after = String(text[end.upperBound...])
        isIntact = text[begin.upperBound..<beginEnd].trimmed == "\(Self.checksum(of: content)) -->"
    }

    /// The file with another content.
    func replacing(content: String) -> String { before + Self.marked(content) + after }

    /// A content between its marks.
    static func marked(_ content: String) -> String {
        let content = content.hasSuffix("\n") ? content : content + "\n"
        return "\(begin)\(checksum(of: content)) -->\n\(content)\(end)"
    }

    /// FNV-1a, 64 bits. It catches slips, not attacks.
    private static func checksum(of text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
