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
    ///
    /// - Parameter lastWords: What the program on the way said before it ended.
    func sentenceOnSilence(_ lastWords: String?) -> String {
        guard case .program(let program) = self else {
            return "the host does not answer: `mlreview host` may have ended"
        }
        let words = ([program.name] + program.arguments).joined(separator: " ")
        return lastWords.map { "`\(words)` ended without an answer of the host, and said: \($0)" }
            ?? "`\(words)` ended without an answer of the host: run it in a shell, which shows why"
    }

    /// What can be gone at the other end.
    public var otherEnd: String { if case .record = self { "server" } else { "host" } }

    /// - Parameter mayAsk: Whether a program on the way may ask the person something, as `ssh` does for a password. It
    ///   would write over the screen.
    func open(mayAsk: Bool) throws(LiveError) -> Line {
        switch self {
        case .socket(let socket): return Line(descriptor: try socket.connect())
        case .record(let meeting): return Line(descriptor: try meeting.open())
        case .program(let program):
            do {
                let companion = try (mayAsk ? program : program.unasking).companion()
                return Line(descriptor: companion.descriptor, lastWords: companion.lastWords)
            } catch {
                throw LiveError(error.description)
            }
        }
    }

    /// A line to the host.
    struct Line: Sendable {
        /// It is read and written.
        let descriptor: Int32
        /// What the program on the way said last, once the line has ended; nil if it said nothing.
        var lastWords: @Sendable () -> String? = { nil }
    }
}

extension Program {
    /// The same, if it is `ssh`, so that it never asks for anything.
    fileprivate var unasking: Program {
        (name as NSString).lastPathComponent == "ssh" ? Program(name, ["-o", "BatchMode=yes"] + arguments) : self
    }
}
