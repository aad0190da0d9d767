import Foundation
import Host

/// A way to the host of a meeting: its socket, or a program that brings every byte to one; or to its record on a server,
/// which needs no host.
public enum Way: Sendable {
    case socket(MeetingSocket)
    /// Such as `ssh host mlreview relay`.
    case program(Program)
    case record(ServedMeeting)

    /// The same for later, from wherever it is done again.
    public var kept: KeptWay {
        switch self {
        case .socket(let socket): .folder(socket.home)
        case .program(let program): .program([program.name] + program.arguments)
        case .record(let meeting): .server(meeting.name)
        }
    }

    /// Seconds between two attempts to reach the host again.
    var pause: TimeInterval {
        switch self {
        case .socket: 0.25
        case .program, .record: 1
        }
    }

    /// What is said if nobody says welcome there, nor why not.
    var sentenceOnSilence: String {
        guard case .program(let program) = self else {
            return "the host does not answer: `mlreview host` may have ended"
        }
        let words = ([program.name] + program.arguments).joined(separator: " ")
        return "`\(words)` ended without an answer of the host: run it in a shell, which shows why"
    }

    /// What can be gone at the other end.
    public var otherEnd: String { if case .record = self { "server" } else { "host" } }

    /// - Returns: a descriptor that is read and written.
    func open() throws(LiveError) -> Int32 {
        switch self {
        case .socket(let socket): return try socket.connect()
        case .record(let meeting): return try meeting.open()
        case .program(let program):
            do {
                return try program.companion()
            } catch {
                throw LiveError(error.description)
            }
        }
    }
}
