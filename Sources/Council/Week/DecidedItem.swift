import Foundation

/// What one meeting decided on one item, with what went before it and came after.
public struct DecidedItem: Equatable, Sendable {
    public let date: CalendarDay
    /// Of the minutes.
    public let revision: Int
    /// The time at which the minutes were closed; nil if nobody kept it.
    public let closedAt: Date?
    public let item: HeldItem
    public let decision: HeldDecision
    /// Whether no later meeting decided anything on it.
    public let isLatest: Bool
    /// What was promised for it at that meeting, and what became of that.
    public let actions: [ActionFate]
    /// The proposal that this one takes the place of.
    public let supersedes: String?
    /// The proposals that take its place, by id. They need not be decided.
    public let supersededBy: [String]
    /// The day from which the council wants to know what came of it; nil unless it was approved.
    public let outcomeDue: CalendarDay?

    /// The concerns that the decision is bound to.
    public var conditions: [HeldNote] { notes(decision.conditions) }
    /// The concerns that were open, without those that it is bound to.
    public var openConcerns: [HeldNote] { notes(decision.overConcerns.filter { !decision.conditions.contains($0) }) }

    private func notes(_ numbers: [Int]) -> [HeldNote] {
        numbers.compactMap { number in item.notes.first { $0.number == number } }
    }
}

/// The decisions of all meetings.
public struct DecisionLog: Equatable, Sendable {
    /// The latest meeting first, each in the order of its agenda.
    public let decisions: [DecidedItem]
    /// For each proposal that was decided: the decision that stands, and the others on it, oldest first.
    public let proposals: [Decided]

    public struct Decided: Equatable, Sendable {
        public let id: String
        /// The approval, if one was given and none of the later decisions took it back; else the latest.
        public let main: DecidedItem
        /// All decisions on it, oldest first.
        public let all: [DecidedItem]
        /// The section *Business problem* of the proposal's file as it is now; nil without one.
        public let problem: String?
    }
}

extension Library {
    public var decisionLog: DecisionLog {
        let actions = Dictionary(grouping: actionFates) { fate in
            fate.item.map { Place(meeting: fate.action.reference.meeting, item: $0) }
        }
        var seen: Set<ItemID> = []
        let decisions = history.reversed().flatMap { meeting in
            meeting.items.compactMap { item -> DecidedItem? in
                guard let decision = item.decision else { return nil }
                let id = item.lastingID
                return DecidedItem(
                    date: meeting.date, revision: meeting.revision, closedAt: meeting.closedAt, item: item,
                    decision: decision, isLatest: seen.insert(id).inserted,
                    actions: actions[Place(meeting: meeting.date, item: id)] ?? [],
                    supersedes: item.proposal?.revises ?? drafts[id.rawValue]?.proposal.revises,
                    supersededBy: item.isTopic ? [] : revisions(of: id.rawValue),
                    outcomeDue: decision.verdict == .approve
                        ? item.proposal?.outcomeDue(approvedAt: meeting.date) : nil)
            }
        }
        let byProposal = Dictionary(grouping: decisions.filter { !$0.item.isTopic }) { $0.item.id.rawValue }
        let proposals = byProposal.sorted { $0.key < $1.key }.compactMap { id, decisions -> DecisionLog.Decided? in
            guard let latest = decisions.first else { return nil }
            let approval = approval(of: id).flatMap { approval in decisions.first { $0.date == approval.date } }
            return DecisionLog.Decided(
                id: id, main: approval ?? latest, all: decisions.reversed(),
                problem: drafts[id]?.proposal.section("Business problem"))
        }
        return DecisionLog(decisions: decisions, proposals: proposals)
    }

    private struct Place: Hashable {
        let meeting: CalendarDay
        let item: ItemID
    }
}
