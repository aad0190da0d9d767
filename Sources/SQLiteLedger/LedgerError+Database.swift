import Foundation
import GRDB
import Ledger

extension LedgerError {
    /// What a failure of the database means for the record at `path`.
    init(_ error: any Error, path: String) {
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
