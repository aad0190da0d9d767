/// The short name by which a person is called in files and commands, such as `priya`.
///
/// A dictionary by handle is encoded as an object by name, so that the same meeting always encodes to the same bytes.
public struct Handle: RawRepresentable, Hashable, Comparable, Codable, CodingKeyRepresentable, Sendable,
    CustomStringConvertible
{
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ text: String) { rawValue = text }

    public var description: String { rawValue }

    public static func < (left: Handle, right: Handle) -> Bool { left.rawValue < right.rawValue }

    /// Whether `text` may be used as a handle: letters, digits, `-`, `_` and `.`, beginning with a letter or digit.
    public static func isWellFormed(_ text: some StringProtocol) -> Bool {
        guard let first = text.first, first.isLetter || first.isNumber, text.count <= 64 else { return false }
        return text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    }
}
