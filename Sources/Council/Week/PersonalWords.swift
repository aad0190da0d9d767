/// What somebody says between two meetings in a file of their own, `agendas/people/bo.yaml`.
///
/// Words are added and never changed. The last one on a thing counts.
public struct PersonalWords: Equatable, Sendable {
    public let handle: Handle
    /// In the order of the file.
    public let consent: [ConsentWord]
    /// In the order of the file.
    public let actions: [ActionWord]

    public init(handle: Handle, consent: [ConsentWord] = [], actions: [ActionWord] = []) {
        self.handle = handle
        self.consent = consent
        self.actions = actions
    }

    /// These words with one more.
    public func adding(_ word: PersonalWord) -> PersonalWords {
        switch word {
        case .consent(let word): PersonalWords(handle: handle, consent: consent + [word], actions: actions)
        case .action(let word): PersonalWords(handle: handle, consent: consent, actions: actions + [word])
        }
    }
}

/// One entry of a person's file.
public enum PersonalWord: Equatable, Sendable {
    case consent(ConsentWord)
    case action(ActionWord)
}

/// What somebody thinks of an item before the meeting.
public struct ConsentWord: Codable, Equatable, Sendable {
    /// The meeting whose agenda has the item.
    public let meeting: CalendarDay
    public let item: ItemID
    public let word: Word
    /// The day on which it was said.
    public let on: CalendarDay
    public let because: String?

    public enum Word: String, Codable, CaseIterable, Sendable {
        case approve, flag, hold, unflag
    }

    public init(meeting: CalendarDay, item: ItemID, word: Word, on: CalendarDay, because: String? = nil) {
        self.meeting = meeting
        self.item = item
        self.word = word
        self.on = on
        self.because = because
    }
}

/// What became of an action since the meeting that handed it out.
public struct ActionWord: Equatable, Sendable {
    public let action: ActionReference
    public let word: Word
    /// The new due day; only `later` has one.
    public let until: CalendarDay?
    /// The new owner; only `reassign` has one.
    public let to: Handle?
    /// The day on which it was said.
    public let on: CalendarDay
    public let because: String?

    public enum Word: String, Codable, CaseIterable, Sendable {
        case done, later, drop, reassign
    }

    public init(
        action: ActionReference, word: Word, until: CalendarDay? = nil, to: Handle? = nil, on: CalendarDay,
        because: String? = nil
    ) {
        self.action = action
        self.word = word
        self.until = until
        self.to = to
        self.on = on
        self.because = because
    }
}
