import Council
import Foundation

/// What many parts of a record have: people, days, moments, and what is missing.
extension RecordReader {
    func text(_ json: inout JSONReader) throws(Fault) -> String { try json.string() }

    func optionalText(_ json: inout JSONReader) throws(Fault) -> String? { try json.optional(text) }

    func number(_ json: inout JSONReader) throws(Fault) -> Int { try json.integer() }

    func optionalNumber(_ json: inout JSONReader) throws(Fault) -> Int? { try json.optional(number) }

    func real(_ json: inout JSONReader) throws(Fault) -> Double { try json.real() }

    /// Somebody by name and, in version 2, by handle.
    func person(_ name: String?, _ handle: String?) -> HeldPerson? {
        name.map { HeldPerson(name: $0, handle: version == 1 ? handles[$0] : handle.map { Handle($0) }) }
    }

    func day(_ json: inout JSONReader) throws(Fault) -> CalendarDay {
        let start = try json.startOfValue()
        guard let day = Self.day(try json.bytesOfText()) else {
            throw Fault(place: start, sentence: "a day such as `2026-11-25` belongs here")
        }
        return day
    }

    /// Reads `2026-11-25T10:14:00-08:00` (RFC 3339).
    func moment(_ json: inout JSONReader) throws(Fault) -> Date {
        let start = try json.startOfValue()
        guard let moment = Self.moment(try json.bytesOfText()) else {
            throw Fault(place: start, sentence: "a time such as `2026-11-25T10:14:00-08:00` belongs here")
        }
        return moment
    }

    // A history has a hundred thousand times, so they are read as bytes.

    private static func day(_ text: ArraySlice<UInt8>) -> CalendarDay? {
        guard text.count == 10, has("-", at: 4, in: text), has("-", at: 7, in: text),
            let century = number(text, at: 0), let year = number(text, at: 2), let month = number(text, at: 5),
            let day = number(text, at: 8)
        else { return nil }
        return CalendarDay(year: century * 100 + year, month: month, day: day)
    }

    private static func moment(_ text: ArraySlice<UInt8>) -> Date? {
        guard text.count == 25, let day = day(text.prefix(10)), has("T", at: 10, in: text), has(":", at: 13, in: text),
            has(":", at: 16, in: text), has(":", at: 22, in: text),
            let hour = number(text, at: 11, below: 24), let minute = number(text, at: 14, below: 60),
            let second = number(text, at: 17, below: 61), let zoneHours = number(text, at: 20, below: 24),
            let zoneMinutes = number(text, at: 23, below: 60), has("+", at: 19, in: text) || has("-", at: 19, in: text)
        else { return nil }
        let offset = (zoneHours * 3600 + zoneMinutes * 60) * (has("-", at: 19, in: text) ? -1 : 1)
        let local = day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
        return Date(timeIntervalSince1970: Double(local - offset))
    }

    private static func has(_ sign: Unicode.Scalar, at place: Int, in text: ArraySlice<UInt8>) -> Bool {
        text[text.startIndex + place] == UInt8(ascii: sign)
    }

    /// A number of two digits.
    private static func number(_ text: ArraySlice<UInt8>, at place: Int, below limit: Int = 100) -> Int? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let (tens, ones) = (text[text.startIndex + place], text[text.startIndex + place + 1])
        guard digits ~= tens, digits ~= ones else { return nil }
        let number = Int(tens - digits.lowerBound) * 10 + Int(ones - digits.lowerBound)
        return number < limit ? number : nil
    }

    /// `` `number` and `text` are missing``.
    func missing(_ parts: (String, Any?)...) -> String {
        let names = parts.filter { $0.1 == nil }.map { "`\($0.0)`" }
        return "\(listed(names)) \(names.count == 1 ? "is" : "are") missing"
    }
}
