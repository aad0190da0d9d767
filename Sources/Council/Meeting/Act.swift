import Foundation

/// One thing that happened at a meeting, as the record keeps it.
///
/// An act holds everything needed to apply it again: what was decided from rules and roster at the time (a tally, the
/// value before an amendment) is part of the act, so that a later change of file or program changes no past result.
public enum Act: Codable, Equatable, Sendable {
    /// What lies before the council; the first act of every meeting.
    case docket(Docket)
    case rolled(who: Handle, presence: Presence)
    case opened
    case chaired(who: Handle, reason: String)
    case went(item: ItemID)
    case noted(item: ItemID, number: Int, speaker: Handle?, kind: Note.Kind, text: String)
    case reworded(item: ItemID, number: Int, text: String)
    case struck(item: ItemID, number: Int)
    case resolved(item: ItemID, number: Int, reason: String?)
    case moved(item: ItemID, motion: Int, question: Question, order: [Handle])
    case balloted(motion: Int, ballot: Ballot)
    case tallied(motion: Int, tally: Tally)
    case escalated(motion: Int, reason: String)
    case ruled(motion: Int, ruling: Ruling)
    case amended(item: ItemID, amendment: Amendment)
    case decided(item: ItemID, decision: Decision)
    case assigned(action: ActionItem)
    case finished(action: Int)
    case clocked(item: ItemID, change: ClockChange)
    case closed(gaps: [Gap])
    case reopened(reason: String)
    /// The act with this number in the record no longer counts.
    case undone(entry: Int)
    /// The act with this number counts again.
    case redone(entry: Int)
}

/// An act in the record: its number, when it was recorded, and what it came from.
public struct Entry: Codable, Equatable, Sendable {
    /// Counts from 1 within the meeting, without gaps.
    public let number: Int
    /// To the millisecond.
    public let at: Date
    public let act: Act
    /// The request that made the act; several acts can come from one. Nil for what was recorded before requests had
    /// identities.
    public let request: UUID?
    /// Who asked for it; nil where nobody signed.
    public let author: Handle?

    public init(number: Int, at: Date, act: Act, request: UUID? = nil, author: Handle? = nil) {
        self.number = number
        self.at = Date(timeIntervalSince1970: (at.timeIntervalSince1970 * 1000).rounded() / 1000)
        self.act = act
        self.request = request
        self.author = author
    }
}

/// Whether somebody is in the room.
public enum Presence: String, Codable, CaseIterable, Sendable {
    case present
    case remote
    case absent

    public var isInRoom: Bool { self != .absent }
}
