import Council
import Foundation
import Glibc
import Host

/// Brings every byte of standard input to the socket of a meeting, and every byte back.
public struct SocketRelay {
    private let handle: Handle?
    private let from: String
    private let find: () throws(LiveError) -> MeetingSocket

    /// - Parameters:
    ///   - handle: For whom it speaks; nil if the account says it.
    ///   - from: The host of the terminal, as far as ssh says it.
    public init(for handle: Handle?, from: String, _ find: @escaping () throws(LiveError) -> MeetingSocket) {
        self.handle = handle
        self.from = from
        self.find = find
    }

    /// Runs until either end is closed. If nobody hosts a meeting, the terminal is told so.
    ///
    /// - Returns: whether the host was reached.
    public func run() -> Bool {
        let socket: Int32
        do throws(LiveError) {
            socket = try find().connect()
        } catch {
            say(HostFrame.absent(why: error.sentence), to: STDOUT_FILENO)
            return false
        }
        defer { close(socket) }
        say(ClientFrame.relay(version: lineVersion, on: from, handle: handle), to: socket)
        pump(socket)
        return true
    }

    private func say(_ frame: some Encodable, to descriptor: Int32) {
        guard var line = (try? JSONEncoder().encode(frame)).map(Array.init) else { return }
        line.append(UInt8(ascii: "\n"))
        _ = writeAll(line, to: descriptor)
    }

    private func pump(_ socket: Int32) {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            var polled = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&polled, 2, -1) >= 0 || errno == EINTR else { return }
            for (place, target) in [(0, socket), (1, STDOUT_FILENO)] where polled[place].revents != 0 {
                let count = read(polled[place].fd, &buffer, buffer.count)
                guard count > 0, writeAll(buffer[..<count], to: target) else { return }
            }
        }
    }
}
