/// What the minutes of a closed meeting are, by the council's file.
public enum MinutesStage: String, Codable, CaseIterable, Sendable {
    /// A draft until a later meeting approves them.
    case draft
    /// Final as they are.
    case final
}

extension ItemID {
    /// The topic under which a meeting approves the minutes of an earlier one: `topic:minutes-2026-11-25`.
    public init(minutesOf day: CalendarDay) { self.init(topic: "minutes-\(day)") }

    /// The day of the meeting whose minutes it approves; nil for every other item.
    public var minutesDay: CalendarDay? {
        guard let name = topicName, name.hasPrefix("minutes-") else { return nil }
        return CalendarDay(name.dropFirst("minutes-".count))
    }
}
