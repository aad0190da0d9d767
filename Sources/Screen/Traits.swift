/// How letters are drawn, apart from their colour.
public struct Traits: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    public static let bold = Traits(rawValue: 1)
    public static let italic = Traits(rawValue: 2)
    public static let underline = Traits(rawValue: 4)
    public static let reverse = Traits(rawValue: 8)
    /// Struck out; drawn dim where a terminal library has no such attribute.
    public static let strike = Traits(rawValue: 16)
}
