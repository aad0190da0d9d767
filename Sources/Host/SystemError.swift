import Glibc

/// Something that the operating system refused, in a sentence that ends with the system's own words.
public struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String

    /// - Parameters:
    ///   - what: What was refused, such as `a pipe can't be made`.
    ///   - code: An `errno`; by default that of the call just made.
    public init(_ what: String, code: Int32 = errno) { description = "\(what): \(Self.reason(code))" }

    /// The system's words for an `errno`, such as `Permission denied`.
    public static func reason(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }
}
