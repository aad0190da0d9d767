/// The items of an agenda that can be decided together, by one motion, and those that lack something for it.
public struct ConsentLane: Equatable, Sendable {
    /// The items whose kind the council's rule names, in the order of the agenda.
    public let items: [ConsentItem]
    /// How many members have to approve an item.
    public let needed: Int

    /// The items that nothing keeps out.
    public var ready: [ConsentItem] { items.filter(\.missing.isEmpty) }
}

/// An item as the consent lane sees it.
public struct ConsentItem: Equatable, Sendable {
    /// The place on the agenda, from 1.
    public let number: Int
    public let id: ItemID
    public let title: String
    /// What it costs to build; nil if it says nothing of a cost.
    public let cost: ConsentRule.Limit?
    /// The members whose approvals count, in the order of the roster.
    public let approvals: [Handle]
    /// The members who have approved it and are on its team or among its leads.
    public let ownApprovals: [Handle]
    /// Who has flagged or held it.
    public let objections: [ConsentVoice]
    /// What keeps it out of the lane.
    public let missing: [ConsentObstacle]

    /// `vector-store has 4 of the 5 approvals it needs`; nil if nothing is missing.
    public var whatIsMissing: String? {
        guard let last = missing.last else { return nil }
        let others = missing.dropLast()
        let comma = others.last?.endsInClause == true ? "," : ""
        let before = others.isEmpty ? "" : others.map(\.sentence).joined(separator: ", ") + "\(comma) and "
        return "\(id.spoken) \(before)\(last.sentence)"
    }

    /// The same, with what to do in the meeting: `…: take it up with go 1`.
    public var wayOut: String? { whatIsMissing.map { "\($0): take it up with go \(number)" } }
}

/// What keeps an item out of the consent lane.
public struct ConsentObstacle: Equatable, Encodable, Sendable {
    public let kind: Kind
    /// As it follows the item's name: `has 4 of the 5 approvals it needs`.
    public let sentence: String

    public enum Kind: String, Encodable, CaseIterable, Sendable {
        case kind, gate, cost, unit, again, outcome, concern, approvals, flag, hold, taken
    }

    /// Whether a comma has to end the sentence before another one goes on.
    fileprivate var endsInClause: Bool {
        switch kind {
        case .kind, .cost, .unit, .again, .outcome: true
        case .gate, .concern, .approvals, .flag, .hold, .taken: false
        }
    }

    /// Whether no approval can make up for it, as long as agenda, proposal and the council's rule are as they are.
    var isFinal: Bool {
        switch kind {
        case .kind, .cost, .unit, .outcome: true
        case .again, .gate, .concern, .approvals, .flag, .hold, .taken: false
        }
    }

    init(_ kind: Kind, _ sentence: String) {
        self.kind = kind
        self.sentence = sentence
    }
}

extension ConsentRule {
    /// What keeps a proposal out of the lane whatever people say of it.
    func obstacles(to proposal: Proposal, in item: AgendaItem?, earlier: EarlierConcern?) -> [ConsentObstacle] {
        guard kinds.contains(proposal.kind) else {
            let named = listed(kinds.map(\.rawValue))
            return [ConsentObstacle(.kind, "is of the kind \(proposal.kind.rawValue), and the lane is for \(named)")]
        }
        var obstacles: [ConsentObstacle] = []
        let gate = Charter.gate(proposal)
        if !gate.isEmpty {
            let sentences = gate.map(\.sentence).joined(separator: "; ")
            obstacles.append(ConsentObstacle(.gate, "does not pass the gate (\(sentences))"))
        }
        if let cost = proposal.firstCost, let upTo {
            if cost.unit.folded != upTo.unit.folded {
                let sentence = "is costed in \(cost.unit), and the lane's limit is \(upTo.spoken)"
                obstacles.append(ConsentObstacle(.unit, sentence))
            } else if cost.value > upTo.value {
                // Just over the limit, both would be rounded to the same.
                let amount = cost.spoken == upTo.spoken ? "\(short(cost.value)) \(cost.unit)" : cost.spoken
                let sentence = "costs \(amount) to build, which is over the lane's limit of \(upTo.spoken)"
                obstacles.append(ConsentObstacle(.cost, sentence))
            }
        }
        if item?.isForOutcome == true {
            obstacles.append(ConsentObstacle(.outcome, "is here for its outcome, which the council hears first"))
        }
        if item?.again != nil {
            obstacles.append(
                ConsentObstacle(.again, "is on the agenda again, with a reason that the council hears first"))
        }
        if let earlier {
            let sentence = "has a concern open since \(earlier.date.long) (\(earlier.text))"
            obstacles.append(ConsentObstacle(.concern, sentence))
        }
        return obstacles
    }
}

