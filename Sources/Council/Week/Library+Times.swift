extension Library {
    /// The library as it is without the meetings after a day.
    public func known(on day: CalendarDay) -> Library {
        Library(
            roster: roster, drafts: Array(drafts.values), agendas: agendas, history: history.filter { $0.date <= day },
            platform: platform)
    }

    /// What the council has heard in some meetings, and nothing that is in files alone. Any copy of the minutes gives the
    /// same, however the files have changed since.
    func heard(in meetings: [HeldMeeting]) -> Library {
        Library(roster: roster, drafts: [], history: meetings, platform: platform)
    }
}
