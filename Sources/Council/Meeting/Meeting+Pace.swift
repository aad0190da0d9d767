import Foundation

/// When the agenda will end.
extension Meeting {
    /// Seconds that the meeting still takes if every item that is left keeps its time box, with what is left of a recess;
    /// nil if no item has a box, and when the meeting is not held.
    public func secondsLeft(at moment: Date) -> TimeInterval? {
        guard phase == .inSession, items.contains(where: { $0.timeBox != nil }) else { return nil }
        let boxes = items.filter { $0.dropped == nil && $0.decision == nil }.compactMap { item in
            item.timeBox.map { max(0, Double($0 * 60) - item.clock.used(at: moment)) }
        }
        return boxes.reduce(0, +) + max(0, recess?.left(at: moment) ?? 0)
    }

    /// The minute of the day at which the meeting is meant to end; nil if the agenda does not say.
    public var plannedEnd: Int? {
        guard let start = agenda.start, let minutes = agenda.minutes else { return nil }
        let parts = start.split(separator: ":").compactMap { Int($0) }
        return parts.count == 2 ? parts[0] * 60 + parts[1] + minutes : nil
    }
}
