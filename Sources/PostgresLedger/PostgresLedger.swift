import Council
import Foundation
import Host
import Ledger
import Synchronization

/// The record of the meetings in a database of PostgreSQL.
///
/// The server signs each act with the account that the connection has, gives it its time, number and digest, and refuses
/// what the account may not do; see `SQL`. A connection that is lost is opened anew by the next call.
public final class PostgresLedger: Ledger {
    public let address: DatabaseAddress
    /// Whoever the server signs acts with from here; nil if they are signed by nobody.
    public let signer: Handle?
    /// The account that the server knows this program by.
    public let account: String
    public let mayWithhold: Bool
    let state: Mutex<State>
    /// Held while somebody talks to the server.
    private let talking = NSRecursiveLock()

    struct State {
        var connection: Connection?
        var obstacle: LedgerError?
        /// What this program said of itself.
        var attendance: ServedTerminal?
        /// The copy of the meeting that is being recorded; nil if none is.
        var memory: (@Sendable () -> MeetingMemory?)?
    }

    public var name: String { address.text }
    public var obstacle: LedgerError? { state.withLock { $0.obstacle } }

    /// - Throws: a sentence if the server can't be reached, or has no record that this version and this account can use.
    public init(_ address: DatabaseAddress) throws(LedgerError) {
        self.address = address
        let connection = try Connection(address)
        account = connection.user
        (signer, mayWithhold) = try Self.greet(connection, address.text)
        state = Mutex(State(connection: connection))
    }

    private static let greeting = "SELECT number, mlreview.handle(), mlreview.is_owner() FROM mlreview.version"

    /// Looks whether the database has a record of this version, and who the server takes this program for.
    private static func greet(_ connection: Connection, _ name: String) throws(LedgerError) -> (Handle?, Bool) {
        do {
            // What is called recorded is on the server's disk, whatever the account has been set to.
            try connection.run("SET synchronous_commit = on; SET search_path = pg_catalog, pg_temp")
            guard let row = try connection.run(Self.greeting).first else {
                throw LedgerError.noSchema(name)
            }
            guard let version = row[0].integer, version >= SchemaText.version else {
                throw LedgerError.olderSchema(name)
            }
            guard version == SchemaText.version else { throw LedgerError.newerSchema(name) }
            return (row[1].text.map(Handle.init(rawValue:)), row[2].integer != 1)
        } catch {
            throw LedgerError(error, name, account: connection.user)
        }
    }

    // MARK: Talking

    /// Talks to the server, over a new connection if the last one is lost.
    func talk<T>(_ body: (Connection) throws -> T) throws(LedgerError) -> T {
        talking.lock()
        defer { talking.unlock() }
        do {
            let result = try body(try standing())
            state.withLock { $0.obstacle = nil }
            return result
        } catch {
            let error = LedgerError(error, name, account: account)
            if !error.isFinal { state.withLock { $0.obstacle = error } }
            throw error
        }
    }

    private func standing() throws(LedgerError) -> Connection {
        if let connection = state.withLock({ $0.connection }), connection.isAlive { return connection }
        state.withLock { $0.connection = nil }
        let connection = try Connection(address)
        guard try Self.greet(connection, name) == (signer, mayWithhold) else { throw .otherAccount(name) }
        if let attendance = state.withLock({ $0.attendance }) { try? Self.attend(attendance, connection) }
        state.withLock { $0.connection = connection }
        return connection
    }

    // MARK: The place

    public func move(to home: String?) throws(LedgerError) -> RecordMove {
        throw .failed(
            name, reason: "it is on a server, and is not moved in a meeting; `mlreview database copy` puts it elsewhere"
        )
    }

    public func setMemory(_ memory: (@Sendable () -> MeetingMemory?)?) { state.withLock { $0.memory = memory } }

    /// Checks that the last entry that was recorded from here is still there.
    public func check() throws(LedgerError) {
        let memory = state.withLock { $0.memory }?()
        try talk { server in
            guard let memory, let last = memory.rows.last else { return _ = try server.run("SELECT 1") }
            let found = try Self.rows(of: memory.date.description, after: last.number - 1, server).first?.digest
            guard found == last.digest else { throw LedgerError.lost(name) }
        }
    }
}
