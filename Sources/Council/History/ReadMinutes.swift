/// A meeting as the `record.json` of its minutes has it.
public struct ReadMinutes: Equatable, Sendable {
    public var meeting: HeldMeeting
    /// The number of the entry of the record that the minutes end with; nil if they name none.
    public var entry: Int?
    /// Of `record.json`.
    public var version: Int

    public init(meeting: HeldMeeting, entry: Int?, version: Int) {
        self.meeting = meeting
        self.entry = entry
        self.version = version
    }
}
