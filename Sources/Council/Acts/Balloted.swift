import Foundation

extension Act {
    /// A member voted, or changed their vote.
    public struct Balloted: ActKind {
        public let motion: Int
        public let ballot: Ballot

        public static let name = "balloted"
        public static let showsItself = true

        public var act: Act { .balloted(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.updateMotion(motion) { $0.ballots[ballot.who] = ballot }
        }

        public func rests(on other: Act) -> Bool { other.moved(motion) }

        public func spoken(in meeting: Meeting) -> String {
            if isSealed(in: meeting) { return "the ballot of \(meeting.roster.name(of: ballot.who))" }
            return
                "the ballot of \(meeting.roster.name(of: ballot.who)), \(ballot.options == nil ? ballot.choice.rawValue : ballot.spoken)"
        }

        public func told(in journal: Journal) -> [String] {
            let meeting = journal.meeting
            if isSealed(in: meeting) {
                let awaited = meeting.motion(motion).flatMap { meeting.awaitedVoters(on: $0) }
                return ["\(meeting.roster.name(of: ballot.who)) has voted"] + (awaited.map { [$0] } ?? [])
            }
            let reason = ballot.reason.map { " because \($0)" } ?? ""
            let words = ballot.options == nil ? ballot.choice.rawValue : ballot.spoken
            let said = change(in: journal) ?? "\(meeting.roster.name(of: ballot.who)): \(words)"
            return [said + reason] + (meeting.motion(motion).map { ["stands at \(meeting.sentence(of: $0))"] } ?? [])
        }

        /// `Jonas Müller: recused → no`; nil if the member had given no other ballot on the question.
        ///
        /// - Parameter journal: The journal with this act at its end.
        public func change(in journal: Journal) -> String? {
            let given = journal.effective.compactMap { entry -> Ballot? in
                guard case .balloted(let act) = entry.act, act.motion == motion, act.ballot.who == ballot.who else {
                    return nil
                }
                return act.ballot
            }
            guard !isSealed(in: journal.meeting), let earlier = given.dropLast().last, earlier.spoken != ballot.spoken
            else { return nil }
            return "\(journal.meeting.roster.name(of: ballot.who)): \(earlier.spoken) → \(ballot.spoken)"
        }

        /// Whether its choice is nobody's business but the member's yet.
        private func isSealed(in meeting: Meeting) -> Bool {
            ballot.isSealed == true || meeting.motion(motion).map { meeting.isSealed(ballot, on: $0) } ?? false
        }

        public var columns: ActColumns? {
            // The columns have no place for options, nor for who entered it.
            guard ballot.options == nil, ballot.by == nil else { return nil }
            return ActColumns(ordinal: motion, who: ballot.who, word: ballot.choice.rawValue, text: ballot.reason)
        }
    }
}

extension Act.Balloted {
    public init?(_ columns: ActColumns) {
        guard let motion = columns.ordinal, let who = columns.who,
            let choice = columns.word.flatMap(Ballot.Choice.init)
        else { return nil }
        self.init(motion: motion, ballot: Ballot(who: who, choice: choice, reason: columns.text))
    }
}

extension Meeting {
    /// No act if the ballot stands already.
    ///
    /// - Parameters:
    ///   - reason: Nil if nothing was said of one, so that the reason for the same choice stays; empty for none.
    ///   - options: What the member approves of, if the motion is a choice.
    func vote(
        _ who: Handle, _ choice: Ballot.Choice, because reason: String?, options: [String]?,
        by author: Handle?
    ) throws(Refusal) -> [Act] {
        try requireInSession("vote")
        let motion = try requireOpenMotion()
        let person = try requirePerson(who, mayBeGuest: false)
        guard roster.isMember(who), motion.order.contains(who) else {
            let who = roster.isGuest(who) ? "is a guest and has no vote" : "has no seat on the council and no vote"
            throw Refusal("\(person.name) \(who): the members are \(memberList("and"))")
        }
        try requireInRoom(person)
        if choice != .recuse, isKeptFromVoting(who) {
            throw Refusal(
                "\(person.name) presides and votes only to break a tie: `rule yes|no because TEXT` "
                    + "when the tally is tied")
        }
        if choice == .recuse, let place = motion.question.consentItems.first {
            throw Refusal(
                "nobody is recused from all consent items at once: `hold \(place.number) @\(who) because TEXT` takes one of them "
                    + "out, and \(person.name) votes on the others")
        }
        // A member who votes the same again without a reason keeps the reason they gave.
        let earlier = motion.ballots[who]
        if let earlier, earlier.by == who, author != who {
            throw Refusal(
                "\(person.name) has voted at their own terminal (\(earlier.spoken)): only they can change that ballot")
        }
        let named = try namedOptions(options, as: choice, on: motion)
        let kept = earlier?.choice == choice && earlier?.options == named ? earlier?.reason : nil
        let ballot = Ballot(
            who: who, choice: choice, reason: reason.map(\.trimmed.nilIfEmpty) ?? kept, options: named, by: author)
        return ballot == earlier ? [] : [.balloted(Act.Balloted(motion: motion.number, ballot: ballot))]
    }

    /// The options on a ballot: none of them for a no, and nil if the member takes no side or the question is one of yes
    /// and no.
    private func namedOptions(
        _ options: [String]?, as choice: Ballot.Choice, on motion: Motion
    ) throws(Refusal) -> [String]? {
        let named = try options.map { words throws(Refusal) in try self.options(named: words, on: motion) } ?? []
        guard let offered = motion.question.options else { return nil }
        switch choice {
        case .yes where named.isEmpty:
            throw Refusal(
                "\(motion.question.spoken) asks which, not whether: name \(listed(offered, "or")), or `none`")
        case .yes, .no: return named
        case .abstain, .recuse: return nil
        }
    }
}
