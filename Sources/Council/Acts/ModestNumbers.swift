import Foundation

/// Numbers in JSON that comes from elsewhere: a record, or another terminal.
public enum ModestNumbers {
    /// The largest number of minutes, places or entries, of either sign. What anybody writes is far below, and sums of
    /// such numbers are far from the end of what an integer holds.
    public static let largest = 10_000_000_000_000_000

    private static let mostDigits = 16

    /// Whether no number has more than sixteen digits before its point, with those that its exponent adds.
    ///
    /// The rules check each number before it is recorded. A record that was written by something else may hold any, and
    /// the first sum with the largest of all would end the program.
    public static func fill(_ json: some ContiguousBytes) -> Bool {
        json.withUnsafeBytes { bytes in
            var place = 0
            while place < bytes.count {
                switch bytes[place] {
                case UInt8(ascii: "\""): place = end(ofText: place, in: bytes)
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    guard let end = end(ofNumber: place, in: bytes) else { return false }
                    place = end
                default: place += 1
                }
            }
            return true
        }
    }

    /// Behind the closing quote.
    private static func end(ofText start: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        var place = start + 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return place + 1
    }

    /// Nil if the number is too large.
    private static func end(ofNumber start: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
        var place = start
        func digits() -> Range<Int> {
            let first = place
            while place < bytes.count, (48...57).contains(bytes[place]) { place += 1 }
            return first..<place
        }
        var length = digits().count
        if place < bytes.count, bytes[place] == UInt8(ascii: ".") {
            place += 1
            _ = digits()
        }
        if place < bytes.count, bytes[place] | 0x20 == UInt8(ascii: "e") {
            place += 1
            let isSmall = place < bytes.count && bytes[place] == UInt8(ascii: "-")
            if isSmall || place < bytes.count && bytes[place] == UInt8(ascii: "+") { place += 1 }
            let exponent = digits()
            if !isSmall {
                length += exponent.count > 2 ? mostDigits : bytes[exponent].reduce(0) { $0 * 10 + Int($1 - 48) }
            }
        }
        return length <= mostDigits ? place : nil
    }
}
