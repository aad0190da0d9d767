/// Why files could not be loaded: everything that is wrong in all of them, by file, line and column.
public struct Faults: Error, Equatable, Sendable {
    public let faults: [Fault]

    public init(_ faults: [Fault]) { self.faults = faults.sorted() }
}

extension Faults: CustomStringConvertible {
    /// One fault per line.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
