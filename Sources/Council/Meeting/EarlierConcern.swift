/// A concern that a meeting left open.
public struct EarlierConcern: Codable, Equatable, Sendable {
    /// The meeting at which it was raised.
    public let date: CalendarDay
    /// Nil if nobody noted who raised it.
    public let speaker: HeldPerson?
    public let text: String

    public init(date: CalendarDay, speaker: HeldPerson? = nil, text: String) {
        self.date = date
        self.speaker = speaker
        self.text = text
    }
}
