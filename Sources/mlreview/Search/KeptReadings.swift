import Agendas
import Archive
import Council
import SearchIndex

/// What was read of proposals and minutes, kept in the index for as long as the files look the same. A file that changes
/// is read again; to read them all takes ten times as long.
struct KeptReadings {
    /// By id.
    let drafts: [String: Library.Draft]
    let meetings: [CalendarDay: ReadMinutes]
    private let place: MeetingPlace
    private let state: FolderState
    /// Seconds of work that are worth to be kept.
    private let patience: Double
    private let begin = ContinuousClock.now

    /// - Parameter state: How everything looked before anything of it is read.
    init(of place: MeetingPlace, looking state: FolderState, patience: Double = 0.1) {
        (self.place, self.state, self.patience) = (place, state, patience)
        let index = SearchFolder.path(in: place, making: false).flatMap { SearchIndex.opened(at: $0) }
        var (drafts, meetings): ([Library.Draft], [ReadMinutes]) = ([], [])
        if let index, !state.hasLinks {
            drafts = (try? index.drafts(in: state.proposals.files, by: state.reader)) ?? []
            meetings = (try? index.minutes(in: state.minutes.files, by: state.minuteReader)) ?? []
        }
        self.drafts = Dictionary(drafts.map { ($0.proposal.id, $0) }) { first, _ in first }
        self.meetings = Dictionary(meetings.map { ($0.meeting.date, $0) }) { first, _ in first }
    }

    /// Keeps what was read beside what was known, if that took long.
    func keep(_ survey: Survey, _ past: PastMeetings) {
        let drafts = survey.drafts.filter { self.drafts[$0.proposal.id] == nil }.map { ("\($0.proposal.id).md", $0) }
        let meetings = past.readings.filter { self.meetings[$0.key] == nil }.map { ($0.key.description, $0.value) }
        guard !state.hasLinks, !drafts.isEmpty || !meetings.isEmpty, ContinuousClock.now - begin > .seconds(patience),
            let path = SearchFolder.path(in: place, making: true),
            let index = SearchIndex.opened(at: path) ?? (try? SearchIndex.made(at: path) { _ in }), index.isKept
        else { return }
        try? index.keep(
            settled(drafts, in: state.proposals), in: state.proposals.files, by: state.reader)
        try? index.keep(
            settled(meetings, in: state.minutes), in: state.minutes.files, by: state.minuteReader)
    }

    /// Without files that were written within this tick of the clock: those may change without a trace.
    private func settled<Value>(_ read: [(name: String, Value)], in listing: FolderListing) -> [String: Value] {
        let settled = Set(listing.files.filter { state.lasting($0.mark, in: listing) != nil }.map(\.name))
        return Dictionary(read.filter { settled.contains($0.name) }) { first, _ in first }
    }
}
