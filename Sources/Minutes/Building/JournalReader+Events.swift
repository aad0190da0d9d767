import Council

extension JournalReader {
    /// Everything that happened to the meeting as a whole, oldest first.
    var events: [EventModel] {
        entries.compactMap { entry in
            entry.act.event(in: meeting).map { EventModel(at: clock.moment(entry.at), sentence: $0) }
        }
    }
}
