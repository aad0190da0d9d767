/// The cost of reading a text as Markdown, estimated from its bytes alone.
///
/// For some texts the parser takes time or memory that grows with the square of their length: brackets that close
/// nothing, rows shorter than a table's head, a long address that many links refer to. Each of these is counted before
/// the parser sees the text. What people write stays far below every limit.
struct MarkdownCost: Equatable {
    private(set) var bytes = 0
    /// Characters that may have a meaning, lines, and cells of tables. Parts of the document are made of these.
    private(set) var marks = 0
    /// Lines from the first one that may begin a block of code. Blank lines count, because a block keeps them.
    private(set) var codeLines = 0
    private(set) var brackets = 0
    /// Marks that may each make the parser look through all of the text: an address, a comment without an end.
    private(set) var scans = 0
    /// Columns of the widest table.
    private(set) var columns = 0
    /// The most quotes and lists that one line begins, one within the other.
    private(set) var levels = 0
    /// Bytes of the longest paragraph that may define the target of links.
    private(set) var definition = 0

    init(of text: String) {
        var text = text
        self = text.withUTF8 { bytes in MarkdownCost(of: bytes) }
    }

    private init(of text: UnsafeBufferPointer<UInt8>) {
        bytes = text.count
        var line = LineShape()
        var paragraph = 0
        var mayDefine = false
        var mayBeCode = false
        // Columns of the table that the line may belong to.
        var cells = 0
        for place in text.indices {
            let byte = text[place]
            let next = place + 1 < text.count ? text[place + 1] : UInt8(ascii: "\n")
            paragraph += 1
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if mayBeCode { codeLines += 1 }
                if line.isBlank {
                    if mayDefine { definition = max(definition, paragraph) }
                    (paragraph, mayDefine, cells) = (0, false, 0)
                } else {
                    if line.mayRuleTable { cells = max(cells, line.pipes + 1) }
                    columns = max(columns, cells)
                    marks += 1 + cells + line.levels
                    levels = max(levels, line.levels)
                }
                line = LineShape()
                continue
            case UInt8(ascii: "["), UInt8(ascii: "]"):
                marks += 1
                brackets += 1
                if byte == UInt8(ascii: "]"), next == UInt8(ascii: ":") { mayDefine = true }
            case UInt8(ascii: "@"):
                marks += 1
                scans += 1
            case UInt8(ascii: "<"):
                marks += 1
                if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { scans += 1 }
            case UInt8(ascii: "`"), UInt8(ascii: "~"):
                marks += 1
                if next == byte { mayBeCode = true }
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "\\"),
                UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "!"), UInt8(ascii: ":"), 0:
                marks += 1
            // A bare address becomes a link, its text and its target.
            case UInt8(ascii: "w") where next == byte && place > 0 && text[place - 1] == byte: marks += 3
            default: break
            }
            line.take(byte, before: next)
        }
        if !line.isBlank { marks += 1 + cells + line.levels }
        levels = max(levels, line.levels)
        if mayDefine { definition = max(definition, paragraph) }
    }

    func isWithin(_ limit: MarkdownLimit) -> Bool {
        let factor = limit.rawValue
        return bytes <= 2_000_000 * factor && marks <= 45_000 * factor && codeLines <= 20_000 * factor
            && brackets <= 10_000 * factor.squareRoot
            && columns <= 500 && levels <= 100 && scans * bytes <= 100_000_000 * factor
            && brackets * definition <= 20_000_000 * factor
    }
}

/// How much text may be read as Markdown.
public enum MarkdownLimit: Int, Sendable {
    /// As much as is read in about the time of a frame, because somebody waits for it.
    case moment = 1
    /// As much as takes a second or two at most: the minutes of a whole meeting.
    case document = 25
}

extension Int {
    fileprivate var squareRoot: Int { Int(Double(self).squareRoot()) }
}

/// What the cost depends on in one line.
private struct LineShape {
    private(set) var isBlank = true
    private(set) var pipes = 0
    /// Marks of quotes and lists at the line's beginning.
    private(set) var levels = 0
    private var isAtStart = true
    private var hasDash = false
    private var hasWords = false

    /// Whether it may be the line below a table's head.
    var mayRuleTable: Bool { pipes > 0 && hasDash && !hasWords }

    mutating func take(_ byte: UInt8, before next: UInt8) {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): return
        case UInt8(ascii: "|"):
            pipes += 1
            isAtStart = false
        case UInt8(ascii: "-"):
            hasDash = true
            if isAtStart, Self.isSpace(next) { levels += 1 }
        case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"):
            if isAtStart, Self.isSpace(next) { levels += 1 }
        case UInt8(ascii: ">"): if isAtStart { levels += 1 }
        case UInt8(ascii: ":"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
        default:
            isAtStart = false
            hasWords = true
        }
        isBlank = false
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
    }
}
