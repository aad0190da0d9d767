import Council
import Foundation
import Minutes
import SearchIndex
import TestMeetings
import Testing

@testable import mlreview

/// A folder in which meetings were held, and what is found in it.
struct SearchedFolder {
    let folder: MeetingFolder

    /// Stands in a private note of every meeting.
    static let secret = "quokkasecret"

    static let script = """
        roll priya present\nroll tomas present\nroll wen present\nroll bo present\nroll mei present\nopen\ngo 1
        note @bo private: \(secret) looks tired\nnote @tomas concern: The geofence drifts at night.
        decide defer because More data.\ngo 2\nnote @tomas concern: The holdout is shortish.
        note @wen A note that is struck: \(secret)\nstrike 2\ndecide revise because The holdout.
        action @lena by 2026-11-30 Ask the kitchens.\nclose anyway
        """

    /// - Parameter meetings: As many are in the minutes beside the one of 25 November 2026, which is in the record, too.
    init(meetings: Int = 3) throws {
        folder = try MeetingFolder()
        let reader = try Reader(folder)
        reader.run(Self.script)
        #expect(!reader.wasRefused, "\(reader.lines)")
        var generator = HistoryGenerator(seed: 11, first: CalendarDay(daysSinceEpoch: 20_789), proposals: 4, notes: 4)
        for journal in generator.meetings(meetings) {
            try write(Minutes.record(of: journal), to: "minutes/\(journal.meeting.agenda.date)/record.json")
        }
    }

    var path: String { folder.path }
    var index: String { path + "/.mlreview/search.sqlite" }

    func write(_ text: String, to name: String) throws {
        let url = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Writes a file in its place, and leaves its size and the time of its last modification as they were.
    func writeUnnoticed(_ text: String, to name: String) throws {
        var status = stat()
        try #require(stat(path + "/" + name, &status) == 0 && status.st_size == text.utf8.count)
        let file = try FileHandle(forUpdating: URL(filePath: path + "/" + name))
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
        var times = [status.st_atim, status.st_mtim]
        try #require(utimensat(AT_FDCWD, path + "/" + name, &times, 0) == 0)
    }

    /// Opens the index until it trusts all that it has read: not what was written within this tick of the clock.
    func settle() throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while try open().index.fact("folder") == nil { try #require(ContinuousClock.now < deadline) }
    }

    /// Takes the record away, whose clock runs ahead of the files' in tests: then the minutes say all that there is.
    func forgetRecord() throws { try FileManager.default.removeItem(atPath: path + "/.mlreview") }

    func open(_ keeping: SearchFolder.Keeping = .besideRecord) throws -> SearchFolder {
        try SearchFolder(MeetingPlace(folder: path), keeping: keeping)
    }

    /// What the command answers.
    func answer(_ words: String..., keeping: SearchFolder.Keeping = .besideRecord) throws -> Answer {
        let command = try #require(try MLReview.parseAsRoot(["search"] + words) as? SearchCommand)
        return try SearchFolder.answering(MeetingPlace(folder: path), keeping: keeping, command.answer)
    }

    /// The answers to several questions, as they are printed.
    func answers() throws -> [String] {
        try ["holdout", "mod*", "\"the holdout\"", "a* --limit 1000", "note --kind note", "ka* --verdict approve"].map {
            let command = try #require(
                try MLReview.parseAsRoot(["search"] + $0.split(separator: " ").map(String.init)) as? SearchCommand)
            let answer = try SearchFolder.answering(MeetingPlace(folder: path), command.answer)
            return try answer.lines.joined(separator: "\n") + answer.json
        }
    }
}
