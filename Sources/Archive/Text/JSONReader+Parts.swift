extension JSONReader {
    /// The next byte that is no blank.
    mutating func next() throws(Fault) -> UInt8 {
        skipBlanks()
        guard place < bytes.count else { throw cutOff }
        return bytes[place]
    }

    mutating func skipBlanks() {
        while place < bytes.count {
            switch bytes[place] {
            case 0x20, 0x0A, 0x0D, 0x09: place += 1
            default: return
            }
        }
    }

    mutating func open(_ byte: UInt8, _ what: String) throws(Fault) {
        guard try next() == byte else { throw Fault(place: place, sentence: "\(what) belongs here") }
        place += 1
    }

    mutating func closes(_ end: UInt8) throws(Fault) -> Bool {
        guard try next() == end else { return false }
        place += 1
        return true
    }

    /// Whether another part follows, or the end.
    mutating func goesOn(to end: UInt8) throws(Fault) -> Bool {
        switch try next() {
        case UInt8(ascii: ","):
            place += 1
            return true
        case end:
            place += 1
            return false
        default:
            throw Fault(place: place, sentence: "a comma or `\(Character(UnicodeScalar(end)))` belongs here")
        }
    }

    mutating func colon() throws(Fault) {
        guard try next() == UInt8(ascii: ":") else { throw Fault(place: place, sentence: "a colon belongs here") }
        place += 1
    }

    mutating func word(_ word: String) throws(Fault) {
        let start = place
        for byte in word.utf8 {
            guard place < bytes.count else { throw cutOff }
            guard bytes[place] == byte else { throw Fault(place: start, sentence: "`\(word)` belongs here") }
            place += 1
        }
    }

    mutating func number() throws(Fault) -> String {
        let start = try startOfValue()
        if bytes[place] == UInt8(ascii: "-") { place += 1 }
        guard place < bytes.count else { throw cutOff }
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[place - whole] != UInt8(ascii: "0") else {
            throw Fault(place: start, sentence: whole == 0 ? "a value belongs here" : "no number begins with 0")
        }
        if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
            place += 1
            guard digits() > 0 else { throw Fault(place: place, sentence: "a digit belongs here") }
        }
        if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
            place += 1
            if place < bytes.count, bytes[place] == UInt8(ascii: "+") || bytes[place] == UInt8(ascii: "-") {
                place += 1
            }
            guard digits() > 0 else { throw Fault(place: place, sentence: "a digit belongs here") }
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    mutating func digits() -> Int {
        let start = place
        while place < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[place] { place += 1 }
        return place - start
    }

    var cutOff: Fault { Fault(place: bytes.count, sentence: "the file is cut off here") }
}
