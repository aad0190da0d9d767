/// A number for many files in any order.
public struct Fingerprint: Equatable, Sendable, CustomStringConvertible {
    private var parts: SIMD2<UInt64> = .zero

    public init() {}

    public mutating func add(_ name: String, _ mark: FileMark) {
        var name = name
        name.withUTF8 { add($0, mark) }
    }

    mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ mark: FileMark) {
        var (first, second): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15)
        func take(_ word: UInt64) {
            first = (first ^ word) &* 0x100_0000_01B3
            first ^= first >> 29
            second = (second ^ word) &* 0x2_0000_01D3
            second ^= second >> 31
        }
        let bytes = UnsafeRawBufferPointer(name)
        take(UInt64(bytes.count))
        for place in stride(from: 0, to: bytes.count & ~7, by: 8) {
            take(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
        for byte in bytes[(bytes.count & ~7)...] { take(UInt64(byte)) }
        for number in [mark.size, mark.modified, mark.changed, mark.inode] {
            first = Self.mixed(first ^ UInt64(bitPattern: number))
            second = Self.mixed(second &+ UInt64(bitPattern: number))
        }
        parts &+= SIMD2(first, second)
    }

    /// Adds the files of another number.
    public mutating func add(_ other: Fingerprint) { parts &+= other.parts }

    /// Adds a folder, whose files are others than those of the same names elsewhere.
    public mutating func add(_ other: Fingerprint, as place: UInt64) {
        parts &+= SIMD2(
            Self.mixed(other.parts[0] ^ Self.mixed(place)), Self.mixed(other.parts[1] &+ Self.mixed(place)))
    }

    public var description: String { String(parts[0], radix: 16) + "-" + String(parts[1], radix: 16) }

    /// As SplitMix64 mixes (S. Vigna).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
