/// What a piece of text means. Panes name roles, never colours; a `Theme` gives each its look.
public enum Role: UInt8, CaseIterable, Sendable {
    case text, muted, title, heading, label, accent
    /// The name of a key, as in the footer.
    case key
    case strong, emphasis, code, link, quote
    /// A ballot, or an outcome that follows from ballots.
    case yes, no, abstain, recuse, tied
    case warning, error
    /// The three kinds of note that look different from a plain one.
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

    /// One letter that stands for the role in a snapshot's map.
    public var letter: Character {
        switch self {
        case .text: "."
        case .muted: "m"
        case .title: "T"
        case .heading: "H"
        case .label: "l"
        case .accent: "A"
        case .key: "K"
        case .strong: "S"
        case .emphasis: "e"
        case .code: "c"
        case .link: "L"
        case .quote: "q"
        case .yes: "y"
        case .no: "n"
        case .abstain: "a"
        case .recuse: "r"
        case .tied: "t"
        case .warning: "w"
        case .error: "E"
        case .concern: "C"
        case .privateNote: "P"
        case .recorded: "R"
        case .pending: "p"
        case .timeGood: "g"
        case .timeOver: "o"
        case .border: "b"
        case .cursor: "^"
        case .added: "+"
        case .removed: "-"
        }
    }
}
