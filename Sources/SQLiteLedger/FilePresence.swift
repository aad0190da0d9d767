import Foundation

/// Which files a connection has open, and how they were left, so that it is noticed when something else lies in their
/// place or somebody else has changed them.
///
/// SQLite goes on writing into a file that was deleted or moved away; nothing of that would be found again.
struct FilePresence: Equatable {
    /// One file, as `stat(2)` tells it; nil if there is none.
    struct Mark: Equatable {
        let device: UInt64
        let node: UInt64
        var size: Int
        var modified: Int
        /// Kind and permissions.
        let mode: UInt32

        init?(_ path: String) {
            var status = stat()
            guard lstat(path, &status) == 0 else { return nil }
            self.init(status)
        }

        init?(descriptor: Int32) {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { return nil }
            self.init(status)
        }

        private init(_ status: stat) {
            device = UInt64(status.st_dev)
            node = UInt64(status.st_ino)
            size = Int(status.st_size)
            // Only compared. Nanoseconds of a time that somebody set beyond the year 2262 are more than fit.
            modified = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
            mode = status.st_mode
        }

        func isSameFile(as other: Mark?) -> Bool { device == other?.device && node == other?.node }
    }

    var folder: Mark?
    var database: Mark?
    var log: Mark?
    var index: Mark?

    init(of files: RecordFiles) {
        folder = Mark(files.folder)
        database = Mark(files.database)
        log = Mark(files.log)
        index = Mark(files.index)
    }

    /// A look that costs little, for each write: the log's index, which holds nothing that is not elsewhere, is left to
    /// the looks between them; and so is the folder behind a write.
    init(of files: RecordFiles, like before: FilePresence, behindWrite: Bool) {
        folder = behindWrite ? before.folder : Mark(files.folder)
        database = Mark(files.database)
        log = Mark(files.log)
        index = before.index
    }

    /// Whether somebody may write now who could not, or the other way round.
    func hasOtherModes(than before: FilePresence) -> Bool {
        folder?.mode != before.folder?.mode || database?.mode != before.database?.mode
    }

    /// The change of the files since.
    enum Change: Equatable {
        case none
        /// Something was written that this connection did not write; it may be another program's good work.
        case written
        /// The log or its index is another file, or gone; the database is the same.
        case logGone
        case databaseGone
        case databaseReplaced
        /// The database or its log is shorter than it was: SQLite only ever lets them grow.
        case cut
    }

    func change(to now: FilePresence) -> Change {
        guard let before = database else { return .none }
        guard let found = now.database, now.folder != nil else { return .databaseGone }
        guard before.isSameFile(as: found) else { return .databaseReplaced }
        if found.size < before.size { return .cut }
        for (mark, new) in [(log, now.log), (index, now.index)] {
            guard let mark else { continue }
            guard let new, mark.isSameFile(as: new) else { return .logGone }
            if new.size < mark.size { return .cut }
        }
        return found == before && now.log == log ? .none : .written
    }
}
