import Foundation

/// When somebody came and went.
public struct Attendance: Codable, Equatable, Sendable {
    public private(set) var presence: Presence
    /// Every change, oldest first.
    public private(set) var changes: [Change]

    public struct Change: Codable, Equatable, Sendable {
        public let at: Date
        public let presence: Presence
    }

    init(presence: Presence, at: Date) {
        self.presence = presence
        changes = [Change(at: at, presence: presence)]
    }

    mutating func change(to presence: Presence, at: Date) {
        self.presence = presence
        changes.append(Change(at: at, presence: presence))
    }

    /// Puts right what was said last, as if it had been said so at once.
    mutating func correct(to presence: Presence) {
        guard let last = changes.popLast() else { return }
        self.presence = presence
        if changes.last?.presence != presence { changes.append(Change(at: last.at, presence: presence)) }
    }

    /// When they came into the room after the meeting had been opened; nil if they were there from the start.
    public func arrival(after opening: Date) -> Date? {
        guard !wasInRoom(at: opening) else { return nil }
        return changes.first { $0.at > opening && $0.presence.isInRoom }?.at
    }

    /// When they left for good; nil if they are still in the room or never were.
    public var departure: Date? {
        guard presence == .absent, let last = changes.lastIndex(where: { $0.presence.isInRoom }) else { return nil }
        return changes.dropFirst(last + 1).first?.at
    }

    public func wasInRoom(at moment: Date) -> Bool {
        changes.last { $0.at <= moment }?.presence.isInRoom ?? false
    }

    /// Whether they were in the room at any time.
    public var hasAttended: Bool { changes.contains { $0.presence.isInRoom } }
}
