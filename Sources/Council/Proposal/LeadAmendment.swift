/// A change that one of the leads made to a proposal before a meeting: the field, before and after.
public struct LeadAmendment: Codable, Equatable, Sendable {
    public let field: ProposalField
    /// As it would be written after `amend FIELD =`; empty if there was nothing.
    public let before: String
    public let after: String
    /// The lead's name.
    public let by: String
    public let on: CalendarDay
    public let because: String

    public init(
        field: ProposalField, before: String, after: String, by: String, on: CalendarDay, because: String
    ) {
        self.field = field
        self.before = before
        self.after = after
        self.by = by
        self.on = on
        self.because = because
    }

    /// `cost.build: 450000 → 500000, by Ola Berg on Fri 27 Nov 2026: two vendors agree`.
    public var spoken: String {
        "\(field.rawValue): \(before.nilIfEmpty ?? "nothing") → \(after.nilIfEmpty ?? "nothing"), "
            + "by \(by) on \(on.long): \(because)"
    }
}
