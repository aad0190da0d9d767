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
        let text = try json.string()
        guard let day = CalendarDay(text) else {
            throw Fault(place: start, sentence: "a day such as `2026-11-25` belongs here")
        }
        return day
    }

    /// Reads `2026-11-25T10:14:00-08:00` (RFC 3339).
    func moment(_ json: inout JSONReader) throws(Fault) -> Date {
        let start = try json.startOfValue()
        let text = try json.string()
        guard let moment = Self.moment(text) else {
            throw Fault(place: start, sentence: "a time such as `2026-11-25T10:14:00-08:00` belongs here")
        }
        return moment
    }

    private static func moment(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count == 25, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[22] == UInt8(ascii: ":"), let day = CalendarDay(text.prefix(10)),
            let hour = number(bytes, at: 11, below: 24), let minute = number(bytes, at: 14, below: 60),
            let second = number(bytes, at: 17, below: 61), let zoneHours = number(bytes, at: 20, below: 24),
            let zoneMinutes = number(bytes, at: 23, below: 60)
        else { return nil }
        let offset = zoneHours * 3600 + zoneMinutes * 60
        let local = day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
        switch bytes[19] {
        case UInt8(ascii: "+"): return Date(timeIntervalSince1970: Double(local - offset))
        case UInt8(ascii: "-"): return Date(timeIntervalSince1970: Double(local + offset))
        default: return nil
        }
    }

    /// A number of two digits.
    private static func number(_ bytes: [UInt8], at place: Int, below limit: Int) -> Int? {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard digits ~= bytes[place], digits ~= bytes[place + 1] else { return nil }
        let number = Int(bytes[place] - 48) * 10 + Int(bytes[place + 1] - 48)
        return number < limit ? number : nil
    }

    /// `` `number` and `text` are missing``.
    func missing(_ parts: (String, Any?)...) -> String {
        let names = parts.filter { $0.1 == nil }.map { "`\($0.0)`" }
        return "\(listed(names)) \(names.count == 1 ? "is" : "are") missing"
    }
}
