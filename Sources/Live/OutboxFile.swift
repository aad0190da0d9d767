import Council
import Foundation
import Glibc
import Host

/// Something that was written while the host could not be reached.
public struct Writing: Codable, Equatable, Sendable {
    /// The identity of its submission, so that it is recorded once however often it is sent.
    public let id: UUID
    public let at: Date
    public let written: Written
    /// The item that was before the council.
    public let item: ItemID?
    /// The item's title, for a person who reads the outbox.
    public let title: String?

    public init(id: UUID, at: Date, written: Written, item: ItemID?, title: String?) {
        (self.id, self.at, self.written, self.item, self.title) = (id, at, written, item, title)
    }

    /// - Parameter meeting: The meeting as this terminal knows it.
    init?(_ submission: Submission, in meeting: Meeting) {
        guard let written = Written(submission.request) else { return nil }
        let item: ItemID? = if case .written(_, let item) = submission.request { item } else { meeting.currentID }
        self.init(
            id: submission.id, at: submission.at, written: written, item: item,
            title: item.flatMap(meeting.item).map(meeting.title))
    }

    public func submission(by author: Handle?) -> Submission {
        Submission(.written(written, for: item), id: id, at: at, author: author)
    }
}

/// Whose writings an outbox holds, and for which meeting.
public struct OutboxOwner: Codable, Hashable, Sendable {
    public let date: CalendarDay
    /// The request that began the meeting, which no other meeting of that day has.
    public let first: UUID?
    public let handle: Handle

    public init(date: CalendarDay, first: UUID?, handle: Handle) {
        (self.date, self.first, self.handle) = (date, first, handle)
    }

    public init(_ journal: Journal, as handle: Handle) {
        self.init(date: journal.meeting.agenda.date, first: journal.entries.first?.request, handle: handle)
    }
}

/// One terminal's outbox: a file of lines, each on the disk before anybody is told that it is kept.
///
/// Whoever holds the file has it locked, so that no two programs send the same.
public final class OutboxFile {
    /// The first line.
    public struct Heading: Codable, Equatable, Sendable {
        public let version: Int
        public let owner: OutboxOwner
        /// How the meeting was joined.
        public let way: KeptWay
    }

    /// Every other line.
    private enum Line: Codable {
        case kept(Writing)
        /// It is recorded, or was given back to its author.
        case gone(UUID)
    }

    public let path: String
    public let heading: Heading
    private let descriptor: Int32
    /// Those that wait, oldest first.
    public private(set) var writings: [Writing] = []

    static let version = 1

    deinit { close(descriptor) }

    /// A new file.
    init(in folder: String, _ heading: Heading) throws(LiveError) {
        self.heading = heading
        // Names are made here: neither handle nor title of anybody is part of a path.
        path = (folder as NSString).appendingPathComponent("\(heading.owner.date)-\(UUID().uuidString).outbox")
        try Self.make(folder)
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.notKept(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, Self.append(heading, to: descriptor), Self.settle(folder)
        else {
            let error = Self.notKept(path)
            unlink(path)
            throw error
        }
    }

    /// A file that another terminal has left.
    ///
    /// - Returns: nil if a terminal still holds it, or it is gone.
    /// - Throws: why it can't be read.
    public init?(at path: String, isOnlyRead: Bool = false) throws(LiveError) {
        self.path = path
        let descriptor = open(path, (isOnlyRead ? O_RDONLY : O_RDWR | O_APPEND) | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw LiveError("the outbox \(path) can't be read: \(SystemError.reason(errno))")
        }
        self.descriptor = descriptor
        var isWhole = false
        defer { if !isWhole { close(descriptor) } }
        if !isOnlyRead, flock(descriptor, LOCK_EX | LOCK_NB) != 0 { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            status.st_mode & 0o077 == 0
        else {
            throw LiveError(
                "the outbox \(path) is not this account's alone, so that nothing of it is sent: `chmod 600` it, or remove it"
            )
        }
        guard status.st_nlink > 0 else { return nil }
        let unreadable = LiveError("the outbox \(path) can't be read: remove it, or look into it with an editor")
        guard let lines = Self.lines(of: descriptor, isOnlyRead: isOnlyRead) else { throw unreadable }
        guard let first = lines.first else {
            // Its terminal ended before anything was kept.
            if !isOnlyRead { unlink(path) }
            return nil
        }
        guard let heading = try? JSONDecoder().decode(Heading.self, from: first) else { throw unreadable }
        guard heading.version == Self.version else {
            throw LiveError(
                "the outbox \(path) is of version \(heading.version), and this mlreview reads version \(Self.version): send "
                    + "it with the mlreview that wrote it")
        }
        var writings: [Writing] = []
        for line in lines.dropFirst() {
            switch try? JSONDecoder().decode(Line.self, from: line) {
            case .kept(let writing)?: if !writings.contains(where: { $0.id == writing.id }) { writings.append(writing) }
            case .gone(let id)?: writings.removeAll { $0.id == id }
            case nil: throw unreadable
            }
        }
        if writings.isEmpty, !isOnlyRead {
            unlink(path)
            return nil
        }
        (self.heading, self.writings, isWhole) = (heading, writings, true)
    }

    /// Keeps a writing. It is on the disk when this returns.
    func add(_ writing: Writing) throws(LiveError) {
        guard Self.append(Line.kept(writing), to: descriptor) else { throw Self.notKept(path) }
        writings.append(writing)
    }

    /// Takes out what is recorded, and the file with the last one.
    func remove(_ id: UUID) {
        writings.removeAll { $0.id == id }
        // If this line is lost, the writing is sent once more, and the host knows it by its identity.
        _ = Self.append(Line.gone(id), to: descriptor)
        if writings.isEmpty { unlink(path) }
    }

    /// Gives up everything that waits.
    public func drop() {
        writings = []
        unlink(path)
    }

    // MARK: The disk

    /// - Returns: false if it is not on the disk; nothing of it stays in the file then.
    private static func append(_ value: some Encodable, to descriptor: Int32) -> Bool {
        guard var line = (try? JSONEncoder().encode(value)).map(Array.init) else { return false }
        line.append(UInt8(ascii: "\n"))
        let end = lseek(descriptor, 0, SEEK_END)
        if writeAll(line, to: descriptor), fsync(descriptor) == 0 { return true }
        let reason = errno
        ftruncate(descriptor, end)
        errno = reason
        return false
    }

    /// A line that was cut off by a crash was never said to be kept: it is taken out.
    private static func lines(of descriptor: Int32, isOnlyRead: Bool) -> [Data]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = pread(descriptor, &buffer, buffer.count, off_t(bytes.count))
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        let end = (bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        if end < bytes.count, !isOnlyRead { ftruncate(descriptor, off_t(end)) }
        return bytes[..<end].split(separator: UInt8(ascii: "\n")).map { Data($0) }
    }

    private static func make(_ folder: String) throws(LiveError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw LiveError("not kept, since \(folder) can't be made: copy your words to another place")
        }
        var status = stat()
        guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid() else {
            throw LiveError(
                "not kept, since \(folder) is no folder of this account: remove it, so that one can be made")
        }
        if status.st_mode & 0o077 != 0 { chmod(folder, 0o700) }
    }

    private static func settle(_ folder: String) -> Bool {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0 || errno == EINVAL
    }

    private static func notKept(_ path: String) -> LiveError {
        LiveError(
            "not kept, since \(path) can't be written (\(SystemError.reason(errno))): copy your words to another place")
    }
}
