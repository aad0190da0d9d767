import Foundation
import GRDB

extension RecordError {
    /// What a failure of the database means for the record at `path`.
    init(_ error: any Error, path: String) {
        guard let error = error as? DatabaseError else {
            self = error as? RecordError ?? .failed(path: path, reason: "\(error)")
            return
        }
        let reason = error.message ?? "\(error.resultCode)"
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_IOERR where errno == ENOSPC || errno == EDQUOT: .diskFull(path: path)
            case .SQLITE_NOTADB: .notARecord(path: path)
            case .SQLITE_CORRUPT: .damaged(path: path, reason: reason)
            case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            default: .failed(path: path, reason: reason)
            }
    }

    /// The system's words for the last failed call, such as `Permission denied`.
    static var systemReason: String { String(cString: strerror(errno)) }
}
