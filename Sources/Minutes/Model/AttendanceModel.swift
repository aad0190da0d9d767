/// The people who were there, and whether they made a quorum.
struct AttendanceModel {
    let opened: Moment?
    let closed: Moment?
    /// As the agenda has it: `10:00`.
    let plannedStart: String?
    let plannedMinutes: Int?
    let chair: String
    let chairHandle: String?
    /// The charter's advice on the chair's term, if it has run out.
    let chairTerm: String?
    let acting: [ActingModel]
    let scribe: String?
    let scribeHandle: String?
    /// Who took over the notes in the course of the meeting, oldest first.
    let scribes: [ScribeModel]
    let seats: Int
    let quorumNeeded: Int
    /// Members in the room at the call to order; nil if there was none.
    let inRoomAtOpening: Int?
    let hadQuorumAtOpening: Bool
    /// The moments at which a quorum was lost or regained.
    let quorumChanges: [QuorumChangeModel]
    let rule: String
    let members: [AttendeeModel]
    let practitioners: [AttendeeModel]
    /// Who was on the roll, and has left the roster since.
    let former: [AttendeeModel]
    /// Who was there and is not on the roster.
    let guests: [GuestModel]
    /// What people spoke from the queue, those with the most time first.
    let queue: [SpeakingModel]
}

/// What somebody spoke from the queue.
struct SpeakingModel {
    let name: String
    let handle: String?
    let turns: Int
    let seconds: Int
    /// The same in words: `Lena Ortiz: 2 turns, 3:10`.
    let said: String
}

/// Somebody who took over the notes.
struct ScribeModel {
    let at: Moment
    let name: String
    let handle: String?
}

/// Somebody who was there and is not on the roster.
struct GuestModel {
    let name: String
    let organisation: String?
    /// `present`, `remote` or `absent`.
    let presence: String?
    /// `arrived 10:12`, `left 10:40`, in order.
    let movements: [String]
}

/// A change of who presides.
struct ActingModel {
    let at: Moment
    let name: String
    let handle: String?
    /// Whether the roster's chair took the chair back.
    let isReturn: Bool
    let reason: String
}

/// A moment at which a quorum was lost or regained.
struct QuorumChangeModel {
    let at: Moment
    let inRoom: Int
    let hasQuorum: Bool
}

/// One person on the roll.
struct AttendeeModel {
    let name: String
    let handle: String?
    let isChair: Bool
    /// `present`, `remote`, `absent`; nil for somebody who is not on the roll.
    let presence: String?
    /// `arrived 10:12`, `left 10:40`, in order.
    let movements: [String]
}
