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
        /// Who put it, and who seconded it; nil if nobody said.
        public internal(set) var by: Handle?
        public internal(set) var second: Handle?

        public static let name = "moved"
        public static let showsItself = true

        public var act: Act { .moved(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.update(item) {
                var put = Motion(number: motion, item: item, question: question, at: moment, order: order)
                (put.by, put.second) = (by, second)
                let stood = !$0.isDecisionOvertaken
                $0.overtakeDecision(by: question)
                if stood, $0.isDecisionOvertaken { put.overtook = true }
                $0.motions.append(put)
            }
        }

        public func rests(on other: Act) -> Bool {
            guard case .amended(let amended) = other else { return false }
            return amended.item == item && question == .amendment(number: amended.amendment.number)
        }

        public func spoken(in meeting: Meeting) -> String { "the motion on \(question.spoken)" }

        public func told(in journal: Journal) -> [String] {
            let meeting = journal.meeting
            let who = meeting.movers(by, second).map { [$0] } ?? []
            return ["motion \(motion): \(question.title)"] + who + ["rule: \(meeting.roster.voting.summary)"]
                + (meeting.motion(motion).map(meeting.standing) ?? [])
        }

        public func correction(in meeting: Meeting) -> String? {
            "item \(meeting.place(of: item)): vote \(motion) held, \(question.title)"
        }
    }
}

extension Meeting {
    /// - Parameters:
    ///   - by: Who put it, and who seconded it; nil if nobody said.
    func move(_ question: Question, by: Handle?, second: Handle?) throws(Refusal) -> Act {
        var moved = try move(question)
        if let second, by == nil {
            throw Refusal("a second stands behind somebody's motion: write `motion TEXT by WHO second \(second)`")
        }
        if let by, by == second {
            throw Refusal("\(roster.name(of: by)) can't second their own motion: name somebody else, or nobody")
        }
        for who in [by, second].compactMap({ $0 }) {
            let person = try requirePerson(who)
            guard roster.isMember(who) else {
                throw Refusal(
                    "\(person.name) has no seat on the council and can't move a motion: the members are \(memberList("and"))"
                )
            }
            try requireInRoom(person)
        }
        (moved.by, moved.second) = (by, second)
        return .moved(moved)
    }

    private func move(_ question: Question) throws(Refusal) -> Act.Moved {
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
        case .poll(let text): question = .poll(try requireText(text, for: "a straw poll"))
        case .choice(let options): question = .choice(try requireOptions(options, on: item))
        case .consent: throw Refusal("`consent` puts the consent items: a motion of your own has words")
        }
        return newMotion(on: item.id, question)
    }

    func newMotion(on item: ItemID, _ question: Question) -> Act.Moved {
        let numbers = items.flatMap { $0.motions + ($0.withdrawn ?? []) }.map(\.number)
        let number = (numbers.max() ?? 0) + 1
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
        case .text, .consent, .choice, .poll: "question"
        case .confirmed: "confirmed"
        case .changed: "changed"
        case .stopped: "stopped"
        }
    }
}
