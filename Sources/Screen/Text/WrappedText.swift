/// Texts broken into the lines that `Line.wrap` makes, each of which is made when it is asked for.
///
/// Only the places where lines begin and end are kept, in twelve bytes a line. A text of hundreds of thousands of lines
/// is broken once, and then any part of it is drawn as fast as a short text.
public struct WrappedText: RandomAccessCollection, Sendable {
    private struct Paragraph: Sendable {
        let text: String
        let style: Style
        let restIndent: Int
        /// Lines that were made elsewhere; empty if the text is broken here.
        var made: [Line] = []
    }

    /// A line of a paragraph, in bytes from the paragraph's beginning; in lines if they were made elsewhere.
    private struct Row: Sendable {
        let paragraph: UInt32
        let start: UInt32
        let end: UInt32
    }

    private let width: Int
    private var paragraphs: [Paragraph] = []
    private var rows: [Row] = []

    /// - Parameter width: in columns.
    public init(width: Int) { self.width = width }

    /// Breaks a text and adds its lines below the others. Newlines in it end lines too.
    ///
    /// - Parameter restIndent: Blank columns before every line of it but the first.
    public mutating func append(_ text: String, _ style: Style = .plain, restIndent: Int = 0) {
        var text = text
        text.makeContiguousUTF8()
        let number = UInt32(paragraphs.count)
        paragraphs.append(Paragraph(text: text, style: style, restIndent: restIndent))
        var units: [LineBreaker.Unit] = []
        // Where each unit starts, in bytes from the paragraph's beginning.
        var offsets: [Int] = []
        var room = width
        Self.forEachLine(of: text) { line, isPlain in
            defer { room = width - restIndent }
            // Most lines of most texts: as many columns as bytes, and all of them fit.
            if isPlain, line.count <= room {
                rows.append(Row(paragraph: number, start: UInt32(line.lowerBound), end: UInt32(line.upperBound)))
                return
            }
            units.removeAll(keepingCapacity: true)
            offsets.removeAll(keepingCapacity: true)
            let isWhole = line.count == text.utf8.count
            SafeText.scan(isWhole ? text : text.utf8Slice(line.lowerBound, line.upperBound)) {
                glyph, source, offset, starts in
                if starts {
                    units.append(LineBreaker.Unit(width: glyph.width, source: source))
                    offsets.append(line.lowerBound + offset)
                } else {
                    units[units.count - 1].width += glyph.width
                }
                return true
            }
            offsets.append(line.upperBound)
            for piece in LineBreaker.pieces(of: units, first: room, rest: width - restIndent) {
                rows.append(
                    Row(paragraph: number, start: UInt32(offsets[piece.start]), end: UInt32(offsets[piece.end])))
            }
        }
    }

    /// Adds lines that are broken to the width already.
    public mutating func append(_ lines: some Collection<Line>) {
        let number = UInt32(paragraphs.count)
        paragraphs.append(Paragraph(text: "", style: .plain, restIndent: 0, made: Array(lines)))
        for place in 0..<UInt32(lines.count) { rows.append(Row(paragraph: number, start: place, end: place + 1)) }
    }

    /// Calls `body` for each line between newlines, with its range in bytes and whether it is all printable ASCII.
    private static func forEachLine(of text: String, _ body: (Range<Int>, Bool) -> Void) {
        var text = text
        text.withUTF8 { bytes in
            var (start, place, isPlain) = (0, 0, true)
            while place < bytes.count {
                let byte = bytes[place]
                if byte == 0x0A || byte == 0x0D {
                    body(start..<place, isPlain)
                    let isPair = byte == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
                    place += isPair ? 2 : 1
                    (start, isPlain) = (place, true)
                    continue
                }
                if byte < 0x20 || byte >= 0x7F { isPlain = false }
                place += 1
            }
            body(start..<bytes.count, isPlain)
        }
    }

    /// Where a line begins in its text. It stays valid when the text is broken to another width.
    public struct Place: Equatable, Sendable {
        fileprivate let paragraph: UInt32
        fileprivate let start: UInt32
    }

    public func place(ofLine line: Int) -> Place { Place(paragraph: rows[line].paragraph, start: rows[line].start) }

    /// The line that holds a place of the same texts.
    public func line(at place: Place) -> Int {
        var (low, high) = (0, rows.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            let row = rows[middle]
            if (row.paragraph, row.start) <= (place.paragraph, place.start) { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The first line of one of the texts, counted from 0.
    public func line(ofText number: Int) -> Int { line(at: Place(paragraph: UInt32(number), start: 0)) }

    public var startIndex: Int { 0 }
    public var endIndex: Int { rows.count }

    public subscript(index: Int) -> Line {
        let row = rows[index]
        let paragraph = paragraphs[Int(row.paragraph)]
        if !paragraph.made.isEmpty { return paragraph.made[Int(row.start)] }
        let indent = row.start == 0 ? 0 : paragraph.restIndent
        guard row.start < row.end else { return Line(indent: indent) }
        return Line(paragraph.text.utf8Slice(Int(row.start), Int(row.end)), paragraph.style, indent: indent)
    }
}
