import Foundation
import Host

/// A folder held open, so that files are read and written in it, whatever happens to its path meanwhile.
///
/// No link inside it is followed. A link in the place of a folder or file is an error.
public final class OpenFolder: Sendable {
    let path: String
    let descriptor: Int32

    /// Opens a folder, and makes it and those above it if they do not exist.
    ///
    /// - Parameter followsLink: Whether the folder itself may be a link. It may if a person named the folder. Otherwise it
    ///   may not, since nobody said that files should go elsewhere.
    public convenience init(path: String, followsLink: Bool = true) throws(MinutesError) {
        if !Self.isThere(path) { try Self.make(path) }
        try self.init(opening: path, followsLink: followsLink)
    }

    /// Makes a folder and those above it, each on the disk before anything is put into it.
    private static func make(_ path: String) throws(MinutesError) {
        let above = path.folderAbove
        let parent = above.isEmpty ? "." : above
        if !isThere(parent) { try make(parent) }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw error(path, "the folder can't be made") }
        // A folder that can't be opened can't be brought to the disk either.
        guard let open = try? OpenFolder(opening: parent, followsLink: true) else { return }
        try open.sync()
    }

    /// Opens a folder; nil if there is none.
    public convenience init?(existing path: String, followsLink: Bool = true) throws(MinutesError) {
        guard Self.isThere(path) else { return nil }
        try self.init(opening: path, followsLink: followsLink)
    }

    /// Whether anything is at the path. A link that leads nowhere counts.
    private static func isThere(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 || errno != ENOENT
    }

    private convenience init(opening path: String, followsLink: Bool) throws(MinutesError) {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
        let descriptor = open(path, flags)
        guard descriptor >= 0 else {
            let cause = errno
            var status = stat()
            if !followsLink, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
                throw MinutesError(
                    "\(path): there is a link where the folder should be: name the folder that it leads to with --out")
            }
            errno = cause
            throw Self.error(path, "the folder can't be opened")
        }
        self.init(path: path, descriptor: descriptor)
    }

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The folder of that name in this one. It is made if it does not exist.
    public func folder(_ name: String) throws(MinutesError) -> OpenFolder {
        if mkdirat(descriptor, name, 0o755) == 0 {
            try sync()
        } else if errno != EEXIST {
            throw Self.error("\(path)/\(name)", "the folder can't be made")
        }
        guard let folder = try existingFolder(name) else {
            throw Self.error("\(path)/\(name)", "the folder can't be opened")
        }
        return folder
    }

    /// The folder of that name in this one; nil if there is none.
    public func existingFolder(_ name: String) throws(MinutesError) -> OpenFolder? {
        let child = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard child >= 0 else {
            if errno == ENOENT { return nil }
            // Systems report a link as one or the other.
            let isLink = errno == ELOOP || errno == ENOTDIR
            let what = isLink ? "there is a link or a file where the folder should be" : "the folder can't be opened"
            throw Self.error("\(path)/\(name)", what)
        }
        return OpenFolder(path: "\(path)/\(name)", descriptor: child)
    }

    /// The names of everything in the folder.
    var names: [String] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { return [] }
        guard let listing = fdopendir(copy) else {
            close(copy)
            return []
        }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Whether there is a file of that name. A link does not count.
    func holds(_ name: String) -> Bool {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The file's bytes; nil if there is no such file.
    public func read(_ name: String) throws(MinutesError) -> Data? {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            let isLink = errno == ELOOP
            throw Self.error(
                "\(path)/\(name)", isLink ? "there is a link where the file should be" : "it can't be read")
        }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw MinutesError("\(path)/\(name): there is something other than a file where the file should be")
        }
        do {
            return try handle.readToEnd() ?? Data()
        } catch {
            throw MinutesError("\(path)/\(name): it can't be read: \(Self.cause(of: error))")
        }
    }

    /// Puts a file in place, whole or not at all. It is written beside its place, brought to the disk, and renamed.
    public func write(_ bytes: Data, to name: String) throws(MinutesError) {
        try put(bytes, to: name) { draft throws(MinutesError) in try rename(draft, to: name) }
    }

    /// Makes a file, whole or not at all. One that is there already stays, and is an error.
    public func create(_ bytes: Data, as name: String) throws(MinutesError) {
        try put(bytes, to: name) { draft throws(MinutesError) in
            // A rename would replace what is there; a second name is refused then.
            if linkat(descriptor, draft, descriptor, name, 0) == 0 {
                unlinkat(descriptor, draft, 0)
                return
            }
            if errno == EEXIST { throw MinutesError("\(path)/\(name): it is there already, and stays as it is") }
            throw Self.error("\(path)/\(name)", "it can't be put in place")
        }
    }

    /// Puts other bytes into a file, whole or not at all, unless it has changed since it was read.
    public func replace(_ name: String, saying old: Data, by new: Data) throws(MinutesError) {
        var status = stat()
        fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW)
        try put(new, to: name, mode: status.st_mode & 0o777) { draft throws(MinutesError) in
            guard try read(name) == old else {
                throw MinutesError("\(path)/\(name): it has changed meanwhile, and was not written: start again")
            }
            try rename(draft, to: name)
        }
    }

    private func rename(_ draft: String, to name: String) throws(MinutesError) {
        guard renameat(descriptor, draft, descriptor, name) == 0 else {
            throw Self.error("\(path)/\(name)", "it can't be put in place")
        }
    }

    /// Writes a draft, brings it to the disk, and has it put in its place.
    ///
    /// - Parameter mode: Who may read and write the file; nil for what is usual.
    private func put(
        _ bytes: Data, to name: String, mode: mode_t? = nil, _ place: (String) throws(MinutesError) -> Void
    ) throws(MinutesError) {
        let draft = DraftFile(of: name)
        defer { draft.end() }
        let file = openat(descriptor, draft.name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw Self.error("\(path)/\(name)", "it can't be written") }
        do throws(MinutesError) {
            let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
            if let mode { fchmod(file, mode) }
            do {
                try handle.write(contentsOf: bytes)
                try handle.synchronize()
                try handle.close()
            } catch {
                throw MinutesError("\(path)/\(name): it can't be written: \(Self.cause(of: error))")
            }
            try place(draft.name)
        } catch {
            unlinkat(descriptor, draft.name, 0)
            throw error
        }
    }

    /// Removes a file. One that can't be removed stays.
    func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    /// Removes the half-written files that a killed program left behind.
    ///
    /// - Parameter isOurs: Whether the program writes a file of that name here.
    public func removeLeftovers(_ isOurs: (String) -> Bool) {
        for name in names where holds(name) {
            guard let draft = DraftFile(named: name), isOurs(draft.target), draft.isLeft else { continue }
            unlinkat(descriptor, name, 0)
        }
    }

    /// Brings the folder's list of files to the disk. It is called once, after the last file.
    public func sync() throws(MinutesError) {
        // Some file systems can't do this, need not, and say so.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw Self.error(path, "the folder can't be synchronised")
        }
    }

    /// A sentence that ends with the system's reason.
    static func error(_ path: String, _ what: String) -> MinutesError {
        MinutesError("\(path): \(what): \(String(cString: strerror(errno)))")
    }

    private static func cause(of error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        if let code = [underlying, error as NSError].compactMap({ $0 }).first(where: { $0.domain == NSPOSIXErrorDomain }
        )?.code {
            return String(cString: strerror(Int32(code)))
        }
        return error.localizedDescription
    }
}
