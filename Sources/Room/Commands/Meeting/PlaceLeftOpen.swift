import Council

/// Something that closing would leave open, with the way to where it is settled.
struct PlaceLeftOpen {
    let sentence: String
    let way: [Reaction]
}

extension Model {
    /// The gaps in their order, and behind them the items with half-typed notes.
    var placesLeftOpen: [PlaceLeftOpen] {
        meeting.gaps.map { PlaceLeftOpen(sentence: $0.sentence, way: way(to: $0)) } + drafted
    }

    /// What a gap wants is done at its item: a decision there, a concern and an action in their menus, a speaker on the
    /// roll.
    private func way(to gap: Gap) -> [Reaction] {
        let place = gap.item.flatMap { meeting.number(of: $0) }
        switch gap.kind {
        case .undecided, .untakenRuling: return place.map { [.run("go \($0)")] } ?? []
        case .openConcern:
            guard let place, let number = gap.number else { return [] }
            return [menu(of: .note(NoteReference(number, of: place)))]
        case .ownerlessAction, .dateless:
            return gap.number.map { [menu(of: .action($0))] } ?? []
        case .unknownSpeaker: return [.open(RollCall(in: meeting))]
        }
    }

    private func menu(of thing: PaneRow.Thing) -> Reaction {
        let offers = Command.offers(on: thing, in: self)
        return offers.isEmpty ? .run("show notes") : .open(RowMenu(on: thing, offers))
    }

    private var drafted: [PlaceLeftOpen] {
        let lost = drafts[ItemID?.none].map { _ in PlaceLeftOpen(sentence: "a note without an item", way: []) }
        return meeting.items.enumerated().compactMap { place, item in
            guard let text = drafts[item.id] else { return nil }
            let goes = journal.refusal(of: .go(.item(place + 1)), at: now) == nil
            return PlaceLeftOpen(
                sentence: "item \(place + 1), \(meeting.title(of: item))",
                way: [.run("go \(place + 1)")] + (goes ? [.open(NoteEntry(text))] : []))
        } + (lost.map { [$0] } ?? [])
    }
}
