import Council
import Foundation

/// A meeting as a list shows it.
public struct MeetingSummary: Equatable, Sendable {
    public let date: CalendarDay
    /// Called to order, and not closed.
    public let isOpen: Bool
    public let isClosed: Bool
    public let lastActAt: Date
    public let entryCount: Int

    public init(date: CalendarDay, isOpen: Bool, isClosed: Bool, lastActAt: Date, entryCount: Int) {
        self.date = date
        self.isOpen = isOpen
        self.isClosed = isClosed
        self.lastActAt = lastActAt
        self.entryCount = entryCount
    }
}
