import Foundation
import Ledger
import Synchronization
import Testing

@testable import mlreview

/// The built program says the same if its parent ignores signals, which it inherits.
@Suite struct IgnoredSignalTests {
    /// Runs a line in a shell under a program that ignores a signal, as some supervisors do.
    ///
    /// - Returns: the exit code, or 128 plus the signal, and all output.
    private func run(ignoring signal: String, _ line: String) async -> (code: Int32, said: String) {
        let ignoring =
            "import os, signal, sys; signal.signal(signal.\(signal), signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", ignoring, "/bin/sh", "-c", line]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        return await withCheckedContinuation { answer in
            process.terminationHandler = { ended in
                let said = (try? output.fileHandleForReading.readToEnd()) ?? Data()
                let code = ended.terminationStatus + (ended.terminationReason == .uncaughtSignal ? 128 : 0)
                answer.resume(returning: (code, String(decoding: said, as: UTF8.self)))
            }
            do { try process.run() } catch { answer.resume(returning: (127, "\(error)")) }
        }
    }

    private func send(_ meeting: ClosedMeeting, by sendmail: URL) -> String {
        "'\(Tmux.program)' send \(meeting.day) --dir '\(meeting.folder.path)' --yes --sendmail '\(sendmail.path)'"
    }

    private func sendmail(in meeting: ClosedMeeting, exiting code: Int32) throws -> URL {
        let file = meeting.folder.appending(path: "sendmail")
        try Data("#!/bin/sh\ncat > /dev/null\nexit \(code)\n".utf8).write(to: file)
        try #require(chmod(file.path, 0o755) == 0)
        return file
    }

    @Test func aMailThatIsPutOffIsNeverAccepted() async throws {
        let meeting = try ClosedMeeting()
        let sent = await run(ignoring: "SIGCHLD", "exec " + send(meeting, by: try sendmail(in: meeting, exiting: 75)))
        #expect(sent.code == 1)
        #expect(sent.said.contains("exits with 75"))
        #expect(!sent.said.contains("accepted for"))
        let deliveries = try meeting.record().deliveries(of: meeting.day)
        #expect(!deliveries.isEmpty && deliveries.allSatisfy { $0.state != .accepted })
    }

    @Test(arguments: ["SIGCHLD", "SIGPIPE"])
    func aMailThatIsTakenIsAccepted(signal: String) async throws {
        let meeting = try ClosedMeeting()
        let sent = await run(ignoring: signal, "exec " + send(meeting, by: try sendmail(in: meeting, exiting: 0)))
        #expect(sent.code == 0)
        #expect(sent.said.contains("accepted for"))
    }

    /// Nothing is sent if the result can't be printed.
    @Test func aClosedOutputIsSaid() async throws {
        let meeting = try ClosedMeeting()
        let line = send(meeting, by: try sendmail(in: meeting, exiting: 0))
        let sent = await run(ignoring: "SIGPIPE", "exec \(line) >&-")
        #expect(sent.code == 1)
        #expect(sent.said.contains("standard output can't be written"))
        #expect(try meeting.record().deliveries(of: meeting.day).isEmpty)
    }

    @Test func aReaderWhoLeavesEndsItQuietly() async throws {
        let meeting = try ClosedMeeting()
        let line =
            "{ '\(Tmux.program)' minutes \(meeting.day) --dir '\(meeting.folder.path)'; echo code=$? >&2; } | true"
        let printed = await run(ignoring: "SIGPIPE", line)
        #expect(printed.said == "code=0\n" || printed.said == "code=\(128 + SIGPIPE)\n")
    }
}
