import Foundation

extension Act {
    /// The council decided on an item.
    public struct Decided: ActKind {
        public let item: ItemID
        public let decision: Decision

        public static let name = "decided"
        /// Version 1 had no resolutions and no conditions, and what is not there is nil.
        public static let lifts: [PayloadLift] = [{ _ in }]

        public var act: Act { .decided(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.update(item) { $0.decide(decision, at: moment) }
        }

        public func rests(on other: Act) -> Bool {
            switch other {
            case .noted(let noted): noted.item == item && decision.overConcerns.contains(noted.number)
            case .amended(let amended): amended.item == item && decision.amendments.contains(amended.amendment.number)
            default: decision.basis.motion.map { other.moved($0) || other.asked($0) } ?? false
            }
        }

        public func spoken(in meeting: Meeting) -> String {
            decision.basis.isConsentLane
                ? "the approval of item \(meeting.place(of: item))" : "the decision, \(decision.spoken)"
        }

        public func told(in journal: Journal) -> [String] {
            let sentence = decision.sentence(in: journal.meeting, on: journal.meeting.item(item))
            // Several items are decided at once, and none of them need be the one before the council.
            let place = decision.basis.isConsentLane ? " on item \(journal.meeting.place(of: item))" : ""
            var lines = ["decision\(place): \(sentence)"]
            if let resolved = decision.resolved { lines.append("resolution: \(resolved)") }
            if let reason = decision.reason { lines.append("because: \(reason)") }
            lines += decision.overriddenGate.map { "the chair overrides the gate: \($0.sentence)" }
            if let concerns = decision.spokenConcerns { lines.append("decided \(concerns)") }
            if decision.verdict == .approve, let item = journal.meeting.item(item) {
                lines += journal.meeting.objections(to: item).map { "decided over what was \($0)" }
            }
            return lines
        }

        public func correction(in meeting: Meeting) -> String? {
            "item \(meeting.place(of: item)): "
                + [decision.spoken, decision.spokenConcerns].compactMap { $0 }.joined(separator: ", ")
        }
    }
}

extension Decision.Basis {
    /// The motion that the decision rests on; nil if it rests on none.
    var motion: Int? {
        switch self {
        case .motion(let number), .ruling(let number): number
        case .consentLane(let number, _): number
        case .consensus, .withoutQuorum: nil
        }
    }
}

extension Decision {
    /// The members who had approved the item in writing, if it was decided in the consent lane.
    public var approvals: [Handle] { if case .consentLane(_, let approvals) = basis { approvals } else { [] } }
}

extension Decision.Basis {
    public var isConsentLane: Bool { if case .consentLane = self { true } else { false } }
}

extension Decision {
    /// `approved, resting on the vote on the proposal, 4–1, 5 of 7 present`.
    public func sentence(in meeting: Meeting, on item: Item?) -> String {
        spoken + basis(spokenIn: meeting, on: item)
    }

    /// What the decision rests on, as a sentence goes on with it: `, resting on the vote on the proposal, 4–1`.
    public func basis(spokenIn meeting: Meeting, on item: Item?) -> String {
        if basis == .consensus, verdict != .withdraw, verdict != .noted {
            return ", \(meeting.consensus(for: self, on: item))"
        }
        return ", resting on \(rest(in: meeting))"
    }

