import Council
import Foundation

/// A ledger that a server keeps. Several programs record in it at once, each under its own account, and the server says
/// what each may record and read.
public protocol ServedLedger: Ledger {
    /// Tells the server what this program does there, for `terminals`.
    func attend(_ attendance: ServedTerminal) throws(LedgerError)
    /// The programs that the server knows to be at a meeting now.
    func terminals(at date: CalendarDay) throws(LedgerError) -> [ServedTerminal]
    /// Lets everybody read the ballots of a secret vote, so that it can be counted. No ballot changes any more from then
    /// on, unless the tally is taken back.
    func openBallots(on motion: Int, of date: CalendarDay) throws(LedgerError)
}

/// A program at a meeting whose record is on a server.
public struct ServedTerminal: Equatable, Sendable {
    public enum Role: String, Sendable {
        /// It holds the lease: it reads the files, and writes the minutes.
        case runs
        case joins
        /// It is a shared screen.
        case shows
    }

    public let date: CalendarDay
    /// What the program says of itself.
    public let role: Role
    public let since: Date
    /// Such as `pts/3 on meeting-room`.
    public let place: String
    /// What the server says of it: the account, and whose it is. Nil for what a program says to the server.
    public let account: String?
    public let handle: Handle?

    public init(
        _ role: Role, at date: CalendarDay, since: Date, place: String, account: String? = nil, handle: Handle? = nil
    ) {
        (self.role, self.date, self.since, self.place) = (role, date, since, place)
        (self.account, self.handle) = (account, handle)
    }

    /// This program's.
    ///
    /// - Parameter terminal: The terminal's device; nil if there is none.
    public init(_ role: Role, at date: CalendarDay, since: Date, on terminal: String?) {
        let device = terminal.map { $0.hasPrefix("/dev/") ? String($0.dropFirst(5)) : $0 } ?? "no terminal"
        self.init(role, at: date, since: since, place: "\(device) on \(LeaseHolder.here(since: since).host)")
    }
}
