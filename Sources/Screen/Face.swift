/// How a style looks in a theme: two colours and traits.
public struct Face: Hashable, Sendable {
    public var foreground: Color
    public var background: Color
    public var traits: Traits

    public init(foreground: Color = .standard, background: Color = .standard, traits: Traits = []) {
        self.foreground = foreground
        self.background = background
        self.traits = traits
    }
}
