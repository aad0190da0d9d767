import Foundation
import Screen
import Testing

/// Pictures of the screen kept as files: the text, and beside it what each cell means.
enum Snapshot {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

    /// Compares a screen with the file of that name.
    ///
    /// `RECORD_SNAPSHOTS=1` records it anew and fails the test, so that nobody accepts a change without a look.
    static func expect(_ grid: Grid, in name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let made = picture(of: grid)
        let file = folder.appending(path: "\(name).txt")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(made.utf8).write(to: file)
            Issue.record(
                "recorded \(name) anew: read it, then run the tests without RECORD_SNAPSHOTS",
                sourceLocation: sourceLocation)
            return
        }
        let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        guard kept != made else { return }
        let (keptLines, madeLines) = (lines(of: kept), lines(of: made))
        let place = zip(keptLines, madeLines).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let row = place ?? min(keptLines.count, madeLines.count)
        Issue.record(
            """
            \(name).txt:\(row + 1) differs
            kept: \(row < keptLines.count ? keptLines[row] : "nothing")
            made: \(row < madeLines.count ? madeLines[row] : "nothing")
            \(made)
            """, sourceLocation: sourceLocation)
    }

    /// The text in a frame, then the roles and the grounds of all cells.
    private static func picture(of grid: Grid) -> String {
        let edge = String(repeating: "─", count: grid.columns)
        let text = (0..<grid.rows).map { "│\(grid.text(row: $0))│" }
        let cursor = grid.cursor.map { "cursor at row \($0.row), column \($0.column)" } ?? "no cursor"
        let parts =
            ["┌\(edge)┐"] + text + ["└\(edge)┘", cursor, "", "roles", grid.roleMap, "", "grounds", grid.groundMap]
        return parts.joined(separator: "\n") + "\n"
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}
