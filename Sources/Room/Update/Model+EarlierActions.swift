import Council

/// What earlier meetings left open, which comes from the library, and from the record once the meeting has it.
extension Model {
    /// The open actions of earlier meetings; nil as long as nobody knows them.
    var earlierActions: EarlierActions? { meeting.earlier ?? earlierInLibrary }

    /// Has the library read for a meeting that is to begin, or that has begun and does not have them yet.
    mutating func readLibraryForTheRoll() -> [Effect] {
        meeting.phase == .gathering || mayRecall && meeting.earlier == nil ? readLibrary() : []
    }

    /// Whether the meeting is to bring forward what earlier ones left open, as soon as it is known.
    private var mayRecall: Bool {
        meeting.phase == .inSession && meeting.revision == 1 && !recording.isFollowing
    }

    /// Brings forward what earlier meetings left open, if that is known by now; if not, it comes with the library.
    ///
    /// It belongs to the call to order, and is taken back with it.
    mutating func recall() -> [Effect] {
        guard mayRecall, let library, let inLibrary = earlierInLibrary else { return [] }
        let concerns = meeting.missing(
            library.openConcerns(on: meeting.items.map(\.agenda), before: meeting.agenda.date))
        let earlier = meeting.earlier == nil ? inLibrary : EarlierActions()
        guard !earlier.actions.isEmpty || !concerns.isEmpty else { return [] }
        let opening = journal.effective.last { if case .opened = $0.act { true } else { false } }
        let request = Request.recall(earlier.actions, updates: earlier.updates, concerns: concerns)
        guard refusal(of: request) == nil else { return [] }
        // Nobody asked for it just now, so that no other sentence makes room for it.
        let told = notice
        let effects = ask(request, following: opening?.request)
        notice = told ?? notice
        return effects
    }
}

extension EarlierActions {
    /// `3 actions of earlier meetings are overdue`; nil if none is open.
    func inBrief(on day: CalendarDay) -> String? {
        let open = open(on: day)
        let overdue = open.count { $0.daysOverdue != nil }
        guard !open.isEmpty else { return nil }
        let (count, what) = overdue > 0 ? (overdue, "overdue") : (open.count, "open")
        return "\(counted(count, "action")) of earlier meetings \(count == 1 ? "is" : "are") \(what)"
    }
}
