import Foundation
import Testing

/// A temporary folder with copies of the repository's council, its platform, its three agendas of November 2026, and the proposals on
/// them, without earlier meetings. It is removed with this object.
final class MeetingFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "mlreview-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let agendas = MeetingFolder.root.path + "/agendas"
        try FileManager.default.createDirectory(
            atPath: path + "/agendas/proposals", withIntermediateDirectories: true)
        let council = try String(contentsOfFile: agendas + "/council.yaml", encoding: .utf8)
        try council.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("minutes_folder:") }.joined(separator: "\n")
            .write(toFile: path + "/agendas/council.yaml", atomically: true, encoding: .utf8)
        try FileManager.default.copyItem(
            atPath: agendas + "/platform.yaml", toPath: path + "/agendas/platform.yaml")
        for day in ["2026-11-11", "2026-11-18", "2026-11-25"] {
            let agenda = try String(contentsOfFile: "\(agendas)/\(day).yaml", encoding: .utf8)
            let ids = agenda.matches(of: /proposal: ([a-z0-9-]+)/).map { "proposals/\($0.output.1).md" }
            for name in ["\(day).yaml"] + ids {
                try FileManager.default.copyItem(atPath: "\(agendas)/\(name)", toPath: "\(path)/agendas/\(name)")
            }
        }
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
