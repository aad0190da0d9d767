import Foundation

/// JSON of what is worked out from the library, for programs.
public enum JSONText {
    /// The value with sorted keys, and a line break at its end.
    public static func of(_ value: some Encodable) throws(MinutesError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return escaped(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
        } catch {
            throw MinutesError("JSON can't say this: \(error.localizedDescription)")
        }
    }

    /// JSON may hold characters that drive a terminal or turn the direction of text. They are written as `\u009b`.
    private static func escaped(_ json: String) -> String {
        var text = ""
        for scalar in json.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control where scalar != "\n", .format, .lineSeparator, .paragraphSeparator:
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
