/// When the council wants to know what came of a proposal, and by what measure.
public struct FollowUp: Codable, Equatable, Sendable {
    public var after: CalendarDay
    public var measure: String?

    public init(after: CalendarDay, measure: String? = nil) {
        self.after = after
        self.measure = measure
    }
}

/// What was measured after an approval, beside what had been estimated.
public struct MeasuredOutcome: Codable, Equatable, Sendable {
    public var on: CalendarDay
    public var value: Double
    /// The unit of the estimate.
    public var unit: String
    public var note: String?

    public init(on: CalendarDay, value: Double, unit: String, note: String? = nil) {
        self.on = on
        self.value = value
        self.unit = unit
        self.note = note
    }
}
