import Foundation

/// Hands a text to a program, and returns its output.
enum Reading {
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// - Throws: `Failed` with the program's own words if it fails.
    static func of(_ text: String, by program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        // Files, not pipes: a program that prints before it has read everything would wait for us, and we for it.
        let folder = FileManager.default.temporaryDirectory.appending(path: "reading-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(text.utf8).write(to: folder.appending(path: "in"))
        for name in ["out", "err"] { try Data().write(to: folder.appending(path: name)) }
        process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "in"))
        process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
        process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(description: try String(contentsOf: folder.appending(path: "err"), encoding: .utf8))
        }
        return try String(contentsOf: folder.appending(path: "out"), encoding: .utf8)
    }
}
