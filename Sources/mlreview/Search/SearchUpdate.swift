import Agendas
import Archive
import Council
import Host
import SearchIndex

/// Takes what has changed in a folder into its index.
struct SearchUpdate {
    private let place: MeetingPlace
    private let state: FolderState
    /// The day of a meeting whose acts are not read.
    private let omitted: CalendarDay?

    struct Found {
        var complaints: [String] = []
        var notes: [String] = []
    }

    init(of place: MeetingPlace, without day: CalendarDay? = nil) {
        self.place = place
        omitted = day
        state = FolderState(of: place)
    }

    /// What is known of the look of everything, of the council's file, and of all proposals.
    private static let (whole, council, proposals) = ("folder", "council", "proposals")

    func bring(_ index: SearchIndex) throws -> Found {
        let digest = state.digest
        if try index.fact(Self.whole) == digest { return Found() }
        let mark = state.council.map { "\($0)" } ?? ""
        let (drafts, faults, lost, look) = try drafts(unlike: index)
        let recorded = Recorded(in: place, except: omitted)
        let held = try index.sources(in: "minutes")
        // The roster says who has which name in older minutes.
        let (meetings, history) = meetings(
            unlike: try index.fact(Self.council) == mark ? held : [:], recorded)
        let found = Found(
            complaints: (faults + history.faults).map(\.description) + [recorded.obstacle].compactMap { $0 },
            notes: history.notes)
        let isWhole =
            found.complaints.isEmpty && found.notes.isEmpty && recorded.journals.isEmpty && omitted == nil
            && state.isSettled
        let gone = Set(held.keys).subtracting(state.minutes.files.map { "minutes/\($0.name)" })
            .subtracting(meetings.map(\.path)).subtracting(omitted.map { ["minutes/\($0)"] } ?? [])
        do {
            try index.take(
                drafts + meetings, removing: gone.sorted() + lost,
                facts: [Self.whole: isWhole ? digest : nil, Self.council: mark, Self.proposals: look])
        } catch  where index.isKept && SearchIndex.isHindrance(error) {
            throw Complaint("the search index can't be written: \(error)")
        }
        return found
    }

    /// The proposals whose files have changed, the paths of those whose files are gone, and how all of them look; nil if
    /// they are to be looked at again.
    private func drafts(
        unlike index: SearchIndex
    ) throws -> (sources: [SearchSource], faults: [Fault], lost: [String], look: String?) {
        let listing = state.proposals
        let look = listing.digest.description
        if try index.fact(Self.proposals) == look { return ([], [], [], look) }
        let known = try index.sources(in: "proposals")
        let files = listing.files.map { (path: "proposals/\($0.name)", name: $0.name, mark: $0.mark) }
        let changed = files.filter { known[$0.path] != .some($0.mark) }
        let (drafts, errors) = place.agendas.drafts(changed.map(\.name), of: Set(files.map(\.name)))
        let byID = Dictionary(drafts.map { ($0.proposal.id, $0.proposal) }) { first, _ in first }
        let sources = changed.concurrentMap { path, name, mark in
            let proposal = byID[String(name.dropLast(3))]
            return SearchSource(
                path, mark: proposal.flatMap { _ in state.lasting(mark, in: listing) },
                subjects: proposal.map { [$0.searchSubject] } ?? [])
        }
        let isWhole = sources.allSatisfy { $0.mark != nil }
        let lost = Set(known.keys).subtracting(files.map(\.path)).sorted()
        return (sources, errors, lost, isWhole ? look : nil)
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
