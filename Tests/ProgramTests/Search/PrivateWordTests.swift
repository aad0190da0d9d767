import Archive
import Council
import Foundation
import Minutes
import SearchIndex
import TestMeetings
import Testing

@testable import mlreview

/// The word that stands in every private note of made-up meetings gets nowhere, whatever is made of the meetings:
///
///     PRIVATE_MEETINGS=1000 swift test --filter PrivateWord
@Suite struct PrivateWordTests {
    private static let word = "secret"
    private static let count = ProcessInfo.processInfo.environment["PRIVATE_MEETINGS"].flatMap { Int($0) } ?? 3

    @Test func aWordOfPrivateNotesIsInNothingThatIsWritten() throws {
        let folder = try MeetingFolder()
        let place = MeetingPlace(folder: folder.path)
        for journal in journals(seed: 77) {
            let documents = try Minutes.documents(of: journal)
            #expect(documents.count >= Minutes.Format.allCases.count)
            for document in documents {
                #expect(!isTold(document.text), "\(journal.meeting.agenda.date) \(document.name)")
                let file = URL(filePath: "\(place.minutes)/\(journal.meeting.agenda.date)/\(document.name.rawValue)")
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(document.text.utf8).write(to: file)
            }
        }
        let pages = try #require(try MLReview.parseAsRoot(["pages"]) as? PagesCommand)
        #expect(try !pages.write(WeekFolder(folder.path)).isEmpty)
        let found = try SearchFolder(place)
        try expectNothing(in: found.index, at: folder.path + "/.mlreview/search.sqlite")
        for path in FileManager.default.subpaths(atPath: place.minutes) ?? [] where path.contains(".") {
            let text = String(decoding: try Data(contentsOf: URL(filePath: "\(place.minutes)/\(path)")), as: UTF8.self)
            #expect(!isTold(text), "\(path)")
        }
    }

    @Test func noIndexOfARecordHasAWordOfPrivateNotes() throws {
        let folder = try MeetingFolder()
        let meetings = Archive.history(minutes: folder.path + "/nowhere", journals: journals(seed: 78)).meetings
        #expect(meetings.count == Self.count)
        let path = folder.path + "/search.sqlite"
        let index = try SearchIndex.made(at: path) { index in
            let sources = meetings.map {
                SearchSource("minutes/\($0.date)", mark: nil, day: $0.date, subjects: $0.searchSubjects)
            }
            try index.take([sources])
        }
        try expectNothing(in: index, at: path)
    }

    /// Meetings with a private note in each.
    private func journals(seed: UInt64) -> [Journal] {
        var generator = HistoryGenerator(
            seed: seed, first: CalendarDay(daysSinceEpoch: 13_000), proposals: 3, notes: 12)
        var journals: [Journal] = []
        while journals.count < Self.count {
            let journal = generator.next()
            let notes = journal.meeting.items.flatMap(\.notes)
            if notes.contains(where: { $0.kind == .private && isTold($0.text) }) { journals.append(journal) }
        }
        return journals
    }

    private func isTold(_ text: String) -> Bool { text.lowercased().contains(Self.word) }

    /// Neither a question nor a look at the bytes finds the word. The index keeps words without the beginnings that they
    /// share, so that the bytes alone don't tell.
    private func expectNothing(in index: SearchIndex, at path: String) throws {
        #expect(try index.search(try #require(SearchQuery("model"))).total > 0)
        #expect(try index.search(try #require(SearchQuery("secr*"))).total == 0)
        for end in ["", "-wal"] where FileManager.default.fileExists(atPath: path + end) {
            let bytes = try Data(contentsOf: URL(filePath: path + end))
            #expect(bytes.range(of: Data("SECRET".utf8)) == nil && bytes.range(of: Data(Self.word.utf8)) == nil)
        }
    }
}
