import Foundation
import GRDB
import Ledger

/// Faults of the files of a record.
extension LedgerError {
    /// The ways out if the record's own file is lost.
    private static let ways = "`:record` makes a new one there, `:record FOLDER` elsewhere"

    // MARK: Places that can't be used

    /// The folder for the record can't be made or used.
    static func noFolder(path: String, reason: String) -> Self {
        Self(
            .noFolder,
            "the folder \(path) can't be used for the record: \(reason); make it writable, or name another with --dir",
            reason: reason, [.access, .passing])
    }

    /// There is no record to read.
    static func nothingRecorded(path: String) -> Self {
        Self(.nothingRecorded, "nothing has been recorded at \(path) yet; check --dir")
    }

    static func unreadable(path: String, reason: String) -> Self {
        Self(
            .unreadable,
            "the record at \(path) can't be read: \(reason); it is its owner's, who can let you read it", reason: reason
        )
    }

    /// The record may be read, and not written.
    static func readOnly(path: String) -> Self {
        Self(
            .readOnly, "the record at \(path) can't be written: make the file and its folder writable",
            [.access, .passing])
    }

    /// Part of the record lies in SQLite's log, which can't be read if the folder can't be written.
    static func needsWritableFolder(path: String) -> Self {
        Self(
            .needsWritableFolder,
            "the record at \(path) was not closed, and can't be read whole where its folder can't be written; "
                + "open it once where it can, or copy the folder")
    }

    static func diskFull(path: String) -> Self {
        Self(.diskFull, "no space left on the disk that holds \(path): free some", .passing)
    }

    /// A link lies where the record should be, or one of its files has a second name elsewhere.
    static func link(path: String) -> Self {
        Self(
            .link,
            "\(path) is a link, or a file with a second name elsewhere, and could lead to what is somebody else's: "
                + "put the file itself there")
    }

    /// The folder belongs to another account.
    static func notOwned(path: String) -> Self {
        Self(
            .notOwned,
            "the folder \(path) belongs to another account: only its owner records in it, as private notes are there",
            .access)
    }

    /// Others may look into it, and that can't be changed.
    static func notClosed(path: String) -> Self {
        Self(
            .notClosed,
            "other accounts can look into \(path), and that can't be changed here: make it its owner's alone "
                + "(chmod 700 for the folder, 600 for its files)", .access)
    }

    static func noLock(path: String, reason: String) -> Self {
        Self(.noLock, "\(path) can't be locked, so this terminal can't write: \(reason)", reason: reason)
    }

    static func noWatch(path: String, reason: String) -> Self {
        Self(
            .noWatch,
            "changes in \(path) can't be watched: \(reason); what others record shows when the meeting is opened again",
            reason: reason)
    }

    // MARK: Files that are no record of this version

    /// The file is something else than a record.
    static func notARecord(path: String) -> Self {
        Self(
            .notARecord,
            "\(path) is not a record of mlreview; nothing was changed: move it away to begin a new record")
    }

    static func damaged(path: String, reason: String) -> Self {
        Self(
            .damaged,
            "the record at \(path) is damaged (\(reason)); nothing was changed: "
                + "move it away and put a backup in its place, or save what can be read with `sqlite3 \(path) .recover`",
            reason: reason)
    }

    /// A newer version of the program has written the record.
    static func newer(path: String) -> Self {
        Self(.newer, "the record at \(path) was written by a newer version of mlreview; update this one")
    }

    /// An older version has written the record, and it was opened for reading only.
    static func older(path: String) -> Self {
        Self(
            .older,
            "the record at \(path) was written by an older version of mlreview and can't be brought up to date here; "
                + "open it once where its folder can be written")
    }

    // MARK: Records that are lost

    /// The file that was recorded into is no longer there.
    static func vanished(path: String) -> Self {
        Self(.vanished, "the record at \(path) is gone: put it back, or \(ways)", .loss)
    }

    /// Another file lies in its place, which does not hold what was recorded.
    static func replaced(path: String) -> Self {
        Self(
            .replaced,
            "another file is now at \(path) in place of the record: put the record back, or \(ways)", .loss)
    }

    /// The file has lost its end.
    static func cut(path: String) -> Self {
        Self(.cut, "the record at \(path) has lost its end, and what was recorded with it: \(ways)", .loss)
    }

    /// Somebody else has written over the file.
    static func overwritten(path: String) -> Self {
        Self(
            .overwritten,
            "somebody has written over the record at \(path), and it lacks some of what was recorded: \(ways)", .loss)
    }

    // MARK: The system's word

    /// The error for a system call that failed: a full disk is told as that, whatever was asked of it.
    static func system(_ code: Int32, _ otherwise: LedgerError, path: String) -> LedgerError {
        code == ENOSPC || code == EDQUOT ? .diskFull(path: path) : otherwise
    }

    /// The system's words for the last failed call, such as `Permission denied`.
    static var systemReason: String { String(cString: strerror(errno)) }
}

extension LedgerError.Cause {
    static let noFolder = Self(rawValue: "no folder")
    static let unreadable = Self(rawValue: "unreadable")
    static let readOnly = Self(rawValue: "read-only")
    static let needsWritableFolder = Self(rawValue: "needs a writable folder")
    static let diskFull = Self(rawValue: "disk full")
    static let link = Self(rawValue: "link")
    static let notOwned = Self(rawValue: "not owned")
    static let notClosed = Self(rawValue: "not closed")
    static let noLock = Self(rawValue: "no lock")
    static let noWatch = Self(rawValue: "no watch")
    static let notARecord = Self(rawValue: "not a record")
    static let newer = Self(rawValue: "newer")
    static let vanished = Self(rawValue: "vanished")
    static let replaced = Self(rawValue: "replaced")
    static let cut = Self(rawValue: "cut")
    static let overwritten = Self(rawValue: "overwritten")
}

extension LedgerError {
    /// The meaning of a failure of the database for the record at `path`.
    init(_ error: any Error, path: String) {
        if error is RowDecodingError {
            self = .damaged(path: path, reason: "a value in it is missing, or of a type that mlreview does not write")
            return
        }
        guard let error = error as? DatabaseError else {
            self = error as? LedgerError ?? .failed(path, reason: "\(error)")
            return
        }
        let reason = error.message ?? "\(error.resultCode)"
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_IOERR where Self.isFull(diskOf: path): .diskFull(path: path)
            case .SQLITE_NOTADB: .notARecord(path: path)
            case .SQLITE_CORRUPT: .damaged(path: path, reason: reason)
            case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path)
            default: .failed(path, reason: reason)
            }
    }

    /// Whether the disk has no block left for us: SQLite reports some writes that found none as failed, not as full.
    private static func isFull(diskOf path: String) -> Bool {
        var disk = statvfs()
        return statvfs(path, &disk) == 0 && disk.f_bavail == 0
    }
}
