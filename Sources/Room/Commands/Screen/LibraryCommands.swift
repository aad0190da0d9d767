import Council

extension Command {
    static let library = Command(
        "library", "[\(LibraryTab.all.map(\.name).joined(separator: "|"))]", key: "L", label: "library", group: .screen,
        completes: [.choice(LibraryTab.all.map(\.name))],
        help:
            "Opens the library: proposals, open actions, decisions, the register, meetings. The console prints one of them."
    ) { words, _ throws(Refusal) in
        let names = LibraryTab.all.map(\.name)
        let tab = words.isEmpty ? 0 : try words.requirePlace(among: names)
        return .screen(
            { room in
                room.layers.append(LibraryScreen(tab: tab, in: room))
                return room.readLibrary(anew: true)
            }, shell: [names[tab]])
    }

    static let history = Command(
        "history", "[ID]", key: "H", label: "history", group: .screen, completes: [.proposal],
        help: "Shows an item's history and its file. Without an ID, those of the item that is shown.",
        onRow: { thing, _ in
            if case .item = thing { RowOffer("H", "its history", .runs("history")) } else { nil }
        }
    ) { words, meeting throws(Refusal) in
        let named = words.next()
        let show: @Sendable (inout Model) throws(Refusal) -> [Effect] = { room throws(Refusal) in
            guard let id = named ?? room.shownID?.spoken else { throw noItem }
            return room.openHistory(of: id)
        }
        guard let id = named ?? meeting.currentID?.spoken else {
            return .screen(show) { _ throws(Refusal) in throw noItem }
        }
        return .screen(show, shell: ["history", id])
    }

    private static let noItem = Refusal("no item is before the council: name one, as in `history prep-time`")
}

extension Model {
    /// Opens what happened to an item. The library is read first, if nobody has asked for it yet.
    mutating func openHistory(of id: String) -> [Effect] {
        layers.append(DocumentReader(.history(of: id), in: self))
        return libraryReading == nil ? readLibrary() : []
    }
}
