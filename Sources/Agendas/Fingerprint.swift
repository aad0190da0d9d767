/// What the files of a docket held when it was loaded: a digest of each, by path within `agendas/`.
///
/// Tells whether a file changed, not who changed it: the digest resists accidents, not forgers.
public struct Fingerprint: Codable, Equatable, Sendable {
    /// Sixteen hexadecimal digits by path, such as `proposals/prep-time.md`; empty text where there was no file.
    public let digests: [String: String]

    public init(digests: [String: String]) { self.digests = digests }

    /// The paths whose files differ between the two, sorted.
    public func differences(from other: Fingerprint) -> [String] {
        Set(digests.keys).union(other.digests.keys).filter { digests[$0] != other.digests[$0] }.sorted()
    }
}
