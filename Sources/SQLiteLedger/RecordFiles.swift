import Foundation
import Ledger

/// Where the record lies: a folder that is its owner's alone, and the files in it.
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

    var log: String { database + "-wal" }
    var index: String { database + "-shm" }

    /// Makes the folder if there is none, keeps it out of git, and closes it to everybody but its owner, since
    /// private notes are in it.
    ///
    /// - Returns: a sentence on each change to files that were there already.
    func make() throws(LedgerError) -> [String] {
        if mkdir(folder, 0o700) == 0 {
            try bringToDisk(URL(fileURLWithPath: folder).deletingLastPathComponent().path)
        } else if errno != EEXIST {
            throw .system(errno, .noFolder(path: folder, reason: LedgerError.systemReason), path: folder)
        }
        let own = try open()
        defer { own.close() }
        let changes = try closeToOthers(own)
        let ignore = openat(own.rawValue, ".gitignore", O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        if ignore >= 0 {
            _ = write(ignore, "*\n", 2)
            _ = Glibc.close(ignore)
        } else if errno != EEXIST, !exists(database) {
            // A record that is there already may do without it.
            throw .system(errno, .noFolder(path: folder, reason: LedgerError.systemReason), path: folder)
        }
        return changes
    }

    /// Refuses a link in the place of the folder or of one of its files: it could lead to somebody else's files.
    func refuseLinks() throws(LedgerError) {
        for path in [folder, database, log, index] where isLink(path) { throw .link(path: path) }
    }

    /// Wakes the watches on the folder. SQLite publishes a commit in shared memory, which no watcher sees, after it has
    /// written files, which is too early; so an empty file is opened for writing and closed, which changes nothing.
    func tellWatchers() {
        let bell = Glibc.open(folder + "/changed", O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        if bell >= 0 { _ = Glibc.close(bell) }
    }

    /// Runs `body` while no other process that asks is in its own, so that two first openings don't collide.
    func alone<T>(_ body: () throws(LedgerError) -> T) throws(LedgerError) -> T {
        let own = try? open()
        if let own { _ = flock(own.rawValue, LOCK_EX) }
        defer { own?.close() }
        return try body()
    }

    // MARK: The folder

    private func open() throws(LedgerError) -> FileDescriptor {
        if let own = FileDescriptor(opening: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) { return own }
        let reason = LedgerError.systemReason
        if isLink(folder) { throw .link(path: folder) }
        throw isAnothers ? .notOwned(path: folder) : .noFolder(path: folder, reason: reason)
    }

    /// A file or folder that was just made is lost with the power unless the folder around it is on the disk.
    private func bringToDisk(_ path: String) throws(LedgerError) {
        guard let parent = FileDescriptor(opening: path, O_RDONLY | O_DIRECTORY) else { return }
        defer { parent.close() }
        // Some file systems have nothing to bring there and say so.
        guard fsync(parent.rawValue) == 0 || errno == EINVAL else {
            throw .noFolder(path: folder, reason: LedgerError.systemReason)
        }
    }

    private func closeToOthers(_ own: FileDescriptor) throws(LedgerError) -> [String] {
        var status = stat()
        guard fstat(own.rawValue, &status) == 0 else {
            throw .noFolder(path: folder, reason: LedgerError.systemReason)
        }
        guard geteuid() == 0 || status.st_uid == geteuid() else { throw .notOwned(path: folder) }
        var changes: [String] = []
        let mode = status.st_mode & 0o777
        if mode != 0o700, fchmod(own.rawValue, 0o700) == 0 {
            changes.append(
                mode & 0o077 != 0
                    ? "other accounts could look into \(folder); it is its owner's alone now (mode 700)"
                    : "nothing could be written in \(folder); its owner can now (mode 700)")
        }
        guard faccessat(own.rawValue, ".", W_OK | X_OK, AT_EACCESS) == 0 else {
            throw exists(database)
                ? .readOnly(path: database) : .noFolder(path: folder, reason: LedgerError.systemReason)
        }
        guard mode & 0o077 == 0 || !changes.isEmpty else { throw .notClosed(path: folder) }
        return try changes + closeFilesToOthers(own)
    }

    private func closeFilesToOthers(_ own: FileDescriptor) throws(LedgerError) -> [String] {
        var changed: [String] = []
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
        where name != ".gitignore" {
            var status = stat()
            guard fstatat(own.rawValue, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFLNK { throw .link(path: "\(folder)/\(name)") }
            guard status.st_mode & S_IFMT == S_IFREG else { continue }
            // A second name elsewhere would be a way out of the folder, as a link is.
            if status.st_nlink > 1 { throw .link(path: "\(folder)/\(name)") }
            let mode = status.st_mode & 0o777
            guard mode != 0o600 else { continue }
            guard fchmodat(own.rawValue, name, 0o600, 0) == 0 else {
                throw name == "record.sqlite" ? .readOnly(path: database) : .notClosed(path: "\(folder)/\(name)")
            }
            if mode & 0o077 != 0 { changed.append(name) }
        }
        if changed.isEmpty { return [] }
        let files = changed.joined(separator: ", ")
        return ["other accounts could read \(files) in \(folder); only the owner can now (mode 600)"]
    }

    /// Whether the folder is there, and belongs to another account. Its content can't be known then, so that
    /// a meeting must not begin anew beside it.
    private var isAnothers: Bool {
        var status = stat()
        return lstat(folder, &status) == 0 && status.st_uid != geteuid()
    }

    private func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }
}
