/// An action that a meeting handed out, and what was said of it since.
public struct ActionFate: Equatable, Sendable {
    public let action: HeldAction
    /// Who owned it first, under the name that they have now; nil if nobody did.
    fileprivate let firstOwner: HeldPerson?
    /// What the item it came from is known by over the weeks.
    public let item: ItemID?
    /// In the order in which they count: first what the minutes of later meetings have, then what stands in people's
    /// files alone, and so was said since.
    public let updates: [ActionUpdate]
    /// How many of the updates minutes have.
    let recorded: Int

    public var standing: ActionStanding { ActionStanding(isDone: action.isDone, due: action.due, updates) }

    /// Who owns it now; nil if nobody does.
    public var owner: HeldPerson? { standing.newOwner ?? firstOwner }

    /// As it stands in the minutes, without what people's files say.
    public var recordedStanding: ActionStanding {
        ActionStanding(isDone: action.isDone, due: action.due, updates.prefix(recorded))
    }

    /// Every action of these meetings, oldest first.
    static func all(of history: [HeldMeeting], people: [Handle: PersonalWords], roster: Roster) -> [ActionFate] {
        let recorded = Dictionary(grouping: history.flatMap(\.updates), by: \.action)
        let written = people.values.sorted { $0.handle < $1.handle }.flatMap { words in
            let by = HeldPerson(name: roster.name(of: words.handle), handle: words.handle)
            return words.actions.map { word in
                ActionUpdate(
                    word.action, word.word, until: word.until,
                    to: word.to.map { HeldPerson(name: roster.name(of: $0), handle: $0) }, because: word.because,
                    on: word.on, by: by)
            }
        }
        let said = Dictionary(grouping: written, by: \.action)
        return history.flatMap { meeting in
            meeting.actions.map { action in
                let known = recorded[action.reference] ?? []
                let fresh = (said[action.reference] ?? []).filter { word in !known.contains { $0.repeats(word) } }
                // Those of one day stay in the order of their file.
                let since = fresh.enumerated().sorted { ($0.element.on, $0.offset) < ($1.element.on, $1.offset) }
                return ActionFate(
                    action: action, firstOwner: roster.current(action.owner),
                    item: action.item.map { meeting.item($0)?.lastingID ?? $0 },
                    updates: known + since.map(\.element), recorded: known.count)
            }
        }.sorted { $0.action.reference < $1.action.reference }
    }
}

extension Roster {
    /// Somebody of earlier minutes under the name that they have now.
    fileprivate func current(_ person: HeldPerson?) -> HeldPerson? {
        guard let handle = person?.handle, let member = self.person(handle) else { return person }
        return HeldPerson(name: member.name, handle: handle)
    }
}

extension Library {
    /// An action that a meeting handed out; nil if none did.
    public func fate(of reference: ActionReference) -> ActionFate? {
        actionFates.first { $0.action.reference == reference }
    }

    /// The actions of meetings before a day that are open by their minutes, or that somebody's file has opened again, and
    /// what people's files say of them that no minutes have: what a meeting of that day begins with.
    public func recall(for day: CalendarDay) -> (actions: [EarlierAction], updates: [ActionUpdate]) {
        let open = ActionFate.all(of: history.filter { $0.date < day }, people: people, roster: roster)
            .filter { $0.recordedStanding.state == .open || $0.standing.state == .open }
        let updates = open.flatMap { fate in fate.updates.dropFirst(fate.recorded).filter { $0.on <= day } }
        return (open.map { EarlierAction($0, as: $0.recordedStanding) }, updates)
    }
}

/// An open action of an earlier meeting, as a meeting has it before it.
public struct EarlierAction: Codable, Equatable, Sendable {
    public let reference: ActionReference
    /// Nil if nobody owns it.
    public let owner: HeldPerson?
    public let due: CalendarDay?
    public let text: String
    /// The item it came from; nil if none was before the council.
    public let item: ItemID?
    public let title: String?

    public init(
        reference: ActionReference, owner: HeldPerson?, due: CalendarDay?, text: String, item: ItemID? = nil,
        title: String? = nil
    ) {
        self.reference = reference
        self.owner = owner
        self.due = due
        self.text = text
        self.item = item
        self.title = title
    }

    fileprivate init(_ fate: ActionFate, as standing: ActionStanding) {
        self.init(
            reference: fate.action.reference, owner: standing.newOwner ?? fate.firstOwner, due: standing.due,
            text: fate.action.text, item: fate.item,
            title: fate.action.itemTitle)
    }
}
