import Council
import Foundation

/// Checks JSON against the words of JSON Schema that the schema of `record.json` uses.
struct SchemaCheck {
    private let schema: [String: Any]
    private let definitions: [String: [String: Any]]
    /// Names of the definitions that something was checked against.
    private(set) var used: Set<String> = []

    init(_ schema: [String: Any]) {
        self.schema = schema
        definitions = schema["$defs"] as? [String: [String: Any]] ?? [:]
    }

    /// The values that a property may have; nil if any text will do.
    func values(of property: String, in definition: String) -> [String]? {
        let properties = definitions[definition]?["properties"] as? [String: [String: Any]]
        return (properties?[property]?["enum"] as? [Any])?.compactMap { $0 as? String }
    }

    /// Every property that has such values: `ballot.choice`.
    var enumerations: Set<String> {
        Set(
            definitions.flatMap { name, definition in
                (definition["properties"] as? [String: [String: Any]] ?? [:]).filter { $0.value["enum"] != nil }
                    .map { "\(name).\($0.key)" }
            })
    }

    var defined: Set<String> { Set(definitions.keys) }

    /// What is wrong, each with its path.
    mutating func faults(in value: Any) -> [String] { faults(in: value, by: schema, at: "") }

    private mutating func faults(in value: Any, by schema: [String: Any], at path: String) -> [String] {
        if let reference = schema["$ref"] as? String {
            let name = String(reference.dropFirst("#/$defs/".count))
            guard let definition = definitions[name] else { return ["\(path): nothing is defined as \(name)"] }
            used.insert(name)
            return faults(in: value, by: definition, at: path)
        }
        if let choices = schema["anyOf"] as? [[String: Any]] {
            if value is NSNull, choices.contains(where: { $0["type"] as? String == "null" }) { return [] }
            return choices.first.map { faults(in: value, by: $0, at: path) } ?? []
        }
        if let constant = schema["const"] as? Int {
            return value as? Int == constant ? [] : ["\(path): is not \(constant)"]
        }
        let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
        guard types.contains(where: { Self.isA($0, value) }) else {
            return ["\(path): is no \(types.joined(separator: " or "))"]
        }
        if let values = schema["enum"] as? [Any], !values.contains(where: { Self.isSame($0, value) }) {
            return ["\(path): is none of the values that there are"]
        }
        if let object = value as? [String: Any] { return faults(inObject: object, by: schema, at: path) }
        if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
            var found: [String] = []
            for (place, item) in list.enumerated() { found += faults(in: item, by: items, at: "\(path)/\(place)") }
            return found
        }
        if let text = value as? String, let format = schema["format"] as? String, !Self.has(text, format) {
            return ["\(path): is no \(format)"]
        }
        return []
    }

    private mutating func faults(inObject object: [String: Any], by schema: [String: Any], at path: String) -> [String]
    {
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        let required = schema["required"] as? [String] ?? []
        var found = required.filter { object[$0] == nil }.map { "\(path)/\($0): is missing" }
        for (name, value) in object {
            guard let property = properties[name] else {
                found.append("\(path)/\(name): is not in the schema")
                continue
            }
            found += faults(in: value, by: property, at: "\(path)/\(name)")
        }
        return found
    }

    private static func isA(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "null": value is NSNull
        case "string": value is String
        case "boolean": value is Bool
        case "integer": value is Int
        case "number": value is Double
        case "array": value is [Any]
        case "object": value is [String: Any]
        default: false
        }
    }

    private static func isSame(_ known: Any, _ value: Any) -> Bool {
        known is NSNull ? value is NSNull : known as? String == value as? String
    }

    private static func has(_ text: String, _ format: String) -> Bool {
        switch format {
        case "date": CalendarDay(text) != nil
        case "date-time": text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d/) != nil
        default: false
        }
    }
}
