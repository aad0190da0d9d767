extension Fact {
    /// The fact as JSON, two spaces a level, names in the order of the model.
    var json: String {
        var text = ""
        writeJSON(to: &text, indent: 0)
        return text
    }

    private func writeJSON(to text: inout String, indent: Int) {
        switch self {
        case .text(let value): text += Self.quoted(value)
        case .number(let value): text += String(value)
        case .truth(let value): text += value ? "true" : "false"
        case .dated(let iso, _): text += Self.quoted(iso)
        case .nothing: text += "null"
        case .list(let facts):
            Self.write(facts, between: "[", "]", to: &text, indent: indent) { fact, text in
                fact.writeJSON(to: &text, indent: indent + 1)
            }
        case .record(let fields):
            Self.write(fields, between: "{", "}", to: &text, indent: indent) { field, text in
                text += Self.quoted(field.name) + ": "
                field.fact.writeJSON(to: &text, indent: indent + 1)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part], between open: String, _ close: String, to text: inout String, indent: Int,
        _ write: (Part, inout String) -> Void
    ) {
        text += open
        for (place, part) in parts.enumerated() {
            text += (place == 0 ? "\n" : ",\n") + String(repeating: "  ", count: indent + 1)
            write(part, &text)
        }
        if !parts.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
        text += close
    }

    /// A JSON string (RFC 8259, section 7).
    private static func quoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
