import Foundation
import Testing

/// `FourWeeks.md`: four meetings of a new council in a row, and what its people do between them, with the built program.
///
/// Each heading sets the clock. A line that begins with `$` is a command, and those below it with `>` are what a person
/// types; then comes what is printed. A block of the screen is typed in tmux, in 80 columns and 24 rows.
@Suite struct FourWeeksTests {
    /// `RECORD_SAMPLE=1` writes what is printed anew and fails the test, so that nobody accepts a change without a look.
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_SAMPLE"] == "1"
    private static let story = MeetingFolder.root.appending(path: "Tests/ProgramTests/Week/FourWeeks.md")

    @Test func theStoryIsAsItIsTold() throws {
        let told = try String(contentsOf: Self.story, encoding: .utf8)
        let folder = try MeetingFolder()
        let home = folder.path + "/harbour"
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        var teller = Teller(home: home, folder: folder)
        let happened = try teller.tell(told.components(separatedBy: "\n"))
        #expect(teller.commands > 40 && teller.screens == 2)
        if Self.isRecording {
            try Data(happened.joined(separator: "\n").utf8).write(to: Self.story)
            Issue.record("recorded FourWeeks.md anew: read the difference, then run the tests without RECORD_SAMPLE")
        }
        for (line, (old, new)) in zip(told.components(separatedBy: "\n"), happened).enumerated() where old != new {
            Issue.record("FourWeeks.md:\(line + 1): “\(old)” is told, and “\(new)” happened")
            return
        }
        #expect(told.components(separatedBy: "\n").count == happened.count)
    }
}

/// Goes through the story.
private struct Teller {
    let home: String
    let folder: MeetingFolder
    private(set) var commands = 0
    private(set) var screens = 0
    private var time = ""

    init(home: String, folder: MeetingFolder) { (self.home, self.folder) = (home, folder) }

    /// - Returns: The story with what was printed in the place of what was told.
    mutating func tell(_ lines: [String]) throws -> [String] {
        var (happened, rest) = ([String](), lines[...])
        while let line = rest.popFirst() {
            happened.append(line)
            if line.hasPrefix("## ") {
                time = String(line.dropFirst(3).prefix(16)) + ":00"
            } else if line.hasPrefix("```screen ") {
                let keys = rest.prefix { $0 != "```" }
                rest = rest.dropFirst(keys.count)
                happened += keys
                try show(String(line.dropFirst(10)), Array(keys))
            } else if line.hasPrefix("$ ") {
                let typed = rest.prefix { $0.hasPrefix("> ") || $0 == ">" }
                rest = rest.dropFirst(typed.count)
                happened += typed
                rest = rest.drop { $0 != "```" && !$0.hasPrefix("$ ") }
                happened += try run(
                    String(line.dropFirst(2)), typing: typed.map { $0.dropFirst(2) + "\n" }.joined())
            }
        }
        return happened
    }

    /// On a clock that goes on from the time of the heading.
    ///
    /// `faketime` leaves its semaphore behind if it is killed, and does not start when its own number is used again.
    private func onTheClock(_ command: String) -> String {
        """
        later() {
            sh -c 'rm -f /dev/shm/sem.faketime_sem_$$ /dev/shm/faketime_shm_$$
                exec faketime -m --exclude-monotonic "$@"' later '\(time)' "$@"
        }
        mlreview() { later '\(Tmux.program)' "$@"; }
        git() { later git "$@"; }
        \(command)
        """
    }

    private mutating func run(_ command: String, typing input: String) throws -> [String] {
        commands += 1
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", "exec 2>&1\n" + onTheClock(command)]
        process.currentDirectoryURL = URL(filePath: home)
        process.environment = ProcessInfo.processInfo.environment.merging([
            "HOME": folder.path, "TZ": "UTC", "MLREVIEW_HANDLE": "", "VISUAL": "", "EDITOR": "",
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8",
        ]) { $1 }
        let (typed, printed) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (typed, printed)
        try process.run()
        typed.fileHandleForWriting.write(Data(input.utf8))
        try typed.fileHandleForWriting.close()
        let text = String(decoding: printed.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\n").map(String.init)
    }

    private mutating func show(_ command: String, _ lines: [String]) throws {
        screens += 1
        let tmux = try Tmux(folder, columns: 80, rows: 24, environment: ["TZ=UTC"])
        let script = try folder.write(script: "screen\(screens)", "cd '\(home)'\n" + onTheClock(command))
        tmux.enter("clear; \(script)")
        for line in lines {
            let (word, text) = (line.prefix { $0 != " " }, String(line.drop { $0 != " " }.dropFirst()))
            switch word {
            case "see": tmux.see(text)
            case "type": tmux.type(text)
            case "press": tmux.press(text)
            default: Issue.record("“\(line)” is nothing that is done on a screen")
            }
        }
    }
}
