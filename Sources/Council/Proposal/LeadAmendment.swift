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
    /// The meeting that had decided so; nil if the lead did. It takes back nobody's approval.
    public let decided: CalendarDay?

    public init(
        field: ProposalField, before: String, after: String, by: String, on: CalendarDay, because: String,
        decided: CalendarDay? = nil
    ) {
        self.field = field
        self.before = before
        self.after = after
        self.by = by
        self.on = on
        self.because = because
        self.decided = decided
    }

    /// `cost.build: 450000 → 500000, by Ola Berg on Fri 27 Nov 2026: two vendors agree`.
    public var spoken: String {
        "\(field.rawValue): \(before.nilIfEmpty ?? "nothing") → \(after.nilIfEmpty ?? "nothing"), "
            + "by \(by) on \(on.long)\(decided.map { ", as decided on \($0.long)" } ?? ""): \(because)"
    }
}
