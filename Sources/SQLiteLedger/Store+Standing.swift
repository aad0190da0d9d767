import Foundation
import GRDB
import Ledger

/// Making sure that a connection stands on the files that people will find.
extension Store {
    /// Makes sure that a write goes where it will be found.
    ///
    /// - Parameter isThorough: whether to look at everything; a write looks only at the ways in which it could be lost.
    func stand(isThorough: Bool) throws {
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
    func notice() throws {
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
