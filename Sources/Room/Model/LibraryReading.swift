import Council

/// What all weeks together know, as it was read at one time.
public struct LibraryReading: Sendable {
    public let library: Library
    /// The day it is where the council meets.
    public let today: CalendarDay
    /// Meetings that are left out, and other things that a person should know of, a sentence each.
    public let complaints: [String]

    public init(_ library: Library, today: CalendarDay, complaints: [String] = []) {
        self.library = library
        self.today = today
        self.complaints = complaints
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

    /// Takes in what was read. If nothing could be, what was read before stays.
    mutating func take(_ result: Result<LibraryReading, Refusal>) -> [Effect] {
        isReadingLibrary = false
        switch result {
        case .success(let reading):
            libraryReading = reading
            libraries += 1
            libraryFault = nil
            let (actions, updates) = reading.library.recall(for: meeting.agenda.date)
            earlierInLibrary = EarlierActions(actions, updates: updates)
            return recallActions() + goOnWithConsent()
        case .failure(let refusal):
            libraryFault = refusal.sentence
            notice = Notice("the library can't be read: \(refusal.sentence)", .refusal)
        }
        return goOnWithConsent()
    }
}
