/// Who may do what, if several terminals record at one meeting.
///
/// Screen, console, socket and database go by this one table. At a single terminal nobody signs, and whoever types there
/// records for the room: the table asks nothing of acts without an author.
public struct Authority: Sendable {
    public let duty: Duty
    /// Who may do it for themselves.
    public let own: [CouncilRole]
    /// Who may do it for somebody else, or for the meeting.
    public let others: [CouncilRole]

    init(_ duty: Duty, own: [CouncilRole] = [], others: [CouncilRole]) {
        self.duty = duty
        self.own = own
        self.others = others
    }

    public static let table = [
        Authority(.attendance, own: [.practitioner], others: [.scribe]),
        Authority(.note, own: [.practitioner], others: [.scribe]),
        Authority(.privateNote, others: [.scribe, .chair]),
        Authority(.queue, own: [.practitioner], others: [.scribe]),
        Authority(.flag, own: [.practitioner], others: [.scribe]),
        Authority(.undo, own: [.practitioner], others: []),
        Authority(.concern, own: [.member, .scribe], others: [.scribe]),
        Authority(.motion, own: [.member, .scribe], others: [.scribe, .chair]),
        Authority(.ballot, own: [.member], others: [.scribe]),
        Authority(.floor, others: [.scribe]),
        Authority(.agenda, others: [.scribe]),
        Authority(.outcome, others: [.scribe]),
        Authority(.action, others: [.scribe]),
        Authority(.scribe, others: [.scribe, .chair]),
        Authority(.order, others: [.chair, .scribe]),
        Authority(.ruling, others: [.chair, .scribe]),
    ]

    static func of(_ duty: Duty) -> Authority {
        table.first { $0.duty == duty } ?? Authority(duty, others: [])
    }
}

/// A kind of request, as far as it matters who makes it.
public enum Duty: String, CaseIterable, Sendable {
    /// Coming and leaving.
    case attendance
    /// Words in the debate.
    case note
    /// Words for the scribe's and the chair's eyes.
    case privateNote = "private note"
    /// A turn in the queue of speakers.
    case queue
    /// Taking an item out of the consent lane.
    case flag
    /// Taking back the last request.
    case undo
    /// Resolving a concern.
    case concern
    /// Putting a question to the vote.
    case motion
    case ballot
    /// What is before the council, who speaks, recess and clocks.
    case floor
    /// What is on the agenda.
    case agenda
    /// Tallies, decisions, amendments, what leads say in the room.
    case outcome
    /// Actions that are handed out, and what became of earlier ones.
    case action
    /// Who takes the notes.
    case scribe
    /// Calling to order, closing, reopening, handing over the chair.
    case order
    /// The chair's answer to a tie or an escalation.
    case ruling

    /// As it follows *can't*.
    var words: String {
        switch self {
        case .attendance: "call the roll"
        case .note: "record or change the words of somebody else"
        case .privateNote: "write private notes"
        case .queue: "queue somebody else"
        case .flag: "flag or hold an item for somebody else"
        case .undo: "take that back"
        case .concern: "resolve the concern of somebody else"
        case .motion: "put a question for somebody else"
        case .ballot: "vote for somebody else"
        case .floor: "move the meeting on"
        case .agenda: "change the agenda"
        case .outcome: "record tallies, amendments and decisions"
        case .action: "record actions"
        case .scribe: "name a scribe"
        case .order: "open, close or hand over the meeting"
        case .ruling: "rule"
        }
    }
}
