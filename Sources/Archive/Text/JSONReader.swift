import Agendas
import Council

/// Reads JSON (RFC 8259) from the first byte to the last, one value after another, and knows the place of a fault.
///
/// A year's records are many megabytes, of which a history needs a part: what nobody asks for is passed over without
/// being made into values.
struct JSONReader {
    /// Why a text can't be read, and the byte at which that shows.
    struct Fault: Error, Equatable {
        let place: Int
        let sentence: String
    }

    let bytes: [UInt8]
    var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Reads an object. `read` is handed each name in turn, and reads or skips the value.
    mutating func object(_ read: (String, inout JSONReader) throws(Fault) -> Void) throws(Fault) {
        try open(UInt8(ascii: "{"), "an object")
        guard try !closes(UInt8(ascii: "}")) else { return }
        repeat {
            let name = try string()
            try colon()
            try read(name, &self)
        } while try goesOn(to: UInt8(ascii: "}"))
    }

    mutating func list<Element>(
        _ read: (inout JSONReader) throws(Fault) -> Element
    ) throws(Fault) -> [Element] {
        try open(UInt8(ascii: "["), "a list")
        guard try !closes(UInt8(ascii: "]")) else { return [] }
        var elements: [Element] = []
        repeat { elements.append(try read(&self)) } while try goesOn(to: UInt8(ascii: "]"))
        return elements
    }

    /// What `read` makes of a value; nil if the value is null.
    mutating func optional<Value>(
        _ read: (inout JSONReader) throws(Fault) -> Value
    ) throws(Fault) -> Value? {
        guard try next() == UInt8(ascii: "n") else { return try read(&self) }
        try word("null")
        return nil
    }

    mutating func integer() throws(Fault) -> Int {
        let start = try startOfValue()
        guard let number = Int(try number()) else { throw Fault(place: start, sentence: "a whole number belongs here") }
        guard number.magnitude <= ModestNumbers.largest else { throw Self.tooLarge(at: start) }
        return number
    }

    mutating func real() throws(Fault) -> Double {
        let start = try startOfValue()
        guard let number = Double(try number()), number.magnitude <= Double(ModestNumbers.largest) else {
            throw Self.tooLarge(at: start)
        }
        return number
    }

    private static func tooLarge(at place: Int) -> Fault { Fault(place: place, sentence: "this number is too large") }

    mutating func truth() throws(Fault) -> Bool {
        switch try next() {
        case UInt8(ascii: "t"):
            try word("true")
            return true
        case UInt8(ascii: "f"):
            try word("false")
            return false
        default: throw Fault(place: place, sentence: "`true` or `false` belongs here")
        }
    }

    /// The byte with which the next value begins.
    mutating func startOfValue() throws(Fault) -> Int {
        _ = try next()
        return place
    }

    /// Holds that nothing follows.
    mutating func end() throws(Fault) {
        skipBlanks()
        guard place == bytes.count else { throw Fault(place: place, sentence: "nothing may follow the record") }
    }
}

extension JSONReader {
    /// Reads a text that has to be one of a few.
    mutating func one<Value: CaseIterable & RawRepresentable<String>>(
        of _: Value.Type
    ) throws(Fault) -> Value {
        let start = try startOfValue()
        let text = try string()
        guard let value = Value(rawValue: text) else {
            throw Fault(
                place: start, sentence: "`\(visible(text))` is not \(listed(Value.allCases.map(\.rawValue), "or"))")
        }
        return value
    }
}
