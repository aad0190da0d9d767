/// One thing that happened to an item over the weeks.
public struct PastEvent: Equatable, Encodable, Sendable {
    /// Nil if no file says when.
    public let date: CalendarDay?
    public let item: ItemID
    public let event: Kind
    /// What happened, in a sentence without its end.
    public let text: String

    /// In the order in which things of one day are told.
    public enum Kind: String, CaseIterable, Encodable, Sendable {
        /// What a lead of the pod says.
        case review
        /// It takes the place of another proposal, or another one takes its.
        case revision
        /// An agenda has it whose meeting was not held, or did not hear it.
        case agenda
        case heard
        /// Why it was not in the consent lane.
        case objection
        case concern
        case amendment
        case vote
        case ruling
        case decision
        case action
        /// What was measured.
        case outcome
    }

    /// The text behind a label that names the kind: without that word, if it begins with it.
    public var labelled: String {
        let word = "\(event.rawValue) "
        return text.hasPrefix(word) ? String(text.dropFirst(word.count)) : text
    }

    init(_ event: Kind, of item: ItemID, on date: CalendarDay?, _ text: String) {
        self.event = event
        self.item = item
        self.date = date
        self.text = text
    }
}

extension Library {
    /// What happened to an item, oldest first; what has no day comes last. Empty if nobody knows the item.
    public func events(of id: ItemID) -> [PastEvent] { inOrder(ItemHistory(id, in: self).events) }

    /// What happened to the proposals that somebody leads or led technically, oldest first.
    public func events(ledBy who: PersonQuery) -> [PastEvent] {
        inOrder(proposals(ledBy: who).flatMap { ItemHistory(ItemID($0), in: self).events })
    }

    /// The ids of the proposals that somebody leads or led technically, sorted.
    public func proposals(ledBy who: PersonQuery) -> [String] {
        proposalIDs.filter { id in
            versions(of: id).flatMap(\.techLeads).contains { who.matches($0, in: roster) }
        }
    }

    /// Everybody who leads or led a proposal technically, sorted.
    public var technicalLeads: [String] {
        Set(proposalIDs.flatMap { versions(of: $0) }.flatMap(\.techLeads).map(\.name)).sorted()
    }

    /// A proposal as each meeting heard it, and as its file is now.
    func versions(of id: String) -> [Proposal] {
        hearings(of: ItemID(id)).compactMap(\.item.proposal) + (drafts[id].map { [$0.proposal] } ?? [])
    }

    /// The item that a person calls by its id: a proposal, or a topic with or without `topic:` before it.
    public func item(called text: String) -> ItemID? {
        if proposalIDs.contains(text) { return ItemID(text) }
        let known = Set(knownItems)
        return [ItemID(text), ItemID(topic: text)].first { known.contains($0) }
    }

    /// What items can be called by: the ids of proposals and topics.
    public var itemNames: [String] { proposalIDs + knownItems.compactMap(\.topicName) }

    /// Things of one day stay in the order of their hearing.
    private func inOrder(_ events: [PastEvent]) -> [PastEvent] {
        events.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }
}

extension PastEvent {
    fileprivate var day: Int { date?.daysSinceEpoch ?? .max }
}

extension PersonQuery {
    /// A proposal names its people; those with a seat have a handle too.
    fileprivate func matches(_ lead: TeamMember, in roster: Roster) -> Bool {
        let handle = roster.everybody.first { $0.name == lead.name }?.handle
        return matches(HeldPerson(name: lead.name, handle: handle))
    }
}
