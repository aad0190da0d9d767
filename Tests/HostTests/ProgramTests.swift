import Foundation
import Host
import Testing

@Suite struct ProgramTests {
    /// On a thread of its own: the one that a test runs on must not be blocked.
    private func run(_ program: Program, _ input: String = "", limit: Duration? = nil) async -> Program.Result {
        await withCheckedContinuation { answer in
            Worker.start { answer.resume(returning: program.run(input: input, limit: limit)) }
        }
    }

    @Test func whatAProgramSaysAndHowItEndsIsToldAsItIs() async {
        #expect(await run(Program("cat"), "a\nb") == .init(.exited(0), output: "a\nb"))
        let failing = Program("/bin/sh", ["-c", "echo out; echo err >&2; exit 75"])
        #expect(await run(failing) == .init(.exited(75), output: "out\nerr\n"))
        #expect(await run(Program("/bin/sh", ["-c", "kill -9 $$"])).ending == .signalled(SIGKILL))
    }

    @Test func aProgramThatReadsNothingBreaksNothing() async {
        let text = String(repeating: "70 kilobytes are more than a pipe holds. ", count: 4000)
        #expect(await run(Program("true"), text).ending == .exited(0))
    }

    @Test func aProgramThatIsNotThereIsNoProgram() async {
        let missing = await run(Program("/nowhere/sendmail")).ending
        guard case .notStarted(let reason) = missing else {
            Issue.record("\(missing)")
            return
        }
        #expect(reason.contains("No such file"), "\(reason)")
    }

    @Test func aProgramThatNeverAnswersIsEnded() async {
        #expect(await run(Program("sleep", ["600"]), limit: .milliseconds(50)).ending == .late)
    }

    @Test func aProgramBeginsWithItsSignalsAtTheirDefaults() async {
        ProcessSignals.prepare()
        let result = await run(Program("/bin/sh", ["-c", "kill -PIPE $$; echo alive"]))
        #expect(result == .init(.signalled(SIGPIPE)))
    }

    @Test func theBeginningOfALongOutputIsKept() async {
        let result = await run(Program("/bin/sh", ["-c", "echo begin; head -c 100000 /dev/zero | tr '\\0' x"]))
        #expect(result.ending == .exited(0))
        #expect(result.output.hasPrefix("begin\nxxx"))
        #expect(result.output.utf8.count == 65_536)
    }

    /// A lock that a program inherited would outlive the one that took it.
    @Test func aProgramInheritsNoOpenFile() async throws {
        let file = open("/dev/null", O_RDONLY)
        try #require(file >= 0)
        defer { close(file) }
        let result = await run(Program("/bin/sh", ["-c", "test ! -e /proc/$$/fd/\(file)"]))
        #expect(result.ending == .exited(0))
    }

    /// With SIGCHLD ignored the system throws exit statuses away, and a mail that was taken would be in doubt.
    @Test func whatWhoeverStartedThisIgnoresKeepsNothingFromBeingHeard() async {
        await #expect(processExitsWith: .exitCode(7)) {
            signal(SIGCHLD, SIG_IGN)
            signal(SIGPIPE, SIG_DFL)
            ProcessSignals.prepare()
            kill(getpid(), SIGPIPE)
            let ending = await withCheckedContinuation { answer in
                Worker.start { answer.resume(returning: Program("/bin/sh", ["-c", "exit 3"]).run().ending) }
            }
            exit(ending == .exited(3) ? 7 : 8)
        }
    }

    @Test func theLastWordsOfACompanionAreKept() async throws {
        func lastWords(_ program: Program) async throws -> String? {
            let companion = try program.companion()
            return await withCheckedContinuation { answer in
                Worker.start {
                    var byte: UInt8 = 0
                    while read(companion.descriptor, &byte, 1) > 0 {}
                    close(companion.descriptor)
                    answer.resume(returning: companion.lastWords())
                }
            }
        }
        let ssh = Program("/bin/sh", ["-c", "echo first >&2; echo out; printf 'host unknown\\r\\n \\n' >&2; exit 255"])
        #expect(try await lastWords(ssh) == "host unknown")
        #expect(try await lastWords(Program("true")) == nil)
        #expect(try await lastWords(Program("/nowhere/ssh"))?.hasPrefix("/nowhere/ssh can't be started: ") == true)
    }
}
