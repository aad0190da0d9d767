extension StringProtocol {
    /// The text with only what is meant to be read: lines end with `\n`, and control characters, invisible format
    /// characters that could reorder or hide text, and heaps of combining marks are gone.
    ///
    /// Right-to-left text keeps its marks and joiners, emoji their sequences; an isolate is kept where it is closed.
    var cleaned: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return String(self) }
        var clean = String.UnicodeScalarView()
        var marks = 0
        var openIsolates = 0
        var wasReturn = false
        for scalar in unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            switch scalar.value {
            // Latin, which is most of the text, needs no look into the tables of Unicode.
            case 0x20..<0x7F, 0xA0..<0x300: clean.append(scalar)
            case 0x0A where wasReturn: continue
            case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029:
                // An isolate ends with its line (Unicode Bidirectional Algorithm, UAX #9, rule P1).
                clean.close(&openIsolates)
                clean.append("\n")
            case 0x09: clean.append(" ")
            case 0x2066...0x2068:
                openIsolates += 1
                clean.append(scalar)
            case 0x2069:
                guard openIsolates > 0 else { continue }
                openIsolates -= 1
                clean.append(scalar)
            case _ where scalar.isUnreadable: continue
            case _ where scalar.isMark:
                marks += 1
                if marks <= Unicode.Scalar.marksKept { clean.append(scalar) }
                continue
            default: clean.append(scalar)
            }
            marks = 0
        }
        clean.close(&openIsolates)
        return String(clean)
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

extension String.UnicodeScalarView {
    fileprivate mutating func close(_ openIsolates: inout Int) {
        for _ in 0..<openIsolates { append("\u{2069}") }
        openIsolates = 0
    }
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

    /// Controls, bidirectional embeddings and overrides, the invisible operators, and code points that are no text.
    fileprivate var isUnreadable: Bool {
        switch value {
        case 0x202A...0x202E, 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0001: return true
        default: break
        }
        switch properties.generalCategory {
        case .control, .surrogate: return true
        case .unassigned: return properties.isNoncharacterCodePoint
        default: return false
        }
    }
}
