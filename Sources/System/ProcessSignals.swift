import Glibc

/// How this process takes signals that are no one's business but its own.
public enum ProcessSignals {
    /// To be called once, before anything is read, written or started.
    ///
    /// - A write into a pipe that nobody reads fails with `EPIPE`, and does not end the program.
    /// - The end of a program that was started here can be waited for, even if whoever started this one ignores it:
    ///   with `SIGCHLD` ignored the system throws exit statuses away.
    public static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGCHLD, SIG_DFL)
    }

    /// Ends this process as a signal does whose default is in force, so that whoever started it sees that.
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
