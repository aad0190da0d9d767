import Council

/// What all weeks together know, as it was read at one time.
public struct LibraryReading: Sendable {
    public let library: Library
    /// The day it is where the council meets.
    public let today: CalendarDay
    /// Meetings that are left out, and other things that a person should know of, a sentence each.
    public let complaints: [String]
    /// The library's tabs, in their order.
    let lists: [LibraryList]

    /// Works out every row of the library: with ten thousand proposals that takes a while, so that it is no work for
    /// the thread that waits for keys.
    public init(_ library: Library, today: CalendarDay, complaints: [String] = []) {
        self.library = library
        self.today = today
        self.complaints = complaints
        lists = LibraryTab.all.map { $0.list(library, today) }
    }
}

extension Model {
    /// What all weeks together know; nil until it has been read.
    public var library: Library? { libraryReading?.library }

    /// The day it is where the council meets; nil until the library has been read.
    public var today: CalendarDay? { libraryReading?.today }

    /// Has the library read, also if it was read before: files may have changed. A message brings it.
    mutating func readLibrary() -> [Effect] {
        guard !isReadingLibrary else { return [] }
        isReadingLibrary = true
        return [.readLibrary]
    }

    /// What a library without a meeting needs once its screen stands.
    public mutating func readLibraryIfAlone() -> [Effect] { isLibraryAlone ? readLibrary() : [] }

    /// Takes in what was read. If nothing could be, what was read before stays.
    mutating func take(_ result: Result<LibraryReading, Refusal>) -> [Effect] {
        isReadingLibrary = false
        var effects: [Effect] = []
        switch result {
        case .success(let reading):
            libraryReading = reading
            libraries += 1
            libraryFault = nil
            if notice == LibraryScreen.reading { notice = Notice("the library is as the files are now") }
            let (actions, updates) = reading.library.recall(for: meeting.agenda.date)
            earlierInLibrary = EarlierActions(actions, updates: updates)
            effects = recallActions()
        case .failure(let refusal):
            libraryFault = refusal.sentence
            notice = Notice("the library can't be read: \(refusal.sentence)", .refusal)
        }
        let room = self
        for index in layers.indices { layers[index].libraryWasRead(in: room) }
        return effects + goOnWithConsent()
    }
}
