extension StringProtocol {
    /// The text with only what is meant to be read: lines end with `\n`, and control characters, invisible format
    /// characters that could reorder or hide text, and heaps of combining marks are gone.
    ///
    /// Right-to-left text keeps its marks and joiners, and reads by the direction of its letters; emoji keep their
    /// sequences.
    var cleaned: String {
        if isPlain { return String(self) }
        var clean = String.UnicodeScalarView()
        var marks = 0
        var wasReturn = false
        for scalar in unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            switch scalar.value {
            // Latin, which is most of the text, needs no look into the tables of Unicode.
            case 0x20..<0x7F, 0xA0..<0x300: clean.append(scalar)
            case 0x0A where wasReturn: continue
            case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: clean.append("\n")
            case 0x09: clean.append(" ")
            case _ where scalar.isUnreadable: continue
            case _ where scalar.isMark:
                marks += 1
                if marks <= Unicode.Scalar.marksKept { clean.append(scalar) }
                continue
            default: clean.append(scalar)
            }
            marks = 0
        }
        return String(clean)
    }

    /// Whether nothing in it could have to go: Latin letters, dashes, quotation marks and arrows, on one line.
    ///
    /// Most texts are plain, and bytes are looked through ten times as fast as scalars.
    private var isPlain: Bool {
        var isPlain = true
        var before: (UInt8, UInt8) = (0, 0)
        for byte in utf8 {
            switch byte {
            case 0x20..<0x7F, 0xC2...0xCB, 0xE2: break
            // U+00A0 to U+02FF; U+2010 to U+2027, U+2190 to U+21FF.
            case 0x80...0xBF where before.1 == 0xC2: isPlain = byte >= 0xA0
            case 0x80...0xBF where 0xC3...0xCB ~= before.1: break
            case _ where before.1 == 0xE2: isPlain = byte == 0x80 || byte == 0x86 || byte == 0x87
            case 0x90...0xA7 where before == (0xE2, 0x80): break
            case 0x80...0xBF where before == (0xE2, 0x86) || before == (0xE2, 0x87): break
            default: isPlain = false
            }
            if !isPlain { return false }
            before = (before.1, byte)
        }
        return true
    }

    /// The text, cleaned, on one line: where there were several, they are joined with spaces.
    var onOneLine: String {
        let clean = cleaned
        guard clean.utf8.contains(0x0A) else { return clean.trimmed }
        return clean.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The lines of the text, cleaned, without blank ones.
    var cleanLines: [String] { cleaned.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty } }
}

extension Unicode.Scalar {
    /// How many marks may follow one character; no orthography stacks more.
    fileprivate static let marksKept = 8

    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Controls, bidirectional embeddings, overrides and isolates, the invisible operators, and code points that are no text.
    fileprivate var isUnreadable: Bool {
        switch value {
        case 0x202A...0x202E, 0x200B, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0001: return true
        default: break
        }
        switch properties.generalCategory {
        case .control, .surrogate: return true
        case .unassigned: return properties.isNoncharacterCodePoint
        default: return false
        }
    }
}
