/// Something that the files say and that does not fit what earlier meetings left: the place, and a sentence.
public struct Remark: Equatable, Sendable {
    public let place: Place
    /// Says what does not fit, and what would.
    public let sentence: String
    /// Whether nothing is wrong, and people should know of it nevertheless.
    public let isNote: Bool

    /// A key of a file.
    public enum Place: Hashable, Sendable {
        case council(key: String)
        /// A member's entry.
        case member(Handle)
        case agenda(CalendarDay, key: String)
        /// What a person has kept off an agenda.
        case leftOff(CalendarDay, id: String)
        /// A key of an item; the item itself if it has no such key.
        case item(CalendarDay, ItemID, key: String)
        case proposal(String, key: String)
        /// A key of an entry of a list in somebody's file.
        ///
        /// - Parameter place: Of the entry, counted from 0.
        case person(Handle, list: String, place: Int, key: String)
        /// An entry of a proposal's list, counted from 0, or a key of it.
        case entry(String, key: String, Int, inner: String? = nil)
    }

    public init(_ place: Place, _ sentence: String, isNote: Bool = false) {
        self.place = place
        self.isNote = isNote
        self.sentence = sentence
    }
}
