import Council
import Foundation

/// An act as a row of the record: frequent acts in plain columns, which cost little to read and can be queried; the
/// others as JSON.
struct ActColumns: Equatable {
    var kind: String
    var item: String?
    /// The number of what the act speaks of: a note, a motion, an action item, an entry.
    var ordinal: Int?
    var who: String?
    /// A presence, a kind of note, a ballot's choice.
    var word: String?
    /// What was said: a note's text, or a reason.
    var text: String?
    /// JSON of the whole act, or of the docket, with sorted keys; nil where the columns hold it all.
    var detail: String?

    init(
        _ kind: String, item: ItemID? = nil, ordinal: Int? = nil, who: Handle? = nil, word: String? = nil,
        text: String? = nil
    ) {
        self.kind = kind
        self.item = item?.rawValue
        self.ordinal = ordinal
        self.who = who?.rawValue
        self.word = word
        self.text = text
    }
}
