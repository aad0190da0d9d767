import Council
import Foundation

/// The right to write at a meeting: one terminal has it at a time, until it lets go or ends, however it ends.
///
/// The lease is the kernel's lock on `.mlreview/DATE.lock`, which no crash leaves behind; what is written in the file
/// only says who holds it.
public final class WriterLease: Sendable {
    public let date: CalendarDay
    /// Whose lock is the lease. Opened before `mark` and therefore closed before it when the process is killed.
    private let lock: FileDescriptor?
    /// Closing what was open for writing is what wakes a `ChangeWatch`, at a moment when the lock is free already.
    private let mark: FileDescriptor?
    /// The file that is locked.
    private let identity: FilePresence.Mark?

    /// A lease on a meeting that no other process can see.
    init(unsharedFor date: CalendarDay) {
        self.date = date
        lock = nil
        mark = nil
        identity = nil
    }

    private init(date: CalendarDay, lock: FileDescriptor, mark: FileDescriptor) {
        self.date = date
        self.lock = lock
        self.mark = mark
        identity = FilePresence.Mark(descriptor: lock.rawValue)
    }

    /// Whether no other process can see it.
    var isUnshared: Bool { lock == nil }

    deinit { release() }

    /// Whether the lock still lies at its path; another terminal could take it otherwise.
    func isInPlace(at path: String) -> Bool {
        guard lock != nil else { return true }
        return identity?.isSameFile(as: FilePresence.Mark(path)) ?? false
    }

    /// Lets another terminal write; the lease is of no use afterwards.
    public func release() {
        lock?.close()
        mark?.close()
    }

    /// What came of asking for the lease.
    public enum Answer: Sendable {
        case held(WriterLease)
        /// Somebody else writes; nil where they have not said who they are.
        case taken(by: LeaseHolder?)
    }

    static func take(_ path: String, date: CalendarDay, at moment: Date) throws(RecordError) -> Answer {
        // Opened for reading: a vain attempt must not wake the watchers, who would try again, and so on.
        guard let lock = FileDescriptor(opening: path, O_RDONLY | O_CREAT) else {
            throw .system(errno, .noLock(path: path, reason: RecordError.systemReason), path: path)
        }
        guard lock.lockAlone() else {
            let reason = RecordError.systemReason
            defer { lock.close() }
            guard errno == EWOULDBLOCK else { throw .noLock(path: path, reason: reason) }
            return .taken(by: holder(in: path))
        }
        guard let mark = FileDescriptor(opening: path, O_WRONLY) else {
            defer { lock.close() }
            throw .noLock(path: path, reason: RecordError.systemReason)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .millisecondsSince1970
        if let text = try? encoder.encode(LeaseHolder.here(since: moment)) { mark.replace(with: text) }
        return .held(WriterLease(date: date, lock: lock, mark: mark))
    }

    /// Whether nobody has the lease of a meeting that somebody had.
    static func isFree(_ path: String) -> Bool {
        guard let lock = FileDescriptor(opening: path, O_RDONLY) else { return false }
        defer { lock.close() }
        return lock.lockShared()
    }

    private static func holder(in path: String) -> LeaseHolder? {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
        guard let file = FileDescriptor(opening: path, O_RDONLY | O_NONBLOCK) else { return nil }
        return try? decoder.decode(LeaseHolder.self, from: Data(file.readAll()))
    }
}

extension MeetingRecord {
    /// Asks for the right to write at a meeting, and does not wait for it.
    ///
    /// Ask again when a `ChangeWatch` says that something has changed: it also does when a holder leaves.
    public func takeLease(for date: CalendarDay, at moment: Date) throws(RecordError) -> WriterLease.Answer {
        guard let folder = store.lockFolder else { return .held(WriterLease(unsharedFor: date)) }
        return try WriterLease.take("\(folder)/\(date).lock", date: date, at: moment)
    }

    /// Whether whoever wrote at a meeting has left, and nobody has taken over.
    public func isLeaseFree(for date: CalendarDay) -> Bool {
        folder.map { WriterLease.isFree("\($0)/\(date).lock") } ?? false
    }
}
