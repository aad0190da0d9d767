/// A note or an action, apart from the item that it is for.
///
/// It means the same whenever it reaches the meeting: whoever can't reach the host writes on, and it is recorded later.
public enum Written: Codable, Equatable, Sendable {
    case note(speaker: Handle?, kind: Note.Kind, text: String)
    case action(owner: Handle?, due: CalendarDay?, text: String)

    /// Nil for a request of another kind.
    public init?(_ request: Request) {
        switch request {
        case .note(let speaker, let kind, let text): self = .note(speaker: speaker, kind: kind, text: text)
        case .action(let owner, let due, let text): self = .action(owner: owner, due: due, text: text)
        case .written(let written, _): self = written
        default: return nil
        }
    }

    /// The same for the item that is before the council.
    public var request: Request {
        switch self {
        case .note(let speaker, let kind, let text): .note(speaker: speaker, kind: kind, text: text)
        case .action(let owner, let due, let text): .action(owner: owner, due: due, text: text)
        }
    }

    public var text: String {
        switch self {
        case .note(_, _, let text), .action(_, _, let text): text
        }
    }
}

extension Request {
    /// The request with the item that it is written for: if the council has moved on before it arrives, it goes there
    /// all the same.
    public func written(in meeting: Meeting) -> Request {
        switch self {
        case .note, .action: Written(self).map { .written($0, for: meeting.currentID) } ?? self
        default: self
        }
    }

    /// Whether it can wait until the host of the meeting can be reached again, since it means the same then.
    public var canWait: Bool { Written(self) != nil }

    /// What is said of a request that can't wait, while nobody can be reached who would record it.
    public var refusalWithoutHost: Refusal {
        if case .vote = self {
            return Refusal(
                "your vote is not recorded: vote again when the connection is back, if the vote is still open then")
        }
        return Refusal("the connection is gone: notes and actions wait here, anything else is asked when it is back")
    }

    public var isVote: Bool { if case .vote = self { true } else { false } }
}

extension Refusal {
    /// The host was asked for a vote, and is gone before it heard of it.
    public static let voteNotArrived = Refusal(
        "the connection was gone before your vote arrived: vote again, if the vote is still open")
}

extension Meeting {
    /// Takes down what was written for an item, whatever is before the council now.
    ///
    /// - Parameter id: Nil if nothing was before the council.
    func take(_ written: Written, for id: ItemID?) throws(Refusal) -> Act {
        try requireInSession("take down what was written")
        let isLater = id != currentID
        let item = id.flatMap(item)
        if id != nil, item == nil {
            throw Refusal("the item that this was written for is not on the agenda any more: write it for another one")
        }
        switch written {
        case .note(let speaker, let kind, let text):
            // Before the first item nothing could be noted, so that it belongs to what is before the council now.
            guard let item else { return try note(speaker: speaker, kind: kind, text: text) }
            return try note(speaker: speaker, kind: kind, text: text, on: item, isLater: isLater)
        case .action(let owner, let due, let text):
            return try action(owner: owner, due: due, text: text, on: id, isLater: isLater)
        }
    }
}
