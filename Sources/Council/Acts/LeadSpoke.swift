import Foundation

extension Act {
    /// A lead said in the room what they think of the proposal. It counts for the gate like a written review.
    public struct LeadSpoke: ActKind {
        public let item: ItemID
        public let review: LeadReview

        public static let name = "lead"

        public var act: Act { .leadSpoke(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.update(item) { $0.leadWords = ($0.leadWords ?? []) + [review] }
        }

        public func spoken(in meeting: Meeting) -> String { "the word of \(review.spoken)" }

        public func told(in journal: Journal) -> [String] {
            let meeting = journal.meeting
            let left = meeting.item(item).map { meeting.gate(on: $0).count } ?? 0
            let gate = left == 0 ? "the gate is clear" : "\(counted(left, "finding")) left at the gate"
            return ["in the room: \(review.saidInRoom)", gate]
        }

        public func correction(in meeting: Meeting) -> String? {
            "item \(meeting.place(of: item)): in the room, \(review.saidInRoom)"
        }
    }
}

extension LeadReview {
    /// `Ola Berg (product) asks for changes: one city is not enough`.
    public var saidInRoom: String {
        let verdict = self.verdict == .approved ? "approves" : "asks for changes"
        return "\(spoken) \(verdict)\(note.map { ": \($0)" } ?? "")"
    }
}

extension Meeting {
    /// The name is the one that the proposal's earlier reviews have for the lead.
    func lead(_ role: LeadReview.Role, _ verdict: LeadReview.Verdict, because reason: String?) throws(Refusal) -> Act {
        let item = try requireCurrent("take a lead's word")
        guard let proposal = effectiveProposal(of: item) else {
            throw Refusal("a topic has no leads who review it: `note @WHO TEXT` records what somebody says")
        }
        guard !item.agenda.isForOutcome else {
            throw Refusal(
                "this item is here for its outcome, and the gate was for its approval: `note` records what leads say")
        }
        try requireNoOpenVote(before: "a lead's word is taken")
        let reason = reason?.trimmed.nilIfEmpty
        if verdict == .changes, reason == nil {
            throw Refusal("changes need a reason: write `lead \(role.rawValue) changes because TEXT`")
        }
        let before = proposal.leads.last { $0.role == role }
        if let before, before.verdict == verdict, before.note == reason || reason == nil,
            verdict != .approved || proposal.stands(before)
        {
            let said = verdict == .approved ? "has already approved it" : "has already asked for changes"
            throw Refusal("\(before.spoken) \(said): the gate counts a lead's last word")
        }
        return .leadSpoke(
            Act.LeadSpoke(
                item: item.id,
                review: LeadReview(
                    role: role, name: before?.name, verdict: verdict, date: agenda.date, note: reason,
                    email: before?.email)))
    }
}
