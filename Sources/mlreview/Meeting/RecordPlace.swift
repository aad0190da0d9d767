import Agendas
import Council
import Foundation
import Host
import Ledger
import Live
import PostgresLedger
import SQLiteLedger

/// The one place that knows what kind of ledger a record is.
enum RecordPlace {
    /// Opens the record under a folder, and makes it on first use.
    static func open(_ folder: String) throws -> any Ledger {
        if let server = try server(folder) { return server }
        return try SQLiteLedger(folder: folder)
    }

    /// Opens the record to begin or go on with a meeting, as far as it can be opened now.
    static func openForMeeting(_ folder: String) throws -> any Ledger {
        if let server = try server(folder) { return server }
        do throws(LedgerError) {
            return try SQLiteLedger(folder: folder)
        } catch {
            // A record that is there and can't be written can still be looked at.
            if error.isAboutAccess, let reading = try? SQLiteLedger(reading: folder) { return reading }
            // A meeting is not put off because a disk is full: its acts are kept, and recorded once there is room.
            if error.isPassing, let waiting = try? SQLiteLedger(waitingFor: error, folder: folder) { return waiting }
            throw error
        }
    }

    /// Opens the record to read it; one that an older version has written is brought up to date.
    static func read(_ folder: String) throws -> any Ledger {
        if let server = try server(folder) { return server }
        do throws(LedgerError) {
            return try SQLiteLedger(reading: folder)
        } catch let error where error.cause == .older {
            return try SQLiteLedger(folder: folder)
        }
    }

    /// Whether a server keeps the record, and signs what is recorded.
    static func isServer(_ record: any Ledger) -> Bool { record is any ServedLedger }

    /// The address of the server that has the record of a folder; nil if it is in files.
    static func serverName(_ folder: String) throws -> String? { try AgendaFolder(path: folder).record()?.text }

    /// Connects to the record on a server, by an address that was read before.
    static func connect(_ name: String) throws(LedgerError) -> any ServedLedger {
        guard let address = try? DatabaseAddress(name) else { throw .failed(name, reason: "it is no address") }
        return try PostgresLedger(address)
    }

    /// The meeting to join on a server: the one that is open, or the last that is not closed, or the last.
    static func servedMeeting(at name: String, on day: CalendarDay?) throws -> ServedMeeting {
        let meetings = try connect(name).meetings()
        let chosen = day ?? (meetings.last { $0.isOpen } ?? meetings.last { !$0.isClosed } ?? meetings.last)?.date
        guard let chosen, meetings.contains(where: { $0.date == chosen }) else {
            throw Complaint(
                "nothing is recorded \(chosen.map { "of the meeting of \($0) " } ?? "")at \(name) yet: whoever takes the notes "
                    + "runs `mlreview run` and calls the roll; join then")
        }
        return ServedMeeting(chosen, at: name) { () throws(LedgerError) in try connect(name) }
    }

    /// The account that a folder's record belongs to, if it is not this one.
    static func foreignOwner(of folder: String) -> String? {
        var status = stat()
        guard lstat((folder as NSString).appendingPathComponent(".mlreview"), &status) == 0,
            status.st_uid != geteuid()
        else { return nil }
        return getpwuid(status.st_uid).flatMap { $0.pointee.pw_name.map { String(cString: $0) } }
            ?? "\(status.st_uid)"
    }

    /// Makes the folder of the record if there is none.
    static func makeFolder(under folder: String) throws(LedgerError) { try SQLiteLedger.makeFolder(under: folder) }

    /// Reads the record and makes nothing, no file beside it either.
    static func examine<T>(_ folder: String, _ body: (any Ledger) throws -> T) throws -> T {
        if let server = try server(folder) { return try body(server) }
        return try SQLiteLedger.examine(folder, body)
    }

    /// A text that differs whenever something is recorded on the server that `council.yaml` names; empty if it names none.
    static func standing(_ folder: String) -> String {
        do {
            guard let server = try server(folder) else { return "" }
            return try server.meetings().map { " \($0.date) \($0.entryCount)" }.joined()
        } catch {
            // Nobody knows what has been recorded since.
            return " \(UUID())"
        }
    }

    // MARK: Places that a person names

    /// The place that `database` is given: the address of a server, or a folder that holds `agendas/`.
    enum Named {
        case server(DatabaseAddress)
        case folder(String)

        init(_ text: String) throws {
            self = DatabaseAddress.isMeant(by: text) ? .server(try address(text)) : .folder(text)
        }

        var name: String {
            switch self {
            case .server(let address): address.text
            case .folder(let folder): folder
            }
        }
    }

    static func address(_ text: String) throws(Complaint) -> DatabaseAddress {
        do throws(DatabaseAddress.Fault) {
            return try DatabaseAddress(text)
        } catch {
            throw Complaint(error.sentence)
        }
    }

    /// The record on the server that `council.yaml` names; nil if it names none.
    private static func server(_ folder: String) throws -> PostgresLedger? {
        try AgendaFolder(path: folder).record().map { try PostgresLedger($0) }
    }
}
