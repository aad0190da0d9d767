import Foundation

/// Where the record lies.
struct RecordFiles: Sendable {
    /// `.mlreview`
    let folder: String
    /// SQLite's file; its log and its index lie beside it, with `-wal` and `-shm` appended.
    let database: String

    init(under home: String) {
        let home = URL(fileURLWithPath: home, isDirectory: true).path
        folder = home == "/" ? "/.mlreview" : home + "/.mlreview"
        database = folder + "/record.sqlite"
    }

    /// Makes the folder, for its owner alone since private notes are in it, and keeps it out of git.
    func make() throws(RecordError) {
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw .noFolder(path: folder, reason: RecordError.systemReason)
        }
        let ignore = open(folder + "/.gitignore", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        if ignore >= 0 {
            _ = write(ignore, "*\n", 2)
            _ = Glibc.close(ignore)
        } else if errno != EEXIST {
            // Where the folder is a file, or can't be written, the record could not be kept in it either.
            let reason = RecordError.systemReason
            guard access(database, F_OK) == 0 else { throw .noFolder(path: folder, reason: reason) }
        }
    }

    /// Wakes whoever watches the folder. SQLite publishes a commit in shared memory, which no watcher sees, after it has
    /// written files, which is too early; so an empty file is opened for writing and closed, which changes nothing.
    func tellWatchers() {
        let bell = open(folder + "/changed", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        if bell >= 0 { _ = Glibc.close(bell) }
    }

    /// Runs `body` while no other process that asks is in its own, so that two first openings don't collide.
    func alone<T>(_ body: () throws(RecordError) -> T) throws(RecordError) -> T {
        let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if lock >= 0 { _ = flock(lock, LOCK_EX) }
        defer { if lock >= 0 { _ = Glibc.close(lock) } }
        return try body()
    }
}
