import Council
import Foundation
import Host
import Synchronization
import Testing

@testable import Ledger
@testable import PostgresLedger

/// A server of PostgreSQL for all tests of the process, in a temporary folder and on a Unix socket. It stops when the
/// process ends, however it ends: a shell beside it waits for the end of a pipe.
final class PostgresServer: Sendable {
    /// Nobody's password is asked: each test connects as whom it wants.
    let folder: String
    private let shell: Process
    private let orders: FileHandle
    private let answers: FileHandle
    private let count = Atomic(0)

    private static let made = Result { try PostgresServer() }

    /// - Throws: why there is none. Tests that need it fail then, and are not passed over.
    static func shared() throws -> PostgresServer { try made.get() }

    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// The folder with the server's programs; of several versions the newest.
    static func programs() throws -> String {
        let home = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: home)) ?? []
        guard let newest = versions.compactMap({ Int($0) }).max() else {
            throw Missing(description: "there is no PostgreSQL in \(home): `.ci/setup` installs it")
        }
        return "\(home)/\(newest)/bin"
    }

    /// - Parameter isSafe: whether what is committed is on the disk, as it is where nobody only tests.
    init(isSafe: Bool = false) throws {
        folder = NSTemporaryDirectory() + "mlreview-pg-\(getpid())" + (isSafe ? "-\(UUID().uuidString.prefix(4))" : "")
        let script = """
            folder=$1 programs=$2
            options="-c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=400 \
            -c shared_buffers=64MB -c log_min_messages=panic -c fsync=$3"
            start() { "$programs/pg_ctl" -w -D "$folder/data" -l "$folder/log" start >/dev/null -o "$options"; }
            stop() { "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null; }
            "$programs/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N >/dev/null \
            && start && echo ready
            while read word; do $word; echo ready; done
            stop
            rm -rf "$folder"
            """
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // The server refuses to be run by root.
        let isRoot = getuid() == 0
        if isRoot, let postgres = getpwnam("postgres") {
            _ = chown(folder, postgres.pointee.pw_uid, postgres.pointee.pw_gid)
        }
        let words = ["sh", "-c", script, "sh", folder, try Self.programs(), isSafe ? "on" : "off"]
        let (input, output) = (Pipe(), Pipe())
        (orders, answers) = (input.fileHandleForWriting, output.fileHandleForReading)
        for handle in [orders, answers] { _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC) }
        shell = Process()
        shell.executableURL = URL(filePath: "/usr/bin/env")
        shell.arguments = (isRoot ? ["runuser", "-u", "postgres", "--"] : []) + words
        shell.currentDirectoryURL = URL(filePath: "/")
        shell.standardInput = input
        shell.standardOutput = output
        try shell.run()
        try awaitAnswer()
        let template = address(of: "template")
        try execute("CREATE DATABASE template", in: "postgres")
        // Accounts are the whole server's, and tests that run at once would make them twice.
        for account in Self.accounts { try execute("CREATE ROLE \(account) LOGIN", in: "postgres") }
        try PostgresSetup(Self.roster).perform(at: template)
    }

    private func awaitAnswer() throws {
        guard try answers.read(upToCount: 6) == Data("ready\n".utf8) else {
            let log = (try? String(contentsOfFile: folder + "/log", encoding: .utf8)) ?? ""
            throw Missing(description: "the server does not answer: \(log)")
        }
    }

    /// Ends every process of the server at once, as a failure of power does, and starts it again.
    func stopHardAndStart() throws {
        try stopHard()
        try start()
    }

    func stopHard() throws { try order("stop") }
    func start() throws { try order("start") }

    private func order(_ word: String) throws {
        try orders.write(contentsOf: Data("\(word)\n".utf8))
        try awaitAnswer()
    }

    static let accounts = ["priya", "wen", "bo", "lena", "mira", "stranger"]

    /// tomas records for the room, and owns the record.
    static let roster = Roster(
        name: "ML Council", chair: Chair(member: "priya"),
        members: [
            Member(handle: "priya", name: "Priya Raman"),
            Member(handle: "tomas", name: "Tomás Vidal", login: "postgres"),
        ])

    func address(of database: String, as account: String = "postgres") -> DatabaseAddress {
        try! DatabaseAddress("postgresql://\(account)@/\(database)?host=\(folder)")
    }

    /// Runs statements as the server's owner, past every guard.
    func execute(_ statements: String, in database: String) throws {
        try Connection(address(of: database)).run(statements + ";")
    }

    /// A database of its own, without a record in it.
    func makeEmptyDatabase() throws -> String { try makeDatabase(like: "template0") }

    func makeDatabase(like template: String = "template") throws -> String {
        let name = "test\(count.wrappingAdd(1, ordering: .relaxed).newValue)"
        try execute("CREATE DATABASE \(name) TEMPLATE \(template) STRATEGY file_copy", in: "postgres")
        return name
    }

    func drop(_ database: String) { try? execute("DROP DATABASE \(database) WITH (FORCE)", in: "postgres") }
}

/// A database with a record, gone with this object.
final class PostgresPlace: LedgerPlace {
    let server: PostgresServer
    let database: String

    /// The server signs acts itself.
    let signer: Handle? = "tomas"

    init() throws {
        server = try PostgresServer.shared()
        database = try server.makeDatabase()
    }

    deinit { server.drop(database) }

    func connect() throws -> any Ledger { try connect(as: "postgres") }

    func connect(as account: String) throws(LedgerError) -> PostgresLedger {
        try PostgresLedger(server.address(of: database, as: account))
    }

    /// A column has one type, and the server takes no value of another.
    func holds(_ field: Field, in column: SealedEntry.Column) -> Bool {
        switch column {
        case .number, .at: field.integer != nil
        case .meeting, .kind: field.text != nil
        case .version, .ordinal: field == .null || field.integer != nil
        case .request, .salt, .previous, .digest: field == .null || field.blob != nil
        default: field == .null || field.text != nil
        }
    }

    func forge(_ rows: [SealedEntry]) throws {
        for row in rows {
            for column in SealedEntry.Column.allCases where !holds(row[column], in: column) { throw NotHeld() }
        }
        let server = try Connection(server.address(of: database))
        let triggers = ["entries_follow", "entries_stay", "entries_stay_whole"]
        try server.transaction {
            for name in triggers { try server.run("ALTER TABLE mlreview.entries DISABLE TRIGGER \(name)") }
            try server.run("DELETE FROM mlreview.entries")
            try PostgresLedger.insert(rows, into: server)
            for name in triggers { try server.run("ALTER TABLE mlreview.entries ENABLE ALWAYS TRIGGER \(name)") }
        }
    }
}
