import Council
import Foundation
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
            return try question(known ?? SearchFolder(place, keeping: keeping, without: day))
        } catch let error where SearchIndex.isDamage(error) {
            return try question(SearchFolder(place, keeping: keeping, without: day, isDamaged: true))
        }
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
        let path = Self.path(in: place, making: keeping == .besideRecord)
        let mayWrite = keeping != .inMemory
        let update = SearchUpdate(of: place, without: day)
        func tell<T>(_ what: String, _ body: () throws -> T) throws -> T {
            // In a meeting, the screen has the terminal.
            keeping == .besideRecord ? try ProgressLine.whileRunning(what, body) : try body()
        }
        var isDamaged = isDamaged
        do {
            if !isDamaged, let path, let index = SearchIndex.opened(at: path, mayWrite: mayWrite), try !index.isEmpty {
                let found = try tell("bringing the search index up to date") { try update.bring(index) }
                self.init(place, index, found)
                return
            }
        } catch let error where SearchIndex.isDamage(error) {
            isDamaged = true
        }
        var found = SearchUpdate.Found()
        let index = try tell("making the search index") {
            try SearchIndex.made(at: mayWrite ? path : nil, replacing: isDamaged) { found = try update.bring($0) }
        }
        self.init(place, index, found)
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
