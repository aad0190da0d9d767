import Foundation
import Testing

/// Texts kept as files, to be read by eye and compared by tests.
enum Golden {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    /// The names of all kept files, sorted.
    static func names() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.contains(".") }.sorted()
    }

    /// Compares a text with the file of that name, byte by byte.
    ///
    /// `RECORD_SNAPSHOTS=1` records it anew and fails the test, so that nobody accepts a change without a look.
    static func expect(_ text: String, in name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            Issue.record(
                "recorded \(name) anew: read it, then run the tests without RECORD_SNAPSHOTS",
                sourceLocation: sourceLocation)
            return
        }
        let kept = try Data(contentsOf: file)
        guard !kept.elementsEqual(text.utf8) else { return }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let keptLines = String(decoding: kept, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let place = zip(lines, keptLines).enumerated().first { !$0.element.0.utf8.elementsEqual($0.element.1.utf8) }
        Issue.record(
            """
            \(name):\((place?.offset ?? min(lines.count, keptLines.count)) + 1) differs
            kept: \(place?.element.1 ?? "\(keptLines.count) lines")
            made: \(place?.element.0 ?? "\(lines.count) lines")
            """, sourceLocation: sourceLocation)
    }
}
