/// What a piece of text stands on.
public enum Ground: UInt8, CaseIterable, Sendable {
    case page
    /// The header and the footer.
    case bar
    case selected, dialog, input
    /// A question or warning across the whole width.
    case banner

    /// One letter that stands for the ground in a snapshot's map.
    public var letter: Character {
        switch self {
        case .page: "."
        case .bar: "b"
        case .selected: "s"
        case .dialog: "d"
        case .input: "i"
        case .banner: "!"
        }
    }
}
