import Council
import Foundation
import GRDB
import Ledger

extension SQLiteLedger {
    public func deliveries(of date: CalendarDay) throws(LedgerError) -> [Delivery] {
        try store.read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT message, recipient, state, at, detail FROM deliveries
                    WHERE meeting = ? ORDER BY message, recipient
                    """,
                arguments: [date.description])
            var deliveries: [Delivery] = []
            while let row = try rows.next() {
                deliveries.append(
                    Delivery(
                        message: try row.decode(atIndex: 0), recipient: try row.decode(atIndex: 1),
                        state: try Self.state(row.decode(atIndex: 2)),
                        at: Date(milliseconds: try row.decode(atIndex: 3)), detail: try row.decode(atIndex: 4)))
            }
            return deliveries
        }
    }

    public func beginDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date,
        despite states: Set<Delivery.State>
    ) throws(LedgerError) -> [String] {
        try store.write { db in
            let found = try db.cachedStatement(
                sql: "SELECT state FROM deliveries WHERE meeting = ? AND message = ? AND recipient = ?")
            let closed = Delivery.State.closed(despite: states)
            var begun: [String] = []
            for recipient in recipients {
                let state = try String.fetchOne(found, arguments: [date.description, message, recipient])
                if let state, closed.contains(try Self.state(state)) { continue }
                begun.append(recipient)
            }
            try Self.write(.begun, of: message, to: begun, of: date, at: moment, detail: nil, in: db)
            return begun
        }
    }

    public func endDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date, _ state: Delivery.State,
        detail: String?
    ) throws(LedgerError) {
        try store.write { db in
            try Self.write(state, of: message, to: recipients, of: date, at: moment, detail: detail, in: db)
        }
    }

    /// A state that is not known must not pass for that of a mail which nobody has begun.
    private static func state(_ name: String) throws -> Delivery.State {
        guard let state = Delivery.State(rawValue: name) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a mail is “\(name)”, which is not known")
        }
        return state
    }

    private static func write(
        _ state: Delivery.State, of message: String, to recipients: [String], of date: CalendarDay, at moment: Date,
        detail: String?, in db: Database
    ) throws {
        let insertion = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO deliveries (meeting, message, recipient, at, state, detail)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        for recipient in recipients {
            try insertion.execute(arguments: [
                date.description, message, recipient, moment.milliseconds, state.rawValue, detail?.withoutNUL,
            ])
        }
    }
}
