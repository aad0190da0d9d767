import Foundation
import Testing

/// The repository's files, read from the checkout that this file was built in.
enum House {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A Swift file of `Sources`.
    struct Source {
        let target: String
        /// From the root: `Sources/Council/LocalTime.swift`.
        let path: String
        let lines: [Substring]
    }

    /// All Swift files of `Sources`; fails if there are none, so that a loop over them can't pass by doing nothing.
    static func sources() throws -> [Source] {
        let folder = root.appending(path: "Sources")
        let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        try #require(!found.isEmpty, "there is nothing in \(folder.path)")
        return try found.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            return Source(
                target: String(path.prefix { $0 != "/" }), path: "Sources/\(path)",
                lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    /// The text of a file, by its path from the root.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
