import Council
import Foundation
import Ledger

extension PostgresLedger {
    public func deliveries(of date: CalendarDay) throws(LedgerError) -> [Delivery] {
        try talk { server in
            try server.run(
                "SELECT message, recipient, state, at, detail FROM mlreview.deliveries "
                    + "WHERE meeting = $1 ORDER BY message, recipient", .text(date.description)
            ).map { row in
                Delivery(
                    message: row[0].text ?? "", recipient: row[1].text ?? "", state: try state(row[2]),
                    at: Date(milliseconds: row[3].integer ?? 0), detail: row[4].text)
            }
        }
    }

    public func beginDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date,
        despite states: Set<Delivery.State>
    ) throws(LedgerError) -> [String] {
        let closed = Delivery.State.closed(despite: states)
        return try talk { server in
            try server.transaction {
                // Two that send at once don't both find that nobody has begun.
                try server.run("LOCK TABLE mlreview.deliveries IN SHARE ROW EXCLUSIVE MODE")
                let rows = try server.run(
                    "SELECT recipient, state FROM mlreview.deliveries WHERE meeting = $1 AND message = $2",
                    .text(date.description), .text(message))
                var held: Set<String> = []
                for row in rows where closed.contains(try state(row[1])) { held.insert(row[0].text ?? "") }
                let begun = recipients.filter { !held.contains($0) }
                try Self.write(.begun, of: message, to: begun, of: date, at: moment, detail: nil, server)
                return begun
            }
        }
    }

    public func endDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date, _ state: Delivery.State,
        detail: String?
    ) throws(LedgerError) {
        try talk { server in
            try Self.write(state, of: message, to: recipients, of: date, at: moment, detail: detail, server)
        }
    }

    /// A state that is not known must not pass for that of a mail which nobody has begun.
    private func state(_ field: Field) throws(LedgerError) -> Delivery.State {
        guard let state = field.text.flatMap(Delivery.State.init) else {
            throw .damagedServer(name, reason: "a mail is “\(field.text ?? "")”, which is not known")
        }
        return state
    }

    private static func write(
        _ state: Delivery.State, of message: String, to recipients: [String], of date: CalendarDay, at moment: Date,
        detail: String?, _ server: Connection
    ) throws {
        var places: Set<String> = []
        _ = try server.run(
            "INSERT INTO mlreview.deliveries (meeting, message, recipient, at, state, detail) "
                + "SELECT $1, $2, recipient, $4, $5, $6 FROM unnest($3) AS recipient "
                + "ON CONFLICT (meeting, message, recipient) DO UPDATE SET at = $4, state = $5, detail = $6",
            .text(date.description), .text(message), .texts(recipients.filter { places.insert($0).inserted }),
            .integer(moment.milliseconds), .text(state.rawValue), .text(detail?.withoutNUL))
    }
}
