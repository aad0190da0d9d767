import Council
import Digests

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
/// It tells whether a file has changed.
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

    /// SHA-256, in hexadecimal digits.
    static func digest(of bytes: [UInt8]) -> String { Digest(of: bytes).hex }
}
