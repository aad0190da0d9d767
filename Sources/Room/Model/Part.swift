import Council

/// This terminal's part in its meeting.
public enum Part: Equatable, Sendable {
    /// Nobody else records: whoever types here records for the room, and nobody signs.
    case alone
    /// This program records for all terminals.
    case host(Handle)
    /// Another program records; nil for a guest, who only looks on.
    case joined(Handle?)

    /// Who signs what is asked for here; nil if nobody does.
    public var author: Handle? {
        switch self {
        case .alone: nil
        case .host(let handle): handle
        case .joined(let handle): handle
        }
    }

    public var isJoined: Bool { if case .joined = self { true } else { false } }
}

extension Model {
    /// Whether the person at this terminal is a member and may vote on the open question by themselves.
    var mayVoteHere: Bool {
        guard case .joined(let handle?) = part, let motion = meeting.openMotion else { return false }
        return motion.order.contains(handle) && !meeting.isKeptFromVoting(handle) && meeting.isInRoom(handle)
            && meeting.roster.voting.from != .room
    }
}

extension Model {
    /// The acts that a request of this terminal would make. Nothing changes here.
    func consider(_ request: Request) throws(Refusal) -> [Act] {
        try journal.consider(request.said(by: part.author, in: meeting), by: part.author, at: now)
    }

    /// Why the rules would refuse a request of this terminal; nil if they would grant it.
    func refusal(of request: Request) -> Refusal? { journal.refusal(of: request, by: part.author, at: now) }
}
