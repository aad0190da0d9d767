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
        // A commit, as well as the end of a lease, closes a file that was open for writing. The others tell of a record that
        // is taken away, or of its folder.
        let events =
            IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | Int32(IN_DELETE_SELF) | Int32(IN_MOVE_SELF)
        guard inotify_add_watch(number, folder, UInt32(events)) >= 0 else {
            throw .noWatch(path: folder, reason: LedgerError.systemReason)
        }
    }

    func acknowledge() -> Bool { !inotify.readAll().isEmpty }
}
