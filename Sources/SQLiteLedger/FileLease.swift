import Council
import Foundation
import Ledger

/// The right to record at a meeting, as the kernel's lock on `.mlreview/DATE.lock`, which no crash leaves behind. The text
/// in the file only says who holds it.
final class FileLease: Lease {
    private let date: CalendarDay
    private let store: Store
    /// The file that is locked; nil if no other process can see the lease, as its ledger has no place.
    private let lock: LockFile?

    init(on date: CalendarDay, in store: Store, _ lock: LockFile?) {
        self.date = date
        self.store = store
        self.lock = lock
    }

    deinit { release() }

    /// Whether the lock still lies at its path, since another terminal could take it otherwise.
    var isInForce: Bool {
        guard let folder = store.lockFolder else { return true }
        return lock?.lies(at: LockFile.path(of: date, in: folder)) ?? false
    }

    func release() { lock?.close() }
}

/// A file whose lock is a lease.
final class LockFile: Sendable {
    /// Opened before `mark` and therefore closed before it when the process is killed.
    private let lock: FileDescriptor
    /// Closing a file that was open for writing is what wakes a `ChangeWatch`, at a moment when the lock is free already.
    private let mark: FileDescriptor
    private let identity: FilePresence.Mark?

    private init(lock: FileDescriptor, mark: FileDescriptor) {
        self.lock = lock
        self.mark = mark
        identity = FilePresence.Mark(descriptor: lock.rawValue)
    }

    static func path(of date: CalendarDay, in folder: String) -> String { "\(folder)/\(date).lock" }

    func lies(at path: String) -> Bool { identity?.isSameFile(as: FilePresence.Mark(path)) ?? false }

    func close() {
        lock.close()
        mark.close()
    }

    enum Answer {
        case held(LockFile)
        case taken(by: LeaseHolder?)
    }

    static func take(_ path: String, at moment: Date) throws(LedgerError) -> Answer {
        // Opened for reading: a vain attempt must not wake the watchers, who would try again, and so on.
        guard let lock = FileDescriptor(opening: path, O_RDONLY | O_CREAT) else {
            throw .system(errno, .noLock(path: path, reason: LedgerError.systemReason), path: path)
        }
        guard lock.lockAlone() else {
            let reason = LedgerError.systemReason
            defer { lock.close() }
            guard errno == EWOULDBLOCK else { throw .noLock(path: path, reason: reason) }
            return .taken(by: holder(in: path))
        }
        guard let mark = FileDescriptor(opening: path, O_WRONLY) else {
            defer { lock.close() }
            throw .noLock(path: path, reason: LedgerError.systemReason)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .millisecondsSince1970
        if let text = try? encoder.encode(LeaseHolder.here(since: moment)) { mark.replace(with: text) }
        return .held(LockFile(lock: lock, mark: mark))
    }

    /// Whether nobody holds the lock of a file that is there.
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

extension SQLiteLedger {
    public func takeLease(for date: CalendarDay, at moment: Date) throws(LedgerError) -> LeaseAnswer {
        guard let folder = store.lockFolder else { return .held(FileLease(on: date, in: store, nil)) }
        return switch try LockFile.take(LockFile.path(of: date, in: folder), at: moment) {
        case .held(let lock): .held(FileLease(on: date, in: store, lock))
        case .taken(let holder): .taken(by: holder)
        }
    }

    public func isLeaseFree(for date: CalendarDay) -> Bool {
        LockFile.isFree(LockFile.path(of: date, in: store.folder))
    }
}
