import Glibc

/// By what a changed file is known: no file that differs in its bytes has the same mark, since nobody can set the time of
/// a change, as opposed to that of a modification.
public struct FileMark: Hashable, Sendable {
    public let size: Int64
    /// In nanoseconds.
    public let modified: Int64
    public let changed: Int64
    public let inode: Int64

    public init(size: Int64, modified: Int64, changed: Int64, inode: Int64) {
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
    }

    init(_ status: stat) {
        size = Int64(status.st_size)
        modified = Self.nanoseconds(status.st_mtim)
        changed = Self.nanoseconds(status.st_ctim)
        inode = Int64(truncatingIfNeeded: UInt64(status.st_ino) ^ UInt64(status.st_dev) << 48)
    }

    /// Nil if there is no such file.
    public init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// Whether a later change would show, judging at a moment before the file is read. A change within the same tick of
    /// the clock as the last one would not.
    public func isSettled(at now: Int64) -> Bool { now > settled }

    /// The time from which on a change shows.
    var settled: Int64 {
        // A file system that counts seconds has a slow clock.
        changed &+ (changed % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000)
    }

    /// The time by the clock that marks files.
    public static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }
}

extension FileMark: CustomStringConvertible {
    public var description: String { "\(size) \(modified) \(changed) \(inode)" }
}
