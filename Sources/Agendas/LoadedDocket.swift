import Council

/// A docket, and what its files held.
public struct LoadedDocket: Equatable, Sendable {
    public let docket: Docket
    public let fingerprint: Fingerprint

    public init(docket: Docket, fingerprint: Fingerprint) {
        self.docket = docket
        self.fingerprint = fingerprint
    }
}
