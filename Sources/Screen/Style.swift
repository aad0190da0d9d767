/// What text means, what it stands on, and traits beyond those its theme gives it. Three bytes.
public struct Style: Hashable, Sendable {
    public var role: Role
    public var ground: Ground
    /// Added to the traits that the theme gives the role.
    public var traits: Traits

    public init(_ role: Role = .text, on ground: Ground = .page, _ traits: Traits = []) {
        self.role = role
        self.ground = ground
        self.traits = traits
    }

    /// Plain text on the page.
    public static let plain = Style()

    /// The same meaning on another ground.
    public func on(_ ground: Ground) -> Style {
        Style(role, on: ground, traits)
    }

    /// Another meaning on the same ground.
    public func role(_ role: Role) -> Style {
        Style(role, on: ground, traits)
    }

    /// With further traits.
    public func with(_ more: Traits) -> Style {
        Style(role, on: ground, traits.union(more))
    }
}
