/// Something somebody promised to do.
public struct ActionItem: Codable, Equatable, Sendable {
    /// Counts from 1 within the meeting.
    public let number: Int
    /// The item it came from; nil if none was before the council.
    public let item: ItemID?
    public let owner: Handle?
    public let due: CalendarDay?
    public let text: String
    public internal(set) var isDone: Bool
    /// Why it is done, or how it was; nil if nobody said.
    public internal(set) var reason: String?
    /// Whether the council had moved on from the item when it arrived; nil if it had not.
    public let isLater: Bool?

    public init(
        number: Int, item: ItemID?, owner: Handle?, due: CalendarDay?, text: String, isDone: Bool = false,
        isLater: Bool? = nil
    ) {
        self.number = number
        self.item = item
        self.owner = owner
        self.due = due
        self.text = text
        self.isDone = isDone
        self.isLater = isLater
    }
}
