/// The text being typed and its cursor: a line editor with undo that can hold several lines.
///
/// The cursor stands between graphemes, so that one key moves over or deletes what a person sees as one character.
public struct TextEditor: Sendable {
    /// The text, a grapheme each.
    private(set) var characters: [Character] = []
    /// What line breaking needs of each of `characters`.
    private(set) var units: [LineBreaker.Unit] = []
    /// The lines that the text is wrapped to while keys change it.
    private var lines = BrokenLines()
    /// Bytes of the text in UTF-8.
    public private(set) var byteCount = 0
    /// Graphemes before the cursor.
    public internal(set) var cursor = 0
    /// Whether newlines can be typed and pasted. If not, a pasted one becomes a space.
    public let isMultiline: Bool
    /// What the last kill removed, for yank.
    var killed: [Character] = []
    /// The column that up and down try to return to.
    var goalColumn: Int?
    var history = EditHistory()

    public init(_ text: String = "", isMultiline: Bool = true) {
        self.isMultiline = isMultiline
        set(text)
    }

    /// The whole text. Setting it moves the cursor to the end and forgets what could be undone.
    public var text: String {
        get { text(in: characters.indices) }
        set { set(newValue) }
    }

    public var isEmpty: Bool { characters.isEmpty }
    /// Graphemes in the text.
    public var count: Int { characters.count }

    /// The text before the cursor.
    public var textBeforeCursor: String { String(characters[..<cursor]) }

    private mutating func set(_ text: String) {
        characters = prepared(text)
        units = characters.map(TextEditor.unit)
        lines = BrokenLines()
        byteCount = TextEditor.bytes(of: characters)
        cursor = characters.count
        goalColumn = nil
        history = EditHistory()
    }

    /// Inserts text at the cursor, as typed.
    public mutating func insert(_ text: String) {
        let new = prepared(text)
        guard let first = new.first else { return }
        if cursor > 0 && !first.isASCII {
            // What was typed may belong to the grapheme before it: a combining mark, half of a flag.
            let joined = String(characters[cursor - 1]) + String(new)
            let parts = Array(joined)
            if parts.count <= new.count {
                replace(cursor - 1..<cursor, with: parts, kind: .typing)
                return
            }
        }
        replace(cursor..<cursor, with: new, kind: new.count == 1 ? .typing : .whole)
    }

    /// Inserts pasted text at the cursor; undone in one step.
    public mutating func paste(_ text: String) {
        replace(cursor..<cursor, with: prepared(text), kind: .whole)
    }

    /// Replaces graphemes, for completion; the cursor ends up behind the new text.
    public mutating func replace(_ range: Range<Int>, with text: String) {
        replace(range.clamped(to: 0..<characters.count), with: prepared(text), kind: .whole)
    }

    mutating func replace(_ range: Range<Int>, with new: [Character], kind: EditHistory.Kind) {
        guard !range.isEmpty || !new.isEmpty else { return }
        history.record(
            Edit(at: range.lowerBound, removed: Array(characters[range]), inserted: new, cursor: cursor), kind: kind)
        splice(range, new)
        cursor = range.lowerBound + new.count
    }

    /// Replaces graphemes without a trace in the history.
    mutating func splice(_ range: Range<Int>, _ new: [Character]) {
        byteCount += TextEditor.bytes(of: new) - TextEditor.bytes(of: characters[range])
        characters.replaceSubrange(range, with: new)
        units.replaceSubrange(range, with: new.map(TextEditor.unit))
        lines.change(from: range.lowerBound, of: units)
        goalColumn = nil
    }

    /// Keeps the text wrapped to lines of `width` columns, so that keys and drawing find them made.
    mutating func keepLines(width: Int) { lines.use(columns: width - 1, for: units) }

    /// The lines of the text, each one column shorter than `width`.
    func pieces(width: Int) -> [LineBreaker.Piece] {
        if lines.columns == width - 1, width > 1 { return lines.pieces }
        return LineBreaker.pieces(of: units, first: width - 1, rest: width - 1)
    }

    /// Line ends become newlines, or spaces where there is only one line.
    private func prepared(_ text: String) -> [Character] {
        if text.utf8.count == 1, let first = text.first, first.isASCII, !first.isNewline { return [first] }
        return text.map { character in
            guard character.isNewline else { return character }
            return isMultiline ? "\n" : " "
        }
    }

    private static func bytes(of characters: some Sequence<Character>) -> Int {
        characters.reduce(0) { $0 + $1.utf8.count }
    }

    private static func unit(_ character: Character) -> LineBreaker.Unit {
        if let byte = character.asciiValue, byte >= 0x20, byte < 0x7F {
            return LineBreaker.Unit(ascii: byte)
        }
        let width = UInt8(clamping: TextWidth.of(character))
        return LineBreaker.Unit(width: width, source: character.unicodeScalars.first?.value ?? 0x20)
    }
}
