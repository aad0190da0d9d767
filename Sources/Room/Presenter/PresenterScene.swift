import Council
import Foundation
import Screen

/// The one thought that the presenter view shows.
///
/// A new state of the meeting is a case of its own with a file of blocks, chosen in `init`. What joins
/// another thought, as the queue of speakers joins an item, is a block of that thought's file.
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
        if !isNew, let next = meeting.nextItem {
            self = .next(next, after: item.id)
        } else {
            self = .decision(item.id)
        }
    }

    func blocks(in room: Model, on easel: Easel) -> [PresenterBlock] {
        let meeting = room.meeting
        switch self {
        case .roll: return RollScene(room, on: easel).blocks
        case .item(let id): return meeting.item(id).map { ItemScene($0, in: room, on: easel).blocks } ?? []
        case .vote(let number), .outcome(let number):
            return meeting.motion(number).map { VoteScene($0, in: room, on: easel).blocks } ?? []
        case .decision(let id): return meeting.item(id).map { DecisionScene($0, in: room, on: easel).blocks } ?? []
        case .next(let id, let last):
            guard let next = meeting.item(id), let item = meeting.item(last) else { return [] }
            return NextScene(next, after: item, in: room, on: easel).blocks
        case .recess: return meeting.recess.map { RecessScene($0, in: room, on: easel).blocks } ?? []
        case .closed: return ClosedScene(room, on: easel).blocks
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
    /// The next item after this one that is not decided.
    fileprivate var nextItem: ItemID? {
        guard let currentIndex else { return nil }
        return items[(currentIndex + 1)...].first { $0.decision == nil && $0.dropped == nil }?.id
    }

    /// `item 2 of 6`.
    func placeOnAgenda(of item: Item) -> String {
        let place = (items.firstIndex { $0.id == item.id } ?? 0) + 1
        return "item \(place) of \(items.count)"
    }

    /// `2  Dispatch by predicted prep time`.
    func numberedTitle(of item: Item) -> String {
        let place = (items.firstIndex { $0.id == item.id } ?? 0) + 1
        return "\(place)  \(title(of: item))"
    }
}
