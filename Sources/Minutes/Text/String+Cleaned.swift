extension StringProtocol {
    /// The readable part of the text. Lines end with `\n`. Control characters, invisible format characters that could
    /// reorder or hide text, and heaps of combining marks are removed.
    ///
    /// Right-to-left text keeps its marks and joiners, and reads by the direction of its letters. Emoji keep their
    /// sequences.
    var cleaned: String {
        if isPlain { return String(self) }
        var clean = String.UnicodeScalarView()
        var marks = 0
        var wasReturn = false
        for scalar in unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            switch scalar.value {
            // Latin letters, which are most of the text, need no look into Unicode's tables.
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

    /// Whether the text surely is clean: one line of Latin letters, dashes, quotation marks and arrows.
    ///
    /// Most texts are plain, and bytes can be checked ten times as fast as scalars.
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

    /// The text, cleaned, on one line. Several lines are joined with spaces.
    var onOneLine: String {
        let clean = cleaned
        guard clean.utf8.contains(0x0A) else { return clean.trimmed }
        return clean.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The text without blank lines around it, and never with two of them in a row: what a template leaves out leaves its
    /// blank lines behind.
    var inParagraphs: String { trimmed.replacing(/\n{3,}/, with: "\n\n") }

    /// The lines of the text, cleaned, without blank ones.
    var cleanLines: [String] { cleaned.split(separator: "\n").map(\.trimmed).filter { !$0.isEmpty } }
}

extension Unicode.Scalar {
    /// The most marks that may follow one character. No orthography stacks more.
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
