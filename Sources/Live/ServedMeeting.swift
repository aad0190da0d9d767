import Council
import Foundation
import Glibc
import Host
import Ledger

/// A meeting whose record is on a server. Nobody hosts it: each terminal asks the server under its own account.
public struct ServedMeeting: Sendable {
    /// The address of the record.
    public let name: String
    public let date: CalendarDay
    private let connect: @Sendable () throws(LedgerError) -> any ServedLedger

    public init(
        _ date: CalendarDay, at name: String, _ connect: @escaping @Sendable () throws(LedgerError) -> any ServedLedger
    ) {
        (self.date, self.name, self.connect) = (date, name, connect)
    }

    /// Reads the meeting, and answers at one end of a pair of sockets as a host does.
    ///
    /// - Returns: the other end.
    func open() throws(LiveError) -> Int32 {
        let desk = try desk()
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | Self.closeOnExec), 0, &ends) == 0 else {
            throw LiveError("there is no socket: \(SystemError.reason(errno))")
        }
        let inner = ends[1]
        Worker.start { desk.serve(inner) }
        return ends[0]
    }

    private func desk() throws(LiveError) -> RecordDesk {
        let (ledger, watch, session, journal) = try meeting()
        return RecordDesk(try SharedMeeting(session, journal), ledger, watch)
    }

    /// The meeting as it is recorded, and a way to hear what comes after it.
    private func meeting() throws(LiveError) -> (any ServedLedger, (any LedgerWatch)?, Session, Journal) {
        do throws(LedgerError) {
            let ledger = try connect()
            // Before the meeting is read: nothing that is recorded in between is missed.
            let watch = try ledger.watch()
            let log = try ledger.log(of: date)
            guard let journal = Journal(entries: log.entries) else {
                throw LedgerError(
                    .nothingRecorded,
                    "nothing is recorded of the meeting of \(date) at \(name): with `mlreview run`, whoever takes its notes "
                        + "calls the roll; join then")
            }
            try ledger.checkChain(of: date)
            return (ledger, watch, Session(ledger, lease: nil, log: log), journal)
        } catch {
            throw LiveError(error.sentence)
        }
    }

    private static let closeOnExec: UInt32 = 0o2000000
}

/// Takes in what others record on a server, for a terminal that records there, too.
public final class RecordFollower: Sendable {
    private let watch: any LedgerWatch
    private let shared: SharedMeeting

    public init(_ shared: SharedMeeting, _ watch: any LedgerWatch) {
        self.watch = watch
        self.shared = shared
        let weak = Weak(self)
        Worker.start { Self.follow(weak) }
    }

    private static func follow(_ weak: Weak) {
        while let follower = weak.follower { follower.wait() }
    }

    private func wait() {
        guard waitUntilReadable(watch.descriptor, milliseconds: 1000), watch.acknowledge() else { return }
        // A server that is gone is told of by whatever is recorded next, and by the recorder's check.
        try? shared.readOn()
    }

    private struct Weak: Sendable {
        weak let follower: RecordFollower?
        init(_ follower: RecordFollower) { self.follower = follower }
    }
}
