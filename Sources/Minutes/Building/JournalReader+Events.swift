import Council

extension JournalReader {
    /// Everything that happened to the meeting as a whole, oldest first.
    var events: [EventModel] {
        entries.compactMap { entry in
            event(entry).map { EventModel(at: clock.moment(entry.at), sentence: $0) }
        }
    }

    /// A sentence on an entry that is about the meeting as a whole; nil for any other entry.
    func event(_ entry: Entry) -> String? {
        switch entry.act {
        case .chaired(let who, let reason):
            "\(name(who)) took the chair\(who == roster.chair.member ? " back" : ""): \(reason)"
        default: nil
        }
    }
}
