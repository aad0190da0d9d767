import Council
import Foundation
import Host
import Room
import Synchronization

/// Looks up for people at a meeting what earlier meetings said, on threads of its own.
final class SearchDesk: Sendable {
    private let place: MeetingPlace
    private let keeping: SearchFolder.Keeping
    private let opened = Mutex<(folder: SearchFolder, without: CalendarDay?, at: ContinuousClock.Instant)?>(nil)
    /// The text that somebody wants to be looked up, and whether a thread is at it.
    private let waiting = Mutex<(text: String?, isBusy: Bool)>((nil, false))

    /// Files that change meanwhile are looked at again after so long.
    private static let freshness = Duration.seconds(5)

    init(_ place: MeetingPlace, isRehearsal: Bool) {
        self.place = place
        keeping = isRehearsal ? .inMemory : .inMeeting
    }

    // MARK: The screen

    /// Looks up what fits a text that is being typed. What was asked for before, and is not begun yet, is left out.
    func search(
        _ text: String, then put: @escaping @Sendable (_ text: String, Result<SearchAnswer, Complaint>) -> Void
    ) {
        let isBusy = waiting.withLock { waiting in
            defer { waiting = (text, true) }
            return waiting.isBusy
        }
        guard !isBusy else { return }
        Worker.start { [self] in while let text = next() { put(text, answer(to: text)) } }
    }

    /// The text to look up next; nil if there is none, so that the thread ends.
    private func next() -> String? {
        waiting.withLock { waiting in
            defer { waiting = (nil, waiting.text != nil) }
            return waiting.text
        }
    }

    private func answer(to text: String) -> Result<SearchAnswer, Complaint> {
        guard let query = SearchQuery(text, isUnfinished: true) else { return .success(SearchAnswer()) }
        return attempt { try $0.index.search(query, atMost: 50) }
    }

    /// What stands around a hit, to be read: the item at that meeting or the proposal's file, and the day's minutes.
    func pages(of hit: SearchHit) -> Result<[DocumentPage], Complaint> {
        attempt { try FoundPages(of: hit, in: $0).pages }
    }

    // MARK: The console

    /// What somebody at the console asks, who waits for the answer.
    func past(before day: CalendarDay) -> Past {
        Past(
            search: { [self] query throws(Refusal) in
                do throws(Complaint) {
                    return try attempt { try $0.index.search(query) }.get()
                } catch {
                    throw Refusal(error.description)
                }
            },
            related: { [self] proposal in related(to: [proposal], before: day)[proposal.id] ?? [] })
    }

    // MARK: Both

    /// The earlier proposals that are near to each of these, by their ids. Where nothing is known, there are none.
    func related(to proposals: [Proposal], before day: CalendarDay) -> [String: [RelatedProposal]] {
        // The meeting itself has nothing earlier to say: a long one is not read a second time when it is opened.
        let found = attempt(without: day) { folder in
            try proposals.map { ($0.id, try folder.index.related(to: $0.searchSubject, before: day)) }
        }
        return Dictionary((try? found.get()) ?? []) { first, _ in first }
    }

    private func attempt<T: Sendable>(
        without day: CalendarDay? = nil, _ body: @Sendable (SearchFolder) throws -> T
    ) -> Result<T, Complaint> {
        opened.withLock { opened in
            let known = opened.flatMap {
                ContinuousClock.now - $0.at < Self.freshness && ($0.without == nil || $0.without == day) ? $0 : nil
            }
            do {
                let (result, folder) = try SearchFolder.answering(
                    place, keeping: keeping, without: day, from: known?.folder
                ) { (try body($0), $0) }
                opened = (folder, known == nil ? day : known?.without, known?.at ?? .now)
                return .success(result)
            } catch {
                return .failure(Complaint(error))
            }
        }
    }
}
