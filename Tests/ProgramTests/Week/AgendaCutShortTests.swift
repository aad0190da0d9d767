import Foundation
import Testing

/// The program is killed at each call that writes: the agenda is the old one or the new one, and nothing is in the way of
/// the next start.
@Suite struct AgendaCutShortTests {
    private static let calls = ["openat", "fchmod", "write", "fsync", "linkat", "unlinkat", "renameat"]

    /// A day that has not passed when the tests run.
    private static let file = "agendas/2999-12-04.yaml"
    private static let old = "date: 2999-12-04\nminutes: 60\nitems: [ { topic: Other, minutes: 5 } ] # ours\n"

    @Test func aNewAgendaIsWholeOrNotThere() throws {
        let folder = try folder()
        let new = try #require(try outcome(in: folder, ["next", "2999-12-04"]))
        #expect(new.hasPrefix("date: 2999-12-04\n"))
        try cutShort(folder, ["next", "2999-12-04"], from: nil, to: new)
    }

    @Test func anAgendaThatIsAddedToIsTheOldOrTheNewOne() throws {
        let folder = try folder()
        try write(Self.old, folder)
        let new = try #require(try outcome(in: folder, ["refresh", "2999-12-04"]))
        #expect(new.hasPrefix("date: 2999-12-04\nminutes: 60\nitems: [ { topic: Other, minutes: 5 }, { proposal: "))
        #expect(new.hasSuffix(" ] # ours\n"))
        try cutShort(folder, ["refresh", "2999-12-04"], from: Self.old, to: new)
    }

    /// Agendas of the sample alone, so that nothing depends on what day it is.
    private func folder() throws -> MeetingFolder {
        let folder = try MeetingFolder()
        for name in ["2026-11-11", "2026-11-18", "2026-11-25"] {
            try FileManager.default.removeItem(atPath: folder.path + "/agendas/\(name).yaml")
        }
        return folder
    }

    private func write(_ text: String?, _ folder: MeetingFolder) throws {
        let path = folder.path + "/" + Self.file
        try? FileManager.default.removeItem(atPath: path)
        try text?.write(toFile: path, atomically: false, encoding: .utf8)
    }

    private func text(_ folder: MeetingFolder) -> String? { try? folder.text(Self.file) }

    /// The file that the command makes if nobody stops it.
    private func outcome(in folder: MeetingFolder, _ words: [String]) throws -> String? {
        #expect(try run(words, in: folder, []) == 0)
        return text(folder)
    }

    private func cutShort(_ folder: MeetingFolder, _ words: [String], from old: String?, to new: String) throws {
        var outcomes: Set<String> = []
        for call in Self.calls {
            // Files that are only read are opened many times; the last openings are the ones that count.
            for number in try numbers(of: call, words, from: old, in: folder) {
                try write(old, folder)
                let status = try run(words, in: folder, ["-e", "inject=\(call):signal=KILL:when=\(number)"])
                let found = text(folder)
                #expect(found == old || found == new, "killed at \(call) \(number): \(found ?? "nothing")")
                outcomes.insert(found == old ? "old" : "new")
                guard status != 0, found == old else { continue }
                // The next start is not in the way of what was left, and takes it away.
                #expect(try run(words, in: folder, []) == 0, "after \(call) \(number)")
                #expect(text(folder) == new)
                let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/agendas")
                #expect(names.filter { $0.hasPrefix(".") } == [], "after \(call) \(number)")
            }
        }
        #expect(outcomes == ["old", "new"])
    }

    /// The last few times that the command makes a call.
    private func numbers(of call: String, _ words: [String], from old: String?, in folder: MeetingFolder) throws
        -> ClosedRange<Int>
    {
        try write(old, folder)
        let log = folder.path + "/calls"
        _ = try run(words, in: folder, ["-o", log, "-e", "trace=\(call)"])
        let count = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").count {
            $0.contains("\(call)(")
        }
        return max(1, count - 5)...max(1, count)
    }

    private func run(_ words: [String], in folder: MeetingFolder, _ options: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let log = options.contains("-o") ? [] : ["-o", "/dev/null"]
        process.arguments =
            (options.isEmpty ? [] : ["strace", "-f", "-qq"] + log + options)
            + [Tmux.program, "agenda"] + words + ["--yes", "--dir", folder.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : 9
    }
}
