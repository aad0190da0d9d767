import Foundation

extension Act {
    /// The meeting put another item on its agenda, or took back one that it had dropped.
    public struct Added: ActKind {
        public let item: AgendaItem
        /// Nil for a topic.
        public let proposal: Proposal?
        /// SHA-256 of the proposal's file as it was taken in.
        public let digest: String?

        public static let name = "added"

        public var act: Act { .added(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) { meeting.add(self) }

        public func spoken(in meeting: Meeting) -> String { "the new item \(meeting.place(of: item.id))" }

        public func told(in journal: Journal) -> [String] { [sentence(in: journal.meeting)] }

        public func correction(in meeting: Meeting) -> String? { sentence(in: meeting) }

        public func event(in meeting: Meeting) -> String? { "On the agenda: \(title(in: meeting))" }

        private func sentence(in meeting: Meeting) -> String {
            "\(title(in: meeting)) is on the agenda as item \(meeting.place(of: item.id))"
                + (item.isForOutcome ? ", for its outcome" : "")
        }

        private func title(in meeting: Meeting) -> String { meeting.item(item.id).map(meeting.title) ?? item.id.spoken }
    }

    /// An item got another place on the agenda.
    public struct Shifted: ActKind {
        public let item: ItemID
        /// Counts from 1.
        public let place: Int

        public static let name = "shifted"

        public var act: Act { .shifted(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) { meeting.shift(item, to: place) }

        public func spoken(in meeting: Meeting) -> String {
            "the move of \(meeting.item(item).map { meeting.title(of: $0) } ?? item.spoken)"
        }

        public func told(in journal: Journal) -> [String] { [sentence(in: journal.meeting)] }

        public func correction(in meeting: Meeting) -> String? { sentence(in: meeting) }

        public func event(in meeting: Meeting) -> String? { sentence(in: meeting) }

        private func sentence(in meeting: Meeting) -> String {
            "\(meeting.item(item).map { meeting.title(of: $0) } ?? item.spoken) was moved to place \(place) of the agenda"
        }

        public var columns: ActColumns? { ActColumns(item: item, ordinal: place) }
    }

    /// The meeting took an item off its agenda. It keeps its number, and what was said on it.
    public struct Dropped: ActKind {
        public let item: ItemID
        public let reason: String

        public static let name = "dropped"

        public var act: Act { .dropped(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) { meeting.update(item) { $0.dropped = reason } }

        public func spoken(in meeting: Meeting) -> String { "dropping item \(meeting.place(of: item))" }

        public func told(in journal: Journal) -> [String] { [sentence(in: journal.meeting)] }

        public func correction(in meeting: Meeting) -> String? { sentence(in: meeting) }

        public func event(in meeting: Meeting) -> String? {
            "Off the agenda: \(meeting.item(item).map { meeting.title(of: $0) } ?? item.spoken), because: \(reason)"
        }

        private func sentence(in meeting: Meeting) -> String {
            "item \(meeting.place(of: item)) is off the agenda: \(reason)"
        }

        public var columns: ActColumns? { ActColumns(item: item, text: reason) }
    }
}

extension Act.Shifted {
    public init?(_ columns: ActColumns) {
        guard let item = columns.item, let place = columns.ordinal else { return nil }
        self.init(item: item, place: place)
    }
}

extension Act.Dropped {
    public init?(_ columns: ActColumns) {
        guard let item = columns.item, let reason = columns.text else { return nil }
        self.init(item: item, reason: reason)
    }
}

extension Meeting {
    fileprivate mutating func add(_ added: Act.Added) {
        if items.contains(where: { $0.id == added.item.id }) { return update(added.item.id) { $0.dropped = nil } }
        if let proposal = added.proposal {
            var proposals = docket.proposals
            proposals[proposal.id] = proposal
            var digests = docket.digests
            if let digest = added.digest { digests = (digests ?? [:]).merging([proposal.id: digest]) { $1 } }
            docket = Docket(
                roster: docket.roster, agenda: docket.agenda, proposals: proposals, digests: digests,
                consent: docket.consent)
        }
        var item = Item(agenda: added.item)
        item.isAdded = true
        items.append(item)
        learnNames()
    }

    fileprivate mutating func shift(_ id: ItemID, to place: Int) {
        guard let from = items.firstIndex(where: { $0.id == id }), items.indices.contains(place &- 1) else { return }
        items.insert(items.remove(at: from), at: place - 1)
        isReordered = true
    }

    // MARK: Rules

    func addProposal(_ proposal: Proposal, digest: String?, approved: CalendarDay?) throws(Refusal) -> Act {
        try requireNotClosed("change the agenda")
        let item = AgendaItem(
            id: ItemID(proposal.id), subject: .proposal(id: proposal.id), minutes: proposal.minutes,
            purpose: approved == nil ? nil : .outcome, approved: approved)
        try requireNew(item.id)
        return .added(Act.Added(item: item, proposal: proposal, digest: digest))
    }

    func addTopic(_ title: String) throws(Refusal) -> Act {
        try requireNotClosed("change the agenda")
        let title = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !title.isEmpty else { throw Refusal("a topic needs a title: write `item add topic TITLE`") }
        guard title.count <= 200 else {
            throw Refusal("a topic's title has at most 200 characters: shorten it, and put the rest in a note")
        }
        let id = ItemID(topic: title)
        guard id.topicName?.isEmpty == false else {
            throw Refusal(
                "a topic's title needs a letter or digit, and “\(title)” has none: write `item add topic TITLE`")
        }
        try requireNew(id)
        return .added(
            Act.Added(item: AgendaItem(id: id, subject: .topic(title: title, text: "")), proposal: nil, digest: nil))
    }

    private func requireNew(_ id: ItemID) throws(Refusal) {
        guard let known = item(id), known.dropped == nil else { return }
        throw Refusal("\(title(of: known)) is already item \(place(of: id)): `go \(place(of: id))` takes it up")
    }

    func moveItem(_ number: Int, to place: Int) throws(Refusal) -> Act {
        try requireNotClosed("change the agenda")
        let item = try requireItem(number)
        _ = try requireItem(place)
        guard number != place else { throw Refusal("item \(number) is already in that place: name another one") }
        try requireNoOpenVote(before: "the agenda is changed")
        return .shifted(Act.Shifted(item: item.id, place: place))
    }

    func dropItem(_ number: Int, because reason: String) throws(Refusal) -> Act {
        try requireNotClosed("change the agenda")
        let item = try requireItem(number)
        guard item.dropped == nil else {
            throw Refusal("item \(number) is already off the agenda: \(wayBack(item)) puts it back")
        }
        try requireNoOpenVote(before: "an item is dropped")
        guard item.id != currentID else {
            throw Refusal(
                "item \(number) is before the council: `go` to another one first, or `decide withdraw` or defer")
        }
        if let decision = item.decision {
            throw Refusal("item \(number) was \(decision.spoken): `go \(number)`, and the council decides again")
        }
        return .dropped(Act.Dropped(item: item.id, reason: try requireReason(reason, for: "dropping an item")))
    }

    /// How an item that was dropped comes back: `item add proposal prep-time`, in backticks.
    func wayBack(_ item: Item) -> String {
        item.agenda.isTopic ? "`item add topic \(title(of: item))`" : "`item add proposal \(item.id)`"
    }
}
