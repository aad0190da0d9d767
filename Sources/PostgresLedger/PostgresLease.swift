import Council
import Foundation
import Ledger
import Synchronization

/// The right to record at a meeting, as a lock of the server that lasts as long as a connection of its own.
final class PostgresLease: Lease {
    private let connection: Mutex<Connection?>
    private let date: CalendarDay

    init(_ connection: Connection, on date: CalendarDay) {
        self.connection = Mutex(connection)
        self.date = date
    }

    deinit { release() }

    var isInForce: Bool { connection.withLock { $0?.isAlive ?? false } }

    func release() {
        connection.withLock { connection in
            // Others hear of it when the lock is free already.
            _ = try? connection?.run(
                "SELECT pg_advisory_unlock(1, $1::date - date '2000-01-01'), pg_notify('mlreview', '')",
                .text(date.description))
            connection = nil
        }
    }
}

extension PostgresLedger {
    public func takeLease(for date: CalendarDay, at moment: Date) throws(LedgerError) -> LeaseAnswer {
        let connection = try Connection(address)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .millisecondsSince1970
        let asker = (try? encoder.encode(LeaseHolder.here(since: moment))).map { String(decoding: $0, as: UTF8.self) }
        do {
            let answer = try connection.run(
                "SELECT mlreview.take_lease($1, $2)", .text(date.description), .text(asker ?? "{}"))
            guard let holder = answer.first?[0].text else { return .held(PostgresLease(connection, on: date)) }
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .millisecondsSince1970
            return .taken(by: try? decoder.decode(LeaseHolder.self, from: Data(holder.utf8)))
        } catch {
            throw LedgerError(error, name, account: account)
        }
    }

    public func isLeaseFree(for date: CalendarDay) -> Bool {
        let answer = try? talk { try $0.run("SELECT mlreview.is_free($1)", .text(date.description)) }
        return answer?.first?[0].integer == 1
    }
}
