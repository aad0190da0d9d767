/// What somebody promised at a meeting.
public struct HeldAction: Equatable, Sendable {
    /// The meeting's day and the action's number: `2026-11-25/1`.
    public var reference: ActionReference
    public var owner: HeldPerson?
    public var due: CalendarDay?
    public var text: String
    public var isDone: Bool
    /// The item it came from; nil if none was before the council.
    public var item: ItemID?
    public var itemTitle: String?

    public init(
        reference: ActionReference, owner: HeldPerson?, due: CalendarDay?, text: String, isDone: Bool = false,
        item: ItemID? = nil, itemTitle: String? = nil
    ) {
        self.reference = reference
        self.owner = owner
        self.due = due
        self.text = text
        self.isDone = isDone
        self.item = item
        self.itemTitle = itemTitle
    }
}

/// What an action is known by over the weeks: the meeting that handed it out, and its number there.
public struct ActionReference: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let meeting: CalendarDay
    /// Counts from 1 within the meeting.
    public let number: Int

    public init(meeting: CalendarDay, number: Int) {
        self.meeting = meeting
        self.number = number
    }

    /// Reads `2026-11-25/1`, and nothing else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let meeting = CalendarDay(String(parts[0])), let number = Int(parts[1]), number > 0,
            parts[1] == "\(number)"
        else { return nil }
        self.init(meeting: meeting, number: number)
    }

    public var description: String { "\(meeting)/\(number)" }

    public static func < (left: ActionReference, right: ActionReference) -> Bool {
        (left.meeting, left.number) < (right.meeting, right.number)
    }
}
