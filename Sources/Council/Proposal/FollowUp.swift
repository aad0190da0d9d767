/// When the council wants to know what came of a proposal, and by what measure.
public struct FollowUp: Codable, Equatable, Sendable {
    public var after: CalendarDay
    public var measure: String?

    public init(after: CalendarDay, measure: String? = nil) {
        self.after = after
        self.measure = measure
    }
}

extension Proposal {
    /// The day from which the council wants to know what came of an approved proposal: the one its file names, if that is
    /// later than the approval; else six months after it. Nil if the file names no day and estimates no impact, as a
    /// position's, since there is nothing to compare with.
    public func outcomeDue(approvedAt day: CalendarDay) -> CalendarDay? {
        if let after = followUp?.after, after > day { return after }
        return impact == nil ? nil : day.adding(months: 6)
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
