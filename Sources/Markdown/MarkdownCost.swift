/// What reading a text as Markdown would cost, told from its bytes alone.
///
/// The parser takes time by the square, or memory by the product, for some shapes of text: brackets that close nothing,
/// rows shorter than a table's head, a long address that many links refer to. So each of these is counted before it sees
/// the text. What people write stays far below every limit.
struct MarkdownCost: Equatable {
    private(set) var bytes = 0
    /// Characters that may mean something, lines, and the cells of tables: what the document's parts are made of.
    private(set) var marks = 0
    /// Lines from the first that may begin a block of code on, blank ones too: there they are lines of the block.
    private(set) var codeLines = 0
    private(set) var brackets = 0
    /// Marks from each of which the parser may look through all of the text: an address, a comment that nothing ends.
    private(set) var scans = 0
    /// Columns of the widest table.
    private(set) var columns = 0
    /// Quotes and lists that a line begins one within the other.
    private(set) var levels = 0
    /// Bytes of the longest paragraph that may define what links refer to.
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

/// How much may be read as Markdown.
public enum MarkdownLimit: Int, Sendable {
    /// What is read in about the time of a frame: somebody waits for it.
    case moment = 1
    /// What takes a second or two at the most: whole minutes.
    case document = 25
}

extension Int {
    fileprivate var squareRoot: Int { Int(Double(self).squareRoot()) }
}

/// What one line looks like, as far as the cost depends on it.
private struct LineShape {
    private(set) var isBlank = true
    private(set) var pipes = 0
    /// Marks of quotes and lists at its beginning.
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