    private func rest(in meeting: Meeting) -> String {
        switch basis {
        case _ where verdict == .withdraw: "no vote: withdrawing needs none"
        case _ where verdict == .noted: "no vote: taking note needs none"
        case .motion(let number):
            meeting.motion(number).map { "the vote on \($0.question.spoken), \(meeting.tally(of: $0).counts)" }
                ?? "a vote"
        case .ruling(let number):
            meeting.motion(number).map { "the chair's ruling on \($0.question.spoken)" } ?? "a ruling"
        case .consensus: "consensus"
        case .withoutQuorum: "no vote: there is no quorum, and this needs none"
        case .consentLane(let number, let approvals):
            "the consent lane: "
                + (number.flatMap(meeting.motion).map { "the vote, \(meeting.tally(of: $0).counts)" }
                    ?? "nobody asked for a vote")
                + "; approved in writing by \(listed(approvals.map { meeting.roster.name(of: $0) }))"
        }
    }
}

extension Meeting {
    /// A decision replaces the one before it, which is kept.
    ///
    /// - Parameters:
    ///   - anyway: Whether it may go against the last vote.
    ///   - conditions: Numbers of open concerns that an approval is bound to.
    ///   - resolution: The chair's own words in the place of those that are composed.
    func decide(
        _ verdict: Decision.Verdict, until: CalendarDay?, because reason: String?, anyway: Bool,
        conditions: [Int] = [], saying resolution: String? = nil
    ) throws(Refusal) -> Act {
        let item = try requireCurrent("decide")
        try requireNoOpenVote(before: "you decide")
        try require(verdict, toBeOpenTo: item)
        if let until {
            guard verdict == .defer else { throw Refusal("only `decide defer` takes a date: leave \(until) out") }
            guard until > agenda.date else {
                throw Refusal("\(until) is not after the meeting's day, \(agenda.date): defer to a later one")
            }
        }
        let reason = reason?.trimmed.nilIfEmpty
        if verdict.isOfOutcome { try requireReason(reason, for: verdict, on: item) }
        let basis = try basis(for: verdict, on: item)
        if !anyway, let motion = vote(against: verdict, on: item) {
            let doing = verdict == .reject ? "rejecting it" : "sending it back"
            throw Refusal(
                "\(answer(to: motion)), and \(doing) goes against that: vote on it again, or "
                    + "`decide \(verdict.rawValue) anyway`")
        }
        let overridden = verdict == .approve ? try gateOverride(on: item, because: reason) : []
        let bound = try requireConditions(conditions, of: verdict, on: item)
        let plain = Decision(
            verdict: verdict, until: until, reason: reason, basis: basis,
            amendments: item.acceptedAmendments.map(\.number), overConcerns: item.openConcerns.map(\.number),
            conditions: bound.isEmpty ? nil : bound, overriddenGate: overridden,
            overriddenBy: overridden.isEmpty ? nil : presiding)
        let decision = plain.saying(self.resolution(for: plain, on: item, edited: resolution))
        guard item.decision != decision || item.isDecisionOvertaken else {
            throw Refusal("this item was already \(decision.spoken), and nothing has changed since: `go next` moves on")
        }
        return .decided(Act.Decided(item: item.id, decision: decision))
    }

    /// What a decision on the item before the council would say beside its verdict and its reason; nil if the rules don't
    /// allow it.
    public func composedResolution(for verdict: Decision.Verdict, conditions: [Int] = []) -> String? {
        // A reason overrides the gate, and changes nothing of what is composed.
        let act = try? decide(verdict, until: nil, because: "…", anyway: true, conditions: conditions)
        guard case .decided(let decided)? = act else { return nil }
        return decided.decision.resolution?.composed
    }

    /// The open concerns among those that a decision is to be bound to, each once.
    private func requireConditions(
        _ numbers: [Int], of verdict: Decision.Verdict, on item: Item
    ) throws(Refusal) -> [Int] {
        guard !numbers.isEmpty else { return [] }
        guard verdict.isApproval else {
            throw Refusal("only an approval has conditions: what it is \(verdict.past) for stands after `because`")
        }
        let open = item.openConcerns.map(\.number)
        if let number = numbers.first(where: { !open.contains($0) }) {
            throw Refusal(
                "\(number) is no open concern of this item: "
                    + (open.isEmpty
                        ? "take the condition down as one, `note concern: TEXT`"
                        : "open \(open.count == 1 ? "is" : "are") \(listed(open.map(String.init)))"))
        }
        return open.filter(numbers.contains)
    }

    /// What keeps the item from approval until the chair overrides it.
    public func gate(on item: Item) -> [Finding] { effectiveProposal(of: item).map(Charter.gate) ?? [] }

    /// The gate's findings that approving sets aside: none if the gate is clear.
    private func gateOverride(on item: Item, because reason: String?) throws(Refusal) -> [Finding] {
        let gate = gate(on: item)
        guard !gate.isEmpty else { return [] }
        guard reason != nil else {
            throw Refusal(
                "the gate stops approval (\(gate.map(\.sentence).joined(separator: "; "))): decide revise or defer, "
                    + "or the chair overrides it with `decide approve because TEXT`")
        }
        try requireChair(for: item.motions.last { $0.question == .proposal })
        return gate
    }
}
