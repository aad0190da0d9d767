import Foundation
import Glibc
import Host

/// A way to the host of a meeting: its socket, or a program that brings every byte to one.
public enum Way: Sendable {
    case socket(MeetingSocket)
    /// Such as `ssh host mlreview relay`.
    case program(Program)

    /// Seconds between two attempts to reach the host again.
    var pause: TimeInterval {
        switch self {
        case .socket: 0.25
        case .program: 1
        }
    }

    /// - Returns: a descriptor that is read and written.
    func open() throws(LiveError) -> Int32 {
        switch self {
        case .socket(let socket): return try socket.connect()
        case .program(let program):
            do {
                return try program.companion()
            } catch {
                throw LiveError(error.description)
            }
        }
    }
}

/// Writes all bytes, and waits as long as it takes.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        if count > 0 {
            rest = rest.dropFirst(count)
        } else if errno != EINTR {
            return false
        }
    }
    return true
}
