import Archive
import Council
import Foundation
import Minutes
import TestMeetings

/// A folder of minutes that is gone after the test.
final class MinutesFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "minutes-\(UUID().uuidString)")

    var path: String { url.path }

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a meeting's record, as closing it does.
    func write(_ journal: Journal) throws {
        try write(Minutes.record(of: journal), of: journal.meeting.agenda.date.description)
    }

    func write(_ text: String, of day: String) throws {
        try FileManager.default.createDirectory(at: url.appending(path: day), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file(of: day))
    }

    func file(of day: String) -> URL { url.appending(path: "\(day)/record.json") }

    func history(_ journals: [Journal] = [], roster: Roster? = .sample) -> Archive.History {
        Archive.history(minutes: path, journals: journals, roster: roster)
    }
}
