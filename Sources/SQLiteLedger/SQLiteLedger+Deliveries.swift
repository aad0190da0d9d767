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
                guard let state = Delivery.State(rawValue: row[2]) else { continue }
                deliveries.append(
                    Delivery(
                        message: row[0], recipient: row[1], state: state,
                        at: Date(milliseconds: row[3]), detail: row[4]))
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
            let closed = Delivery.State.closed(despite: states).map(\.rawValue)
            var begun: [String] = []
            for recipient in recipients {
                let state = try String.fetchOne(found, arguments: [date.description, message, recipient])
                if let state, closed.contains(state) { continue }
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
