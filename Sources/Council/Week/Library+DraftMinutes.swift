/// Minutes that are a draft until a later meeting approves them.
extension Library {
    /// The meeting that approved the minutes of a day; nil if none did.
    public func approval(ofMinutes day: CalendarDay) -> CalendarDay? {
        let id = ItemID(minutesOf: day)
        return hearings(of: id).last { $0.date > day && $0.verdict == .approve }?.date
    }

    /// The days of the meetings whose minutes wait for an approval, oldest first.
    func draftMinutes(before day: CalendarDay) -> [CalendarDay] {
        history.filter { $0.isDraft && $0.date < day && approval(ofMinutes: $0.date) == nil }.map(\.date)
    }

    /// The item by which minutes are approved. It takes a moment if nobody objects.
    static func item(toApproveMinutesOf day: CalendarDay) -> AgendaItem {
        AgendaItem(
            id: ItemID(minutesOf: day), subject: .topic(title: "Minutes of \(day.long)", text: ""), minutes: 2)
    }

    /// Topics of agendas to come that approve minutes which there are not.
    func minutesRemarks(on agenda: Agenda) -> [Remark] {
        agenda.items.compactMap { item in
            guard let day = item.id.minutesDay, !wasHeld(day) else { return nil }
            return Remark(
                .item(agenda.date, item.id, key: "id"),
                "no meeting was held on \(day), so there are no minutes of it to approve; take the topic out")
        }
    }
}