extension Proposal {
    /// What it costs to build; nil if it says nothing of that.
    var firstCost: ConsentRule.Limit? {
        cost.flatMap { cost in cost.build.map { ConsentRule.Limit($0, cost.unit) } }
    }
}

extension Meeting {
    /// The items that can be decided together; nil if the council has no consent lane.
    ///
    /// - Parameter earlier: Concerns that the items' last hearings left open.
    public func consentLane(earlier: [ItemID: [EarlierConcern]] = [:]) -> ConsentLane? {
        guard let rule = roster.consent, let needed = roster.approvalsNeeded else { return nil }
        let items = items.enumerated().compactMap { place, item -> ConsentItem? in
            guard item.dropped == nil, let proposal = effectiveProposal(of: item), rule.kinds.contains(proposal.kind)
            else { return nil }
            let approvals = roster.members.filter { item.voice(of: $0.handle)?.hasApproved == true }
            let own = approvals.filter(proposal.isOwn)
            let counting = approvals.filter { !own.contains($0) }.map(\.handle)
            let objections = item.objections
            let missing =
                takenUp(item)
                + rule.obstacles(
                    to: proposal, in: item.agenda,
                    earlier: item.hasEarlierConcerns ? nil : earlier[item.id]?.first)
                + (counting.count < needed ? [tooFew(counting.count, of: needed)] : []) + objections.compactMap(against)
            return ConsentItem(
                number: place + 1, id: item.id, title: proposal.title, cost: proposal.firstCost, approvals: counting,
                ownApprovals: own.map(\.handle), objections: objections, missing: missing)
        }
        return ConsentLane(items: items, needed: needed)
    }

    /// The council deals with an item by itself as soon as it decides, votes or amends, or hears a concern.
    private func takenUp(_ item: Item) -> [ConsentObstacle] {
        if let decision = item.decision { return [ConsentObstacle(.taken, "was already \(decision.spoken)")] }
        if item.isBeforeTheCouncil { return [ConsentObstacle(.taken, "was taken up separately")] }
        return item.openConcerns.prefix(1).map { concern in
            ConsentObstacle(.concern, "has an open concern (\(concern.text))")
        }
    }

    private func tooFew(_ count: Int, of needed: Int) -> ConsentObstacle {
        let approvals = needed == 1 ? "approval" : "approvals"
        return ConsentObstacle(
            .approvals, "has \(count == 0 ? "none" : "\(count)") of the \(needed) \(approvals) it needs")
    }

    private func against(_ voice: ConsentVoice) -> ConsentObstacle? {
        guard let objection = voice.objection else { return nil }
        return ConsentObstacle(objection.kind == .flag ? .flag : .hold, "is \(spoken(objection, of: voice.who))")
    }

    /// Who stands against deciding an item together with others, and why.
    public func objections(to item: Item) -> [String] {
        item.objections.compactMap { voice in voice.objection.map { spoken($0, of: voice.who) } }
    }

    /// `flagged by Mei Chen (the test ran in one city)`.
    public func spoken(_ objection: ConsentObjection, of who: Handle?) -> String {
        let name = who.map { roster.name(of: $0) } ?? "somebody in the room"
        return "\(objection.kind.past) by \(name)\(objection.reason.map { " (\($0))" } ?? "")"
    }
}
