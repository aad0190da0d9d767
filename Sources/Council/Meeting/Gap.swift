/// Something a meeting leaves open when it is closed. A gap is printed as a gap, never filled in.
public struct Gap: Codable, Equatable, Sendable {
    public let kind: Kind
    /// The item it belongs to; nil if it belongs to none.
    public let item: ItemID?
    /// That of the concern or the action; nil for other kinds, and in meetings closed before numbers were kept.
    public let number: Int?
    public let sentence: String

    public init(kind: Kind, item: ItemID?, number: Int? = nil, sentence: String) {
        self.kind = kind
        self.item = item
        self.number = number
        self.sentence = sentence
    }

    public enum Kind: String, Codable, Sendable {
        case undecided
        case untakenRuling
        case openConcern
        /// An action without an owner, whether it has a date or not.
        case ownerlessAction
        /// An action that has an owner and no date.
        case dateless
        case unknownSpeaker

        var isOfActions: Bool { self == .ownerlessAction || self == .dateless }
    }
}
