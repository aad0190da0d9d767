import Foundation

/// A folder of its own for a test, with copies of the repository's agendas in it; gone with it.
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

    /// The agenda that the tests hold: six items, the first four of them proposals.
    static let day = "2026-11-25"

    func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
}
