/// Why minutes could not be made or written, as a sentence that names the file and the cause.
public struct MinutesError: Error, Equatable, Sendable, CustomStringConvertible {
    public let sentence: String

    public init(_ sentence: String) { self.sentence = sentence }

    public var description: String { sentence }
}
