import Foundation
import Testing

@testable import Screen

/// Pictures of the screen, kept as files that a person reads.
enum Snapshot {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")

    /// The names of all kept files, sorted.
    static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
            .map { String($0.dropLast(4)) }.sorted()
    }

    /// Compares a text with the file of that name.
    ///
    /// `RECORD_SNAPSHOTS=1` records it anew and fails the test, so that nobody accepts a change without a look.
    static func expect(_ made: String, in name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
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

    /// The text of a grid in a frame; beside each row, if they are the point, its roles and where its grounds are.
    static func picture(of grid: Grid, withRoles: Bool = false) -> String {
        let edge = String(repeating: "─", count: grid.columns)
        let roles = grid.roleMap.split(separator: "\n", omittingEmptySubsequences: false)
        let rows = (0..<grid.rows).map { row in
            guard withRoles else { return "│\(grid.text(row: row))│" }
            let blanks = String(repeating: " ", count: grid.columns - roles[row].count)
            return "│\(grid.text(row: row))│\(roles[row])\(blanks)│\(grounds(of: row, in: grid))"
        }
        var lines = ["┌\(edge)┐"] + rows + ["└\(edge)┘"]
        if let cursor = grid.cursor { lines.append("cursor at row \(cursor.row), column \(cursor.column)") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `d`, or `d0-13 i14-73` if there are several; nothing for the page.
    private static func grounds(of row: Int, in grid: Grid) -> String {
        var runs: [(ground: Ground, start: Int, end: Int)] = []
        for column in 0..<grid.columns {
            let ground = grid[row, column].style.ground
            if let last = runs.last, last.ground == ground {
                runs[runs.count - 1].end = column
            } else {
                runs.append((ground, column, column))
            }
        }
        let shown = runs.filter { $0.ground != .page }
        if runs.count == 1 { return shown.map { String($0.ground.letter) }.joined() }
        return shown.map { "\($0.ground.letter)\($0.start)-\($0.end)" }.joined(separator: " ")
    }

    private static func lines(of text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}

extension Grid {
    /// The part of a grid in a rectangle, as a grid of its own.
    func part(_ rect: Rect) -> Grid {
        let area = rect.intersection(bounds)
        var part = Grid(area.size)
        part.clusters = clusters
        part.cells = (area.row..<area.endRow).flatMap {
            cells[$0 * columns + area.column..<$0 * columns + area.endColumn]
        }
        if let cursor, area.contains(cursor) {
            part.cursor = Position(row: cursor.row - area.row, column: cursor.column - area.column)
        }
        return part
    }
}
