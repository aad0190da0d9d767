import Foundation
import Testing

/// The system calls of the built console, in order, as `strace` reports them.
struct SystemCalls {
    /// One call that succeeded, such as `fsync(14</home/minutes>) = 0`.
    struct Call {
        let name: String
        /// The rest of the line behind the name.
        let text: String

        /// The paths of its descriptors, in order.
        var paths: [String] {
            text.prefix { $0 != "\"" }.matches(of: /\d+<(\/[^>]*)>/).map { String($0.output.1) }
                + (name == "renameat" ? text.matches(of: /, \d+<(\/[^>]*)>/).map { String($0.output.1) } : [])
        }

        /// Its first descriptor, or the one that it opened.
        var descriptor: Int? {
            let number = name == "openat" ? text.firstMatch(of: /= (\d+)</)?.output.1 : text.prefix { $0.isNumber }
            return number.flatMap { Int($0) }
        }

        /// Its texts, which stand in quotation marks.
        var quoted: [String] { text.matches(of: /"([^"]*)"/).map { String($0.output.1) } }

        /// The printed text; nil for a call that prints nothing.
        var printed: String? { name == "write" && descriptor == 1 ? quoted.first : nil }
    }

    let all: [Call]

    /// Types lines at the console, and traces it to its end.
    init(of lines: [String], in folder: String) throws {
        let files = FileManager.default.temporaryDirectory.appending(path: "calls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: files) }
        let (input, trace) = (files.appending(path: "in"), files.appending(path: "trace"))
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: input)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["strace", "-f", "-y", "-s", "8192", "-o", trace.path]
            + ["-e", "trace=openat,close,flock,mkdir,mkdirat,write,pwrite64,fsync,fdatasync,renameat"]
            + [Tmux.program, "console", "--dir", folder, MeetingFolder.day]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        all = try String(contentsOf: trace, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard let call = line.firstMatch(of: /^\d+ +(\w+)\((.*)$/), !line.contains(" = -1 ") else { return nil }
            return Call(name: String(call.output.1), text: String(call.output.2))
        }
    }
}
