import Glibc
import Synchronization
import SystemPackage

extension Program {
    /// Runs the program at this program's terminal and waits for it, as `system(3)` does.
    ///
    /// Until it ends, the keys that send signals are meant for it: Ctrl-C and Ctrl-\ do nothing here, and Ctrl-Z stops
    /// both programs, so that the shell shows its prompt. A signal that asks this program to end is handed on to the
    /// other one, and takes effect here once that has ended.
    ///
    /// - Parameter text: What it reads in place of the terminal; nil for the terminal.
    public func runInForeground(reading text: String? = nil) -> Ending {
        let file: MemoryFile?
        do throws(SystemError) {
            file = try text.map { text throws(SystemError) in try MemoryFile(text.utf8) }
        } catch {
            return .notStarted(error.description)
        }
        let signals = ForegroundSignals()
        defer { signals.restore() }
        return ending(
            input: file.map { FileDescriptor(rawValue: $0.descriptor) } ?? .standardInput, output: .standardOutput,
            error: .standardError,
            onStart: { process in
                ForegroundSignals.child.store(process, ordering: .sequentiallyConsistent)
                ForegroundSignals.handOn()
                Worker.start { Self.stop(togetherWith: process) }
            })
    }

    /// Stops this program whenever the other one stops, and continues the other one when this one continues.
    ///
    /// Some editors stop only themselves at Ctrl-Z, and the shell would go on waiting for this program.
    private static func stop(togetherWith process: pid_t) {
        while true {
            var info = siginfo_t()
            // Nothing is reaped here; the code that started the program waits for its end.
            let answer = waitid(P_PID, id_t(process), &info, WSTOPPED | WEXITED | WNOWAIT)
            if answer < 0, errno == EINTR { continue }
            guard answer == 0, info.si_code == CLD_STOPPED else { return }
            // By then a stop of the whole group has stopped this program, too, and is over when this line goes on.
            usleep(50_000)
            var again = siginfo_t()
            guard waitid(P_PID, id_t(process), &again, WSTOPPED | WNOHANG) == 0, again.si_code == CLD_STOPPED else {
                continue
            }
            // raise(3) stops this thread with all others before it returns. After kill(2) it would run on for a moment,
            // and the other program would take keys from the shell.
            raise(SIGSTOP)
            kill(process, SIGCONT)
        }
    }
}

/// The signals of this program while another one has the terminal.
private final class ForegroundSignals {
    /// The program that has the terminal; 0 for none.
    static let child = Atomic<pid_t>(0)
    /// The signal that asked this program to end meanwhile; 0 for none.
    static let wanted = Atomic<Int32>(0)
    /// The same signal until it is handed on; 0 for none.
    private static let waiting = Atomic<Int32>(0)

    private var before: [(number: Int32, action: sigaction)] = []

    init() {
        Self.child.store(0, ordering: .sequentiallyConsistent)
        Self.wanted.store(0, ordering: .sequentiallyConsistent)
        Self.waiting.store(0, ordering: .sequentiallyConsistent)
        set(SIGINT, SIG_IGN)
        set(SIGQUIT, SIG_IGN)
        set(SIGTSTP, SIG_DFL)
        for number in [SIGTERM, SIGHUP] {
            set(number) { number in
                let error = errno
                ForegroundSignals.wanted.store(number, ordering: .sequentiallyConsistent)
                ForegroundSignals.waiting.store(number, ordering: .sequentiallyConsistent)
                ForegroundSignals.handOn()
                errno = error
            }
        }
    }

    /// Sends the program a signal that is waiting for it, and only once: a second one would cut short how an editor saves
    /// what is in it. A signal may arrive before the program's number is known; then it waits for that.
    static func handOn() {
        let child = child.load(ordering: .sequentiallyConsistent)
        guard child > 0 else { return }
        let number = waiting.exchange(0, ordering: .sequentiallyConsistent)
        if number != 0 { kill(child, number) }
    }

    /// Sets a handler, unless this program was started with the signal ignored: then it stays ignored.
    private func set(_ number: Int32, _ handler: __sighandler_t?) {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = SA_RESTART
        var old = sigaction()
        guard sigaction(number, nil, &old) == 0 else { return }
        if unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
            return
        }
        sigaction(number, &action, nil)
        before.append((number, old))
    }

    /// Restores the handlers. A signal that asked this program to end is sent once more.
    func restore() {
        for (number, action) in before {
            var action = action
            sigaction(number, &action, nil)
        }
        let number = Self.wanted.exchange(0, ordering: .sequentiallyConsistent)
        if number != 0 { raise(number) }
    }
}
