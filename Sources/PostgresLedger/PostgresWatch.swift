import CPostgres
import Dispatch
import Foundation
import Host
import Ledger
import Synchronization

/// Tells when another program has recorded something, or has let go of its lease.
///
/// A notification can be lost with a connection, and none comes from a program that was killed: after five seconds of
/// silence the watch says that there may be something.
final class PostgresWatch: LedgerWatch {
    /// Readable while the server's socket is, or the clock has run out.
    let descriptor: Int32
    private let clock: Int32
    private let address: DatabaseAddress
    private let connection: Mutex<Connection?>
    /// Whether a connection is the ledger's own: what it records is no news.
    private let isOwn: @Sendable (_ number: Int32) -> Bool

    /// Seconds.
    private let silence: Int32

    init(
        _ address: DatabaseAddress, silence: Int32 = 5,
        isOwn: @escaping @Sendable (_ number: Int32) -> Bool = { _ in false }
    ) throws(LedgerError) {
        self.address = address
        self.isOwn = isOwn
        self.silence = silence
        descriptor = waiting_set()
        clock = waiting_clock(silence)
        connection = Mutex(nil)
        guard descriptor >= 0, clock >= 0, waiting_add(descriptor, clock) == 0 else {
            throw .failed(address.text, reason: String(cString: strerror(errno)))
        }
        try listen()
    }

    deinit {
        close(clock)
        close(descriptor)
    }

    private func listen() throws(LedgerError) {
        let new = try Connection(address)
        do {
            try new.run("LISTEN mlreview")
        } catch {
            throw LedgerError(error, address.text)
        }
        connection.withLock { connection in
            connection = new
            _ = waiting_add(descriptor, new.socket)
        }
    }

    func acknowledge() -> Bool {
        var hasHappened = waiting_wind(clock, silence) != 0
        connection.withLock { open in
            guard let senders = open?.takeSenders() else {
                // Closed, it leaves the set, which would be readable for ever.
                if open != nil { hasHappened = true }
                open = nil
                if hasHappened { listenAgain() }
                return
            }
            hasHappened = hasHappened || !senders.allSatisfy(isOwn)
        }
        return hasHappened
    }

    /// Off the thread that draws: a server that is gone may take seconds to be known as gone.
    private func listenAgain() {
        DispatchQueue.global().async { [weak self] in
            guard let self, (try? self.listen()) != nil else { return }
            // What was recorded meanwhile was told to nobody here.
            _ = waiting_wind(self.clock, 0)
        }
    }
}

extension PostgresLedger {
    public func watch() throws(LedgerError) -> (any LedgerWatch)? {
        try PostgresWatch(address) { [weak self] number in
            self?.state.withLock { $0.connection?.number == number } ?? false
        }
    }
}
