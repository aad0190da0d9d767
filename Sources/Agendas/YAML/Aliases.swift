/// Everything in a YAML text that may be an alias: a `*name` for which there is an `&name`.
///
/// An alias inside an anchor inside an alias doubles a text at every turn, so their cost has to be known before the
/// text is read. A `*name` in a sentence may be counted as well; nothing that is an alias is missed.
struct Aliases {
    let uses: [(name: String, place: Place)]
    /// The text with every use turned into a word of the same length: nothing moves, and nothing can grow.
    let neutralText: String

    var isEmpty: Bool { uses.isEmpty }

    init(in text: String) {
        guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else {
            (uses, neutralText) = ([], text)
            return
        }
        var scalars = Array(text.unicodeScalars)
        let anchors = Set(scalars.indices.filter { scalars[$0] == "&" }.map { Self.name(in: scalars, at: $0 + 1) })
        var uses: [(name: String, place: Place)] = []
        var place = Place.start
        for index in scalars.indices {
            let scalar = scalars[index]
            if scalar == "*" {
                let name = Self.name(in: scalars, at: index + 1)
                if !name.isEmpty, anchors.contains(name) {
                    uses.append((name, place))
                    scalars[index] = "_"
                }
            }
            place.advance(over: scalar)
        }
        self.uses = uses
        var neutral = String.UnicodeScalarView()
        neutral.append(contentsOf: scalars)
        neutralText = String(neutral)
    }

    private static func name(in scalars: [Unicode.Scalar], at start: Int) -> String {
        var name = ""
        for scalar in scalars[start...] {
            let isPart = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            guard isPart || scalar == "-" || scalar == "_" else { break }
            name.unicodeScalars.append(scalar)
        }
        return name
    }
}
