import Foundation
import Testing

@testable import mlreview

/// A person at the console, who types lines and hears the answers.
final class Reader {
    private(set) var lines: [String] = []
    private var session: ConsoleSession?
    /// Kept here because the folder is removed with its last reference.
    private let folder: MeetingFolder

    init(_ folder: MeetingFolder, on day: String = MeetingFolder.day, clock: Clock = Clock()) throws {
        self.folder = folder
        let place = MeetingPlace(folder: folder.path, agenda: day)
        let record = try place.openRecord(rehearsing: false)
        let meeting = try #require(try place.choose(in: record).only)
        let opened = try Opened(meeting, in: place, record: record, rehearsing: false)
        session = ConsoleSession(opened, print: { [unowned self] in lines += $0 }, now: { clock.now })
        session?.begin()
    }

    var wasRefused: Bool { session?.wasRefused ?? false }

    /// Runs lines, and returns the answer to the last one.
    @discardableResult
    func run(_ script: String) -> [String] {
        var heard = 0
        for line in script.split(separator: "\n") {
            heard = lines.count
            session?.run(String(line))
        }
        return Array(lines[heard...])
    }

    /// The refusal of a line, without the word before it; nil if the line was accepted.
    func refusal(of line: String) -> String? {
        let heard = lines.count
        session?.run(line)
        return lines[heard...].first { $0.hasPrefix("refused: ") }.map { String($0.dropFirst("refused: ".count)) }
    }
}
