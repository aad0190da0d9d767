import Dispatch
import Glibc
import Synchronization
import SystemPackage

extension Program {
    /// A program that runs beside this one.
    public struct Companion: Sendable {
        /// This program's end of the socket that is the other one's standard input and output.
        public let descriptor: Int32
        /// The last line that it wrote to standard error; nil if there is none. Asked once the socket has ended, and
        /// waits a moment for the program to end, too.
        public let lastWords: @Sendable () -> String?
    }

    /// Starts the program beside this one, with one socket for its standard input and output.
    ///
    /// It ends when the socket is closed, as a filter does.
    public func companion() throws(SystemError) -> Companion {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
            throw SystemError("there is no pair of sockets")
        }
        var complaints: [Int32] = [-1, -1]
        guard pipe(&complaints) == 0 else {
            let error = SystemError("a pipe can't be made")
            for end in ends { close(end) }
            throw error
        }
        for end in ends + complaints { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (theirs, error) = (FileDescriptor(rawValue: ends[1]), FileDescriptor(rawValue: complaints[1]))
        let said = LastLine()
        let reading = complaints[0]
        Worker.start { said.read(reading) }
        Worker.start { [self] in
            let ending = ending(input: theirs, output: theirs, error: error)
            if case .notStarted(let why) = ending { said.put("\(name) can't be started: \(why)") }
            close(theirs.rawValue)
            close(error.rawValue)
        }
        return Companion(descriptor: ends[0]) { said.wait() }
    }
}

/// The last line that arrives on a pipe.
private final class LastLine: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    private let hasEnded = DispatchSemaphore(value: 0)
    /// Bytes that are kept: more than a line is in no sentence.
    private static let limit = 1024

    func read(_ descriptor: Int32) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            put(buffer[..<count])
        }
        close(descriptor)
        hasEnded.signal()
    }

    func put(_ text: String) { put(Array(text.utf8)[...]) }

    private func put(_ more: ArraySlice<UInt8>) {
        bytes.withLock { $0 = Array(($0 + more).suffix(Self.limit)) }
    }

    func wait() -> String? {
        if hasEnded.wait(timeout: .now() + 2) == .success { hasEnded.signal() }
        let text = String(decoding: bytes.withLock { $0 }, as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        return lines.last { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
    }
}
