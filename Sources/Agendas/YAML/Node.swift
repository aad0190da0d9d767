/// A value of a YAML text, and its place in it.
///
/// An alias is the value that it stands for, at the place of that value.
struct Node {
    let content: Content
    let place: Place
    /// The tag before the value, such as `!date`; nil if there is none.
    let tag: String?

    enum Content {
        case scalar(Scalar)
        case sequence([Node])
        case mapping(Mapping)
    }

    struct Scalar {
        let string: String
        /// Whether the text stands without quotes, and not as a block after `|` or `>`.
        let isPlain: Bool
    }

    /// In the order of the file. A key may be there more than once.
    typealias Mapping = [(key: Node, value: Node)]

    var scalar: Scalar? { if case .scalar(let scalar) = content { scalar } else { nil } }
    var sequence: [Node]? { if case .sequence(let sequence) = content { sequence } else { nil } }
    var mapping: Mapping? { if case .mapping(let mapping) = content { mapping } else { nil } }

    /// The key of that name, and its value; nil if there is none.
    func entry(_ name: String) -> (key: Node, value: Node)? { mapping?.first { $0.key.scalar?.string == name } }

    /// Where the first key stands; nil if there is none.
    var firstKey: Place? { mapping?.first?.key.place }

    /// Whether nothing is given: `key:`, `key: ~` or `key: null`.
    var isNull: Bool {
        guard let scalar, scalar.isPlain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// The value in a message: `a list`, or the text itself.
    var description: String {
        switch content {
        case .scalar(let scalar): isNull ? "nothing" : "`\(visible(scalar.string))`"
        case .mapping: "keys and values"
        case .sequence: "a list"
        }
    }
}

/// A place in a file as YAML counts: by its own line ends, and by columns in Unicode scalars, both from 1.
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

    /// The first bracket at which so many are open; the start if there is none.
    static func bracket(_ depth: Int, in text: String) -> Place {
        var (place, open) = (Place.start, 0)
        for scalar in text.unicodeScalars {
            if scalar == "[" || scalar == "{" { open += 1 }
            if scalar == "]" || scalar == "}" { open -= 1 }
            if open == depth { return place }
            place.advance(over: scalar)
        }
        return .start
    }

    static func < (left: Place, right: Place) -> Bool { (left.line, left.column) < (right.line, right.column) }

    /// Moves past a character. The text must have no carriage returns.
    private mutating func advance(over scalar: Unicode.Scalar) {
        if scalar == "\n" || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}" {
            (line, column) = (line + 1, 1)
        } else {
            column += 1
        }
    }
}
