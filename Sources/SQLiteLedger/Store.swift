import Foundation
import GRDB
import Ledger
import Synchronization

/// The connection to the database of the record, and the care that what was written is found again.
///
/// Before and after each write the files are compared with those that the connection has open (`FilePresence`). A file
/// that was deleted, replaced, cut or written over is an error then, and nothing in it is taken for recorded.
final class Store: Sendable {
    let isWritable: Bool
    /// What was changed about the files, or found strange, when they were opened; a sentence each.
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
        /// What the meeting that is being recorded should hold; nil if none is.
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
        // Whoever has a database open that has a log has made the log's files.
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

    /// What messages call the record.
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

    /// Looks whether everything that was written is where it was written, and opens it anew if that is needed.
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

    // MARK: Standing on the right file

    /// Makes sure that a write goes where it will be found.
    ///
    /// - Parameter isThorough: whether to look at everything; a write looks at what could lose it.
    private func stand(isThorough: Bool) throws {
        let (files, presence) = state.withLock { ($0.files, $0.presence) }
        guard let presence else {
            // A place that somebody has closed on purpose during a meeting is theirs to open.
            if obstacle?.cause == .readOnly { try requireWritable(files) }
            return try open(files, closing: true)
        }
        let isSuspicious = isThorough || obstacle != nil
        let now =
            isSuspicious
            ? FilePresence(of: files) : FilePresence(of: files, like: presence, behindWrite: false)
        switch presence.change(to: now) {
        case .none: break
        case .written: try compare(files)
        case .logGone: try open(files, closing: true)
        case .databaseReplaced: try open(files, closing: false)
        case .databaseGone: throw LedgerError.vanished(path: files.database)
        case .cut: throw LedgerError.cut(path: files.database)
        }
        if isSuspicious || now.hasOtherModes(than: presence) { try requireWritable(files) }
    }

    private func requireWritable(_ files: RecordFiles) throws(LedgerError) {
        for path in [files.folder, files.database] where faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0 {
            guard errno == ENOENT else { throw .readOnly(path: files.database) }
        }
    }

    /// Keeps how the files were left, if they are those that were written.
    private func notice() throws {
        let (files, presence) = state.withLock { ($0.files, $0.presence) }
        let now =
            presence.map { FilePresence(of: files, like: $0, behindWrite: true) } ?? FilePresence(of: files)
        switch presence?.change(to: now) {
        case .databaseGone?: throw LedgerError.vanished(path: files.database)
        case .databaseReplaced?: throw LedgerError.replaced(path: files.database)
        case .cut?, .logGone?: throw LedgerError.cut(path: files.database)
        case .none?, .written?, nil: state.withLock { $0.presence = now }
        }
    }

    /// SQLite's answers while another connection opens, closes or tidies up.
    private static let passing: [ResultCode] = [
        .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_NOMEM,
    ]

    /// Looks through a new connection at files that somebody else has written.
    private func compare(_ files: RecordFiles) throws {
        let now = FilePresence(of: files)
        do {
            let fresh = try DatabaseQueue(path: files.database, configuration: Self.configuration(readonly: true))
            try fresh.read { db in
                try Self.check(db, path: files.database)
                guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else {
                    throw LedgerError.overwritten(path: files.database)
                }
                try compareMeeting(in: db)
            }
        } catch let error as LedgerError {
            throw error
        } catch let error as DatabaseError where Self.passing.contains(error.resultCode) {
            // It could not be looked at now, which says nothing about its content.
            throw error
        } catch {
            throw LedgerError.overwritten(path: files.database)
        }
        state.withLock { $0.presence = now }
    }

    /// Opens the files anew, and writes the entries that they lack.
    ///
    /// - Parameter closing: whether the present connection is to the same database, whose log it then brings home.
    private func open(_ files: RecordFiles, closing: Bool) throws {
        _ = try files.make()
        let old = state.withLock { $0.queue }
        if closing { try letGo(of: old) }
        let queue: DatabaseQueue
        do {
            queue = try files.alone { () throws(LedgerError) in try Self.openForWriting(files) }
            try completeMeeting(in: queue)
        } catch let error as LedgerError where error.cause == .overwritten {
            throw LedgerError.replaced(path: files.database)
        }
        state.withLock { state in
            if !closing { state.lost.append(old) }
            state.queue = queue
            state.presence = FilePresence(of: files)
        }
    }
}
