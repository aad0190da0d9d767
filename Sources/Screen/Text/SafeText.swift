/// The only way from text to cells. Nothing gets through that could drive a terminal, hide itself or shift a column.
///
/// Controls become visible pictures, invisible and bidirectional characters become `⍰`, unassigned ones `�`.
/// Emoji sequences are cut to their first emoji and flags to their two letters, because terminals disagree about
/// the width of the rest. Widths are the C library's (`wcwidth`), the ones that ncurses counts with.
enum SafeText {
    /// Shown for an invisible character.
    static let hidden: UInt32 = 0x2370
    /// Shown for an unassigned character.
    static let unknown: UInt32 = 0xFFFD

    /// Calls `body` for each cell's glyph, in order, until it answers false.
    ///
    /// - Parameter body: Gets the glyph, the first scalar of its grapheme as it was written, the offset of the grapheme
    ///   in the text in UTF-8 bytes, and whether this is the first glyph of the grapheme.
    @inline(__always)
    static func scan(
        _ text: String,
        _ body: (_ glyph: Glyph, _ source: UInt32, _ offset: Int, _ starts: Bool) -> Bool
    ) {
        var stopped = false
        let reached = text.utf8.withContiguousStorageIfAvailable { bytes -> Int in
            var offset = 0
            let count = bytes.count
            while offset < count {
                let byte = bytes[offset]
                let next = offset + 1
                if byte >= 0x20 && byte < 0x7F && (next == count || bytes[next] < 0x80) {
                    if !body(Glyph(UInt32(byte)), UInt32(byte), offset, true) {
                        stopped = true
                        return offset
                    }
                    offset = next
                    continue
                }
                guard let (scalar, length) = loneScalar(bytes, at: offset) else { return offset }
                if !body(glyph(of: scalar), scalar, offset, true) {
                    stopped = true
                    return offset
                }
                offset += length
            }
            return offset
        }
        if stopped { return }
        var index = text.utf8.index(text.startIndex, offsetBy: reached ?? 0)
        var offset = reached ?? 0
        while index < text.endIndex {
            let after = text.index(after: index)
            let character = text[index]
            let source = character.unicodeScalars.first?.value ?? 0x20
            var starts = true
            for glyph in glyphs(of: character) {
                if !body(glyph, source, offset, starts) { return }
                starts = false
            }
            offset += text.utf8.distance(from: index, to: after)
            index = after
        }
    }

    /// The scalar at `offset` and its length in bytes; nil unless it is certain to be a grapheme by itself.
    @inline(__always)
    private static func loneScalar(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int)? {
        let (scalar, length) = decode(bytes, at: offset)
        guard isSimple(scalar) else { return nil }
        let next = offset + length
        if next < bytes.count && bytes[next] >= 0x80 && !isSimple(decode(bytes, at: next).0) { return nil }
        return (scalar, length)
    }

    /// Decodes one scalar of valid UTF-8.
    @inline(__always)
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[offset])
        if first < 0x80 { return (first, 1) }
        let second = UInt32(bytes[offset + 1] & 0x3F)
        if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
        let third = UInt32(bytes[offset + 2] & 0x3F)
        if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
        return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[offset + 3] & 0x3F), 4)
    }

    /// Whether a scalar's grapheme break is *Other*: any two such scalars are graphemes of their own.
    @inline(__always)
    private static func isSimple(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x370...0x482, 0x48A...0x52F: true
        case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20C0, 0x2100...0x2BFF: true
        case 0x3001...0x3029, 0x3030...0x3098, 0x309B...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF9D: true
        case 0x1F300...0x1F3FA, 0x1F400...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF: true
        default: false
        }
    }
}
