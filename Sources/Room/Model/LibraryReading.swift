import Council

/// What all weeks together know, as it was read at one time.
public struct LibraryReading: Sendable {
    public let library: Library
    /// The day that everything is counted to: in a meeting the meeting's, else the day it is where the council meets.
    public let today: CalendarDay
    /// Whether it was read in a meeting, so that `today` is the meeting's day.
    let isInMeeting: Bool
    /// Meetings that were called to order and are not closed.
    let inSession: Set<CalendarDay>
    /// Meetings that the record has: they can be opened though they were held.
    private let recorded: Set<CalendarDay>
    /// Meetings that are left out, and other things that a person should know of, a sentence each.
    public let complaints: [String]
    /// What earlier meetings left open.
    let earlier: EarlierActions
    /// The library's tabs, in their order.
    private(set) var lists: [LibraryList] = []

    /// Works out every row of the library: with ten thousand proposals that takes a while, so that it is no work for
    /// the thread that waits for keys.
    public init(
        _ library: Library, today: CalendarDay, isInMeeting: Bool = false, inSession: Set<CalendarDay> = [],
        recorded: Set<CalendarDay> = [], complaints: [String] = []
    ) {
        self.library = library
        self.today = today
        self.isInMeeting = isInMeeting
        self.inSession = inSession
        self.recorded = recorded
        self.complaints = complaints
        let (actions, updates) = library.recall(for: today)
        earlier = EarlierActions(actions, updates: updates)
        lists = LibraryTab.all.map { $0.list(self) }
    }

    /// Why a meeting can't be opened; nil if it can.
    ///
    /// Without its record it would begin anew, as if nothing had been decided.
    func whyNotOpened(_ day: CalendarDay) -> Refusal? {
        guard library.wasHeld(day), !recorded.contains(day), !inSession.contains(day) else { return nil }
        return Refusal("the meeting of \(day.long) was held: Enter shows its minutes")
    }
}

/// What a person has asked for and what earlier meetings have to do with.
enum WaitingForLibrary: Sendable {
    case consent(ConsentForm)
    /// A proposal that is to come on the agenda, and the digest of its file.
    case proposal(Proposal, digest: String?)
    case roll
}

extension Model {
    /// Does what waited for the library.
    private mutating func goOnWithLibrary() -> [Effect] {
        defer { waiting = nil }
        switch waiting {
        case .consent(let form): return libraryFault == nil ? decideTogether(form) : []
        case .proposal(let proposal, let digest): return add(proposal, digest: digest, evenWithoutLibrary: true)
        case .roll: return libraryFault == nil ? run("roll as last time") : []
        case nil: return []
        }
    }

    /// What all weeks together know; nil until it has been read.
    public var library: Library? { libraryReading?.library }

    /// The day that everything is counted to; nil until the library has been read.
    public var today: CalendarDay? { libraryReading?.today }

    /// Has the library read, also if it was read before. A message brings it.
    ///
    /// - Parameter anew: Whether a reading that is under way does not do, since files or the meeting may have changed
    ///   since it began. Another one follows it.
    mutating func readLibrary(anew: Bool = false) -> [Effect] {
        guard !isReadingLibrary else {
            if anew { readsLibraryAgain = true }
            return []
        }
        isReadingLibrary = true
        return [.readLibrary]
    }

    /// What a library without a meeting needs once its screen stands.
    public mutating func readLibraryIfAlone() -> [Effect] { isLibraryAlone ? readLibrary() : [] }

    /// Takes in what was read. If nothing could be, what was read before stays.
    mutating func take(_ result: Result<LibraryReading, Refusal>) -> [Effect] {
        isReadingLibrary = false
        var effects = readsLibraryAgain ? readLibrary() : []
        readsLibraryAgain = false
        switch result {
        case .success(let reading):
            libraryReading = reading
            libraries += 1
            libraryFault = nil
            if notice == LibraryScreen.reading { notice = Notice("the library is as the files are now") }
            earlierInLibrary = reading.earlier
            effects += recall()
        case .failure(let refusal):
            libraryFault = refusal.sentence
            notice = Notice("the library can't be read: \(refusal.sentence)", .refusal)
        }
        let room = self
        for index in layers.indices { layers[index].libraryWasRead(in: room) }
        return effects + goOnWithLibrary()
    }
}
