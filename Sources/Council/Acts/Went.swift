import Foundation

extension Act {
    /// The council took up an item.
    public struct Went: ActKind {
        public let item: ItemID

        public static let name = "went"
        public static let showsItself = true

        public var act: Act { .went(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            if let current = meeting.currentID { meeting.update(current) { $0.clock.stop(at: moment) } }
            if meeting.currentID != item { meeting.queue.clear(at: moment) }
            meeting.currentID = item
            // A correction tells nothing of how long the council took for what it had heard before.
            let isCorrection = meeting.revision > 1
            meeting.update(item) { if !isCorrection || !$0.clock.hasStarted { $0.clock.start(at: moment) } }
        }

        public func spoken(in meeting: Meeting) -> String {
            "going to \(meeting.item(item).map { meeting.title(of: $0) } ?? item.rawValue)"
        }

        public func told(in journal: Journal) -> [String] { [] }

        public var columns: ActColumns? { ActColumns(item: item) }
    }
}

extension Act.Went {
    public init?(_ columns: ActColumns) {
        guard let item = columns.item else { return nil }
        self.init(item: item)
    }
}

extension Meeting {
    /// No act if the item is before the council already.
    func go(_ destination: Request.Destination) throws(Refusal) -> [Act] {
        try requireInSession("take up an item")
        let place: Int
        switch destination {
        case .item(let number): place = number
        case .next:
            place = itemsToCome.first.map { number(of: $0) } ?? items.count + 1
        case .back:
            guard let currentIndex else {
                throw Refusal("no item is before the council: `go 1` takes up the first")
            }
            place = (items.indices.prefix(currentIndex).last { items[$0].dropped == nil } ?? -1) + 1
        }
        guard (1...max(1, items.count)).contains(place), !items.isEmpty else {
            throw Refusal(noItem(destination))
        }
        let item = items[place - 1]
        if item.id == currentID { return [] }
        if let reason = item.dropped {
            throw Refusal("item \(place) is off the agenda (\(reason)): \(wayBack(item)) puts it back")
        }
        try requireNoOpenVote(before: "you leave the item")
        return [.went(Act.Went(item: item.id))]
    }

    /// What the call to order brings with it: the council takes up the first item.
    public var requestAfterOpening: Request? {
        guard currentID == nil, let first = items.firstIndex(where: { $0.dropped == nil }) else { return nil }
        return .go(.item(first + 1))
    }

    /// The item at a place on the agenda, from 1.
    func requireItem(_ number: Int) throws(Refusal) -> Item {
        guard items.indices.contains(number &- 1) else {
            throw Refusal(noItem(.item(number)))
        }
        return items[number - 1]
    }

    private func noItem(_ destination: Request.Destination) -> String {
        if items.isEmpty { return "the agenda has no items: add some to its file" }
        return switch destination {
        case .next where items.count == 1: "this is the only item: `close` ends the meeting"
        case .next: "this is the last item: `close` ends the meeting, `go back` returns to the item before"
        case .back where items.count == 1: "this is the only item: there is none before it"
        case .back: "this is the first item: `go next` takes up the one after"
        case .item(let number): "there is no item \(number): \(extent(items.count, "item"))"
        }
    }
}
