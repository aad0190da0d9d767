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

/// What a piece of text means. Panes name roles, never colours; a `Theme` gives each its look.
public enum Role: UInt8, CaseIterable, Sendable {
    case text, muted, title, heading, label, accent
    /// The name of a key, as in the footer.
    case key
    case strong, emphasis, code, link, quote
    /// A ballot, or an outcome that follows from ballots.
    case yes, no, abstain, recuse, tied
    case warning, error
    /// The kinds of note that look different from a plain one.
    case concern, privateNote
    /// Whether the record has the latest act on disk.
    case recorded, pending
    /// The item's clock, within its time box and beyond it.
    case timeGood, timeOver
    case border
    /// The marker of the line or cell that keys act on.
    case cursor
    /// A change to a proposal: what it now says, and what it said.
    case added, removed

    /// What a theme's file calls the role: `private-note`.
    public var name: String {
        "\(self)".reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }
}

/// What a piece of text stands on.
public enum Ground: UInt8, CaseIterable, Sendable {
    case page
    /// The header and the footer.
    case bar
    case selected, dialog, input
    /// A question or warning across the whole width.
    case banner
}

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
