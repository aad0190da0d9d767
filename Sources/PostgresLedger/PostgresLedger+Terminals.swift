import Council
import Foundation
import Ledger

/// Who is there: what a server knows of its connections, and lets everybody know.
///
/// It tells the account of each and the name that its program gave itself, and no more to whoever is no superuser. So a
/// program says in that name at which meeting it is, since when, and where.
extension PostgresLedger: ServedLedger {
    public func attend(_ attendance: ServedTerminal) throws(LedgerError) {
        state.withLock { $0.attendance = attendance }
        try talk { try Self.attend(attendance, $0) }
    }

    static func attend(_ attendance: ServedTerminal, _ server: Connection) throws(ServerError) {
        let seconds = Int(attendance.since.timeIntervalSince1970)
        try server.run(
            "SELECT set_config('application_name', $1, false)",
            .text("mlreview \(attendance.date) \(attendance.role.rawValue) \(seconds) \(attendance.place)"))
    }

    public func terminals(at date: CalendarDay) throws(LedgerError) -> [ServedTerminal] {
        try talk { server in
            try server.run(
                """
                SELECT usename::text, application_name, handle FROM pg_catalog.pg_stat_activity
                LEFT JOIN mlreview.people ON login = usename
                WHERE datname = current_database() AND starts_with(application_name, $1) ORDER BY pid
                """, .text("mlreview \(date) ")
            ).compactMap { row in
                let words = (row[1].text ?? "").split(separator: " ", maxSplits: 4).map(String.init)
                guard words.count == 5, let role = ServedTerminal.Role(rawValue: words[2]), let seconds = Int(words[3]),
                    seconds.magnitude < 1 << 40
                else { return nil }
                return ServedTerminal(
                    role, at: date, since: Date(timeIntervalSince1970: Double(seconds)), place: words[4],
                    account: row[0].text, handle: row[2].text.map(Handle.init(rawValue:)))
            }.sorted { ($0.role == .runs ? 0 : 1, $0.since) < ($1.role == .runs ? 0 : 1, $1.since) }
        }
    }

    public func openBallots(on motion: Int, of date: CalendarDay) throws(LedgerError) {
        try talk { server in
            _ = try server.run("SELECT mlreview.open_ballots($1, $2)", .text(date.description), .integer(motion))
        }
    }
}
