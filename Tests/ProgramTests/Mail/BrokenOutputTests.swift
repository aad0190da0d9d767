import Council
import Foundation
import Testing

@testable import Ledger
@testable import SQLiteLedger
@testable import mlreview

/// The built program if its output can't be printed, its input can't be read, or a signal comes in between.
@Suite struct BrokenOutputTests {
    /// A pipe that no other program inherits. One that another test starts meanwhile would keep the reading end open, and
    /// nobody would hear that it was closed.
    private struct PrivatePipe {
        let reading: FileHandle
        let writing: FileHandle

        init() throws {
            var ends: [Int32] = [0, 0]
            try #require(pipe(&ends) == 0)
            for end in ends { try #require(fcntl(end, F_SETFD, FD_CLOEXEC) == 0) }
            reading = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
            writing = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
        }
    }

    /// The program, with its standard streams held by the test.
    private final class Program {
        private let process = Process()
        private let (input, output, errors): (PrivatePipe, PrivatePipe, PrivatePipe)

        /// - Parameter redirection: for a shell, such as `> /dev/full`.
        init(_ arguments: String, of meeting: ClosedMeeting, _ redirection: String = "") throws {
            process.executableURL = URL(filePath: "/bin/sh")
            process.arguments = [
                "-c", "exec \(Tmux.program) \(arguments) --dir '\(meeting.folder.path)' \(meeting.day) \(redirection)",
            ]
            (input, output, errors) = (try PrivatePipe(), try PrivatePipe(), try PrivatePipe())
            process.standardInput = input.reading
            process.standardOutput = output.writing
            process.standardError = errors.writing
            // Threads of tests have signals blocked, and a program inherits that.
            var (none, before) = (sigset_t(), sigset_t())
            sigemptyset(&none)
            pthread_sigmask(SIG_SETMASK, &none, &before)
            defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
            try process.run()
            for end in [input.reading, output.writing, errors.writing] { try end.close() }
        }

        var id: pid_t { process.processIdentifier }

        func type(_ line: String) throws { try input.writing.write(contentsOf: Data((line + "\n").utf8)) }

        /// Reads what is printed until a text has come.
        func hear(_ text: String) throws {
            var heard = Data()
            while !String(decoding: heard, as: UTF8.self).contains(text) {
                let more = output.reading.availableData
                try #require(!more.isEmpty, "the program ended before “\(text)”")
                heard += more
            }
        }

        /// Closes the reading end of its output.
        func stopReading() throws { try output.reading.close() }

        /// Waits for the end.
        ///
        /// - Returns: the exit code, or 128 plus the signal, as in a shell.
        func end() throws -> (code: Int32, errors: String) {
            try? input.writing.close()
            let said = try errors.reading.readToEnd() ?? Data()
            process.waitUntilExit()
            let code = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
            return (code, String(decoding: said, as: UTF8.self))
        }
    }

    private static let noSpace = "mlreview: standard output can't be written: No space left on device"

    @Test(arguments: ["minutes", "minutes --format html", "minutes --out OUT", "send --yes --sendmail /bin/true"])
    func aFullDeviceIsSaidAndExitsWithOne(command: String) throws {
        let meeting = try ClosedMeeting()
        let out = meeting.folder.appending(path: "out").path
        let ended = try Program(command.replacing("OUT", with: out), of: meeting, "> /dev/full").end()
        #expect(ended.code == 1)
        #expect(ended.errors == Self.noSpace + "\n")
        #expect(try meeting.record().deliveries(of: meeting.day).isEmpty)
    }

    @Test func aFullDeviceEndsTheConsoleAndWhatWasRecordedStays() throws {
        let meeting = try ClosedMeeting(["roll priya present"])
        let program = try Program("console", of: meeting, "> /dev/full")
        let ended = try program.end()
        #expect(ended.code == 1)
        #expect(ended.errors == Self.noSpace + "; what was recorded stays recorded\n")
    }

