import Council
import Ledger

/// The meetings that could be meant; one, where it is clear.
struct MeetingChoice: Equatable {
    struct Candidate: Equatable {
        let date: CalendarDay
        /// The agenda's file; nil for a meeting that only the record knows.
        let path: String?
        var state = ""
    }

    let candidates: [Candidate]
    /// Whether no meeting is to be gone on with: none is unfinished, and no agenda is of today or later.
    let isOver: Bool

    init(_ candidates: [Candidate], isOver: Bool = false) {
        self.candidates = candidates
        self.isOver = isOver
    }

    var only: Candidate? { candidates.count == 1 ? candidates[0] : nil }

    /// Where it is not clear: what to say on the console.
    var question: String {
        let days = candidates.map { $0.state.isEmpty ? "\($0.date)" : "\($0.date) (\($0.state))" }
        return candidates.isEmpty
            ? "agendas/ has no agenda: write one, named by its day, such as agendas/2026-11-25.yaml"
            : "several meetings are possible: name one of \(listed(days, "or"))"
    }

    /// An unfinished meeting first; then today's; then the next one; then the one after the last that was held, if there is
    /// only one such. More than one if that is not clear.
    ///
    /// - Parameter minuted: The days that have minutes: another copy of the folder may have their record.
    static func among(
        _ files: [(date: CalendarDay, path: String)], recorded: [MeetingSummary], minuted: Set<CalendarDay> = [],
        today: CalendarDay
    ) throws -> MeetingChoice {
        func candidate(_ date: CalendarDay, _ state: String = "") -> Candidate {
            Candidate(date: date, path: files.first { $0.date == date }?.path, state: state)
        }
        let open = recorded.filter(\.isOpen).map(\.date)
        let closed = Set(recorded.filter(\.isClosed).map(\.date)).union(minuted).subtracting(open)
        let todays = files.map(\.date).filter { $0 == today && !closed.contains($0) }
        let clear = Set(open + todays)
        if clear.count == 1, let date = clear.first { return MeetingChoice([candidate(date)]) }
        let awaited = files.map(\.date).filter { !closed.contains($0) }
        let overdue = awaited.filter { day in closed.allSatisfy { $0 < day } }
        if clear.isEmpty, !closed.contains(today),
            let next = awaited.filter({ $0 > today }).min() ?? (overdue.count == 1 ? overdue.first : nil)
        {
            return MeetingChoice([candidate(next)])
        }
        let all = Set(files.map(\.date) + recorded.map(\.date)).sorted()
        guard !all.isEmpty else { throw Complaint(MeetingChoice([]).question) }
        return MeetingChoice(
            all.map { date in
                let state =
                    if open.contains(date) {
                        "open"
                    } else if closed.contains(date) {
                        "closed"
                    } else if date == today {
                        "today"
                    } else {
                        date > today ? "to come" : "not held"
                    }
                return candidate(date, state)
            }, isOver: open.isEmpty && !files.contains { $0.date >= today })
    }
}
