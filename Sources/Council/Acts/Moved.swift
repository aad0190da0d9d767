import Foundation

extension Act {
    /// A question was put to the vote.
    public struct Moved: ActKind {
        public let item: ItemID
        /// The motion's number; counts from 1 within the meeting.
        public let motion: Int
        public let question: Question
        /// The members in the order in which they are called.
        public let order: [Handle]

        public static let name = "moved"
        public static let showsItself = true

        public var act: Act { .moved(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.update(item) {
                $0.motions.append(Motion(number: motion, item: item, question: question, at: moment, order: order))
                $0.overtakeDecision(by: question)
            }
        }

        public func rests(on other: Act) -> Bool {
            guard case .amended(let amended) = other else { return false }
            return amended.item == item && question == .amendment(number: amended.amendment.number)
        }

        public func spoken(in meeting: Meeting) -> String { "the motion on \(question.spoken)" }

        public func told(in journal: Journal) -> [String] {
            let meeting = journal.meeting
            return ["motion \(motion): \(question.title)", "rule: \(meeting.roster.voting.summary)"]
                + (meeting.motion(motion).map(meeting.standing) ?? [])
        }

        public func correction(in meeting: Meeting) -> String? {
            "item \(meeting.place(of: item)): vote \(motion) held, \(question.title)"
        }
    }
}

extension Meeting {
    func move(_ question: Question) throws(Refusal) -> Act {
        let item = try requireCurrent("put a motion")
        try requireNoOpenVote(before: "the next motion")
        var question = question
        switch question {
        case .amendment(let number):
            guard item.amendments.contains(where: { $0.number == number }) else {
                throw Refusal(
                    item.amendments.isEmpty
                        ? "there is no amendment \(number): `amend FIELD = VALUE` proposes one"
                        : "there is no amendment \(number): \(extent(item.amendments.count, "amendment"))")
            }
        case .proposal, .solution, .team, .lead:
            guard baseProposal(of: item) != nil else {
                throw Refusal("a topic has no \(question.noun) to vote on: `motion TEXT` puts a question of your own")
            }
            guard !item.agenda.isForOutcome else {
                throw Refusal(
                    "this item is here for its outcome: `motion confirmed`, `motion changed` or `motion stopped` puts it"
                )
            }
        case .confirmed, .changed, .stopped:
            guard item.agenda.isForOutcome else {
                throw Refusal(
                    "only what was approved before and is here for its outcome can be \(question.noun): "
                        + "`motion TEXT` puts a question of your own")
            }
        case .text(let text): question = .text(try requireText(text, for: "a motion"))
        case .consent: throw Refusal("`consent` puts the consent items: a motion of your own has words")
        }
        return .moved(newMotion(on: item.id, question))
    }

    func newMotion(on item: ItemID, _ question: Question) -> Act.Moved {
        let number = (motions.map(\.number).max() ?? 0) + 1
        return Act.Moved(item: item, motion: number, question: question, order: callingOrder(for: number))
    }

    /// The roster's members, beginning one seat later with each motion, so that nobody always speaks first.
    private func callingOrder(for motion: Int) -> [Handle] {
        let handles = roster.members.map(\.handle)
        guard !handles.isEmpty else { return [] }
        let first = (motion - 1) % handles.count
        return Array(handles[first...] + handles[..<first])
    }
}

extension Question {
    fileprivate var noun: String {
        switch self {
        case .proposal: "proposal"
        case .solution: "solution"
        case .team: "team"
        case .lead: "technical lead"
        case .amendment: "amendment"
        case .text, .consent: "question"
        case .confirmed: "confirmed"
        case .changed: "changed"
        case .stopped: "stopped"
        }
    }
}