    @Test func aClosedOutputIsAFailureToo() throws {
        let meeting = try ClosedMeeting()
        let ended = try Program("minutes", of: meeting, ">&-").end()
        #expect(ended.code == 1)
        #expect(ended.errors == "mlreview: standard output can't be written: Bad file descriptor\n")
    }

    @Test func aClosedPipeEndsQuietly() throws {
        let meeting = try ClosedMeeting()
        #expect(try Program("minutes", of: meeting, "| true").end().errors == "")
    }

    @Test func theConsoleFinishesTheActInHandBeforeAClosedPipeEndsIt() throws {
        let meeting = try ClosedMeeting(Array(ClosedMeeting.lines.dropLast()))
        let program = try Program("console", of: meeting)
        try program.hear("topic")
        try program.stopReading()
        try program.type("close anyway")
        let ended = try program.end()
        #expect(ended.code == 128 + SIGPIPE)
        #expect(ended.errors == "")
        #expect(try RecordedMeeting(of: meeting.day, in: meeting.record()).journal.meeting.phase == .closed)
        #expect(FileManager.default.fileExists(atPath: meeting.path("../index.html").path))
        #expect(try meeting.record().unsettledOutputs(of: meeting.day).isEmpty)
    }

    /// A signal during closing waits until record and files are written. The test holds the record up.
    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func aSignalLetsTheConsoleFinishClosing(signal: Int32) throws {
        let meeting = try ClosedMeeting(Array(ClosedMeeting.lines.dropLast()))
        let program = try Program("console", of: meeting)
        try program.hear("topic")
        try meeting.record().store.write { _ in
            try program.type("close anyway")
            try program.hear("checklist")
            kill(program.id, signal)
        }
        let ended = try program.end()
        #expect(ended.code == 128 + signal)
        #expect(try RecordedMeeting(of: meeting.day, in: meeting.record()).journal.meeting.phase == .closed)
        #expect(FileManager.default.fileExists(atPath: meeting.path("../index.html").path))
        #expect(try meeting.record().unsettledOutputs(of: meeting.day).isEmpty)
    }

    /// An accepted mail is recorded as accepted, even if that can't be printed.
    @Test(.timeLimit(.minutes(10))) func sendingKeepsCountWithNobodyReading() throws {
        let meeting = try ClosedMeeting()
        let held = try HeldMail()
        let program = try Program("send --yes --sendmail \(held.sendmail)", of: meeting)
        try held.waitUntilHandedOver()
        try program.stopReading()
        let people = try held.letGo()
        #expect(try program.end().code == 128 + SIGPIPE)
        let deliveries = try meeting.record().deliveries(of: meeting.day)
        #expect(deliveries.filter { $0.state == .accepted }.map(\.recipient).sorted() == people.sorted())
        #expect(deliveries.count == people.count)
    }

    @Test func anInputThatCantBeReadIsNoEndOfInput() throws {
        let meeting = try ClosedMeeting(["roll priya present"])
        let folder = try Program("console", of: meeting, "< /").end()
        #expect(folder.code == 1)
        #expect(folder.errors == "mlreview: standard input can't be read: Is a directory\n")
        #expect(try Program("console", of: meeting, "<&-").end().code == 1)
    }

    @Test func linesAreReadWhole() throws {
        let pipe = Pipe()
        let long = String(repeating: "é", count: 20_000)
        let text = Data("one\r\n\n\(long)\nlast".utf8)
        Thread.detachNewThread {
            try? pipe.fileHandleForWriting.write(contentsOf: text)
            try? pipe.fileHandleForWriting.close()
        }
        var input = InputLines(descriptor: pipe.fileHandleForReading.fileDescriptor)
        var lines: [String] = []
        while let line = try input.next() { lines.append(line) }
        #expect(lines == ["one\r", "", long, "last"])
    }
}
