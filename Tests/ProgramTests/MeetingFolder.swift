import Foundation
import Testing

/// A temporary folder with copies of the repository's agendas. It is removed with this object.
final class MeetingFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "mlreview-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: MeetingFolder.root.path + "/agendas", toPath: path + "/agendas")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The day of the agenda that the tests use. It has six items, and the first four are proposals.
    static let day = "2026-11-25"

    func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

    /// Writes an executable shell script, such as an editor or a tmux that misbehaves.
    ///
    /// - Returns: its path.
    @discardableResult
    func write(script name: String, _ text: String) throws -> String {
        let file = URL(filePath: path).appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("#!/bin/sh\n\(text)\n".utf8).write(to: file)
        try #require(chmod(file.path, 0o755) == 0)
        return file.path
    }
}
