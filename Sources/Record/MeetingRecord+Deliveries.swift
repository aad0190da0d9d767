import Council
import Foundation
import GRDB

/// Who got which mail.
extension MeetingRecord {
    /// What is known of the mails of a meeting, by message and recipient.
    public func deliveries(of date: CalendarDay) throws(RecordError) -> [Delivery] {
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
                let milliseconds: Int = row[3]
                deliveries.append(
                    Delivery(
                        message: row[0], recipient: row[1], state: state,
                        at: Date(timeIntervalSince1970: Double(milliseconds) / 1000), detail: row[4]))
            }
            return deliveries
        }
    }

    /// Marks a mail as begun for the recipients who may still get it, before it is handed over.
    ///
    /// - Parameter states: who gets it once more: those whom it was accepted for, or those who may have it.
    /// - Returns: the recipients to hand it over for, in the order given. Nobody else gets the same ones meanwhile.
    public func beginDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date,
        despite states: Set<Delivery.State> = []
    ) throws(RecordError) -> [String] {
        try store.write { db in
            let found = try db.cachedStatement(
                sql: "SELECT state FROM deliveries WHERE meeting = ? AND message = ? AND recipient = ?")
            let closed = Set([Delivery.State.begun, .accepted]).subtracting(states).map(\.rawValue)
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

    /// Keeps what the mail system answered.
    public func endDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date, _ state: Delivery.State,
        detail: String? = nil
    ) throws(RecordError) {
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
        let milliseconds = Int((moment.timeIntervalSince1970 * 1000).rounded())
        for recipient in recipients {
            try insertion.execute(arguments: [
                date.description, message, recipient, milliseconds, state.rawValue, detail?.withoutNUL,
            ])
        }
    }
}
