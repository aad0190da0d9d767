import Foundation

/// Something said in the debate of an item, in the scribe's words.
public struct Note: Codable, Equatable, Sendable {
    /// Counts from 1 within the item, struck notes included.
    public let number: Int
    public let at: Date
    public internal(set) var speaker: Handle?
    public internal(set) var kind: Kind
    public internal(set) var text: String
    /// What the note said before it was reworded, oldest first.
    public internal(set) var earlier: [String] = []
    public internal(set) var isStruck = false
    /// The item that the note went to, since it was taken down under the wrong one; it is struck here.
    public internal(set) var movedTo: ItemID?
    /// The meeting that left it open; nil if it was said at this one.
    public internal(set) var since: CalendarDay?
    /// Only a concern is ever resolved.
    public internal(set) var resolution: Resolution?
    /// Whether the council had moved on from the item when it arrived; nil if it had not.
    public var isLater: Bool?

    public enum Kind: String, Codable, CaseIterable, Sendable {
        case plain
        case concern
        case question
        case idea
        case data
        case reuse
        /// For the scribe's eyes: appears in no output.
        case `private`
    }

    public struct Resolution: Codable, Equatable, Sendable {
        public let at: Date
        public let reason: String?
    }

    /// The same note under another number.
    func numbered(_ number: Int) -> Note {
        var note = Note(number: number, at: at, speaker: speaker, kind: kind, text: text, isLater: isLater)
        note.earlier = earlier
        note.resolution = resolution
        note.since = since
        return note
    }

    /// Whether the minutes show it.
    public var isMinuted: Bool { !isStruck && kind != .private }

    public var isOpenConcern: Bool { kind == .concern && !isStruck && resolution == nil }
}
