import Glibc
import Synchronization

/// A pipe from this process to itself. Raising it wakes a loop that sleeps in `poll(2)`.
///
/// Raising it twice before the loop looks wakes the loop once.
public final class SelfPipe: Sendable {
    private let reading: Int32
    private let writing: Int32

    /// A descriptor for `poll(2)`, readable while the pipe is raised; closed with the object.
    public var descriptor: Int32 { reading }

    /// The end to write into, for signal handlers, which may not call `raise`.
    public var writer: Int32 { writing }

    /// - Throws: The reason why the system gives no pipe, such as too many open files.
    public init() throws(SystemError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw SystemError("a pipe can't be made") }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        reading = ends[0]
        writing = ends[1]
    }

    deinit {
        close(reading)
        close(writing)
    }

    public func raise() {
        var byte: UInt8 = 1
        // A full pipe is raised already.
        while write(writing, &byte, 1) < 0, errno == EINTR {}
    }

    public func lower() { _ = take() }

    /// Lowers the pipe and returns what was written into it.
    public func take() -> [UInt8] {
        var taken: [UInt8] = []
        withUnsafeTemporaryAllocation(byteCount: 512, alignment: 1) { buffer in
            while true {
                let count = read(reading, buffer.baseAddress, buffer.count)
                if count == 0 || count < 0 && errno != EINTR { return }
                if count > 0 { taken += buffer.prefix(count) }
            }
        }
        return taken
    }
}
