import Council
import Foundation
import GRDB

/// What earlier meetings and proposals say, ready to be searched: `.mlreview/search.sqlite`.
///
/// Everything in it comes from files and from the record, and it is made anew if it is missing, cut, of another version or
/// no index at all. It holds what the minutes hold and no more.
public final class SearchIndex: Sendable {
    let queue: DatabaseQueue
    /// Whether what is written into it is there the next time.
    public let isKept: Bool

    private init(_ queue: DatabaseQueue, isKept: Bool) {
        (self.queue, self.isKept) = (queue, isKept)
    }

    /// An index in memory, with nothing in it.
    public convenience init() throws {
        let queue = try DatabaseQueue(configuration: Self.configuration())
        try Self.prepare(queue)
        self.init(queue, isKept: false)
    }

    /// Opens the index at a path; nil if there is none, or none that can be used.
    ///
    /// If it can't be written, what has changed is taken into a copy in memory.
    ///
    /// - Parameter mayWrite: Whether it may be changed where it stands.
    public static func opened(at path: String, mayWrite: Bool = true) -> SearchIndex? {
        guard isPlainFile(path) else { return nil }
        if mayWrite, canBeWritten(path), let queue = try? DatabaseQueue(path: path, configuration: configuration()) {
            do {
                return try queue.read(isOurs) ? SearchIndex(queue, isKept: true) : nil
            } catch  where isDamage(error) {
                return nil
            } catch {
                // SQLite can make no files beside it.
            }
        }
        guard let frozen = frozen(path), (try? frozen.read(isOurs)) == true,
            let copy = try? DatabaseQueue(configuration: configuration()), (try? frozen.backup(to: copy)) != nil
        else { return nil }
        return SearchIndex(copy, isKept: false)
    }

    /// Makes an index that stands at the path once it is whole. Whatever stood there and is no index is gone then; an index
    /// that another program has made meanwhile stays, and is brought up to date.
    ///
    /// If it can't be made there, it is made in memory.
    ///
    /// - Parameters:
    ///   - isDamaged: Whether an index stands there that can't be used.
    ///   - fill: Puts everything into it that it lacks.
    public static func made(
        at path: String?, replacing isDamaged: Bool = false, _ fill: (SearchIndex) throws -> Void
    ) throws -> SearchIndex {
        if let path, let new = try? emptyFile(beside: path) {
            defer { for end in endings { unlink(new + end) } }
            let queue = try DatabaseQueue(path: new, configuration: configuration())
            // Until it is whole, it can be made anew from the beginning. Its pages are written once.
            try queue.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA cache_size = -131072")
            }
            try prepare(queue)
            try fill(SearchIndex(queue, isKept: true))
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            try queue.close()
            // Two programs that have made one don't put both there.
            let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            defer { if folder >= 0 { close(folder) } }
            if folder >= 0 { flock(folder, LOCK_EX) }
            if !isDamaged, let other = opened(at: path), other.isKept, try !other.isEmpty {
                try fill(other)
                return other
            }
            // Nobody reads what belongs to the file that stood there.
            for end in endings.dropFirst() { unlink(path + end) }
            rename(new, path)
            if let index = opened(at: path) { return index }
        }
        let index = try SearchIndex()
        try fill(index)
        return index
    }

    /// Whether nothing was ever taken in.
    public var isEmpty: Bool {
        get throws { try queue.read { try Bool.fetchOne($0, sql: "SELECT 1 FROM source LIMIT 1") } == nil }
    }

    /// Whether an error means that the index is not as it was written, so that it has to be made anew.
    public static func isDamage(_ error: any Error) -> Bool {
        guard let error = error as? DatabaseError else { return false }
        return [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_FORMAT]
            .contains(error.resultCode)
    }

    /// Whether another program writes into it just now, or it can't be written for another reason.
    public static func isHindrance(_ error: any Error) -> Bool { error is DatabaseError && !isDamage(error) }
}

extension SearchIndex {
    /// The database, and what SQLite puts beside it.
    private static let endings = ["", "-wal", "-shm", "-journal"]

    private static func configuration(readonly: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readonly
        configuration.busyMode = .timeout(2)
        configuration.label = "search"
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            // After a power failure, an older index is as good: the next search brings it up to date.
            if !readonly { try db.execute(sql: "PRAGMA synchronous = NORMAL") }
            // A new index has larger pages than usual: a question touches many places, each of which is read by itself.
            if !readonly { try db.execute(sql: "PRAGMA page_size = 16384") }
        }
        return configuration
    }

    /// An index in a folder that can't be written, as it lies there. It is not read if a log lies beside it, since SQLite
    /// would have to write to take that in.
    private static func frozen(_ path: String) -> DatabaseQueue? {
        var log = stat()
        guard stat(path + "-wal", &log) != 0 || log.st_size == 0 else { return nil }
        var address = URLComponents()
        address.scheme = "file"
        address.path = URL(fileURLWithPath: path).path
        address.queryItems = [URLQueryItem(name: "immutable", value: "1")]
        return address.string.flatMap { try? DatabaseQueue(path: $0, configuration: configuration(readonly: true)) }
    }

    private static func isPlainFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
    }

    private static func canBeWritten(_ path: String) -> Bool {
        let file = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
        if file >= 0 { close(file) }
        return file >= 0
    }

    /// The path of a new file that only its owner can read. What programs that were ended have left there is removed.
    private static func emptyFile(beside path: String) throws -> String {
        let url = URL(fileURLWithPath: path)
        let folder = url.deletingLastPathComponent().path
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let parts = name.split(separator: ".")
            guard name.hasPrefix(url.lastPathComponent + "."), parts.count == 4, let process = Int32(parts[2]),
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink(folder + "/" + name)
        }
        let new = "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max))"
        let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        close(file)
        return new
    }
}
