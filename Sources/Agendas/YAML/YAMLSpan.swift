/// A value of a YAML text, and where it stands in the bytes of its file, for edits that leave all other bytes alone.
struct YAMLSpan {
    let kind: Kind
    /// A scalar's text; empty for the others.
    let text: String
    /// The entries of a list; of a mapping, keys and values by turns.
    let parts: [YAMLSpan]
    /// From the first byte to the last, without blank lines and comments behind it. Empty if nothing is written.
    let range: Range<Int>
    /// Whether it stands in brackets or braces.
    let isFlow: Bool

    enum Kind { case scalar, sequence, mapping }

    var isNull: Bool { range.isEmpty }

    /// The keys of a mapping with their values; empty for anything else.
    var entries: [(key: YAMLSpan, value: YAMLSpan)] {
        guard kind == .mapping else { return [] }
        return stride(from: 0, to: parts.count - 1, by: 2).map { (key: parts[$0], value: parts[$0 + 1]) }
    }

    /// The value of a key; nil if there is no such key.
    func value(of key: String) -> YAMLSpan? {
        entries.first { $0.key.kind == .scalar && $0.key.text == key }?.value
    }

    /// Every text in it, in order.
    private var leaves: [Range<Int>] { kind == .scalar ? [range] : parts.flatMap(\.leaves) }

    /// Whether a comment stands within it, which would be lost with it.
    func hasComment(in bytes: [UInt8]) -> Bool {
        let hash = UInt8(ascii: "#")
        if kind == .scalar {
            guard let first = bytes[range].first, "|>".utf8.contains(first) else { return false }
            return bytes[range].prefix { $0 != UInt8(ascii: "\n") }.contains(hash)
        }
        var place = range.lowerBound
        for leaf in leaves {
            if bytes[place..<max(place, leaf.lowerBound)].contains(hash) { return true }
            place = max(place, leaf.upperBound)
        }
        return bytes[place..<max(place, range.upperBound)].contains(hash)
    }
}

/// Why a program can't edit a text of YAML.
enum YAMLObstacle: Error {
    case syntax(SyntaxProblem)
    /// It has a name such as `&name` for a value, or stands for one: a change in one place would be one in another.
    case anchor
    case empty
}

extension YAMLSpan {
    /// Reads the bytes of a file that lie in `part`.
    init(_ bytes: [UInt8], in part: Range<Int>) throws(YAMLObstacle) {
        var reader = SpanReader(bytes, in: part)
        self = try reader.root()
    }
}

private struct SpanReader: ~Copyable {
    private let bytes: [UInt8]
    private let part: Range<Int>
    private var events: YAMLEvents
    /// The byte at which each Unicode scalar begins.
    private let places: [Int]

    init(_ bytes: [UInt8], in part: Range<Int>) {
        (self.bytes, self.part) = (bytes, part)
        events = YAMLEvents(String(decoding: bytes[part], as: UTF8.self))
        places = part.filter { bytes[$0] & 0xC0 != 0x80 }
    }

    mutating func root() throws(YAMLObstacle) -> YAMLSpan {
        while true {
            let marked = try next()
            switch marked.event {
            case .documentStart: continue
            case .start, .scalar: return try span(from: marked)
            case .alias: throw .anchor
            case .end, .documentEnd, .streamEnd: throw .empty
            }
        }
    }

    private mutating func next() throws(YAMLObstacle) -> YAMLEvents.Marked {
        do throws(SyntaxProblem) { return try events.nextMarked() } catch { throw .syntax(error) }
    }

    private func place(_ scalars: Int) -> Int { scalars < places.count ? places[scalars] : part.upperBound }

    private mutating func span(from marked: YAMLEvents.Marked) throws(YAMLObstacle) -> YAMLSpan {
        let start = place(marked.range.lowerBound)
        switch marked.event {
        case .scalar(let scalar, _, let anchor):
            guard anchor == nil else { throw .anchor }
            let end = place(marked.range.upperBound)
            let last = bytes[start..<end].lastIndex { !" \t\r\n".utf8.contains($0) }
            return YAMLSpan(
                kind: .scalar, text: scalar.string, parts: [], range: start..<(last.map { $0 + 1 } ?? start),
                isFlow: false)
        case .start(let collection, _, let anchor):
            guard anchor == nil else { throw .anchor }
            let (values, end) = try parts()
            let last = marked.isFlow ? place(end) : values.last?.range.upperBound ?? start
            return YAMLSpan(
                kind: collection == .mapping ? .mapping : .sequence, text: "", parts: values,
                range: start..<max(start, last), isFlow: marked.isFlow)
        case .alias: throw .anchor
        case .end, .documentStart, .documentEnd, .streamEnd: throw .empty
        }
    }

    /// Everything up to the end of the collection that has just begun, and where that end is.
    private mutating func parts() throws(YAMLObstacle) -> (parts: [YAMLSpan], end: Int) {
        var parts: [YAMLSpan] = []
        while true {
            let marked = try next()
            if case .end = marked.event { return (parts, marked.range.upperBound) }
            parts.append(try span(from: marked))
        }
    }
}
