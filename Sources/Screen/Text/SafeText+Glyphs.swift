extension SafeText {
    /// The glyph of a scalar that stands alone.
    @inline(__always)
    static func glyph(of scalar: UInt32) -> Glyph {
        if isPlain(scalar) { return Glyph(scalar) }
        return slowGlyph(of: Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }

    /// Whether a scalar is certain to be shown as it is, in one column: Latin, Greek and Cyrillic letters, punctuation,
    /// and the lines and blocks that the screen is drawn with.
    @inline(__always)
    static func isPlain(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x391...0x3A1, 0x3A3...0x3FF, 0x400...0x482: true
        case 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x22FF, 0x2500...0x25FC: true
        default: false
        }
    }

    @inline(never)
    static func slowGlyph(of scalar: Unicode.Scalar) -> Glyph {
        let value = scalar.value
        switch value {
        case 0x09: return Glyph(0x20)
        case 0..<0x20: return Glyph(0x2400 + value)
        case 0x20..<0x7F: return Glyph(value)
        case 0x7F: return Glyph(0x2421)
        case 0x80..<0xA0: return Glyph(unknown)
        case 0x1F1E6...0x1F1FF: return Glyph(value - 0x1F1E6 + 0x41)
        default: break
        }
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint { return Glyph(hidden) }
        switch properties.generalCategory {
        case .format: return Glyph(hidden)
        case .lineSeparator, .paragraphSeparator: return Glyph(0x2424)
        case .unassigned, .surrogate, .privateUse, .control: return Glyph(unknown)
        case .spaceSeparator where value != 0x3000: return Glyph(0x20)
        default: break
        }
        switch ColumnCount.of(value) {
        case 1: return Glyph(value, width: 1)
        case 2: return Glyph(value, width: 2)
        case 0:
            // A mark with nothing to sit on gets the dotted circle that Unicode charts show it on.
            var glyph = Glyph(0x25CC)
            glyph.append(value)
            return glyph
        default: return Glyph(unknown)
        }
    }

    /// The most scalars of one grapheme that are shown. No script needs nearly as many.
    private static let mostScalars = 100

    /// The glyphs of a grapheme: usually one, two for a flag, more if its scalars take columns of their own.
    ///
    /// A grapheme can have any length, for instance a letter with a thousand marks. The rest of one that is cut is shown
    /// as `⍰`.
    static func glyphs(of character: Character) -> [Glyph] {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return [] }
        if first == "\r" && scalars.count == 2 { return [Glyph(0x240A)] }
        var glyphs = [glyph(of: first.value)]
        guard scalars.count > 1 else { return glyphs }
        if first.properties.isEmoji, scalars.dropFirst().prefix(mostScalars).contains(where: isEmojiJoint) {
            return glyphs
        }
        for (place, scalar) in scalars.dropFirst().enumerated() {
            if place == mostScalars { return glyphs + [Glyph(hidden)] }
            if scalar.properties.isDefaultIgnorableCodePoint { continue }
            if scalar.value >= 0xA0 && ColumnCount.of(scalar.value) == 0 {
                glyphs[glyphs.count - 1].append(scalar.value)
            } else {
                glyphs.append(glyph(of: scalar.value))
            }
        }
        return glyphs
    }

    /// Whether a scalar continues an emoji: a joiner, variation selector, skin tone, keycap or tag.
    private static func isEmojiJoint(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200D, 0xFE0E, 0xFE0F, 0x1F3FB...0x1F3FF, 0x20E3, 0xE0020...0xE007F: true
        default: false
        }
    }
}
