import Council
import Foundation

/// A meeting as a list shows it.
public struct MeetingSummary: Equatable, Sendable {
    public let date: CalendarDay
    /// Called to order, and not closed.
    public let isOpen: Bool
    public let isClosed: Bool
    /// Closed at least once: if it is not closed, its minutes are being corrected.
    public let wasHeld: Bool
    public let lastActAt: Date
    public let entryCount: Int

    public init(date: CalendarDay, isOpen: Bool, isClosed: Bool, wasHeld: Bool, lastActAt: Date, entryCount: Int) {
        self.date = date
        self.isOpen = isOpen
        self.isClosed = isClosed
        self.wasHeld = wasHeld
        self.lastActAt = lastActAt
        self.entryCount = entryCount
    }
}

/// How far a meeting has come, from its landmarks alone: a list of meetings need not read every act.
public struct Standing: Sendable {
    /// The kinds of acts that make a difference.
    public static let landmarks = ["opened", "closed", "reopened", "undone", "redone"]

    private var openings: Set<Int> = []
    private var undone: Set<Int> = []
    public private(set) var isClosed = false
    /// Closed at least once.
    public private(set) var wasHeld = false

    public init() {}

    public var isOpen: Bool { !isClosed && !openings.isSubset(of: undone) }

    /// Takes in the next act; `entry` is the one that it is about.
    public mutating func follow(_ kind: String, number: Int, about entry: Int?) {
        switch (kind, entry) {
        case ("opened", _): openings.insert(number)
        case ("closed", _): (isClosed, wasHeld) = (true, true)
        case ("reopened", _): isClosed = false
        case ("undone", let entry?): undone.insert(entry)
        case ("redone", let entry?): undone.remove(entry)
        default: break
        }
    }
}
