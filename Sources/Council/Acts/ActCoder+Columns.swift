/// Which column holds what, for the acts that need no JSON.
extension ActPayload {
    static let plainKinds: Set<String> = [
        "rolled", "opened", "chaired", "went", "noted", "reworded", "struck", "resolved", "balloted", "escalated",
        "finished", "reopened", "undone", "redone",
    ]

    private init(
        _ kind: String, item: ItemID? = nil, ordinal: Int? = nil, who: Handle? = nil, word: String? = nil,
        text: String? = nil
    ) {
        self.init(
            kind: kind, version: 1, item: item?.rawValue, ordinal: ordinal, who: who?.rawValue, word: word, text: text)
    }

    /// The columns of an act, without its detail.
    init(columnsOf act: Act) {
        self =
            switch act {
            case .docket: Self("docket")
            case .rolled(let who, let presence): Self("rolled", who: who, word: presence.rawValue)
            case .opened: Self("opened")
            case .chaired(let who, let reason): Self("chaired", who: who, text: reason)
            case .went(let item): Self("went", item: item)
            case .noted(let item, let number, let speaker, let kind, let text):
                Self("noted", item: item, ordinal: number, who: speaker, word: kind.rawValue, text: text)
            case .reworded(let item, let number, let text): Self("reworded", item: item, ordinal: number, text: text)
            case .struck(let item, let number): Self("struck", item: item, ordinal: number)
            case .resolved(let item, let number, let reason):
                Self("resolved", item: item, ordinal: number, text: reason)
            case .moved: Self("moved")
            case .balloted(let motion, let ballot):
                Self("balloted", ordinal: motion, who: ballot.who, word: ballot.choice.rawValue, text: ballot.reason)
            case .tallied: Self("tallied")
            case .escalated(let motion, let reason): Self("escalated", ordinal: motion, text: reason)
            case .ruled: Self("ruled")
            case .amended: Self("amended")
            case .decided: Self("decided")
            case .assigned: Self("assigned")
            case .finished(let action): Self("finished", ordinal: action)
            case .clocked: Self("clocked")
            case .closed: Self("closed")
            case .reopened(let reason): Self("reopened", text: reason)
            case .undone(let entry): Self("undone", ordinal: entry)
            case .redone(let entry): Self("redone", ordinal: entry)
            }
    }

    /// The act that the columns hold; nil if they hold none.
    var plainAct: Act? {
        let item = item.map(ItemID.init(rawValue:))
        let who = who.map(Handle.init(rawValue:))

        switch (kind, item, ordinal, who, text) {
        case ("noted", let item?, let number?, _, let text?):
            guard let kind = word.flatMap(Note.Kind.init) else { return nil }
            return .noted(item: item, number: number, speaker: who, kind: kind, text: text)
        case ("balloted", _, let motion?, let who?, _):
            guard let choice = word.flatMap(Ballot.Choice.init) else { return nil }
            return .balloted(motion: motion, ballot: Ballot(who: who, choice: choice, reason: text))
        case ("rolled", _, _, let who?, _):
            guard let presence = word.flatMap(Presence.init) else { return nil }
            return .rolled(who: who, presence: presence)
        case ("went", let item?, _, _, _): return .went(item: item)
        case ("opened", _, _, _, _): return .opened
        case ("chaired", _, _, let who?, let reason?): return .chaired(who: who, reason: reason)
        case ("reworded", let item?, let number?, _, let text?):
            return .reworded(item: item, number: number, text: text)
        case ("struck", let item?, let number?, _, _): return .struck(item: item, number: number)
        case ("resolved", let item?, let number?, _, _): return .resolved(item: item, number: number, reason: text)
        case ("escalated", _, let motion?, _, let reason?): return .escalated(motion: motion, reason: reason)
        case ("finished", _, let action?, _, _): return .finished(action: action)
        case ("reopened", _, _, _, let reason?): return .reopened(reason: reason)
        case ("undone", _, let entry?, _, _): return .undone(entry: entry)
        case ("redone", _, let entry?, _, _): return .redone(entry: entry)
        default: return nil
        }
    }
}
