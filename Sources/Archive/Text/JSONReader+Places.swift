extension JSONReader {
    /// Passes over a value, however deep it is.
    mutating func skip() throws(Fault) {
        var ends: [UInt8] = []
        repeat {
            switch try next() {
            case UInt8(ascii: "{"):
                place += 1
                if try !closes(UInt8(ascii: "}")) {
                    ends.append(UInt8(ascii: "}"))
                    try skipName()
                    continue
                }
            case UInt8(ascii: "["):
                place += 1
                if try !closes(UInt8(ascii: "]")) {
                    ends.append(UInt8(ascii: "]"))
                    continue
                }
            case UInt8(ascii: "\""): try skipString()
            case UInt8(ascii: "t"): try word("true")
            case UInt8(ascii: "f"): try word("false")
            case UInt8(ascii: "n"): try word("null")
            default: _ = try number()
            }
            while let end = ends.last {
                guard try goesOn(to: end) else {
                    ends.removeLast()
                    continue
                }
                if end == UInt8(ascii: "}") { try skipName() }
                break
            }
        } while !ends.isEmpty
    }

    private mutating func skipName() throws(Fault) {
        guard try next() == UInt8(ascii: "\"") else { throw Fault(place: place, sentence: "a name belongs here") }
        try skipString()
        try colon()
    }

    private mutating func skipString() throws(Fault) {
        place += 1
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\""):
                place += 1
                return
            case UInt8(ascii: "\\"): place += 2
            case 0..<0x20: throw Fault(place: place, sentence: "a control character has no place within a text")
            default: place += 1
            }
        }
        place = min(place, bytes.count)
        throw cutOff
    }

    /// Line and column of a byte, both from 1; columns count characters.
    func position(of place: Int) -> (line: Int, column: Int) {
        let before = bytes.prefix(place)
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let line = before.count { $0 == 0x0A } + 1
        return (line, String(decoding: before[start...], as: UTF8.self).count + 1)
    }

    /// A reader at the value of a name of this object; nil if there is none of that name.
    func value(of wanted: String) throws(Fault) -> JSONReader? {
        var reader = self
        try reader.open(UInt8(ascii: "{"), "an object")
        guard try !reader.closes(UInt8(ascii: "}")) else { return nil }
        repeat {
            let name = try reader.string()
            try reader.colon()
            if name == wanted { return reader }
            try reader.skip()
        } while try reader.goesOn(to: UInt8(ascii: "}"))
        return nil
    }
}
