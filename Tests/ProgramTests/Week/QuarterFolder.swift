import Agendas
import Council
import Foundation
import Ledger
import Testing

@testable import mlreview

/// A copy of the repository's council, which goes through the quarter day by day.
final class QuarterFolder {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "quarter-\(UUID().uuidString)")
    private var agendas: URL { folder.appending(path: "agendas") }
    private let source = MeetingFolder.root.appending(path: "agendas")

    deinit { try? FileManager.default.removeItem(at: folder) }

    var place: MeetingPlace { MeetingPlace(folder: folder.path) }
    var minutes: URL { URL(filePath: place.minutes) }

    func library(on day: CalendarDay) throws -> Library { try WeekFolder(folder.path, today: day).library }

    // MARK: The files as they were

    /// Makes the files what they were in the morning of a day.
    ///
    /// Their own dates say it: what is dated later was not there yet, and a proposal that no lead had said a word on was no
    /// file. What stood in `prep-time.md` before it was written anew is kept in `Earlier/`.
    func turn(to day: CalendarDay) throws {
        for name in ["proposals", "people"] { try? FileManager.default.removeItem(at: agendas.appending(path: name)) }
        for name in try names(in: source) where name.hasSuffix(".yaml") {
            if let date = CalendarDay(name.dropLast(5)), date > day { continue }
            try write(text(source.appending(path: name)), as: name)
        }
        let earlier = MeetingScript.folder.appending(path: "Earlier")
        for place in [earlier, source] {
            for name in ["proposals", "people"] {
                for file in try names(in: place.appending(path: name)) {
                    let text = try text(place.appending(path: "\(name)/\(file)"))
                    if let text = Self.text(text, asOf: day) { try write(text, as: "\(name)/\(file)") }
                }
            }
        }
    }

    /// A text without the lines that have a later day; nil if none of its days had come.
    private static func text(_ text: String, asOf day: CalendarDay) -> String? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let days = lines.map { line in
            line.firstMatch(of: /(?:^outcome:|^  - ).*\b(?:date|on): ([0-9]{4}-[0-9]{2}-[0-9]{2})/)
                .flatMap { CalendarDay($0.output.1) }
        }
        guard days.contains(where: { $0.map { $0 <= day } ?? false }) else { return nil }
        return zip(lines, days).filter { $0.1.map { $0 <= day } ?? true }.map(\.0).joined(separator: "\n")
    }

    private func names(in place: URL) throws -> [String] {
        guard FileManager.default.fileExists(atPath: place.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
    }

    private func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

    private func write(_ text: String, as name: String) throws {
        let file = agendas.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    // MARK: A meeting

    /// Holds the meeting of a script on the console.
    ///
    /// - Returns: each refusal, with the line that was refused.
    func hold(_ script: MeetingScript) throws -> [String] {
        let place = MeetingPlace(folder: folder.path, agenda: script.day.description)
        let record = UndigestedLedger()
        let meeting = try #require(try place.choose(in: record).only)
        let opened = try Opened(meeting, in: place, record: record, rehearsing: false)
        var (now, refusals, said) = (script.lines.first?.at ?? Date(), [String](), [String]())
        let session = ConsoleSession(opened, print: { said += $0 }, now: { now })
        session.begin()
        for line in script.lines {
            said = []
            now = line.at
            session.run(line.text)
            refusals += said.filter { $0.hasPrefix("refused: ") }.map { "\(line.text)\n  \($0)" }
        }
        opened.leave()
        let journal = try #require(Journal(entries: try record.entries(of: script.day)))
        if journal.meeting.phase != .closed { refusals.append("the script does not close the meeting") }
        return refusals
    }
}
