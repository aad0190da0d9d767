import Foundation

/// One ML Review as it stands: the fold of its acts.
public struct Meeting: Codable, Equatable, Sendable {
    public internal(set) var docket: Docket
    public internal(set) var phase = Phase.gathering
    public internal(set) var openedAt: Date?
    public internal(set) var closedAt: Date?
    /// 1 for the first minutes; one more after each time the meeting was opened again.
    public internal(set) var revision = 1
    /// Why each later revision was made, oldest first.
    public internal(set) var corrections: [String] = []
    public internal(set) var attendance: [Handle: Attendance] = [:]
    public internal(set) var actingChair: ActingChair?
    public internal(set) var items: [Item]
    /// The item before the council.
    public internal(set) var currentID: ItemID?
    public internal(set) var actions: [ActionItem] = []
    /// Numbers of actions that were handed out wrongly; no other action gets one of them.
    public internal(set) var retractedActions: [Int]?
    /// The open actions of earlier meetings; nil as long as they do not lie before the council.
    public internal(set) var earlier: EarlierActions?
    public internal(set) var gapsAtClose: [Gap] = []
    /// Who was on the roster when the meeting began, or later, and is not on it any more; nil if nobody has left it.
    public internal(set) var former: [Member]?
    /// Who came without being on the roster, in the order of their coming; nil if nobody did.
    public internal(set) var guests: [Guest]?
    /// The people whom proposals name and the roster does not; nil if there are none.
    var named: [Member]?
    /// Who took over the notes, oldest first; nil if nobody did.
    public internal(set) var scribes: [Scribing]?
    /// The pause that goes on now.
    public internal(set) var recess: Recess?
    public internal(set) var queue = SpeakerQueue()
    /// Whether the items are in another order than the file has them, by the meeting's own wish.
    var isReordered = false

    public enum Phase: String, Codable, Sendable {
        /// People arrive; the roll can be called.
        case gathering
        case inSession
        case closed
    }

    public struct ActingChair: Codable, Equatable, Sendable {
        public let who: Handle
        public let reason: String
        public let at: Date
    }

    public struct Scribing: Codable, Equatable, Sendable {
        public let who: Handle
        public let at: Date
    }

    public init(docket: Docket) {
        self.docket = docket
        items = docket.agenda.items.map(Item.init)
        hearWords(since: nil)
        learnNames()
    }

    public var roster: Roster {
        var roster = docket.roster
        roster.former = former
        roster.guests = guests
        roster.named = named
        return roster
    }
    public var agenda: Agenda { docket.agenda }

    // MARK: Items

    public var current: Item? { currentID.flatMap(item) }

    /// The clock of the item before the council; a screen asks for it with every key.
    public var currentClock: ItemClock? { currentIndex.map { items[$0].clock } }

    /// 0 for the first item of the agenda.
    public var currentIndex: Int? { currentID.flatMap { id in items.firstIndex { $0.id == id } } }

    public func item(_ id: ItemID) -> Item? { items.first { $0.id == id } }

    /// An item's place on the agenda, from 1; nil if it is not on it.
    public func number(of id: ItemID) -> Int? { items.firstIndex { $0.id == id }.map { $0 + 1 } }

    /// The place on the agenda, from 1, of an item of this meeting.
    public func number(of item: Item) -> Int { number(of: item.id) ?? 1 }

    /// The items behind the one before the council that were not dropped; all of them before the first is taken up.
    public var itemsToCome: [Item] { items[((currentIndex ?? -1) + 1)...].filter { $0.dropped == nil } }

    public func title(of item: Item) -> String { effectiveProposal(of: item)?.title ?? docket.title(of: item.agenda) }

    /// The proposal as its file states it.
    public func baseProposal(of item: Item) -> Proposal? { docket.proposal(of: item.agenda) }

    /// The proposal with its accepted amendments, in order: what later votes and the minutes see.
    public func effectiveProposal(of item: Item) -> Proposal? {
        guard var proposal = baseProposal(of: item) else { return nil }
        let accepted = item.acceptedAmendments
        guard !accepted.isEmpty || item.leadWords != nil else { return proposal }
        proposal.keepingApprovals { proposal in
            for amendment in accepted {
                // An amendment was checked when it was moved; one that no longer fits a changed docket changes nothing.
                try? proposal.take(amendment)
            }
        }
        proposal.leads += item.leadWords ?? []
        return proposal
    }

