import Glibc

/// The files of a folder with their marks, as they are now.
public struct FolderListing: Sendable {
    public private(set) var files: [(name: String, mark: FileMark)] = []
    /// A number that differs if any name or mark does.
    public private(set) var digest = Fingerprint()
    /// Whether a link is among them or in the place of the folder: where it leads can change without a trace here.
    public private(set) var hasLinks = false

    /// - Parameters:
    ///   - inner: The name of the file that is meant in each folder of the folder; nil for the folder's own files.
    ///   - isMeant: Whether a name counts.
    public init(of folder: String, inner: String? = nil, where isMeant: (String) -> Bool) {
        var status = stat()
        hasLinks = lstat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
        guard let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard isMeant(name) else { continue }
            if entry.pointee.d_type == UInt8(DT_LNK) { hasLinks = true }
            guard fstatat(dirfd(stream), inner.map { "\(name)/\($0)" } ?? name, &status, 0) == 0 else { continue }
            let mark = FileMark(status)
            files.append((name, mark))
            digest.add(name, mark)
        }
    }

    /// Whether every later change would show.
    public func isSettled(at now: Int64) -> Bool { files.allSatisfy { $0.mark.isSettled(at: now) } }
}

/// A number for many files in any order.
public struct Fingerprint: Equatable, Sendable, CustomStringConvertible {
    private var parts: SIMD2<UInt64> = .zero

    public init() {}

    public mutating func add(_ name: String, _ mark: FileMark) {
        var (first, second): (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15)
        func take(_ value: UInt64) {
            first = Self.mixed(first ^ value)
            second = Self.mixed(second &+ value)
        }
        for byte in name.utf8 {
            first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
            second = (second ^ UInt64(byte)) &* 0x2_0000_01D3
        }
        for number in [mark.size, mark.modified, mark.changed, mark.inode] { take(UInt64(bitPattern: number)) }
        parts &+= SIMD2(first, second)
    }

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
