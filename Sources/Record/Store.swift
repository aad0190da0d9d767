import Foundation
import GRDB
import Synchronization

/// The connection to the database of the record, opened one of three ways.
final class Store: Sendable {
    /// What messages call the record.
    let path: String
    let isWritable: Bool
    private let files: RecordFiles?
    private let connection: Mutex<Connection>

    private struct Connection {
        var queue: DatabaseQueue
        /// Whether the file is read as it lay when it was opened, without its log.
        var isFrozen = false
    }

    /// Seconds to wait for another process that writes.
    private static let patience = 2.0

    init() throws(RecordError) {
        path = "the memory"
        isWritable = true
        files = nil
        do {
            let queue = try DatabaseQueue(configuration: Self.configuration(readonly: false))
            try Schema.migrator.migrate(queue)
            connection = Mutex(Connection(queue: queue))
        } catch {
            throw RecordError(error, path: path)
        }
    }

    init(writing files: RecordFiles) throws(RecordError) {
        path = files.database
        isWritable = true
        self.files = files
        let queue = try files.alone { () throws(RecordError) in try Self.openForWriting(files.database) }
        connection = Mutex(Connection(queue: queue))
    }

    init(reading files: RecordFiles) throws(RecordError) {
        path = files.database
        isWritable = false
        self.files = files
        connection = Mutex(try Self.openForReading(files.database))
    }

    func read<T: Sendable>(_ body: (Database) throws -> T) throws(RecordError) -> T {
        do {
            return try currentQueue().read(body)
        } catch {
            throw RecordError(error, path: path)
        }
    }

    /// One durable transaction that nobody else can write into.
    func write<T: Sendable>(_ body: (Database) throws -> T) throws(RecordError) -> T {
        guard isWritable else { throw .readOnly(path: path) }
        let queue = connection.withLock { $0.queue }
        do {
            let result = try queue.writeWithoutTransaction { db in
                var result: T?
                try db.inTransaction(.immediate) {
                    result = try body(db)
                    return .commit
                }
                return result
            }
            guard let result else { throw RecordError.failed(path: path, reason: "nothing was committed") }
            files?.tellWatchers()
            return result
        } catch {
            throw RecordError(error, path: path)
        }
    }

    func close() throws(RecordError) {
        do {
            try connection.withLock { try $0.queue.close() }
        } catch {
            throw RecordError(error, path: path)
        }
    }

    /// The connection; a new one where the present one would never see a change.
    private func currentQueue() throws -> DatabaseQueue {
        try connection.withLock { connection in
            if connection.isFrozen { connection = try Self.openForReading(path) }
            return connection.queue
        }
    }
}

// MARK: - Opening

extension Store {
    private static func configuration(readonly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(patience)
        configuration.label = "record"
        configuration.foreignKeysEnabled = false
        return configuration
    }

    private static func openForWriting(_ path: String) throws(RecordError) -> DatabaseQueue {
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: false))
            try queue.read { try check($0, path: path) }
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL")
                // A commit is on disk when it returns.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                // 4 MiB of log: seldom moved during a meeting, and read in a few milliseconds after a crash.
                try db.execute(sql: "PRAGMA wal_autocheckpoint = 1000")
            }
            try Schema.migrator.migrate(queue)
            return queue
        } catch {
            throw RecordError(error, path: path)
        }
    }

    /// Where the folder can't be written, SQLite reads a database with a log only if the log's index lies there too;
    /// one without a log is whole, and can be read as it lies.
    private static func openForReading(_ path: String) throws(RecordError) -> Connection {
        guard access(path, R_OK) == 0 else {
            throw errno == ENOENT || errno == ENOTDIR
                ? .nothingRecorded(path: path) : .unreadable(path: path, reason: RecordError.systemReason)
        }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(readonly: true))
            try queue.read { try checkReadable($0, path: path) }
            return Connection(queue: queue)
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
        {
            return try openFrozen(path)
        } catch {
            throw RecordError(error, path: path)
        }
    }

    private static func openFrozen(_ path: String) throws(RecordError) -> Connection {
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
            return Connection(queue: queue, isFrozen: true)
        } catch {
            throw RecordError(error, path: path)
        }
    }

    /// Refuses what is not a record, and what only a newer version understands.
    private static func check(_ db: Database, path: String) throws {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard id != Schema.applicationID else {
            if try Schema.migrator.hasBeenSuperseded(db) { throw RecordError.newer(path: path) }
            return
        }
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
        guard id == 0, isEmpty else { throw RecordError.notARecord(path: path) }
    }

    private static func checkReadable(_ db: Database, path: String) throws {
        try check(db, path: path)
        guard try db.tableExists("entries") else { throw RecordError.nothingRecorded(path: path) }
        guard try Schema.migrator.hasCompletedMigrations(db) else { throw RecordError.older(path: path) }
    }
}
