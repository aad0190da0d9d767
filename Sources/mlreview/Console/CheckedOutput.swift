import Foundation

/// A descriptor that text is printed to, every write of which is checked.
///
/// A pipe that nobody reads any more is a failure like others, whatever the program does with SIGPIPE: it must not end
/// in the middle of an act.
struct CheckedOutput: Sendable {
    let descriptor: Int32

    static let standard = CheckedOutput(descriptor: STDOUT_FILENO)

    func printLine(_ line: some CustomStringConvertible) throws(OutputFailure) { try print("\(line)\n") }

    func printLines(_ lines: [String]) throws(OutputFailure) {
        try print(lines.map { $0 + "\n" }.joined())
    }

    /// Prints a text as it is, without keeping it back: whoever follows hears it when it happens.
    func print(_ text: String) throws(OutputFailure) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let (written, code) = rest.withUnsafeBytes { Self.write($0, to: descriptor) }
            switch code {
            case 0: rest = rest.dropFirst(written)
            case EINTR: continue
            case EAGAIN: waitUntilWritable()
            default: throw OutputFailure(code: code)
            }
        }
    }

    private func waitUntilWritable() {
        var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&watched, 1, -1)
    }

    /// Writes while SIGPIPE is kept from this thread, and takes it away if it came.
    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> (written: Int, code: Int32) {
        var (brokenPipe, before, waiting) = (sigset_t(), sigset_t(), sigset_t())
        sigemptyset(&brokenPipe)
        sigaddset(&brokenPipe, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &brokenPipe, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        sigpending(&waiting)
        let written = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        let code = written < 0 ? errno : 0
        if code == EPIPE, sigismember(&waiting, SIGPIPE) == 0 {
            var now = timespec()
            while sigtimedwait(&brokenPipe, nil, &now) < 0, errno == EINTR {}
        }
        return (max(0, written), code)
    }
}

/// Standard error. There is nobody to tell that it can't be written.
enum StandardError {
    static func print(_ text: String) { try? CheckedOutput(descriptor: STDERR_FILENO).print(text) }
}
