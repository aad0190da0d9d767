import Foundation
import Minutes
import TestMeetings
import Testing

/// The program is killed at each call that writes: a file is the old one or the new one, and nothing is in the way of the
/// next start.
@Suite struct AgendaCutShortTests {
    private static let calls = ["openat", "mkdirat", "fchmod", "write", "fsync", "linkat", "unlinkat", "renameat"]

    /// An agenda is of a day that has not passed when the tests run.
    private let file: String

    init() { file = "agendas/2999-12-04.yaml" }

    private init(of file: String) { self.file = file }
    private static let old = "date: 2999-12-04\nminutes: 60\nitems: [ { topic: Other, minutes: 5 } ] # ours\n"

    @Test func aNewAgendaIsWholeOrNotThere() throws {
        let folder = try folder()
        let words = ["agenda", "next", "2999-12-04"]
        let new = try #require(try outcome(in: folder, words))
        #expect(new.hasPrefix("date: 2999-12-04\n"))
        try cutShort(folder, words, from: nil, to: new)
    }

    @Test func anAgendaThatIsAddedToIsTheOldOrTheNewOne() throws {
        let folder = try folder()
        try write(Self.old, folder)
        let words = ["agenda", "refresh", "2999-12-04"]
        let new = try #require(try outcome(in: folder, words))
        #expect(new.hasPrefix("date: 2999-12-04\nminutes: 60\nitems: [ { topic: Other, minutes: 5 }, { proposal: "))
        #expect(new.hasSuffix(" ] # ours\n"))
        try cutShort(folder, words, from: Self.old, to: new)
    }

    /// A word on an action makes the person's file, or is added to it.
    @Test(arguments: [
        nil, "# mine\nactions:\n  - { action: 2020-11-25/1, word: later, until: 2021-01-01, on: 2020-12-01 }\n",
    ])
    func aPersonsFileIsTheOldOrTheNewOne(old: String?) throws {
        let test = AgendaCutShortTests(of: "agendas/people/noor.yaml")
        let folder = try folder()
        // Of a day that has passed when the tests run.
        let record = Minutes.record(of: try SampleMeeting.held().journal).replacing("2026-11-25", with: "2020-11-25")
        for place in ["minutes/2020-11-25", "agendas/people"] {
            try FileManager.default.createDirectory(
                atPath: folder.path + "/" + place, withIntermediateDirectories: true)
        }
        try record.write(
            toFile: folder.path + "/minutes/2020-11-25/record.json", atomically: true, encoding: .utf8)
        try test.write(old, folder)
        let words = ["actions", "done", "2020-11-25/1", "--as", "noor"]
        let new = try #require(try test.outcome(in: folder, words))
        #expect(new.hasPrefix((old ?? "actions:\n") + "  - { action: 2020-11-25/1, word: done, on: "))
        try test.cutShort(folder, words, from: old, to: new)
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
        let path = folder.path + "/" + file
        try? FileManager.default.removeItem(atPath: path)
        try text?.write(toFile: path, atomically: false, encoding: .utf8)
    }

    private func text(_ folder: MeetingFolder) -> String? { try? folder.text(file) }

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
                let names = try FileManager.default.contentsOfDirectory(
                    atPath: (folder.path + "/" + file as NSString).deletingLastPathComponent)
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
            + [Tmux.program] + words + ["--yes", "--dir", folder.path]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : 9
    }
}
