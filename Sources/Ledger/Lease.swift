import Council
import Foundation

/// The right to record at a meeting. One terminal has it at a time, until it lets go or ends, however it ends.
public protocol Lease: AnyObject, Sendable {
    /// Whether it keeps others out of the place where the ledger records now.
    var isInForce: Bool { get }
    /// Lets another terminal record; the lease is of no use afterwards. A lease that is let go of releases itself.
    func release()
}

/// The answer to a request for a lease.
public enum LeaseAnswer: Sendable {
    case held(any Lease)
    /// Somebody else records; nil if they have not said who they are.
    case taken(by: LeaseHolder?)
}

/// Tells a follower that something was recorded, or that a lease was let go of.
///
/// Nothing is polled: `descriptor` becomes readable, for `poll(2)`, when there is something to look for.
public protocol LedgerWatch: AnyObject, Sendable {
    /// Closed with the watch.
    var descriptor: Int32 { get }
    /// Takes note of what has happened: the descriptor rests until something else does.
    ///
    /// - Returns: whether anything had happened.
    @discardableResult
    func acknowledge() -> Bool
}

/// Who holds the lease on a meeting.
public struct LeaseHolder: Codable, Equatable, Sendable {
    public let process: Int32
    public let host: String
    /// The terminal's device, such as `/dev/pts/3`; nil if there is none.
    public let terminal: String?
    public let since: Date

    public init(process: Int32, host: String, terminal: String?, since: Date) {
        self.process = process
        self.host = host
        self.terminal = terminal
        self.since = since
    }

    /// This process.
    public static func here(since: Date) -> LeaseHolder {
        LeaseHolder(
            process: getpid(), host: hostName, terminal: controllingTerminal, since: since)
    }

    /// The machine's own name, without asking the network for it.
    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        return gethostname(&name, name.count - 1) == 0 ? text(name) : "this machine"
    }

    private static var controllingTerminal: String? {
        var name = [CChar](repeating: 0, count: 256)
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
        where ttyname_r(descriptor, &name, name.count) == 0 {
            return text(name)
        }
        return nil
    }

    private static func text(_ name: [CChar]) -> String {
        String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension LeaseHolder: CustomStringConvertible {
    /// `process 4711 at /dev/pts/3 on meeting-room`.
    ///
    /// Without control characters: the names were read from a file.
    public var description: String {
        let text = "process \(process)\(terminal.map { " at \($0)" } ?? "") on \(host)"
        return String(text.unicodeScalars.filter { $0.properties.generalCategory != .control })
    }
}
