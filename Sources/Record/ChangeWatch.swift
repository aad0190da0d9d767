import Foundation

/// Tells a follower that another process has recorded something, or has let go of its lease.
///
/// Nothing is polled: `descriptor` becomes readable, for `poll(2)`, when there is something to look for.
public final class ChangeWatch: Sendable {
    private let inotify: FileDescriptor

    /// Closed with the watch.
    public var descriptor: Int32 { inotify.rawValue }

    init(folder: String) throws(RecordError) {
        let number = inotify_init1(Int32(O_NONBLOCK | O_CLOEXEC))
        guard number >= 0 else { throw .noWatch(path: folder, reason: RecordError.systemReason) }
        inotify = FileDescriptor(number)
        // A commit, as well as the end of a lease, closes a file that was open for writing.
        guard inotify_add_watch(number, folder, UInt32(IN_CLOSE_WRITE)) >= 0 else {
            throw .noWatch(path: folder, reason: RecordError.systemReason)
        }
    }

    /// Takes note of what has happened: the descriptor rests until something else does.
    ///
    /// - Returns: whether anything had happened.
    @discardableResult
    public func acknowledge() -> Bool { !inotify.readAll().isEmpty }
}

extension MeetingRecord {
    /// A watch on what other processes record; nil for a record in memory, which has no others.
    public func watch() throws(RecordError) -> ChangeWatch? {
        guard let folder else { return nil }
        return try ChangeWatch(folder: folder)
    }
}
