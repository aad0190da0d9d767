import Agendas
import Archive
import Council
import Host
import SearchIndex

/// Takes what has changed in a folder into its index.
struct SearchUpdate: Sendable {
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

    /// The fact that says how everything looked that is in the index.
    static let whole = "folder"
    /// The same of the council's file, and of all proposals.
    private static let (council, proposals) = ("council", "proposals")

    /// Whether everything looks as an index has it.
    func isUnchanged(since look: String) -> Bool { state.digest == look }

    /// What some files hold.
    private struct Batch: Sendable {
        var sources: [SearchSource] = []
        var faults: [Fault] = []
        var notes: [String] = []
    }

    func bring(_ index: SearchIndex) throws -> Found {
        let digest = state.digest
        if try index.fact(Self.whole) == digest { return Found() }
        let mark = state.council.map { "\($0)" } ?? ""
        let recorded = Recorded(in: place, except: omitted)
        let held = try index.sources(in: "minutes")
        // The roster says who has which name in older minutes.
        let known = try index.fact(Self.council) == mark ? held : [:]
        // What is read first is written while other cores read on.
        let (drafts, old) = try drafts(unlike: index)
        let (meetings, days) = meetings(unlike: known, recorded)
        let gone = Set(held.keys).subtracting(state.minutes.files.map { "minutes/\($0.name)" })
            .subtracting([omitted].compactMap { $0 }.map { "minutes/\($0)" })
            .union(days.map { "minutes/\($0)" })
        var found = Found()
        do {
            try index.take((drafts + meetings).lazy.map(\.value.sources), removing: gone.sorted() + old) {
                let faults = drafts.flatMap(\.value.faults).sorted() + meetings.flatMap(\.value.faults)
                found.complaints = faults.map(\.description) + [recorded.obstacle].compactMap { $0 }
                found.notes = meetings.flatMap(\.value.notes)
                let isWhole =
                    found.complaints.isEmpty && found.notes.isEmpty && recorded.journals.isEmpty && omitted == nil
                    && state.isSettled
                let hasAllProposals = drafts.allSatisfy { $0.value.sources.allSatisfy { $0.mark != nil } }
                return [
                    Self.whole: isWhole ? digest : nil, Self.council: mark,
                    Self.proposals: hasAllProposals ? state.proposals.digest.description : nil,
                ]
            }
        } catch  where index.isKept && SearchIndex.isHindrance(error) {
            throw Complaint("the search index can't be written: \(error)")
        }
        return found
    }

    /// Files and meetings that are read one after another, while other cores read others.
    private static let (files, meetings) = (256, 16)

    /// The proposals whose files have changed, and the paths of these and of those whose files are gone.
    private func drafts(unlike index: SearchIndex) throws -> (batches: [Ahead<Batch>], old: [String]) {
        let listing = state.proposals
        if try index.fact(Self.proposals) == listing.digest.description { return ([], []) }
        let known = try index.sources(in: "proposals")
        let files = listing.files
        let ids = Set(files.map { String($0.name.dropLast(3)) })
        let changed = files.filter { known["proposals/\($0.name)"] != .some($0.mark) }
        let lost = Set(known.keys).subtracting(files.map { "proposals/\($0.name)" })
        let batches = changed.batches(of: Self.files).map { files in
            Ahead {
                let (drafts, faults) = place.agendas.drafts(files.map(\.name), beside: ids)
                let byID = Dictionary(drafts.map { ($0.proposal.id, $0.proposal) }) { first, _ in first }
                let sources = files.map { name, mark in
                    let proposal = byID[String(name.dropLast(3))]
                    return SearchSource(
                        "proposals/\(name)", mark: proposal.flatMap { _ in state.lasting(mark, in: listing) },
                        subjects: proposal.map { [$0.searchSubject] } ?? [])
                }
                return Batch(sources: sources, faults: faults)
            }
        }
        return (batches, lost.union(changed.map { "proposals/\($0.name)" }).sorted())
    }

    /// The meetings whose minutes have changed, and those of which the record knows more; and their days.
    private func meetings(
        unlike known: [String: FileMark?], _ recorded: Recorded
    ) -> (batches: [Ahead<Batch>], days: [CalendarDay]) {
        let marks = Dictionary(state.minutes.files.map { ($0.name, $0.mark) }) { first, _ in first }
        let changed = marks.filter { known["minutes/\($0.key)"] != .some($0.value) }.keys.compactMap { CalendarDay($0) }
        let newer = Dictionary(recorded.journals.map { ($0.meeting.agenda.date, $0) }) { first, _ in first }
        let days = Set(newer.keys).union(changed).sorted()
        let roster = Ahead { days.isEmpty ? nil : place.agendas.roster() }
        let batches = days.batches(of: Self.meetings).map { days in
            Ahead {
                let history = Archive.history(
                    minutes: place.minutes, of: Set(days), journals: days.compactMap { newer[$0] }, roster: roster.value
                )
                let held = Dictionary(history.meetings.map { ($0.date, $0) }) { first, _ in first }
                let sources = days.map { day in
                    let mark = held[day] == nil || newer[day] != nil ? nil : marks[day.description]
                    return SearchSource(
                        "minutes/\(day)", mark: mark.flatMap { state.lasting($0, in: state.minutes) }, day: day,
                        subjects: held[day]?.searchSubjects ?? [])
                }
                return Batch(sources: sources, faults: history.faults, notes: history.notes)
            }
        }
        return (batches, days)
    }
}

extension Array {
    /// Its elements in order, so many in each batch but the last.
    fileprivate func batches(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
