import Foundation
import Host

/// A way to the host of a meeting: its socket, or a program that brings every byte to one.
public enum Way: Sendable {
    case socket(MeetingSocket)
    /// Such as `ssh host mlreview relay`.
    case program(Program)

    /// The same for later, from wherever it is done again.
    public var kept: KeptWay {
        switch self {
        case .socket(let socket): .folder(socket.home)
        case .program(let program): .program([program.name] + program.arguments)
        }
    }

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
