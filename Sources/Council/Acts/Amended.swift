import Foundation

extension Act {
    /// A field of a proposal was changed.
    public struct Amended: ActKind {
        public let item: ItemID
        public let amendment: Amendment

        public static let name = "amended"

        public var act: Act { .amended(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.update(item) {
                $0.amendments.append(amendment)
                $0.overtakeDecision()
            }
        }

        public func spoken(in meeting: Meeting) -> String {
            "amendment \(amendment.number) of \(amendment.field.rawValue)"
        }

        public func told(in journal: Journal) -> [String] {
            let line = "amendment \(amendment.number) of \(amendment.spoken)"
            if amendment.isShort { return [line] }
            return [
                line, "before: \(amendment.before.isEmpty ? "nothing" : amendment.before)", "after: \(amendment.after)",
            ]
        }

        public func correction(in meeting: Meeting) -> String? {
            "item \(meeting.place(of: item)): amendment \(amendment.number) to the \(amendment.field.spoken)"
        }
    }
}

extension Amendment {
    /// `cost.build: 380000 → 420000, by consent unless a vote is asked for`; of long values as much as a line or two.
    public var spoken: String {
        "\(field.rawValue): \(Self.short(before)) → \(Self.short(after)), by consent unless a vote is asked for"
    }

    /// Whether `spoken` holds both values whole.
    var isShort: Bool { [before, after].allSatisfy { $0.isEmpty || Self.short($0) == $0 } }

    private static func short(_ value: String) -> String {
        if value.isEmpty { return "nothing" }
        let line = value.replacing("\n", with: " ")
        return line.count > 100 ? line.prefix(99) + "…" : line
    }
}

extension Meeting {
    /// A change to the proposal before the council, taken by consent until somebody asks for a vote on it.
    func amend(_ field: ProposalField, to value: String, because reason: String?) throws(Refusal) -> Act {
        let item = try requireCurrent("amend a proposal")
        guard var proposal = effectiveProposal(of: item) else {
            throw Refusal("a topic has no fields to amend: take a note, or put a motion of your own")
        }
        try requireNoOpenVote(before: "the proposal changes")
        let before = proposal.value(of: field)
        try proposal.amend(field, to: value)
        let after = proposal.value(of: field)
        guard before != after else {
            throw Refusal(
                before.isEmpty
                    ? "\(field.rawValue) is already empty: write \(field.form) after the ="
                    : "\(field.rawValue) already says that: write the new words")
        }
        let amendment = Amendment(
            number: item.amendments.count + 1, field: field, before: before, after: after,
            reason: reason?.trimmed.nilIfEmpty)
        return .amended(Act.Amended(item: item.id, amendment: amendment))
    }
}
