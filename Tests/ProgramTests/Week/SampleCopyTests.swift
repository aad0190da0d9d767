import Council
import Foundation
import Testing

@testable import mlreview

/// A copy of the sample's folder without the record answers as the folder does in which its last meeting was held.
@Suite struct SampleCopyTests {
    private static let script = """
        roll priya present\nroll tomas present\nroll wen present\nroll bo present\nroll mei present\nopen
        note @tomas concern: One city is few.\ndecide approve\naction @idris by 2026-12-02 Ask the city.
        go 2\ndecide defer 2026-12-02 because The holdout runs.\ndone 2026-11-18/2\nclose anyway
        """

    /// The sample with its minutes, in a folder of its own.
    private func sample() throws -> MeetingFolder {
        let folder = try MeetingFolder()
        let source = MeetingFolder.root.path + "/agendas"
        for (name, target) in [
            ("minutes", "minutes"), ("proposals", "agendas/proposals"), ("people", "agendas/people"),
        ] {
            try? FileManager.default.removeItem(atPath: "\(folder.path)/\(target)")
            try FileManager.default.copyItem(atPath: "\(source)/\(name)", toPath: "\(folder.path)/\(target)")
        }
        return folder
    }

    private func answers(from folder: MeetingFolder) throws -> [String: [String]] {
        let place = MeetingPlace(folder: folder.path)
        let day = try #require(CalendarDay("2026-11-27"))
        let proposals = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/agendas/proposals")
        let histories = proposals.map { "history \($0.dropLast(3))" }
        let commands = ["pipeline", "register", "decisions", "actions", "meetings"]
        return try Dictionary(
            uniqueKeysWithValues: (commands + histories).map { line in
                let words = line.split(separator: " ").map(String.init)
                return (line, try WeekFolder.lines(answering: words, in: place, today: day))
            })
    }

    @Test func theRecordIsNotNeeded() throws {
        let folder = try sample()
        let before = try answers(from: folder)
        try #require(before.count > 50 && before.values.allSatisfy { !$0.isEmpty })
        let reader = try Reader(folder)
        reader.run(Self.script)
        #expect(!reader.wasRefused, "\(reader.lines)")
        let after = try answers(from: folder)
        #expect(after["pipeline"] != before["pipeline"] && after["decisions"] != before["decisions"])
        try FileManager.default.removeItem(atPath: folder.path + "/.mlreview")
        #expect(try answers(from: folder) == after)
    }
}
