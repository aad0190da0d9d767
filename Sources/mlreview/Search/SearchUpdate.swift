import Agendas
import Archive
import Council
import SearchIndex

/// Takes what has changed in a folder into its index.
struct SearchUpdate {
    private let place: MeetingPlace
    private let except: CalendarDay?
    private let state: FolderState

    struct Found {
        var complaints: [String] = []
        var notes: [String] = []
    }

    /// - Parameter except: The day of a meeting that is going on, which nobody searches yet.
    init(of place: MeetingPlace, except: CalendarDay? = nil) {
        self.except = except
        self.place = place
        state = FolderState(of: place)
    }

    private static let (whole, council) = ("folder", "council")

    func bring(_ index: SearchIndex) throws -> Found {
        let digest = state.digest
        if try index.fact(Self.whole) == digest { return Found() }
        var known = try index.sources()
        let mark = state.council.map { "\($0)" } ?? ""
        // The roster says who has which name in older minutes.
        if try index.fact(Self.council) != mark { known = known.filter { !$0.key.hasPrefix("minutes/") } }
        let (drafts, faults) = drafts(unlike: known)
        let recorded = Recorded(in: place, except: except)
        let (meetings, history) = meetings(unlike: known, recorded)
        let found = Found(
            complaints: (faults + history.faults).map(\.description) + [recorded.obstacle].compactMap { $0 },
            notes: history.notes)
        let isWhole = found.complaints.isEmpty && found.notes.isEmpty && recorded.journals.isEmpty && state.isSettled
        let gone = Set(try index.sources().keys).subtracting(paths).subtracting(meetings.map(\.path))
        do {
            try index.take(
                drafts + meetings, removing: gone.sorted(),
                facts: [Self.whole: isWhole ? digest : nil, Self.council: mark])
        } catch  where index.isKept && SearchIndex.isHindrance(error) {
            throw Complaint("the search index can't be written: \(error)")
        }
        return found
    }

    /// Every source that is there.
    private var paths: [String] {
        state.proposals.files.map { "proposals/\($0.name)" } + state.minutes.files.map { "minutes/\($0.name)" }
    }

    private func drafts(unlike known: [String: FileMark?]) -> (sources: [SearchSource], faults: [Fault]) {
        let changed = state.proposals.files.filter { known["proposals/\($0.name)"] != .some($0.mark) }
        let (drafts, errors) = place.agendas.drafts(
            changed.map(\.name), of: Set(state.proposals.files.map(\.name)))
        let byID = Dictionary(drafts.map { ($0.proposal.id, $0.proposal) }) { first, _ in first }
        let sources = changed.map { name, mark in
            let proposal = byID[String(name.dropLast(3))]
            return SearchSource(
                "proposals/\(name)", mark: proposal.flatMap { _ in state.lasting(mark, in: state.proposals) },
                subjects: proposal.map { [$0.searchSubject] } ?? [])
        }
        return (sources, errors)
    }

    /// The meetings whose minutes have changed, and those of which the record knows more.
    private func meetings(
        unlike known: [String: FileMark?], _ recorded: Recorded
    ) -> (sources: [SearchSource], history: Archive.History) {
        let marks = Dictionary(state.minutes.files.map { ($0.name, $0.mark) }) { first, _ in first }
        let changed = marks.filter { known["minutes/\($0.key)"] != .some($0.value) }.keys.compactMap { CalendarDay($0) }
        let newer = Set(recorded.journals.map(\.meeting.agenda.date))
        let days = newer.union(changed)
        let history = Archive.history(
            minutes: place.minutes, of: days, journals: recorded.journals,
            roster: days.isEmpty ? nil : place.agendas.roster())
        let held = Dictionary(history.meetings.map { ($0.date, $0) }) { first, _ in first }
        let sources = days.sorted().map { day in
            let mark = held[day] == nil || newer.contains(day) ? nil : marks[day.description]
            return SearchSource(
                "minutes/\(day)", mark: mark.flatMap { state.lasting($0, in: state.minutes) }, day: day,
                subjects: held[day]?.searchSubjects ?? [])
        }
        return (sources, history)
    }
}
