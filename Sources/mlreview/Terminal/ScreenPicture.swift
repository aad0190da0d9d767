import Agendas
import Council
import Foundation
import Room
import Screen

/// The picture of the README: the sample meeting in the middle of a vote, drawn by the program itself.
enum ScreenPicture {
    /// Where the picture is kept, from the top of the repository on.
    static let path = ".github/screen.svg"

    private static let size = Size(rows: 34, columns: 120)

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

    /// - Throws: the faults of the sample, or the refusal of a line that its rules no longer allow.
    static func svg(of folder: String) throws -> String {
        guard let date = CalendarDay("2026-11-25") else { return "" }
        let docket = try AgendaFolder(path: folder).load(date)
        var journal = Journal(docket: docket)
        // Ten o'clock where the sample's council meets.
        var now = Date(timeIntervalSince1970: 1_795_629_600)
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
        var room = Model(journal: journal, size: size, now: now)
        _ = room.update(.input(.key(.character("v"))), at: now)
        var grid = Grid(size)
        Painter().paint(&room, into: &grid)
        return grid.svg(
            theme: .dark, title: "mlreview in a vote: agenda, proposal over notes, and ballots side by side")
    }
}
