import Foundation
import GRDB
import Ledger

/// Making connections: to write, to read, and if there is no room.
extension Store {
    /// Seconds to wait for another process that writes.
    private static let patience = 2.0

    static func configuration(readonly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(patience)
        configuration.label = "record"
        configuration.foreignKeysEnabled = false
        return configuration
    }

    /// A database in memory, with nothing in it.
    static func emptyQueue() throws -> DatabaseQueue {
        let queue = try DatabaseQueue(configuration: configuration(readonly: false))
        try Schema.migrator.migrate(queue)
        return queue
    }

    /// Sentences on a file that a person should know before it is opened.
    static func strangeness(of files: RecordFiles) throws(LedgerError) -> [String] {
        guard let mark = FilePresence.Mark(files.database), mark.size == 0 else { return [] }
        // SQLite would take the log away unread.
        if let log = FilePresence.Mark(files.log), log.size > 0 {
            throw .damaged(path: files.database, reason: "the file is empty, and its log beside it is not")
        }
        return [
            "the record at \(files.database) was an empty file, and starts again: "
                + "if meetings were in it, leave now and put a backup in its place"
        ]
    }

    static func openForWriting(_ files: RecordFiles) throws(LedgerError) -> DatabaseQueue {
        try files.refuseLinks()
        let path = files.database
        do {
            // SQLite makes its files as everybody may read them, but for the umask; the log takes after the database.
            if !files.exists(path), let new = FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL) { new.close() }
            let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: false))
            try queue.read { try check($0, path: path) }
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL")
                // A commit is on disk when it returns.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                // 4 MiB of log: seldom moved during a meeting, and read in a few milliseconds after a crash.
                try db.execute(sql: "PRAGMA wal_autocheckpoint = 1000")
                // 400 KiB: a meeting's pages are read once, and the system keeps them, too.
                try db.execute(sql: "PRAGMA cache_size = -400")
            }
            try Schema.migrator.migrate(queue)
            return queue
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Where the folder can't be written, SQLite reads a database with a log only if the log's index lies there too;
    /// one without a log is whole, and can be read as it lies.
    static func openForReading(
        _ files: RecordFiles
    ) throws(LedgerError) -> (queue: DatabaseQueue, isFrozen: Bool) {
        let path = files.database
        try files.refuseLinks()
        guard access(path, R_OK) == 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? .nothingRecorded(path: path) : .unreadable(path: path, reason: LedgerError.systemReason)
        }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: true))
            try queue.read { try checkReadable($0, path: path) }
            return (queue, false)
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
        {
            return (try openFrozen(path), true)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    static func openFrozen(_ path: String) throws(LedgerError) -> DatabaseQueue {
        var log = stat()
        guard stat(path + "-wal", &log) != 0 || log.st_size == 0 else { throw .needsWritableFolder(path: path) }
        var address = URLComponents()
        address.scheme = "file"
        address.path = path
        address.queryItems = [URLQueryItem(name: "immutable", value: "1")]
        do {
            let queue = try DatabaseQueue(
                path: address.string ?? path, configuration: configuration(readonly: true))
            try queue.read { try checkReadable($0, path: path) }
            return queue
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// The readable part of a record that can't be written now.
    static func openWaiting(_ files: RecordFiles) throws -> DatabaseQueue {
        guard files.exists(files.database) else { return try emptyQueue() }
        do throws(LedgerError) {
            return try openAlone(files)
        } catch let error where error.cause == .nothingRecorded {
            // A first start found room for the file, and for nothing in it.
            return try emptyQueue()
        }
    }

    /// A connection that reads the log without an index on the disk, for which there may be no room.
    static func openAlone(_ files: RecordFiles) throws(LedgerError) -> DatabaseQueue {
        try files.refuseLinks()
        do {
            var configuration = configuration(readonly: false)
            configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
            let queue = try DatabaseQueue(path: files.database, configuration: configuration)
            try queue.read { try checkReadable($0, path: files.database) }
            return queue
        } catch {
            throw LedgerError(error, path: files.database)
        }
    }

    /// Refuses a file that is not a record, and a record that only a newer version understands.
    static func check(_ db: Database, path: String) throws {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard id != Schema.applicationID else {
            if try Schema.migrator.hasBeenSuperseded(db) { throw LedgerError.newer(path: path) }
            return
        }
        // A first start that was cut short leaves the list of migrations, with none in it.
        let others = "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
        let isEmpty = try Int.fetchOne(db, sql: others) == 0
        guard id == 0, isEmpty else { throw LedgerError.notARecord(path: path) }
    }

    static func checkReadable(_ db: Database, path: String) throws {
        try check(db, path: path)
        guard try db.tableExists("entries") else { throw LedgerError.nothingRecorded(path: path) }
        guard try Schema.migrator.hasCompletedMigrations(db) else { throw LedgerError.older(path: path) }
    }
}
