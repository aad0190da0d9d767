/// A theme that can be chosen.
public struct ThemeChoice: Equatable, Sendable {
    /// What it is called on the command line: the name of its file without the ending.
    public let name: String
    /// Where it comes from, for people: `built in`, `themes/`.
    public let origin: String

    public init(name: String, origin: String) {
        self.name = name
        self.origin = origin
    }
}
