/// Where lines of text end: at spaces and hyphens, around wide characters, and inside words that are too long.
struct LineBreaker {
    /// What line breaking needs to know of a character.
    struct Unit {
        enum Kind: UInt8 {
            case letter, space, newline
            /// A line may end after it, if something else stands before it.
            case hyphen
            /// A line may end on either side of it.
            case wide
            /// Wide, but never first on a line: closing brackets and full stops of Chinese and Japanese.
            case wideClosing
        }

        var width: UInt8
        var kind: Kind
        /// The character's byte if it is printable ASCII; else 0.
        let ascii: UInt8

        init(ascii: UInt8) {
            self.init(width: 1, source: UInt32(ascii), ascii: ascii)
        }

        init(width: UInt8, source: UInt32) {
            self.init(width: width, source: source, ascii: 0)
        }

        private init(width: UInt8, source: UInt32, ascii: UInt8) {
            self.width = width
            self.ascii = ascii
            kind =
                switch source {
                case 0x20, 0x09: .space
                case 0x0A, 0x0D: .newline
                case 0x2D, 0x2010, 0x2013, 0x2014: .hyphen
                case 0x3001, 0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0xFF01, 0xFF09, 0xFF0C, 0xFF1A...0xFF1B,
                    0xFF1F:
                    .wideClosing
                default: width == 2 ? .wide : .letter
                }
        }

        var isWide: Bool { kind == .wide || kind == .wideClosing }
    }

    /// One line: it shows units `start..<end`, and the next starts at `next`.
    struct Piece: Equatable {
        var start: Int
        var end: Int
        var next: Int
    }

    /// Breaks units into lines of at most `first`, then `rest` columns. There is always at least one line.
    ///
    /// - Parameter origin: The unit that the first line begins with.
    static func pieces(of units: [Unit], from origin: Int = 0, first: Int, rest: Int) -> [Piece] {
        var pieces: [Piece] = []
        var limit = max(1, first)
        var start = origin
        var used = 0
        // The last place where this line may end: its end, and where the next line would start.
        var end = origin
        var next = origin
        func finish(_ pieceEnd: Int, _ pieceNext: Int) {
            pieces.append(Piece(start: start, end: pieceEnd, next: pieceNext))
            start = pieceNext
            end = pieceNext
            next = pieceNext
            limit = max(1, rest)
        }
        for index in origin..<units.count {
            let unit = units[index]
            switch unit.kind {
            case .newline:
                finish(index, index + 1)
                used = 0
                continue
            case .space:
                if index > start && (next < index || end == start) { end = index }
                if next < index && units[index - 1].kind == .space && end == index { end = next }
                next = index + 1
                used += Int(unit.width)
                continue
            default:
                break
            }
            if index > start && next < index {
                let before = units[index - 1]
                let isBreak =
                    (unit.kind == .wide && before.kind != .space) || (before.isWide && unit.kind != .wideClosing)
                    || (before.kind == .hyphen && index - start > 1 && unit.kind != .hyphen
                        && units[index - 2].kind == .letter)
                if isBreak {
                    end = index
                    next = index
                }
            }
            while used + Int(unit.width) > limit && index > start {
                if end > start {
                    finish(end, next)
                } else {
                    finish(index, index)
                }
                used = 0
                for unit in units[start..<index] { used += Int(unit.width) }
            }
            used += Int(unit.width)
        }
        finish(units.count, units.count)
        return pieces
    }
}
