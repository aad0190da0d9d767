import Yams

/// Where something is, as YAML counts: its own line ends, and columns in Unicode scalars, both from 1.
struct Place: Comparable {
    var line: Int
    var column: Int

    static let start = Place(line: 1, column: 1)

    /// After the last character that is not white space.
    static func end(of text: String) -> Place {
        var (place, end) = (Place.start, Place.start)
        for scalar in text.unicodeScalars {
            place.advance(over: scalar)
            if !scalar.properties.isWhitespace { end = place }
        }
        return end
    }

    static func < (left: Place, right: Place) -> Bool { (left.line, left.column) < (right.line, right.column) }

    /// Goes on past this character. The text has no carriage returns.
    mutating func advance(over scalar: Unicode.Scalar) {
        if scalar == "\n" || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}" {
            (line, column) = (line + 1, 1)
        } else {
            column += 1
        }
    }
}

extension Place {
    init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

extension Node {
    var place: Place? { mark.map { Place($0) } }
}
