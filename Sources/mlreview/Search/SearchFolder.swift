import Council
import Foundation
import Host
import SearchIndex

/// The council's folder with an index of what it says, brought up to date.
struct SearchFolder: Sendable {
    let place: MeetingPlace
    let index: SearchIndex
    /// Files and meetings that are left out.
    let complaints: [String]
    let notes: [String]

    /// Where the index stands.
    enum Keeping: Sendable {
        /// Beside the record. The folder for that is made if there is none.
        case besideRecord
        /// Beside the record, if there is a folder for that. In a meeting, the folder is the record's to make.
        case inMeeting
        /// Nothing is written, as in a rehearsal.
        case inMemory
    }

    /// What a question is answered from an index that is whole: one that turns out to be damaged is made anew.
    static func answering<Answer>(
        _ place: MeetingPlace, keeping: Keeping = .besideRecord, without day: CalendarDay? = nil,
        from known: SearchFolder? = nil, _ question: (SearchFolder) throws -> Answer
    ) throws -> Answer {
        do {
            if let known { return try question(known) }
            try place.requireAgendas()
            let update = Ahead { SearchUpdate(of: place, without: day) }
            let index = try opened(place, keeping: keeping)
            if let index, let answer = try answer(index, while: update, place, question) { return answer }
            return try question(SearchFolder(place, index, keeping: keeping, update.value))
        } catch let error where SearchIndex.isDamage(error) {
            return try question(SearchFolder(place, keeping: keeping, without: day, isDamaged: true))
        }
    }

    /// Answers from the index as it is while other cores look whether anything has changed; nil if something has.
    private static func answer<Answer>(
        _ index: SearchIndex, while update: Ahead<SearchUpdate>, _ place: MeetingPlace,
        _ question: (SearchFolder) throws -> Answer
    ) throws -> Answer? {
        // Read before the answer is: if another program takes something in meanwhile, the answer is newer than the look.
        guard let look = try index.fact(SearchUpdate.whole) else { return nil }
        let answer = Result { try question(SearchFolder(place, index, SearchUpdate.Found())) }
        if case .failure(let error) = answer, SearchIndex.isDamage(error) { throw error }
        return update.value.isUnchanged(since: look) ? try answer.get() : nil
    }

    /// - Parameters:
    ///   - day: The day of a meeting that nobody asks about. What the record has of it is not read.
    ///   - isDamaged: Whether the index that stands there can't be used.
    /// - Throws: A complaint if the folder holds no agendas.
    init(
        _ place: MeetingPlace, keeping: Keeping = .besideRecord, without day: CalendarDay? = nil,
        isDamaged: Bool = false
    ) throws {
        try place.requireAgendas()
        let update = SearchUpdate(of: place, without: day)
        do {
            let index = isDamaged ? nil : try Self.opened(place, keeping: keeping)
            try self.init(place, index, keeping: keeping, update, isDamaged: isDamaged)
        } catch let error where !isDamaged && SearchIndex.isDamage(error) {
            try self.init(place, nil, keeping: keeping, update, isDamaged: true)
        }
    }

    /// - Parameter index: The index that stands there and is not empty; nil if one is to be made.
    private init(
        _ place: MeetingPlace, _ index: SearchIndex?, keeping: Keeping, _ update: SearchUpdate, isDamaged: Bool = false
    ) throws {
        func tell<T>(_ what: String, _ body: () throws -> T) throws -> T {
            // In a meeting, the screen has the terminal.
            keeping == .besideRecord ? try ProgressLine.whileRunning(what, body) : try body()
        }
        if let index {
            let found = try tell("bringing the search index up to date") { try update.bring(index) }
            self.init(place, index, found)
            return
        }
        let path = keeping == .inMemory ? nil : Self.path(in: place, making: keeping == .besideRecord)
        var found = SearchUpdate.Found()
        let made = try tell("making the search index") {
            try SearchIndex.made(at: path, replacing: isDamaged) { found = try update.bring($0) }
        }
        self.init(place, made, found)
    }

    /// The index that stands in a folder; nil if there is none that can be used, or an empty one.
    private static func opened(_ place: MeetingPlace, keeping: Keeping) throws -> SearchIndex? {
        guard let path = path(in: place, making: false),
            let index = SearchIndex.opened(at: path, mayWrite: keeping != .inMemory), try !index.isEmpty
        else { return nil }
        return index
    }

    private init(_ place: MeetingPlace, _ index: SearchIndex, _ found: SearchUpdate.Found) {
        self.place = place
        self.index = index
        (complaints, notes) = (found.complaints, found.notes)
    }

    /// The path of the index in a folder that is there, or can be made; nil if it can't be.
    static func path(in place: MeetingPlace, making: Bool) -> String? {
        let folder = (place.folder as NSString).appendingPathComponent(".mlreview")
        if making { try? RecordPlace.makeFolder(under: place.folder) }
        var status = stat()
        guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return folder + "/search.sqlite"
    }
}
