import Foundation
import Glibc
import Host
import Live
import Testing

@testable import mlreview

/// How people find a meeting, hear of each other line by line, and what they are told when they leave.
@Suite struct ComingAndGoingTests {
    private let folder: MeetingFolder

    init() throws {
        folder = try MeetingFolder()
        let council = try folder.text("agendas/council.yaml")
        try council.replacingOccurrences(of: "{ handle: lena, ", with: "{ handle: lena, login: \(Account.name), ")
            .write(toFile: folder.path + "/agendas/council.yaml", atomically: true, encoding: .utf8)
    }

    private func relay(_ who: String) -> String { "\(Tmux.program) relay --dir \(folder.path) --as \(who)" }

    /// A program whose lines are typed and read one by one.
    private final class Typist {
        private let process = Process()
        private let input = Pipe()
        private let output = Pipe()
        private var text = ""

        init(_ words: [String], in folder: MeetingFolder) throws {
            process.executableURL = URL(filePath: Tmux.program)
            process.arguments = words
            process.environment = ProcessInfo.processInfo.environment.merging(["XDG_STATE_HOME": folder.path]) { $1 }
            (process.standardInput, process.standardOutput) = (input, output)
            process.standardError = output
            try process.run()
        }

        deinit { kill(process.processIdentifier, SIGKILL) }

        func type(_ line: String) { input.fileHandleForWriting.write(Data((line + "\n").utf8)) }

        /// Waits until something has been printed.
        func hears(_ words: String) -> Bool {
            let reading = output.fileHandleForReading
            while !text.contains(words) {
                guard waitUntilReadable(reading.fileDescriptor, milliseconds: 60_000) else { return false }
                let more = reading.availableData
                guard !more.isEmpty else { return false }
                text += String(decoding: more, as: UTF8.self)
            }
            return true
        }

        func kill(_ signal: Int32) { Glibc.kill(process.processIdentifier, signal) }
        private func kill(_ process: pid_t, _ signal: Int32) { Glibc.kill(process, signal) }

        var status: Int32 {
            process.waitUntilExit()
            return process.terminationStatus
        }
    }

    /// Nobody has to type a line to hear what others do. What was kept is told of at the end.
    @Test func theConsoleTellsWhatOthersDoWhileItWaits() throws {
        let host = try Typist(["host", "--console", "--dir", folder.path, MeetingFolder.day], in: folder)
        #expect(host.hears("6 items"))
        let bo = try Typist(["join", "--console", "--through", relay("bo")], in: folder)
        #expect(bo.hears("6 items"))
        host.type("roll bo present")
        #expect(bo.hears("Lena Ortiz: Bo Håkansson present"))
        host.type("open")
        #expect(bo.hears("item 1 of 6"))
        bo.type("note a doubt")
        #expect(host.hears("Bo Håkansson: note 1 recorded: Bo Håkansson: a doubt"))
        host.type("who")
        #expect(
            host.hears("others join with `mlreview join \(folder.path)`, or from elsewhere with `mlreview join ssh://"))
        host.kill(SIGKILL)
        #expect(bo.hears("the host can't be reached since"))
        bo.type("note kept words")
        #expect(bo.hears("kept here, and recorded when the connection is back"))
        bo.type("quit")
        #expect(
            bo.hears(
                "1 entry waits in your outbox: `mlreview outbox` shows it, and the next `mlreview join` sends it."))
        #expect(bo.status == 0)
    }

    @Test func whoeverLeavesIsToldHowToComeBack() throws {
        let scribe = try Tmux(folder)
        scribe.start("host")
        scribe.see("0 of 9 seats")
        scribe.press("p p p p p Enter")
        scribe.see("1 of 6")
        let bo = try Tmux(folder, columns: 400)
        let line = "mlreview join --through '\(relay("bo"))'"
        bo.enter("\(Tmux.program) \(line.dropFirst("mlreview ".count))")
        bo.see("1 of 6")
        bo.press("q")
        bo.see("The meeting of \(MeetingFolder.day) stays open; `\(line)` comes back to it.")
        let screen = try Tmux(folder, columns: 200)
        screen.enter("\(Tmux.program) join --presenter \(folder.path)")
        screen.see("1 of 6")
        scribe.enter(":close anyway")
        scribe.see("written to")
        screen.press("q")
        screen.see(
            "The meeting of \(MeetingFolder.day) is closed; the terminal that runs it writes minutes and mail.")
    }

    @Test(
        arguments: [
            (
                [],
                "no meeting is hosted in this folder: name its host's folder, such as `mlreview join /srv/council`, or an address"
            ),
            (
                ["http://host/"],
                "`http://host/` is no place to join: write ssh://HOST/FOLDER, postgresql://HOST/NAME, a folder"
            ),
            (["/no/such/folder"], "there is no folder /no/such/folder: write ssh://HOST/FOLDER"),
            (["--through", "/bin/sh -c nowhere"], "ended without an answer of the host, and said: "),
        ] as [([String], String)])
    func aPlaceWithoutAMeetingSaysWhatToName(words: [String], sentence: String) throws {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: Tmux.program)
        process.arguments = ["join"] + words
        process.currentDirectoryURL = URL(filePath: folder.path)
        (process.standardOutput, process.standardError) = (output, output)
        try process.run()
        let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(said.contains(sentence), "\(said)")
    }

    /// What the program on the way says is foreign text.
    @Test func whatSshSaysIsTold() throws {
        try folder.write(
            script: "bin/ssh", "printf 'debug\\nssh: \\033[31mno route to host\\r\\n' >&2; exit 255")
        let ended = Program(
            "env", ["PATH=\(folder.path)/bin:/usr/bin:/bin", Tmux.program, "join", "ssh://host.example/srv/council"]
        ).run()
        #expect(ended.ending == .exited(1))
        #expect(
            ended.output
                == "mlreview: `ssh -T -- host.example mlreview relay --dir '/srv/council'` ended without an answer of the "
                + "host, and said: ssh: ␛[31mno route to host\n")
    }
}
