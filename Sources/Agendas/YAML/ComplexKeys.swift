/// Keys that are lists or mappings themselves. The YAML library compares each of them whole, at every level of
/// nesting, so that many of them in a long text would take minutes.
enum ComplexKeys {
    /// Bytes the library may have to compare, all in all.
    private static let budget = 20_000_000

    /// The first place that looks like such a key, where there are too many of them for a text of this length.
    ///
    /// Looks at characters alone, so it counts some that are none; it never misses one.
    static func firstOfTooMany(in text: String) -> Place? {
        var (place, count) = (Place.start, 0)
        var first: Place?
        var question: Place?
        var closing: Place?
        for scalar in text.unicodeScalars {
            let isSpace = scalar.properties.isWhitespace
            if let key = (isSpace ? question : nil) ?? (scalar == ":" ? closing : nil) {
                count += 1
                first = first ?? key
            }
            question = scalar == "?" ? place : nil
            if scalar == "]" || scalar == "}" {
                closing = place
            } else if !isSpace {
                closing = nil
            }
            place.advance(over: scalar)
        }
        return count * text.utf8.count > budget ? first : nil
    }
}
