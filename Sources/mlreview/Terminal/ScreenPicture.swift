import Agendas
import Archive
import Council
import Foundation
import Room
import Screen

/// The pictures of the README, drawn by the program itself from the sample: the next meeting in the middle of a vote, and the
/// library.
enum ScreenPicture: String, CaseIterable {
    case meeting, library

    /// Where the picture is kept, from the top of the repository on.
    var path: String { ".github/\(rawValue).svg" }

    private static let size = Size(rows: 34, columns: 120)
    private static let day = "2026-11-25"

    /// What has happened, with the seconds after the one before.
    private static let lines: [(wait: Double, line: String)] = [
        (0, "roll priya present"), (1, "roll bo present"), (1, "roll idris remote"), (1, "roll tomas present"),
        (1, "roll mei remote"), (1, "roll anais present"), (1, "roll wen present"), (1, "roll zsofia absent"),
        (1, "roll jonas present"), (1, "roll lena present"), (20, "open"), (1, "go 1"),
        (300, "note @noor data: the account graph has 40 million edges"), (200, "motion"), (5, "vote bo yes"),
        (2, "vote idris yes"), (2, "vote tomas yes"), (2, "vote mei yes"), (2, "vote anais abstain"),
        (2, "vote wen yes"),
        (2, "vote jonas yes"), (3, "tally"), (20, "decide approve because the baseline is beaten in every city"),
        (10, "go 2"), (70, "note @lena shadow mode covers nine more cities from Monday"),
        (60, "note @tomas concern: the holdout is three cities only"),
        (60, "note @wen reuse: the feature store has this table already"), (95, "motion"),
        (10, "vote bo yes"), (3, "vote idris no because the holdout is too short"), (3, "vote tomas yes"),
        (3, "vote mei recuse"), (3, "vote anais yes"),
    ]

    /// Ten o'clock where the sample's council meets.
    private static let start = Date(timeIntervalSince1970: 1_795_629_600)

    /// - Throws: the faults of the sample, or the refusal of a line that its rules no longer allow.
    func svg(of folder: String) throws -> String {
        guard let date = CalendarDay(Self.day) else { return "" }
        let docket = try AgendaFolder(path: folder).load(date)
        switch self {
        case .meeting: return try Self.vote(docket)
        case .library: return try Self.library(docket, LibraryReading(ofFilesIn: folder, on: date))
        }
    }

    private static func vote(_ docket: Docket) throws -> String {
        var journal = Journal(docket: docket)
        var now = start
        for (wait, line) in lines {
            now += wait
            do throws(Refusal) {
                guard case .ask(let request) = try Command.parse(line, in: journal.meeting) else { continue }
                for entry in try journal.propose(Submission(request, at: now)) { journal.append(entry) }
            } catch {
                throw Complaint("the picture's line `\(line)` is refused: \(error.sentence)")
            }
        }
        now += 3
        return draw(
            journal, [.input(.key(.character("v")))], at: now,
            title: "mlreview in a vote: agenda, proposal over notes, and ballots side by side")
    }

    private static func library(_ docket: Docket, _ reading: LibraryReading) -> String {
        draw(
            Journal(docket: docket),
            [.input(.key(.escape)), .input(.key(.character("L"))), .library(.success(reading))],
            at: start, title: "The library of mlreview: every proposal with its stage, and what it waits for")
    }

    private static func draw(_ journal: Journal, _ messages: [Message], at now: Date, title: String) -> String {
        var room = Model(journal: journal, size: size, now: now)
        for message in messages { _ = room.update(message, at: now) }
        var grid = Grid(size)
        Painter().paint(&room, into: &grid)
        return grid.svg(theme: .dark, title: title)
    }
}

extension LibraryReading {
    /// What the files say, whatever a record beside them has.
    fileprivate init(ofFilesIn folder: String, on day: CalendarDay) throws {
        let place = MeetingPlace(folder: folder)
        let survey = place.agendas.survey(tellsFindings: false)
        let history = Archive.history(minutes: place.minutes, roster: survey.roster)
        self.init(try survey.library(history: history.meetings), today: day, isInMeeting: true)
    }
}
