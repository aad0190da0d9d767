import Foundation

extension Act {
    /// A divided council handed a question to the chair.
    public struct Escalated: ActKind {
        public let motion: Int
        public let reason: String

        public static let name = "escalated"
        /// The chair's dialog opens.
        public static let showsItself = true

        public var act: Act { .escalated(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.updateMotion(motion) { $0.escalation = Escalation(at: moment, reason: reason) }
            meeting.overtakeDecision(byMotion: motion)
        }

        public func rests(on other: Act) -> Bool { other.moved(motion) || other.asked(motion) }

        public func spoken(in meeting: Meeting) -> String { "the escalation" }

        public func told(in journal: Journal) -> [String] {
            ["escalated to the chair: \(reason)", journal.meeting.dueRulingLine]
        }

        public func correction(in meeting: Meeting) -> String? { "vote \(motion) escalated" }

        public var columns: ActColumns? { ActColumns(ordinal: motion, text: reason) }
    }
}

extension Act.Escalated {
    public init?(_ columns: ActColumns) {
        guard let motion = columns.ordinal, let reason = columns.text else { return nil }
        self.init(motion: motion, reason: reason)
    }
}

extension Meeting {
    /// Hands the question to the chair; an open vote is closed by it.
    func escalate(because reason: String) throws(Refusal) -> [Act] {
        let item = try requireCurrent("escalate")
        guard let motion = item.openMotion ?? item.motions.last(where: { !$0.question.isPoll }) else {
            throw Refusal("no question was put on this item: `motion` puts one, which a divided council can escalate")
        }
        let question = motion.question.spoken
        guard !motion.question.isConsent else {
            throw Refusal(
                "the chair does not answer for \(question): `go N` takes up an item, where the council can vote on it")
        }
        guard !motion.question.isPoll else {
            throw Refusal("nothing rests on \(question), so there is nothing to escalate: `motion` puts a question")
        }
        guard motion.question.options == nil else {
            throw Refusal(
                "on \(question), the chair only breaks a tie: `tally` it, or vote again with fewer options")
        }
        try requireNoRuling(on: motion)
        guard motion.escalation == nil else {
            throw Refusal("\(question) is already with the chair: `rule yes|no because TEXT` answers it")
        }
        let tally = tally(of: motion)
        guard tally.hasQuorum else {
            throw Refusal(motion.isOpen ? quorumSentence(or: "defer") : noQuorumSentence(on: question, tally))
        }
        guard tally.isDivided else {
            throw Refusal(
                "nobody dissents on \(question) (\(tally.counts)): the chair decides only if the council disagrees, "
                    + "so \(motion.isOpen ? "tally and decide" : "decide")")
        }
        let reason = try requireReason(reason, for: "an escalation")
        let closing: [Act] = motion.isOpen ? [.tallied(Act.Tallied(motion: motion.number, tally: tally))] : []
        return closing + [.escalated(Act.Escalated(motion: motion.number, reason: reason))]
    }
}
