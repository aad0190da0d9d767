/// What somebody says of an action after the meeting that handed it out: at a later meeting, or in a file of their own.
public struct ActionUpdate: Codable, Hashable, Sendable {
    public let action: ActionReference
    public let word: ActionWord.Word
    /// The new due day; only `later` has one.
    public let until: CalendarDay?
    /// The new owner; only `reassign` has one.
    public let to: HeldPerson?
    public let because: String?
    /// The day on which it was said.
    public let on: CalendarDay
    /// Nil if a meeting said it, and nobody signed.
    public let by: HeldPerson?

    public init(
        _ action: ActionReference, _ word: ActionWord.Word, until: CalendarDay? = nil, to: HeldPerson? = nil,
        because: String? = nil, on: CalendarDay, by: HeldPerson? = nil
    ) {
        self.action = action
        self.word = word
        self.until = until
        self.to = to
        self.because = because
        self.on = on
        self.by = by
    }

    /// Whether both say the same, whatever the reason: somebody may have put that into other words since.
    func repeats(_ other: ActionUpdate) -> Bool {
        (action, word, until, on, by?.handle) == (other.action, other.word, other.until, other.on, other.by?.handle)
            && (to?.handle, to?.name) == (other.to?.handle, other.to?.name)
    }

    /// `done: merged`, `later, until Wed 16 Dec 2026`, as a sentence goes on with it.
    public var spoken: String {
        let what =
            switch word {
            case .done: "done"
            case .later: "later\(until.map { ", until \($0.long)" } ?? "")"
            case .drop: "dropped"
            case .reassign: "handed to \(to?.name ?? "nobody")"
            }
        return what + (because.map { ": \($0)" } ?? "")
    }
}

/// Where an action stands after everything that was said of it. The last word counts.
public struct ActionStanding: Equatable, Sendable {
    public private(set) var state: State
    /// The day that counts now; the first one stays with the action.
    public private(set) var due: CalendarDay?
    /// Whose it is now; nil if it has no new owner.
    public private(set) var newOwner: HeldPerson?

    public enum State: String, CaseIterable, Sendable {
        case open, done, dropped
    }

    public init(isDone: Bool = false, due: CalendarDay?, _ updates: some Sequence<ActionUpdate>) {
        state = isDone ? .done : .open
        self.due = due
        for update in updates {
            switch update.word {
            case .done: state = .done
            case .drop: state = .dropped
            case .reassign: newOwner = update.to ?? newOwner
            case .later: (state, self.due) = (.open, update.until ?? self.due)
            }
        }
    }
}

extension ActionReference: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let reference = ActionReference(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not the reference of an action")
        }
        self = reference
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
