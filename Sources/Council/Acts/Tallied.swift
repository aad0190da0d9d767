import Foundation

extension Act {
    /// A vote was closed and counted.
    public struct Tallied: ActKind {
        public let motion: Int
        public let tally: Tally

        public static let name = "tallied"

        public var act: Act { .tallied(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            let leftOut = meeting.leftOut(by: motion, tally)
            meeting.updateMotion(motion) { motion in
                motion.tally = tally
                motion.closedAt = moment
                motion.leftOut = leftOut
            }
        }

        public func rests(on other: Act) -> Bool { other.moved(motion) || other.asked(motion) }

        public func spoken(in meeting: Meeting) -> String { "the tally \(tally.counts)" }

        public func told(in journal: Journal) -> [String] {
            let meeting = journal.meeting
            guard let asked = meeting.motion(motion), asked.question.isConsent else {
                return ["tally: \(tally.report)"] + (tally.outcome == .tied ? [meeting.dueRulingLine] : [])
            }
            let nothing = "the vote covers nothing: every item had left the consent lane"
            return ["tally: \(tally.report)"] + (asked.coversNothing ? [nothing] : [])
                + meeting.leftUndecided(by: asked)
        }
    }
}

extension Meeting {
    /// A carried vote on the consent items decides them at once.
    func tallyOpenMotion() throws(Refusal) -> [Act] {
        try requireInSession("tally")
        let motion = try requireOpenMotion()
        let tally = liveTally(of: motion)
        return [.tallied(Act.Tallied(motion: motion.number, tally: tally))] + decisions(by: motion, tally)
    }
}
