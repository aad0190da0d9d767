import Foundation
import Screen
import Host
import Testing

@testable import Curses

/// However the process ends, the terminal is as it was, and the shell sees why it ended.
@Suite(.timeLimit(.minutes(10))) struct GivingBackTests {
    private let leave = "\u{1B}[?1049l"

    /// Signals that end a process unless it handles them, and that the loop does not act on. 16 is SIGSTKFLT; real-time
    /// signals begin at 34.
    static let endings: [Int32] =
        [
            SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGUSR1, SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, 16, SIGXCPU,
            SIGXFSZ, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGSYS,
        ] + [34, 35, 49, 63, 64]

    @Test(arguments: endings)
    func aSignalThatEndsTheProcessGivesTheTerminalBackFirst(number: Int32) async throws {
        let pseudo = try PseudoTerminal()
        let before = pseudo.modes.c_lflag
        await #expect(processExitsWith: .signal(number)) { [path = pseudo.path as String, number = number as Int32] in
            let terminal = try GivingBackTests.terminal(at: path)
            terminal.present(Grid(terminal.size))
            kill(getpid(), number)
            while true { pause() }
        }
        #expect(pseudo.output(upTo: leave) != nil)
        #expect(pseudo.modes.c_lflag == before)
    }

    @Test func aSignalThatIsIgnoredStaysIgnored() async throws {
        let pseudo = try PseudoTerminal()
        await #expect(processExitsWith: .exitCode(7)) { [path = pseudo.path as String] in
            for number in [SIGPIPE, SIGALRM, SIGUSR1, SIGHUP] { signal(number, SIG_IGN) }
            let terminal = try GivingBackTests.terminal(at: path)
            for number in [SIGPIPE, SIGALRM, SIGUSR1, SIGHUP] { kill(getpid(), number) }
            guard terminal.waitForEvents(descriptors: [], timeout: 0) == Wake() else { exit(8) }
            terminal.restore()
            exit(7)
        }
    }

    @Test(arguments: [true, false])
    func aStackThatOverflowsGivesTheTerminalBack(isMain: Bool) async throws {
        let pseudo = try PseudoTerminal()
        let before = pseudo.modes.c_lflag
        await #expect(processExitsWith: .signal(SIGSEGV)) { [path = pseudo.path as String, isMain = isMain as Bool] in
            try await MainActor.run { try GivingBackTests.hold(at: path) }
            if isMain { await MainActor.run { _ = GivingBackTests.depth(1) } }
            Worker.start { _ = GivingBackTests.depth(1) }
            while true { pause() }
        }
        #expect(pseudo.output(upTo: leave) != nil)
        #expect(pseudo.modes.c_lflag == before)
    }

    /// A terminal that takes no output does not keep a signal from ending the program.
    @Test(arguments: [SIGTERM, SIGHUP, SIGUSR1])
    func aTerminalThatHangsKeepsNoSignalWaiting(number: Int32) async throws {
        let pseudo = try PseudoTerminal(isHung: true)
        let before = pseudo.modes.c_lflag
        await #expect(processExitsWith: .signal(number)) { [path = pseudo.path as String, number = number as Int32] in
            try await MainActor.run {
                let terminal = try GivingBackTests.terminal(at: path)
                TerminalGuard.setPatience(seconds: 1)
                let output = terminal.output
                Thread.detachNewThread {
                    while GivingBackTests.takesOutput(output) { usleep(1000) }
                    kill(getpid(), number)
                }
                while true { terminal.copy(String(repeating: "x", count: 10_000), throughScreen: false) }
            }
        }
        #expect(pseudo.modes.c_lflag == before)
        pseudo.catchUp()
        #expect(pseudo.output(upTo: leave) != nil)
    }

    /// The program hears the signal, but hangs while it gives the terminal back.
    @Test func aTerminalThatHangsKeepsNobodyFromLeaving() async throws {
        let pseudo = try PseudoTerminal(isHung: true)
        let before = pseudo.modes.c_lflag
        await #expect(processExitsWith: .signal(SIGTERM)) { [path = pseudo.path as String] in
            try await MainActor.run {
                let terminal = try GivingBackTests.terminal(at: path)
                TerminalGuard.setPatience(seconds: 1)
                kill(getpid(), SIGTERM)
                let wake = terminal.waitForEvents(descriptors: [], timeout: nil)
                guard wake.events == [.terminate(signal: SIGTERM)] else { exit(8) }
                GivingBackTests.fill(terminal.output)
                terminal.restore()
            }
        }
        #expect(pseudo.modes.c_lflag == before)
        pseudo.catchUp()
        #expect(pseudo.output(upTo: leave) != nil)
    }

    /// Once the signal was heard, leaving may take its time.
    @Test func aSignalThatWasHeardEndsNothingByItself() async throws {
        let pseudo = try PseudoTerminal()
        await #expect(processExitsWith: .exitCode(7)) { [path = pseudo.path as String] in
            let terminal = try GivingBackTests.terminal(at: path)
            TerminalGuard.setPatience(seconds: 1)
            kill(getpid(), SIGTERM)
            guard terminal.waitForEvents(descriptors: [], timeout: nil).events == [.terminate(signal: SIGTERM)] else {
                exit(8)
            }
            // No alarm is left.
            guard alarm(0) == 0 else { exit(9) }
            terminal.restore()
            guard alarm(0) == 0 else { exit(10) }
            exit(7)
        }
    }

    /// While an editor has the terminal, a signal waits for the editor to end.
    @Test func aSignalDuringAnEditorWaitsForItsEnd() async throws {
        let pseudo = try PseudoTerminal()
        await #expect(processExitsWith: .exitCode(7)) { [path = pseudo.path as String] in
            let terminal = try GivingBackTests.terminal(at: path)
            let left = terminal.withTerminalReleased { () -> UInt32 in
                kill(getpid(), SIGTERM)
                return alarm(0)
            }
            guard left == 0 else { exit(8) }
            exit(terminal.waitForEvents(descriptors: [], timeout: nil).events == [.terminate(signal: SIGTERM)] ? 7 : 9)
        }
    }

    /// Ctrl-C typed before an editor has started becomes a signal when the terminal is given back. Nobody meant it so.
    @Test func keysTypedAheadOfAnEditorEndNothing() async throws {
        let pseudo = try PseudoTerminal()
        await #expect(processExitsWith: .exitCode(7)) { [path = pseudo.path as String] in
            let terminal = try GivingBackTests.terminal(at: path)
            terminal.withTerminalReleased {
                kill(getpid(), SIGINT)
                kill(getpid(), SIGQUIT)
            }
            guard terminal.waitForEvents(descriptors: [], timeout: 0) == Wake() else { exit(8) }
            kill(getpid(), SIGINT)
            exit(terminal.waitForEvents(descriptors: [], timeout: nil).events == [.terminate(signal: SIGINT)] ? 7 : 9)
        }
    }

    // MARK: In the process that ends

    /// A terminal in a process that takes every signal; the process of the tests may block some.
    private static func terminal(at path: String) throws -> CursesTerminal {
        var none = sigset_t()
        sigemptyset(&none)
        sigprocmask(SIG_SETMASK, &none, nil)
        var limit = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
        let slave = open(path, O_RDWR | O_NOCTTY)
        return try CursesTerminal(input: slave, output: slave) { $0 == "TERM" ? "xterm-256color" : nil }
    }

    /// Shows a picture on a terminal that stays held.
    @MainActor private static func hold(at path: String) throws {
        let terminal = try terminal(at: path)
        terminal.present(Grid(terminal.size))
        held = terminal
    }

    @MainActor private static var held: CursesTerminal?

    /// Calls itself until there is no stack left.
    @inline(never) private static func depth(_ number: Int) -> Int {
        withUnsafeTemporaryAllocation(byteCount: 512, alignment: 8) { room in
            room[0] = UInt8(truncatingIfNeeded: number)
            return number == 0 ? 0 : depth(number + 1) &+ Int(room[0])
        }
    }

    private static func takesOutput(_ output: Int32) -> Bool {
        var waiting = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }

    /// Writes until the terminal has taken no more for a while: the kernel moves what it has to the other end when it comes
    /// to it, and then there is room again.
    private static func fill(_ output: Int32) {
        let flags = fcntl(output, F_GETFL)
        _ = fcntl(output, F_SETFL, flags | O_NONBLOCK)
        let bytes = [UInt8](repeating: 0x78, count: 4096)
        var refusals = 0
        while refusals < 200 {
            if write(output, bytes, bytes.count) > 0 || write(output, bytes, 1) > 0 {
                refusals = 0
            } else {
                refusals += 1
                usleep(1000)
            }
        }
        _ = fcntl(output, F_SETFL, flags)
    }
}
