import Council

/// A docket, and the fingerprint of its files.
public struct LoadedDocket: Equatable, Sendable {
    public let docket: Docket
    public let fingerprint: Fingerprint

    public init(docket: Docket, fingerprint: Fingerprint) {
        self.docket = docket
        self.fingerprint = fingerprint
    }
}

/// The contents of a docket's files when it was loaded, as a digest of each.
///
/// It tells whether a file has changed. The digest resists accidents, not forgers.
public struct Fingerprint: Codable, Equatable, Sendable {
    /// The folder of the agenda, such as `agendas`.
    public let folder: String
    /// Digests by path within the folder, such as `proposals/prep-time.md`; empty if the file could not be read.
    public let digests: [String: String]

    public init(folder: String, digests: [String: String]) {
        self.folder = folder
        self.digests = digests
    }

    /// The paths whose files differ between the two, sorted.
    public func differences(from other: Fingerprint) -> [String] {
        Set(digests.keys).union(other.digests.keys).filter { digests[$0] != other.digests[$0] }.sorted()
    }

    /// The length of the bytes and their 64-bit FNV-1a hash, in hexadecimal.
    static func digest(of bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(bytes.count, radix: 16) + "-" + String(hash, radix: 16)
    }
}
