import Foundation
import Ledger

/// Tells when another process has recorded something, or has let go of its lease.
final class ChangeWatch: LedgerWatch {
    private let inotify: FileDescriptor

    var descriptor: Int32 { inotify.rawValue }

    init(folder: String) throws(LedgerError) {
        let number = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
        guard number >= 0 else { throw .noWatch(path: folder, reason: LedgerError.systemReason) }
        inotify = FileDescriptor(number)
        // A commit, as well as the end of a lease, closes a file that was open for writing.
        guard inotify_add_watch(number, folder, UInt32(IN_CLOSE_WRITE)) >= 0 else {
            throw .noWatch(path: folder, reason: LedgerError.systemReason)
        }
    }

    func acknowledge() -> Bool { !inotify.readAll().isEmpty }
}
