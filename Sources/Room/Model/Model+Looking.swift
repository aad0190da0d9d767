import Council

/// Looking at another item than the one before the council, which stays there.
extension Model {
    /// Whether the panes show another item than the one before the council.
    var isLookingElsewhere: Bool { journal.meeting.currentID != nil && shownID != journal.meeting.currentID }

    /// Shows the item at a place of the agenda.
    mutating func look(at place: Int) {
        let before = shownID
        agendaCursor = min(max(0, place), max(0, meeting.items.count - 1))
        if shownID != before { beginsAnew() }
    }

    /// Shows the item before the council.
    mutating func lookBack() {
        if let place = meeting.currentIndex { look(at: place) }
    }

    /// Another item is shown: its panes begin at their first lines, and nothing that was asked for of the one before
    /// stays.
    mutating func beginsAnew() {
        scroll = [:]
        rowCursor = [:]
        search = nil
        revealed = nil
    }

    /// `item 2, Promotions by uplift`, of the item before the council; nil without one.
    var floorName: String? { meeting.currentID.flatMap(name) }

    /// `item 2, Promotions by uplift`.
    func name(of id: ItemID) -> String? {
        meeting.item(id).map { "item \(meeting.number(of: $0)), \(meeting.title(of: $0))" }
    }

    /// Whether the item's private notes are shown: where they are recorded, once somebody has asked for them there.
    func reveals(_ item: Item) -> Bool { revealed == item.id && !recording.isFollowing && !isPresenting }
}
