import Council
import Screen

/// What opens from a row.
extension LibraryScreen {
    func open(in room: Model) -> [Reaction] {
        guard let row = row(in: room), let reading = room.libraryReading else { return [] }
        if room.isLibraryAlone, let day = row.meeting, !reading.library.wasHeld(day) {
            return [.effect(.openMeeting(day))]
        }
        return [.open(DocumentReader(.row(tab: tab, key: row.key), in: room))]
    }

    /// Leaves the library for a meeting: over one that is open, only for that one.
    func openMeeting(in room: Model) -> [Reaction] {
        guard let day = row(in: room)?.meeting else {
            return [.notify(Notice("this row is not a meeting: 5 lists them", .refusal))]
        }
        guard room.isLibraryAlone else {
            if isOpenHere(day, in: room) { return [.close] }
            return [.notify(Notice("a meeting is open here: leave it, and open another one then", .refusal))]
        }
        if let refusal = room.libraryReading?.whyNotOpened(day) { return [.notify(Notice(refusal.sentence, .refusal))] }
        return [.effect(.openMeeting(day))]
    }

    private func isOpenHere(_ day: CalendarDay, in room: Model) -> Bool {
        !room.isLibraryAlone && day == room.meeting.agenda.date
    }

    /// What `o` does to the row; empty if it does nothing.
    func openingHint(in room: Model) -> [Hint] {
        guard let day = row(in: room)?.meeting, let reading = room.libraryReading,
            isOpenHere(day, in: room) || room.isLibraryAlone && reading.whyNotOpened(day) == nil
        else { return [] }
        let goesOn = isOpenHere(day, in: room) || reading.inSession.contains(day)
        return [Hint("o", goesOn ? "resume it" : "open it")]
    }
}
