/// The columns of a record that hold frequent acts: they cost little to read, and SQL can ask for them.
public struct ActColumns: Equatable, Sendable {
    public var item: ItemID?
    /// The number of the note, motion, action item or entry that the act speaks of.
    public var ordinal: Int?
    public var who: Handle?
    /// A presence, a kind of note, a ballot's choice.
    public var word: String?
    /// A note's text, or a reason.
    public var text: String?

    public init(
        item: ItemID? = nil, ordinal: Int? = nil, who: Handle? = nil, word: String? = nil, text: String? = nil
    ) {
        self.item = item
        self.ordinal = ordinal
        self.who = who
        self.word = word
        self.text = text
    }

    /// Whether a text holds a NUL. SQLite's text ends at the first one, so that such an act is kept as JSON.
    var hasNUL: Bool { [item?.rawValue, who?.rawValue, text].contains { $0?.utf8.contains(0) ?? false } }
}
