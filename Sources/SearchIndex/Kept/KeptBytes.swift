import Council
import Foundation

/// A value that is kept as bytes, without names and without gaps: only the program that wrote them can read them.
protocol KeptValue {
    /// Reads the value in the order in which ``put(into:)`` writes it.
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch)
    func put(into bytes: inout KeptWriter)
}

struct KeptWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ value: some KeptValue) { value.put(into: &self) }
    mutating func put(byte: UInt8) { bytes.append(byte) }

    mutating func put(_ text: UnsafeBufferPointer<UInt8>) {
        put(text.count)
        bytes.append(contentsOf: text)
    }

    /// Seven bits in a byte, the lowest first; a negative number is as short as a positive one.
    mutating func put(_ number: Int) {
        var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

struct KeptReader {
    /// The bytes are not what this program would have written.
    struct Mismatch: Error {}

    private var rest: UnsafeRawBufferPointer

    /// The value that some bytes hold; nil if they hold something else.
    static func value<Value: KeptValue>(in bytes: [UInt8]) -> Value? {
        bytes.withUnsafeBytes { bytes in
            var reader = KeptReader(rest: bytes)
            guard let value = try? Value(&reader), reader.rest.isEmpty else { return nil }
            return value
        }
    }

    mutating func take<Value: KeptValue>() throws(Mismatch) -> Value { try Value(&self) }

    mutating func byte() throws(Mismatch) -> UInt8 {
        guard let byte = rest.first else { throw Mismatch() }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst())
        return byte
    }

    mutating func number() throws(Mismatch) -> Int {
        var (number, shift): (UInt, UInt) = (0, 0)
        while shift < 64 {
            let byte = try byte()
            number |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1) }
            shift += 7
        }
        throw Mismatch()
    }

    mutating func text() throws(Mismatch) -> String {
        let count = try number()
        guard count >= 0, count <= rest.count else { throw Mismatch() }
        defer { rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count)) }
        return String(decoding: rest.prefix(count), as: UTF8.self)
    }

    /// No more elements than there are bytes.
    mutating func count() throws(Mismatch) -> Int {
        let count = try number()
        guard count >= 0, count <= rest.count else { throw Mismatch() }
        return count
    }
}

extension String: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) { self = try bytes.text() }

    func put(into bytes: inout KeptWriter) {
        var text = self
        text.withUTF8 { bytes.put($0) }
    }
}

extension Int: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) { self = try bytes.number() }
    func put(into bytes: inout KeptWriter) { bytes.put(self) }
}

extension Bool: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) { self = try bytes.byte() == 1 }
    func put(into bytes: inout KeptWriter) { bytes.put(byte: self ? 1 : 0) }
}

extension Double: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(bitPattern: UInt64(bitPattern: Int64(try bytes.number())))
    }

    func put(into bytes: inout KeptWriter) { bytes.put(Int(Int64(bitPattern: bitPattern))) }
}

extension Date: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(timeIntervalSinceReferenceDate: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) { timeIntervalSinceReferenceDate.put(into: &bytes) }
}

extension CalendarDay: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) { self.init(daysSinceEpoch: try bytes.number()) }
    func put(into bytes: inout KeptWriter) { bytes.put(daysSinceEpoch) }
}

extension Optional: KeptValue where Wrapped: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self = try bytes.byte() == 1 ? try Wrapped(&bytes) : nil
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(byte: self == nil ? 0 : 1)
        if let self { self.put(into: &bytes) }
    }
}

extension Array: KeptValue where Element: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        let count = try bytes.count()
        self.init()
        reserveCapacity(count)
        for _ in 0..<count { append(try Element(&bytes)) }
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(count)
        for element in self { element.put(into: &bytes) }
    }
}

/// A word, such as a verdict.
protocol KeptWord: KeptValue, RawRepresentable<String> {}

extension KeptWord {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        guard let word = Self(rawValue: try bytes.text()) else { throw KeptReader.Mismatch() }
        self = word
    }

    func put(into bytes: inout KeptWriter) { rawValue.put(into: &bytes) }
}
