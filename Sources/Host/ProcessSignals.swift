import Glibc

/// How this process handles the signals that concern only itself.
public enum ProcessSignals {
    /// Call this once, before anything is read, written or started.
    ///
    /// - A write into a pipe that nobody reads fails with `EPIPE` and does not end the program.
    /// - The exit statuses of programs that this one starts are kept. The system throws them away if this program was
    ///   started with `SIGCHLD` ignored.
    public static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGCHLD, SIG_DFL)
    }

    /// Ends this process by a signal with its default effect, so that the program that started it sees which it was.
    public static func end(by number: Int32) -> Never {
        signal(number, SIG_DFL)
        var mask = sigset_t()
        sigemptyset(&mask)
        sigaddset(&mask, number)
        pthread_sigmask(SIG_UNBLOCK, &mask, nil)
        raise(number)
        _exit(128 + number)
    }
}
