import Foundation
import GRDB
import Synchronization

/// The connection to the database of the record, and the care that what was written is found again.
///
/// Before and after each write the files are compared with those that the connection has open (`FilePresence`). What was
/// deleted, replaced, cut or written over is an error then, and never taken for recorded.
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
        /// Nil for a record in memory.
        var files: RecordFiles?
        /// The files as they were left; nil where nothing is known, and everything has to be opened anew.
        var presence: FilePresence?
        /// Whether the file is read as it lay when it was opened, without its log.
        var isFrozen = false
        /// Why nothing can be written; nil where it can, as far as is known.
        var obstacle: RecordError?
        /// Connections to files that lie elsewhere by now. Closing one could take away files that bear its names.
        var lost: [DatabaseQueue] = []
        var reconciler: Reconciler?
    }

    /// Compares a database with what was written, and writes what is missing, if it may.
    typealias Reconciler = @Sendable (_ db: Database, _ mayWrite: Bool) throws -> Void

    init() throws(RecordError) {
        isWritable = true
        changes = []
        do {
            state = Mutex(State(queue: try Self.emptyQueue()))
        } catch {
            throw RecordError(error, path: "the memory")
        }
    }

    init(writing files: RecordFiles) throws(RecordError) {
        isWritable = true
        var changes: [String] = []
        let queue = try files.alone { () throws(RecordError) in
            changes = try Self.strangeness(of: files)
            return try Self.openForWriting(files)
        }
        self.changes = changes
        state = Mutex(State(queue: queue, files: files, presence: FilePresence(of: files)))
    }

    init(reading files: RecordFiles) throws(RecordError) {
        isWritable = false
        changes = []
        let (queue, isFrozen) = try Self.openForReading(files)
        state = Mutex(State(queue: queue, files: files, presence: FilePresence(of: files), isFrozen: isFrozen))
    }

    /// Opens files that nobody else has open, and makes none beside them; nil where somebody has, or left them so.
    ///
    /// What is written meanwhile is not seen, and disturbs what is read; see `isUndisturbed`.
    init?(atRest files: RecordFiles) throws(RecordError) {
        try files.refuseLinks()
        // Whoever has a database open that has a log has made the log's files.
        guard files.exists(files.database), !files.exists(files.log) else { return nil }
        isWritable = false
        changes = []
        let presence = FilePresence(of: files)
        state = Mutex(State(queue: try Self.openFrozen(files.database), files: files, presence: presence))
    }

    /// Whether the files are as they were when they were opened.
    var isUndisturbed: Bool { state.withLock { state in state.files.map { FilePresence(of: $0) } == state.presence } }

    /// A record for which there is no place now; see `MeetingRecord.init(waitingFor:folder:)`.
    init(waitingFor error: RecordError, _ files: RecordFiles) throws(RecordError) {
        isWritable = true
        changes = []
        do {
            state = Mutex(State(queue: try Self.openWaiting(files), files: files, obstacle: error))
        } catch let error {
            throw RecordError(error, path: files.database)
        }
    }

    // MARK: Where it is

    /// What messages call the record.
    var path: String { state.withLock { $0.files?.database ?? "the memory" } }

    var folder: String? { state.withLock { $0.files?.folder } }

    /// Where locks lie; nil where nobody else could see them.
    var lockFolder: String? { state.withLock { $0.presence == nil ? nil : $0.files?.folder } }

    var obstacle: RecordError? { state.withLock { $0.obstacle } }

    func setReconciler(_ reconciler: Reconciler?) { state.withLock { $0.reconciler = reconciler } }

    // MARK: Reading and writing

    func read<T: Sendable>(_ body: (Database) throws -> T) throws(RecordError) -> T {
        reading.lock()
        defer { reading.unlock() }
        do {
            return try currentQueue().read(body)
        } catch {
            throw RecordError(error, path: path)
        }
    }

    /// One durable transaction that nobody else can write into.
    func write<T: Sendable>(_ body: (Database) throws -> T) throws(RecordError) -> T {
        guard isWritable else { throw .readOnly(path: path) }
        return try noting { () throws in
            try stand(isThorough: false)
            let result = try Self.transaction(state.withLock { $0.queue }, body)
            try notice()
            state.withLock { $0.files }?.tellWatchers()
            return result
        }
    }

    /// Looks whether what was written is where it was written, and opens it anew where that is needed.
    func check() throws(RecordError) {
        guard isWritable else { return }
        try noting { () throws in try stand(isThorough: true) }
    }

    func close() throws(RecordError) {
        do {
            try state.withLock { try $0.queue.close() }
        } catch {
            throw RecordError(error, path: path)
        }
    }

    /// Does something alone, and keeps why it failed.
    func noting<T>(_ body: () throws -> T) throws(RecordError) -> T {
        writing.lock()
        defer { writing.unlock() }
        do {
            let result = try body()
            state.withLock { $0.obstacle = nil }
            return result
        } catch {
            let error = RecordError(error, path: path)
            if !error.isFinal {
                state.withLock { state in
                    state.obstacle = error
                    // A connection that may only read never learns that it may write.
                    if case .readOnly = error { state.presence = nil }
                }
            }
            throw error
        }
    }

    static func transaction<T>(_ queue: DatabaseQueue, _ body: (Database) throws -> T) throws -> T {
        let result = try queue.writeWithoutTransaction { db in
            var result: T?
            try db.inTransaction(.immediate) {
                result = try body(db)
                return .commit
            }
            return result
        }
        guard let result else { throw RecordError.failed(path: queue.path, reason: "nothing was committed") }
        return result
    }

    /// The connection to read from; a new one where the present one would never see a change.
    private func currentQueue() throws -> DatabaseQueue {
        try state.withLock { state in
            guard let files = state.files, !isWritable else { return state.queue }
            let isElsewhere: Bool =
                switch state.presence?.change(to: FilePresence(of: files)) {
                case .databaseReplaced?, .logGone?: true
                case .databaseGone?: throw RecordError.nothingRecorded(path: files.database)
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
        guard let (files, presence) = state.withLock({ state in state.files.map { ($0, state.presence) } }) else {
            return
        }
        guard let presence else {
            // What somebody has closed on purpose during a meeting is theirs to open.
            if case .readOnly? = obstacle { try requireWritable(files) }
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
        case .databaseGone: throw RecordError.vanished(path: files.database)
        case .cut: throw RecordError.cut(path: files.database)
        }
        if isSuspicious || now.hasOtherModes(than: presence) { try requireWritable(files) }
    }

    private func requireWritable(_ files: RecordFiles) throws(RecordError) {
        for path in [files.folder, files.database] where faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0 {
            guard errno == ENOENT else { throw .readOnly(path: files.database) }
        }
    }

    /// Keeps how the files were left, if they are those that were written.
    private func notice() throws {
        guard let (files, presence) = state.withLock({ state in state.files.map { ($0, state.presence) } }) else {
            return
        }
        let now =
            presence.map { FilePresence(of: files, like: $0, behindWrite: true) } ?? FilePresence(of: files)
        switch presence?.change(to: now) {
        case .databaseGone?: throw RecordError.vanished(path: files.database)
        case .databaseReplaced?: throw RecordError.replaced(path: files.database)
        case .cut?, .logGone?: throw RecordError.cut(path: files.database)
        case .none?, .written?, nil: state.withLock { $0.presence = now }
        }
    }

    /// What SQLite answers while another connection opens, closes or tidies up.
    private static let passing: [ResultCode] = [
        .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_NOMEM,
    ]

    /// Looks with new eyes at files that somebody else has written.
    private func compare(_ files: RecordFiles) throws {
        let (reconciler, now) = (state.withLock { $0.reconciler }, FilePresence(of: files))
        do {
            let fresh = try DatabaseQueue(path: files.database, configuration: Self.configuration(readonly: true))
            try fresh.read { db in
                try Self.check(db, path: files.database)
                guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else {
                    throw RecordError.overwritten(path: files.database)
                }
                try reconciler?(db, false)
            }
        } catch let error as RecordError {
            throw error
        } catch let error as DatabaseError where Self.passing.contains(error.resultCode) {
            // It could not be looked at now, which says nothing of what is in it.
            throw error
        } catch {
            throw RecordError.overwritten(path: files.database)
        }
        state.withLock { $0.presence = now }
    }

    /// Opens the files anew, and writes what they lack of what was written.
    ///
    /// - Parameter closing: whether the present connection is to the same database, whose log it then brings home.
    private func open(_ files: RecordFiles, closing: Bool) throws {
        _ = try files.make()
        let (old, reconciler) = state.withLock { ($0.queue, $0.reconciler) }
        if closing { try letGo(of: old) }
        let queue: DatabaseQueue
        do {
            queue = try files.alone { () throws(RecordError) in try Self.openForWriting(files) }
            if let reconciler { try Self.transaction(queue) { db in try reconciler(db, true) } }
        } catch RecordError.overwritten {
            throw RecordError.replaced(path: files.database)
        }
        state.withLock { state in
            if !closing { state.lost.append(old) }
            state.queue = queue
            state.presence = FilePresence(of: files)
        }
    }
}
