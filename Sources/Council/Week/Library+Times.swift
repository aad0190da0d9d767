extension Library {
    /// The library as it is without the meetings after a day.
    public func known(on day: CalendarDay) -> Library {
        Library(
            roster: roster, drafts: Array(drafts.values), agendas: agendas, history: history.filter { $0.date <= day },
            platform: platform)
    }

    /// What the council has heard in some meetings, as if each proposal's file were as it was heard last. Any copy of the
    /// minutes gives the same, however the files have changed since.
    ///
    /// - Parameter meetings: Oldest first.
    func heard(in meetings: [HeldMeeting]) -> Library {
        var meetings = meetings
        var files: [String: Draft] = [:]
        for meeting in meetings.indices {
            for place in meetings[meeting].items.indices {
                // A file of which nobody kept the digest is as it was heard, too.
                let digest = meetings[meeting].items[place].digest ?? ""
                meetings[meeting].items[place].digest = digest
                guard let proposal = meetings[meeting].items[place].proposal else { continue }
                files[proposal.id] = Draft(proposal, digest: digest)
            }
        }
        return Library(roster: roster, drafts: Array(files.values), history: meetings, platform: platform)
    }
}
