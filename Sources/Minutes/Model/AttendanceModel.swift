/// Who was there, and whether that was enough.
struct AttendanceModel {
    let opened: Moment?
    let closed: Moment?
    /// As the agenda has it: `10:00`.
    let plannedStart: String?
    let plannedMinutes: Int?
    let chair: String
    let chairHandle: String?
    /// What the charter says of the chair's term, where it has run out.
    let chairTerm: String?
    let acting: [ActingModel]
    let scribe: String?
    let scribeHandle: String?
    let seats: Int
    let quorumNeeded: Int
    /// Members in the room when the meeting was called to order; nil where it was not.
    let inRoomAtOpening: Int?
    let hadQuorumAtOpening: Bool
    /// When the room fell below quorum or came back to it.
    let quorumChanges: [QuorumChangeModel]
    let rule: String
    let members: [AttendeeModel]
    let practitioners: [AttendeeModel]
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

/// A moment at which there was a quorum no more, or again.
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
    /// `present`, `remote`, `absent`; nil where the roll was not called for them.
    let presence: String?
    /// `arrived 10:12`, `left 10:40`, in order.
    let movements: [String]
}
