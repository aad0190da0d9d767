import Foundation
import GRDB
import Ledger
import Synchronization

/// The connection to the database of the record, and the care that everything written is found again.
///
/// Before and after each write the files are compared with those that the connection has open (`FilePresence`). A file
/// that was deleted, replaced, cut or written over is an error then, and nothing in it is taken for recorded.
final class Store: Sendable {
    let isWritable: Bool
    /// Sentences on things that were changed, or found strange, when the files were opened.
    let changes: [String]
    let state: Mutex<State>
    /// Held while somebody writes, or finds out where.
    private let writing = NSLock()
    /// Held while somebody reads, so that no connection is closed under them.
    let reading = NSLock()

    struct State {
        var queue: DatabaseQueue
        var files: RecordFiles
        /// The files as they were left; nil if nothing is known, and everything has to be opened anew.
        var presence: FilePresence?
        /// Whether the file is read as it lay when it was opened, without its log.
        var isFrozen = false
        /// Why nothing can be written; nil if it can, as far as is known.
        var obstacle: LedgerError?
        /// Connections to files that lie elsewhere by now. Closing one could take away files that bear its names.
        var lost: [DatabaseQueue] = []
        /// The copy of the meeting that is being recorded; nil if none is.
        var memory: (@Sendable () -> MeetingMemory?)?
    }

    init(writing files: RecordFiles) throws(LedgerError) {
        isWritable = true
        var changes: [String] = []
        let queue = try files.alone { () throws(LedgerError) in
            changes = try Self.strangeness(of: files)
            return try Self.openForWriting(files)
        }
        self.changes = changes
        state = Mutex(State(queue: queue, files: files, presence: FilePresence(of: files)))
    }

    init(reading files: RecordFiles) throws(LedgerError) {
        isWritable = false
        changes = []
        let (queue, isFrozen) = try Self.openForReading(files)
        state = Mutex(State(queue: queue, files: files, presence: FilePresence(of: files), isFrozen: isFrozen))
    }

    /// Opens files that nobody else has open, and makes none beside them; nil if somebody has, or left them so.
    ///
    /// A write meanwhile is not seen, and disturbs what is read; see `isUndisturbed`.
    init?(atRest files: RecordFiles) throws(LedgerError) {
        try files.refuseLinks()
        // A program that has the database open has made the files of its log.
        guard files.exists(files.database), !files.exists(files.log) else { return nil }
        isWritable = false
        changes = []
        let presence = FilePresence(of: files)
        state = Mutex(State(queue: try Self.openFrozen(files.database), files: files, presence: presence))
    }

    /// Whether the files are as they were when they were opened.
    var isUndisturbed: Bool { state.withLock { state in FilePresence(of: state.files) == state.presence } }

    /// A record for which there is no place now; see `SQLiteLedger.init(waitingFor:folder:)`.
    init(waitingFor error: LedgerError, _ files: RecordFiles) throws(LedgerError) {
        isWritable = true
        changes = []
        do {
            state = Mutex(State(queue: try Self.openWaiting(files), files: files, obstacle: error))
        } catch let error {
            throw LedgerError(error, path: files.database)
        }
    }

    // MARK: Where it is

    /// The name that messages give the record.
    var path: String { state.withLock { $0.files.database } }

    var folder: String { state.withLock { $0.files.folder } }

    /// Where locks lie; nil if nobody else could see them.
    var lockFolder: String? { state.withLock { $0.presence == nil ? nil : $0.files.folder } }

    var obstacle: LedgerError? { state.withLock { $0.obstacle } }

    func setMemory(_ memory: (@Sendable () -> MeetingMemory?)?) { state.withLock { $0.memory = memory } }

    // MARK: Reading and writing

    func read<T: Sendable>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
        reading.lock()
        defer { reading.unlock() }
        do {
            return try currentQueue().read(body)
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// One durable transaction that nobody else can write into.
    func write<T: Sendable>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
        guard isWritable else { throw .readOnly(path: path) }
        return try noting { () throws in
            try stand(isThorough: false)
            let result = try Self.transaction(state.withLock { $0.queue }, body)
            try notice()
            state.withLock { $0.files }.tellWatchers()
            return result
        }
    }

    /// Checks that everything that was written is where it was written, and opens it anew if that is needed.
    func check() throws(LedgerError) {
        guard isWritable else { return }
        try noting { () throws in try stand(isThorough: true) }
    }

    func close() throws(LedgerError) {
        do {
            try state.withLock { try $0.queue.close() }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    /// Does something alone, and keeps why it failed.
    func noting<T>(_ body: () throws -> T) throws(LedgerError) -> T {
        writing.lock()
        defer { writing.unlock() }
        do {
            let result = try body()
            state.withLock { $0.obstacle = nil }
            return result
        } catch {
            let error = LedgerError(error, path: path)
            if !error.isFinal {
                state.withLock { state in
                    state.obstacle = error
                    // A connection that may only read never learns that it may write.
                    if error.cause == .readOnly { state.presence = nil }
                }
            }
            throw error
        }
    }

    static func transaction<T>(_ queue: DatabaseQueue, _ body: (Database) throws -> T) throws -> T {
        try queue.writeWithoutTransaction { db in
            // These are parsed once for the connection, and not for each write.
            try db.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
            do {
                let result = try body(db)
                try db.cachedStatement(sql: "COMMIT").execute()
                return result
            } catch {
                if db.isInsideTransaction { try? db.rollback() }
                throw error
            }
        }
    }

    /// The connection to read from; a new one if the present one would never see a change.
    private func currentQueue() throws -> DatabaseQueue {
        try state.withLock { state in
            guard !isWritable else { return state.queue }
            let files = state.files
            let isElsewhere: Bool =
                switch state.presence?.change(to: FilePresence(of: files)) {
                case .databaseReplaced?, .logGone?: true
                case .databaseGone?: throw LedgerError.nothingRecorded(path: files.database)
                default: false
                }
            guard state.isFrozen || isElsewhere else { return state.queue }
            if isElsewhere { state.lost.append(state.queue) }
            (state.queue, state.isFrozen) = try Self.openForReading(files)
            state.presence = FilePresence(of: files)
            return state.queue
        }
    }
}
