import Council
import Foundation
import Screen

/// The one thought that the presenter view shows.
///
/// A new state of the meeting is a case of its own with a file of blocks, chosen in `init`. What joins another thought,
/// as the queue of speakers joins an item, is a block of that thought's file.
enum PresenterScene: Equatable {
    /// Who is here.
    case roll
    case item(ItemID)
    /// The vote of that number, which is open.
    case vote(Int)
    /// How that vote went.
    case outcome(Int)
    case decision(ItemID)
    /// What comes after an item that has been decided: the next one.
    case next(ItemID, after: ItemID)
    /// The meeting pauses.
    case recess
    case closed

    /// How long a decision has the screen before what is next.
    private static let decisionStays: TimeInterval = 20
    /// How long a vote has the screen before the item comes back.
    private static let outcomeStays: TimeInterval = 60

    init(_ room: Model) {
        let meeting = room.journal.meeting
        guard meeting.phase != .closed else {
            self = .closed
            return
        }
        guard meeting.phase == .inSession, let item = meeting.current else {
            self = .roll
            return
        }
        if meeting.recess != nil {
            self = .recess
            return
        }
        if let motion = meeting.openMotion {
            self = .vote(motion.number)
            return
        }
        if let motion = item.motions.last, let at = room.answered(motion), at >= item.decidedAt ?? at,
            item.decidedAt != at || item.decision == nil,
            motion.awaitsRuling || room.now.timeIntervalSince(at) < Self.outcomeStays
        {
            self = .outcome(motion.number)
            return
        }
        guard item.decision != nil, !item.isDecisionOvertaken, let at = item.decidedAt else {
            self = .item(item.id)
            return
        }
        let isNew = room.now.timeIntervalSince(at) < Self.decisionStays
        if !isNew, let next = meeting.itemsToCome.first(where: { $0.decision == nil }) {
            self = .next(next.id, after: item.id)
        } else {
            self = .decision(item.id)
        }
    }

    func blocks(in room: Model, on easel: Easel) -> [PresenterBlock] {
        let meeting = room.meeting
        switch self {
        case .roll: return RollScene(room: room, easel: easel).blocks
        case .item(let id): return meeting.item(id).map { ItemScene(item: $0, room: room, easel: easel).blocks } ?? []
        case .vote(let number), .outcome(let number):
            return meeting.motion(number).map { VoteScene(motion: $0, room: room, easel: easel).blocks } ?? []
        case .decision(let id):
            return meeting.item(id).map { DecisionScene(item: $0, room: room, easel: easel).blocks } ?? []
        case .next(let id, let last):
            guard let next = meeting.item(id), let item = meeting.item(last) else { return [] }
            return NextScene(next: next, last: item, room: room, easel: easel).blocks
        case .recess: return meeting.recess.map { RecessScene(recess: $0, room: room, easel: easel).blocks } ?? []
        case .closed: return ClosedScene(room: room, easel: easel).blocks
        }
    }
}

extension Model {
    /// When a vote was counted, or when the chair answered it; nil while it is open.
    fileprivate func answered(_ motion: Motion) -> Date? {
        guard motion.tally != nil else { return nil }
        return journal.entries.last { entry in
            switch entry.act {
            case .tallied(let act): act.motion == motion.number
            case .ruled(let act): act.motion == motion.number
            case .escalated(let act): act.motion == motion.number
            default: false
            }
        }?.at
    }
}

extension Meeting {
    /// `item 2 of 6`.
    func placeOnAgenda(of item: Item) -> String { "item \(number(of: item)) of \(items.count)" }

    /// `2  Dispatch by predicted prep time`.
    func numberedTitle(of item: Item) -> String { "\(number(of: item))  \(title(of: item))" }
}
