import Foundation

/// A folder held open, so that what is read and written in it stays in it whatever happens to its path meanwhile.
///
/// No link within it is followed: a link in the place of a folder or file is an error.
final class OpenFolder {
    private let path: String
    private let descriptor: Int32

    /// Opens a folder, and makes it and those above it where they do not exist.
    init(path: String) throws(MinutesError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw MinutesError("\(path): the folder can't be made: \(Self.cause(of: error))")
        }
        self.path = path
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0 { throw Self.error(path, "the folder can't be opened") }
    }

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The folder of that name in this one, made where it does not exist.
    func folder(_ name: String) throws(MinutesError) -> OpenFolder {
        if mkdirat(descriptor, name, 0o755) == 0 {
            try sync()
        } else if errno != EEXIST {
            throw Self.error("\(path)/\(name)", "the folder can't be made")
        }
        let child = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard child >= 0 else {
            // A link is reported as either, by system.
            let isLink = errno == ELOOP || errno == ENOTDIR
            let what = isLink ? "there is a link or a file where the folder should be" : "the folder can't be opened"
            throw Self.error("\(path)/\(name)", what)
        }
        return OpenFolder(path: "\(path)/\(name)", descriptor: child)
    }

    /// What is in the folder, by name.
    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }

    /// Whether there is a file of that name; a link is none.
    func holds(_ name: String) -> Bool {
        var status = stat()
        return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The file's bytes; nil where there is no such file.
    func read(_ name: String) throws(MinutesError) -> Data? {
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

    /// Puts a file in place, whole or not at all: it is written beside its place, brought to the disk, and renamed.
    func write(_ bytes: Data, to name: String) throws(MinutesError) {
        let draft = ".\(name).\(getpid()).\(UInt32.random(in: 0 ... .max))"
        let file = openat(descriptor, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw Self.error("\(path)/\(name)", "it can't be written") }
        do throws(MinutesError) {
            let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
            do {
                try handle.write(contentsOf: bytes)
                try handle.synchronize()
                try handle.close()
            } catch {
                throw MinutesError("\(path)/\(name): it can't be written: \(Self.cause(of: error))")
            }
            guard renameat(descriptor, draft, descriptor, name) == 0 else {
                throw Self.error("\(path)/\(name)", "it can't be put in place")
            }
        } catch {
            unlinkat(descriptor, draft, 0)
            throw error
        }
    }

    /// Brings the folder's list of files to the disk; once, after the last of them.
    func sync() throws(MinutesError) {
        // Some file systems have nothing to bring there and say so.
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw Self.error(path, "the folder can't be synchronised")
        }
    }

    /// A sentence that ends with what the system says.
    private static func error(_ path: String, _ what: String) -> MinutesError {
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
