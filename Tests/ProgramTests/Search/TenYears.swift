import Agendas
import Council
import Foundation
import Minutes
import TestMeetings
import Testing

@testable import mlreview

/// Writes the folder of a council that has met for ten years, or as often as `TEN_YEARS_MEETINGS` says, to measure with:
///
///     TEN_YEARS=/tmp/ten-years swift test --filter TenYears
@Suite struct TenYears {
    private static let place = ProcessInfo.processInfo.environment["TEN_YEARS"]

    @Test(.enabled(if: Self.place != nil)) func theFolderIsWritten() throws {
        let folder = try #require(Self.place)
        let meetings = ProcessInfo.processInfo.environment["TEN_YEARS_MEETINGS"].flatMap { Int($0) } ?? 520
        try TenYears.write(to: folder, meetings: meetings, proposals: 20 * meetings)
        #expect(FileManager.default.fileExists(atPath: folder + "/agendas/proposals"))
    }

    /// - Parameters:
    ///   - meetings: As many as were held, each with twenty proposals and about a hundred notes.
    ///   - proposals: As many have a file at least: those that were heard, and drafts.
    static func write(to folder: String, meetings: Int, proposals: Int) throws {
        let agendas = URL(filePath: folder).appending(path: "agendas")
        let files = agendas.appending(path: "proposals")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        try Data(contentsOf: MeetingFolder.root.appending(path: "agendas/council.yaml")).write(
            to: agendas.appending(path: "council.yaml"))
        var generator = HistoryGenerator(seed: 2016, first: CalendarDay(daysSinceEpoch: 17_000))
        var known: [String: Proposal] = [:]
        for _ in 0..<meetings {
            let journal = generator.next()
            known.merge(journal.meeting.docket.proposals) { $1 }
            try write(journal, to: folder)
        }
        while known.count < proposals {
            let drafts = generator.drafts(proposals - known.count)
            known.merge(drafts.map { ($0.id, $0) }) { $1 }
        }
        for proposal in known.values {
            try proposal.fileText.write(
                to: files.appending(path: "\(proposal.id).md"), atomically: false, encoding: .utf8)
        }
    }

    private static func write(_ journal: Journal, to folder: String) throws {
        let day = URL(filePath: folder).appending(path: "minutes/\(journal.meeting.agenda.date)")
        try FileManager.default.createDirectory(at: day, withIntermediateDirectories: true)
        try Minutes.record(of: journal).write(
            to: day.appending(path: "record.json"), atomically: false, encoding: .utf8)
        try Minutes.render(journal: journal, format: .markdown).write(
            to: day.appending(path: "minutes.md"), atomically: false, encoding: .utf8)
    }
}
