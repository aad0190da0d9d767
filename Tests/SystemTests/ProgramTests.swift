import Foundation
import System
import Testing

@Suite(.serialized) struct ProgramTests {
    @Test func whatAProgramSaysAndHowItEndsIsToldAsItIs() {
        #expect(Program("cat").run(input: "a\nb") == .init(.exited(0), output: "a\nb"))
        #expect(Program("/bin/sh", ["-c", "echo out; echo err >&2; exit 75"]).run() == .init(.exited(75), output: "out\nerr\n"))
        #expect(Program("/bin/sh", ["-c", "kill -9 $$"]).run().ending == .signalled(SIGKILL))
    }

    @Test func aProgramThatReadsNothingBreaksNothing() {
        let text = String(repeating: "70 kilobytes are more than a pipe holds. ", count: 4000)
        #expect(Program("true").run(input: text).ending == .exited(0))
    }

    @Test func aProgramThatIsNotThereIsNoProgram() {
        let missing = Program("/nowhere/sendmail").run().ending
        guard case .notStarted(let reason) = missing else {
            Issue.record("\(missing)")
            return
        }
        #expect(reason.contains("No such file"), "\(reason)")
    }

    @Test func aProgramThatNeverAnswersIsEnded() {
        #expect(Program("sleep", ["600"]).run(limit: .milliseconds(50)).ending == .late)
    }

    /// Whoever starts this program may ignore SIGCHLD, and the system then throws exit statuses away.
    @Test func anIgnoredChildSignalHidesNoStatus() {
        signal(SIGCHLD, SIG_IGN)
        ProcessSignals.prepare()
        #expect(Program("/bin/sh", ["-c", "exit 75"]).run().ending == .exited(75))
    }

    @Test func aProgramBeginsWithItsSignalsAtTheirDefaults() {
        ProcessSignals.prepare()
        let result = Program("/bin/sh", ["-c", "kill -PIPE $$; echo alive"]).run()
        #expect(result == .init(.signalled(SIGPIPE)))
    }
}
