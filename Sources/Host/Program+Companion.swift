import Glibc
import SystemPackage

extension Program {
    /// Starts the program beside this one, with one socket for its standard input and output.
    ///
    /// It ends when the socket is closed, as a filter does. What it writes to standard error goes nowhere.
    ///
    /// - Returns: this program's end of the socket.
    public func companion() throws(SystemError) -> Int32 {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
            throw SystemError("there is no pair of sockets")
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let theirs = FileDescriptor(rawValue: ends[1])
        let (program, nowhere) = (self, open("/dev/null", O_WRONLY | O_CLOEXEC))
        Worker.start {
            _ = program.ending(
                input: theirs, output: theirs, error: nowhere >= 0 ? FileDescriptor(rawValue: nowhere) : theirs)
            close(theirs.rawValue)
            if nowhere >= 0 { close(nowhere) }
        }
        return ends[0]
    }
}
