import Foundation

/// The repository as the tests find it: its files, read from where this one was built.
enum House {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A Swift file of `Sources`.
    struct Source {
        let target: String
        /// From the root on: `Sources/Council/LocalTime.swift`.
        let path: String
        let lines: [Substring]
    }

    static func sources() throws -> [Source] {
        let folder = root.appending(path: "Sources")
        let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try found.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            return Source(
                target: String(path.prefix { $0 != "/" }), path: "Sources/\(path)",
                lines: text.split(separator: "\n", omittingEmptySubsequences: false))
        }
    }

    /// The text of a file at the root; nil where there is none.
    static func text(_ name: String) -> String? { try? String(contentsOf: root.appending(path: name), encoding: .utf8) }
}
