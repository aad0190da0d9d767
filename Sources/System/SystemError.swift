import Glibc

/// What the operating system refused, in a sentence that ends with its own words.
public struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String

    /// - Parameters:
    ///   - what: such as `a pipe can't be made`.
    ///   - code: an `errno`; the one of the call just made where none is given.
    public init(_ what: String, code: Int32 = errno) { description = "\(what): \(Self.reason(code))" }

    /// The system's words for an `errno`, such as `Permission denied`.
    public static func reason(_ code: Int32 = errno) -> String { String(cString: strerror(code)) }
}