    /// What the charter finds in an item. A free topic has no findings, and of an approved proposal whose outcome is heard
    /// only the open concerns matter.
    public func findings(on item: Item) -> [Finding] {
        guard let proposal = effectiveProposal(of: item) else { return [] }
        // What was decided over them needs no advice any more, unless something has changed since.
        let decidedOver = item.isDecisionOvertaken ? [] : item.decision?.overConcerns ?? []
        let concerns = item.openConcerns.map(\.number).filter { !decidedOver.contains($0) }
        let flags = item.decision?.basis.isConsentLane == true ? [] : objections(to: item)
        return
            (item.agenda.isForOutcome
            ? Charter.concerns(concerns) : Charter.findings(on: proposal, openConcerns: concerns))
            + flags.map {
                Finding(.advice, .review, field: "consent", "\($0): hear it, or decide over it")
            }
    }

    // MARK: People

    public func presence(of handle: Handle) -> Presence? { attendance[handle]?.presence }

    public func isInRoom(_ handle: Handle) -> Bool { attendance[handle]?.presence.isInRoom ?? false }

    /// Members in the room, in the order of the roster.
    public var membersInRoom: [Member] { roster.members.filter { isInRoom($0.handle) } }

    public var quorumNeeded: Int { docket.roster.quorumNeeded }
    public var hasQuorum: Bool { membersInRoom.count >= quorumNeeded }

    /// Who presides: the acting chair if there is one.
    public var presiding: Handle { actingChair?.who ?? roster.chair.member }

    /// A finding if the chair's term has run out by the day of the meeting.
    public var chairFinding: Finding? {
        Charter.advice(on: roster.chair, named: roster.name(of: roster.chair.member), at: agenda.date)
    }

    // MARK: Motions

    public var motions: [Motion] { items.flatMap(\.motions) }

    public func motion(_ number: Int) -> Motion? {
        for item in items {
            if let motion = item.motions.first(where: { $0.number == number }) { return motion }
        }
        return nil
    }

    public var openMotion: Motion? {
        for item in items { if let motion = item.openMotion { return motion } }
        return nil
    }

    /// Whether the chair is kept from voting on questions by the rule that the chair only breaks ties.
    public func isKeptFromVoting(_ handle: Handle) -> Bool {
        roster.voting.chair == .tieBreak && handle == presiding
    }

    /// The tally as it would be if the vote were closed now.
    public func liveTally(of motion: Motion) -> Tally {
        let ballots = motion.order.compactMap { motion.ballots[$0] }
        let recused = Set(ballots.filter { $0.choice == .recuse }.map(\.who))
        let voted = Set(ballots.filter { $0.choice != .recuse }.map(\.who))
        // A member who took the chair after voting keeps that ballot.
        let mayVote = motion.order.filter { !recused.contains($0) && (!isKeptFromVoting($0) || voted.contains($0)) }
        return Tally(
            rule: roster.voting, seats: roster.seats, inRoom: membersInRoom.count,
            eligible: mayVote.filter { isInRoom($0) || voted.contains($0) },
            ballots: ballots, votingSeats: mayVote.count,
            fixed: mayVote.filter { voted.contains($0) && (!isInRoom($0) || isKeptFromVoting($0)) },
            options: motion.question.options, isPoll: motion.question.isPoll ? true : nil)
    }

    /// The tally of a motion: the frozen one, or the live one while the vote is open.
    public func tally(of motion: Motion) -> Tally { motion.tally ?? liveTally(of: motion) }

    /// The next member in roll-call order who can vote and has not, other than `handle`.
    public func nextToVote(on motion: Motion, after handle: Handle? = nil) -> Handle? {
        let live = liveTally(of: motion)
        let waiting = motion.order.filter { live.eligible.contains($0) && motion.ballots[$0] == nil && $0 != handle }
        guard let handle, let place = motion.order.firstIndex(of: handle) else { return waiting.first }
        let later = motion.order[(place + 1)...]
        return later.first(where: waiting.contains) ?? waiting.first
    }
}
