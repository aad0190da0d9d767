/// The end of a list in a YAML text, where entries can be added without touching a byte that is there.
struct ListEnd {
    /// Bytes of the file before the place.
    let offset: Int
    let style: Style
    /// As the file ends its lines.
    let lineEnd: String

    enum Style: Equatable {
        /// Each entry begins with `- ` in this column, counted from 0.
        ///
        /// - Parameter isAtLineEnd: Whether the line before the place has no end of its own.
        case block(column: Int, isAtLineEnd: Bool)
        /// In brackets.
        ///
        /// - Parameters:
        ///   - isEmpty: Whether no entry is there yet.
        ///   - column: Of the entries, counted from 0, if the last one begins a line; nil if not.
        case flow(isEmpty: Bool, column: Int?)
    }

    /// Finds the end of the list under a key of the outermost mapping; nil if it has no such list.
    init?(of key: String, in bytes: [UInt8]) throws(SyntaxProblem) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = bytes.starts(with: mark) ? mark.count : 0
        let text = Array(bytes[start...])
        var events = YAMLEvents(String(decoding: text, as: UTF8.self))
        guard let span = try Self.span(of: key, &events) else { return nil }
        let lines = Lines(text)
        lineEnd = lines.lineEnd
        let end = lines.offset(of: span.end)
        if span.isFlow {
            let column = span.last.flatMap { lines.column(ofFirst: lines.offset(of: $0)) }
            (offset, style) = (start + end, .flow(isEmpty: span.last == nil, column: column))
        } else {
            let dash = lines.offset(of: span.start)
            let isDash = dash < text.count && text[dash] == UInt8(ascii: "-")
            let place = lines.afterLastLine(before: end)
            let isAtLineEnd = place > 0 && text[place - 1] != UInt8(ascii: "\n")
            (offset, style) = (
                start + place, .block(column: lines.column(of: isDash ? dash : dash - 1), isAtLineEnd: isAtLineEnd)
            )
        }
    }

    /// A list in a text, in Unicode scalars.
    private struct Span {
        /// Where it begins: at its first dash, or behind its bracket.
        let start: Int
        /// Behind the last thing in it.
        var end: Int
        /// Where its last entry begins; nil if there is none.
        var last: Int?
        let isFlow: Bool
    }

    private static func span(of key: String, _ events: inout YAMLEvents) throws(SyntaxProblem) -> Span? {
        // Keys and values take turns in the outermost mapping, and nothing else lies so deep.
        var (depth, isKey, isWanted) = (0, true, false)
        while true {
            let marked = try events.nextMarked()
            switch marked.event {
            case .streamEnd: return nil
            case .documentStart, .documentEnd: continue
            case .start(let collection, _, _):
                if depth == 1, !isKey, isWanted {
                    guard case .sequence = collection else { return nil }
                    return try rest(of: marked, &events)
                }
                depth += 1
                if depth > 1 { continue }
                guard case .mapping = collection else { return nil }
                continue
            case .end: depth -= 1
            case .scalar(let scalar, _, _): if depth == 1, isKey { isWanted = scalar.string == key }
            case .alias: if depth == 1, isKey { isWanted = false }
            }
            guard depth == 1 else { continue }
            isKey.toggle()
        }
    }

    /// Reads to the end of the list that has just begun.
    private static func rest(of list: YAMLEvents.Marked, _ events: inout YAMLEvents) throws(SyntaxProblem) -> Span {
        var span = Span(start: list.range.upperBound, end: list.range.upperBound, last: nil, isFlow: list.isFlow)
        var isFlow = [list.isFlow]
        while true {
            let marked = try events.nextMarked()
            if isFlow.count == 1 {
                if case .end = marked.event { return span }
                span.last = marked.range.lowerBound
            }
            switch marked.event {
            case .start:
                isFlow.append(marked.isFlow)
                if marked.isFlow { span.end = marked.range.upperBound }
            case .end:
                // What is written in lines ends where the next thing begins, after blank lines and comments.
                if isFlow.removeLast() { span.end = marked.range.upperBound }
            default: span.end = marked.range.upperBound
            }
        }
    }
}

/// The lines of a text in bytes.
private struct Lines {
    private let text: [UInt8]
    private static let newline = UInt8(ascii: "\n")

    init(_ text: [UInt8]) { self.text = text }

    var lineEnd: String {
        guard let first = text.firstIndex(of: Self.newline) else { return "\n" }
        return first > 0 && text[first - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
    }

    /// The bytes before so many Unicode scalars.
    func offset(of scalars: Int) -> Int {
        var left = scalars
        for (offset, byte) in text.enumerated() where byte & 0xC0 != 0x80 {
            if left == 0 { return offset }
            left -= 1
        }
        return text.count
    }

    func column(of offset: Int) -> Int {
        String(decoding: text[lineStart(of: offset)..<offset], as: UTF8.self).unicodeScalars.count
    }

    /// The column of what begins a line; nil if something stands before it.
    func column(ofFirst offset: Int) -> Int? {
        let start = lineStart(of: offset)
        return text[start..<offset].allSatisfy { $0 == UInt8(ascii: " ") } ? offset - start : nil
    }

    private func lineStart(of offset: Int) -> Int {
        text[..<offset].lastIndex(of: Self.newline).map { $0 + 1 } ?? 0
    }

    /// The end of the line on which the last thing before a place stands, behind its newline.
    func afterLastLine(before place: Int) -> Int {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
        let last = text[..<place].lastIndex { !isBlank($0) } ?? 0
        return text[last...].firstIndex(of: Self.newline).map { $0 + 1 } ?? text.count
    }
}
