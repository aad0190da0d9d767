import Council
import Foundation
import Host
import Ledger
import Synchronization

/// What somebody wrote for a meeting while its host could not be reached, in order.
///
/// It lies in the account's own folder of state, and outlives the terminal: the next one that joins the meeting for the
/// same person sends what an earlier one has left.
public final class LocalOutbox: Sendable {
    private let folder: String
    private let heading: OutboxFile.Heading
    private let files: Mutex<Files>

    private struct Files: ~Copyable {
        var all: [OutboxFile] = []
        var writings: [Writing] { all.flatMap(\.writings).sorted { $0.at < $1.at } }
    }

    /// Takes over what earlier terminals of the same person have left. A terminal that still runs keeps its own.
    public init(of owner: OutboxOwner, by way: KeptWay, in folder: String) {
        self.folder = folder
        heading = OutboxFile.Heading(version: OutboxFile.version, owner: owner, way: way)
        files = Mutex(Files())
        takeOver()
    }

    /// Takes over what terminals have left that ended meanwhile.
    func takeOver() {
        let owner = heading.owner
        files.withLock { files in
            let own = Set(files.all.map(\.path))
            for path in Self.paths(in: folder)
            where (path as NSString).lastPathComponent.hasPrefix("\(owner.date)-") && !own.contains(path) {
                // Somebody else's is not even locked for a moment: its own person may look for it just then.
                guard let seen = try? OutboxFile(at: path, isOnlyRead: true), seen.heading.owner == owner,
                    let file = try? OutboxFile(at: path), file.heading.owner == owner
                else { continue }
                files.all.append(file)
            }
        }
    }

    public var handle: Handle { heading.owner.handle }

    /// Those that wait, oldest first.
    public var writings: [Writing] { files.withLock { $0.writings } }

    public var isEmpty: Bool { files.withLock { $0.all.allSatisfy(\.writings.isEmpty) } }

    /// Keeps a writing. It is on the disk when this returns.
    public func keep(_ writing: Writing) throws(LiveError) {
        try files.withLock { files throws(LiveError) in
            guard !files.writings.contains(where: { $0.id == writing.id }) else { return }
            if let file = files.all.first(where: { !$0.writings.isEmpty }) { return try file.add(writing) }
            let file = try OutboxFile(in: folder, heading)
            try file.add(writing)
            files.all = files.all.filter { !$0.writings.isEmpty } + [file]
        }
    }

    /// Takes out what is recorded, or was given back to its author.
    public func remove(_ id: UUID) {
        files.withLock { files in
            for file in files.all where file.writings.contains(where: { $0.id == id }) { file.remove(id) }
        }
    }

    // MARK: All outboxes

    /// `$XDG_STATE_HOME/mlreview/outbox`, and `~/.local/state/mlreview/outbox` if that is not set.
    public static func folder(in environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
        // The variable counts only as an absolute path (XDG Base Directory Specification).
        let state =
            environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? (environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory()) + "/.local/state"
        return state + "/mlreview/outbox"
    }

    /// The files of a folder, the oldest meeting first.
    public static func paths(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".outbox") }.sorted().map { (folder as NSString).appendingPathComponent($0) }
    }
}

/// How a meeting was joined, as far as it can be done again.
public enum KeptWay: Codable, Equatable, Sendable {
    /// The folder of the host, on this machine.
    case folder(String)
    /// The words of a program that brings the bytes to the host.
    case program([String])
    /// The address of the server that has the record.
    case server(String)
}

extension KeptWay {
    /// - Parameter connect: Connects to a server.
    public func way(
        on date: CalendarDay, _ connect: @escaping @Sendable (String) throws(LedgerError) -> any ServedLedger
    ) throws(LiveError) -> Way {
        switch self {
        case .folder(let home): return .socket(MeetingSocket(of: date, under: home))
        case .server(let name):
            return .record(ServedMeeting(date, at: name) { () throws(LedgerError) in try connect(name) })
        case .program(let words):
            guard let name = words.first else { throw LiveError("the outbox names no way to its host: join by hand") }
            return .program(Program(name, Array(words.dropFirst())))
        }
    }
}
