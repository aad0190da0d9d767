extension Library {
    /// The roll as it was at the last meeting before this one, without those who are on it already.
    public func rollAsLastTime(for meeting: Meeting) throws(Refusal) -> (day: CalendarDay, entries: [RollEntry]) {
        guard let last = history.last(where: { $0.date < meeting.agenda.date && !$0.attended.isEmpty }) else {
            throw Self.noEarlierRoll
        }
        let entries = meeting.roster.everybody.compactMap { person -> RollEntry? in
            guard meeting.presence(of: person.handle) == nil, let presence = last.attended[person.handle] else {
                return nil
            }
            return RollEntry(who: person.handle, presence: presence)
        }
        guard !entries.isEmpty else {
            throw Refusal("all who were there on \(last.date.long) are already on the roll")
        }
        return (last.date, entries)
    }

    static let noEarlierRoll = Refusal("no earlier meeting says who was there: `roll WHO present`, one by one")
}
