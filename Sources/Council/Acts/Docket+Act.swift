import Foundation

/// Agenda, proposals and roster taken in as their files state them.
extension Docket: ActKind {
    public static let name = "docket"
    public static let showsItself = true

    public var act: Act { .docket(self) }

    public func apply(to meeting: inout Meeting, at moment: Date) { meeting.replaceDocket(self) }

    public func spoken(in meeting: Meeting) -> String { "the agenda as taken in" }

    public func told(in journal: Journal) -> [String] {
        ["agenda, proposals and council read again from their files"] + journal.changesOfReload
    }

    public func correction(in meeting: Meeting) -> String? { "the files were read again" }
}

extension Meeting {
    /// Takes in changed files, unless they would change something under the council's feet; no act if they change
    /// nothing here.
    func reload(_ files: Docket) throws(Refusal) -> [Act] {
        try requireNotClosed("take in changed files")
        let new = files.withRosterOfFile.keepingPlaces(of: items)
        var changed = self
        changed.replaceDocket(new)
        if changed == self { return [] }
        try requireNoOpenVote(before: "changed files are taken in")
        for item in items where item.agenda.isTopic && item.hasRecord {
            guard let other = new.agenda.items.first(where: { $0.id == item.id }) else { continue }
            let (was, would) = (title(of: item), new.title(of: other))
            guard was == would else {
                throw Refusal(
                    "the changed agenda has “\(would)” where the record has “\(was)”: "
                        + "leave the topics as they are and add new ones after them")
            }
        }
        return [.docket(new)]
    }

    /// Takes in files that changed. An item that the new agenda has dropped stays if something was recorded on it, and
    /// a proposal that the council has voted on, amended or decided stays as the council saw it.
    mutating func replaceDocket(_ new: Docket) {
        let (old, before) = (items, docket)
        items = new.agenda.items.map { item in
            var kept = Item(agenda: item)
            if let before = old.first(where: { $0.id == item.id }) { kept.takeOver(before) }
            return kept
        }
        let dropped = old.filter { item in !items.contains { $0.id == item.id } && item.hasRecord }
        items += dropped
        if isReordered { keepOrder(of: old) }
        let gone = Set(dropped.map(\.id))
        let kept = items.filter { $0.isBeforeTheCouncil || gone.contains($0.id) }.compactMap { item in
            docket.proposal(of: item.agenda).map { ($0.id, $0) }
        }
        let keptDigests = kept.compactMap { id, _ in docket.digests?[id].map { (id, $0) } }
        docket = Docket(
            roster: new.roster, agenda: new.agenda, proposals: new.proposals.merging(kept) { _, kept in kept },
            digests: new.digests?.merging(keptDigests) { _, kept in kept }, consent: new.consent)
        let left = (before.roster.everybody + (former ?? [])).filter { new.roster.person($0.handle) == nil }
        former = left.isEmpty ? nil : left
        guests = guests?.filter { !new.roster.isOnFile($0.handle) }
        if guests?.isEmpty == true { guests = nil }
        named = named?.filter { !new.roster.isOnFile($0.handle) }
        learnNames()
        hearWords(since: before)
        if let currentID, item(currentID) == nil { self.currentID = nil }
        if let acting = actingChair?.who, acting == roster.chair.member || !roster.isMember(acting) {
            actingChair = nil
        }
    }
}

extension Meeting {
    /// Leaves the items in the order that the meeting gave them; new ones come after them.
    private mutating func keepOrder(of old: [Item]) {
        let places = Dictionary(old.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
        let sorted = items.enumerated().sorted { left, right in
            (places[left.element.id] ?? .max, left.offset) < (places[right.element.id] ?? .max, right.offset)
        }
        items = sorted.map(\.element)
    }
}

extension Docket {
    /// Without those whom only a meeting knows, since they are no part of a file.
    fileprivate var withRosterOfFile: Docket {
        var roster = roster
        (roster.former, roster.guests, roster.named) = (nil, nil, nil)
        return Docket(roster: roster, agenda: agenda, proposals: proposals, digests: digests, consent: consent)
    }

    /// The docket with the ids that a meeting's topics have had so far. Records made before topics had ids of their own
    /// call them by their place among the topics: `topic-1`.
    fileprivate func keepingPlaces(of items: [Item]) -> Docket {
        let places = items.map(\.agenda).filter { $0.isTopic && $0.id.topicName == nil }
        guard !places.isEmpty else { return self }
        let kept = agenda.items.map { item in
            places.first { item.isTopic && $0.title == item.title }.map { item.called($0.id) } ?? item
        }
        return Docket(
            roster: roster, agenda: agenda.with(kept), proposals: proposals, digests: digests, consent: consent)
    }
}

extension AgendaItem {
    fileprivate var title: String? {
        if case .topic(let title, _) = subject { title } else { nil }
    }
}

extension Item {
    /// Whether anything was said, asked or decided on it.
    fileprivate var hasRecord: Bool {
        !notes.isEmpty || !motions.isEmpty || !amendments.isEmpty || decision != nil || clock.hasStarted || isAdded
            || dropped != nil || leadWords != nil
    }

    fileprivate mutating func takeOver(_ before: Item) {
        notes = before.notes
        motions = before.motions
        amendments = before.amendments
        decision = before.decision
        decidedAt = before.decidedAt
        earlierDecisions = before.earlierDecisions
        isDecisionOvertaken = before.isDecisionOvertaken
        clock = before.clock
        voices = before.voices
        leadWords = before.leadWords
        dropped = before.dropped
        isAdded = before.isAdded
    }
}
