import Council
import Foundation
import Glibc
import Host
import Ledger

/// The Unix socket of a meeting: `DATE.sock` in a folder of its own beside the record.
///
/// The record's folder is closed to all other accounts. The socket's is open to one group, if the council's file names
/// one, and to nobody else.
public struct MeetingSocket: Sendable {
    /// `.mlreview.live`
    let folder: String
    let name: String
    private let group: String?

    public init(of date: CalendarDay, under home: String, group: String? = nil) {
        folder = (home as NSString).appendingPathComponent(".mlreview.live")
        name = "\(date).sock"
        self.group = group
    }

    /// The whole path of the folder that holds the record.
    public var home: String {
        let folder = (folder as NSString).deletingLastPathComponent
        let whole = folder.hasPrefix("/") ? folder : FileManager.default.currentDirectoryPath + "/" + folder
        return (whole as NSString).standardizingPath
    }

    public var path: String { (folder as NSString).appendingPathComponent(name) }

    /// The meetings that have a socket under a folder.
    ///
    /// - Throws: a sentence that says so if the folder is closed to this account.
    public static func meetings(under home: String) throws(LiveError) -> [CalendarDay] {
        let folder = (home as NSString).appendingPathComponent(".mlreview.live")
        if access(folder, R_OK | X_OK) != 0, errno == EACCES { throw closed(folder + "/any.sock") }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".sock") }.compactMap { CalendarDay(String($0.dropLast(5))) }.sorted()
    }

    /// Why this account may not enter a folder, or one above it; nil if it may, or that can't be told.
    public static func whyClosed(_ home: String) -> String? {
        let way = (home as NSString).appendingPathComponent(".mlreview.live/any.sock")
        guard let place = ClosedPlace(onTheWayTo: way), place.kind == .folder else { return nil }
        return place.sentence(for: Peer.ownAccount)
    }

    // MARK: The host's end

    /// Makes the socket, in place of one that a host left behind.
    func listen() throws(LiveError) -> Int32 {
        try makeFolder()
        let own = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard own >= 0 else { throw LiveError("\(folder) can't be opened: \(SystemError.reason(errno))") }
        defer { close(own) }
        var status = stat()
        if fstatat(own, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
            guard status.st_mode & S_IFMT == S_IFSOCK else {
                throw LiveError("\(path) is no socket: another program made it; remove it")
            }
            // The lease on the record says that no other host is there, so that this one was left behind.
            unlinkat(own, name, 0)
        }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | UInt32(Self.closeOnExec)), 0)
        guard descriptor >= 0 else { throw LiveError("there is no socket: \(SystemError.reason(errno))") }
        // Until the next call, the folder keeps others out: the mask of the process belongs to its other threads, too.
        let isBound = withAddress(in: own) { bind(descriptor, $0, $1) } == 0
        let reason = errno
        guard isBound, fchmodat(own, name, 0o600, 0) == 0, Glibc.listen(descriptor, 64) == 0 else {
            close(descriptor)
            throw LiveError("the socket \(path) can't be made: \(SystemError.reason(isBound ? errno : reason))")
        }
        if let group { try give(to: group, own) }
        return descriptor
    }

    func remove() { unlink(path) }

    private func makeFolder() throws(LiveError) {
        if mkdir(folder, 0o700) != 0, errno != EEXIST {
            throw LiveError("\(folder) can't be made: \(SystemError.reason(errno))")
        }
        var status = stat()
        guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw LiveError("\(folder) is no folder of its own: remove it, so that a socket can lie there")
        }
        guard status.st_uid == geteuid() else {
            throw LiveError("\(folder) belongs to another account: remove it, or host the meeting under that account")
        }
        if group == nil { chmod(folder, 0o700) }
        let ignore = Glibc.open(
            (folder as NSString).appendingPathComponent(".gitignore"), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if ignore >= 0 {
            _ = write(ignore, "*\n", 2)
            close(ignore)
        }
    }

    private func give(to group: String, _ own: Int32) throws(LiveError) {
        guard let known = getgrnam(group) else {
            throw LiveError(
                "there is no group `\(group)`, which `live.group` in council.yaml names: make it, or name another")
        }
        let id = known.pointee.gr_gid
        guard fchown(own, uid_t.max, id) == 0, fchmod(own, 0o750) == 0,
            fchownat(own, name, uid_t.max, id, AT_SYMLINK_NOFOLLOW) == 0, fchmodat(own, name, 0o660, 0) == 0
        else {
            throw LiveError(
                "the socket can't be given to the group `\(group)` (\(SystemError.reason(errno))): the account that hosts has "
                    + "to be in it, since before its login: `usermod -aG \(group) \(Peer.ownAccount)`, then log in again"
            )
        }
    }

    // MARK: A terminal's end

    /// - Throws: why nobody answers there.
    func connect() throws(LiveError) -> Int32 {
        let own = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard own >= 0 else {
            if errno == EACCES { throw Self.closed(path) }
            throw LiveError(
                "no meeting is hosted in \(folder.folderOfSocket): `mlreview host` does, at the scribe's terminal")
        }
        defer { close(own) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | UInt32(Self.closeOnExec)), 0)
        guard descriptor >= 0 else { throw LiveError("there is no socket: \(SystemError.reason(errno))") }
        guard withAddress(in: own, { Glibc.connect(descriptor, $0, $1) }) == 0 else {
            let code = errno
            close(descriptor)
            if code == EACCES { throw Self.closed(path) }
            throw LiveError("nobody hosts the meeting now (\(path): \(SystemError.reason(code))): `mlreview host` does")
        }
        return descriptor
    }

    private static func closed(_ path: String) -> LiveError {
        LiveError(
            ClosedPlace(onTheWayTo: path)?.sentence(for: Peer.ownAccount)
                ?? "\(path) is closed to the account \(Peer.ownAccount)")
    }

    private static let closeOnExec = 0o2000000

    /// The address by way of the open folder, since a socket's path has at most 107 bytes.
    private func withAddress(in own: Int32, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = "/proc/self/fd/\(own)/\(name)"
        withUnsafeMutableBytes(of: &address.sun_path) { room in
            room.copyBytes(from: path.utf8.prefix(room.count - 1))
        }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

extension String {
    fileprivate var folderOfSocket: String {
        let folder = (self as NSString).deletingLastPathComponent
        return folder.isEmpty || folder == "." ? "this folder" : folder
    }
}

/// Why a meeting can't be hosted or joined, as a sentence that says what would be right.
public struct LiveError: Error, Equatable, Sendable, CustomStringConvertible {
    public let sentence: String

    public init(_ sentence: String) { self.sentence = sentence }

    public var description: String { sentence }
}
