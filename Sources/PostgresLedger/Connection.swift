import CPostgres
import Foundation
import Host
import Ledger

/// One connection to a server. It is used by one thread at a time, which its owner sees to.
final class Connection: @unchecked Sendable {
    private let library: Postgres
    private let connection: OpaquePointer
    /// The names of the statements that the server has parsed already.
    private var prepared: [String: String] = [:]

    /// - Throws: a sentence that says why the server can't be reached.
    init(_ address: DatabaseAddress) throws(LedgerError) {
        library = try Libpq.load()
        // What the address says itself counts more than what stands before it.
        let options = [
            ("connect_timeout", "5"), ("tcp_user_timeout", "10000"), ("application_name", "mlreview"),
            ("dbname", address.text), ("client_encoding", "UTF8"),
        ]
        let words = options.map { (strdup($0.0), strdup($0.1)) }
        defer { for (name, value) in words { free(name); free(value) } }
        let names = words.map { UnsafePointer($0.0) } + [nil]
        let values = words.map { UnsafePointer($0.1) } + [nil]
        guard let connection = library.connectdbParams(names, values, 1) else { throw .outOfMemory(address.text) }
        self.connection = connection
        withUnsafePointer(to: library) { postgres_silence($0, connection) }
        guard library.status(connection) == Int32(POSTGRES_CONNECTED) else {
            throw .unreachable(address.text, reason: Self.brief(Self.line(library.errorMessage(connection))))
        }
    }

    deinit { library.finish(connection) }

    var socket: Int32 { library.socket(connection) }

    /// The account that the server knows this connection by.
    var user: String { library.user(connection).map { String(cString: $0) } ?? "" }

    /// Whether the server is there, as far as can be told without asking it.
    var isAlive: Bool {
        guard library.status(connection) == Int32(POSTGRES_CONNECTED) else { return false }
        var request = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, 0) > 0 else { return true }
        return library.consumeInput(connection) == 1 && library.status(connection) == Int32(POSTGRES_CONNECTED)
    }

    // MARK: Statements

    /// Runs a statement, or several without values, and returns the rows of the last.
    @discardableResult
    func run(_ statement: String, _ values: Parameter...) throws(ServerError) -> [[Field]] {
        try run(statement, values)
    }

    @discardableResult
    func run(_ statement: String, _ values: [Parameter]) throws(ServerError) -> [[Field]] {
        if values.isEmpty, statement.contains(";") { return try rows(of: library.exec(connection, statement)) }
        let name = try name(of: statement, values)
        return try send(values) { values, lengths, formats in
            library.execPrepared(
                connection, name, Int32(lengths.count), values, lengths, formats, Int32(POSTGRES_BINARY))
        }
    }

    /// The server parses a statement once for the connection, and not each time.
    private func name(of statement: String, _ values: [Parameter]) throws(ServerError) -> String {
        if let name = prepared[statement] { return name }
        let name = "statement\(prepared.count + 1)"
        _ = try rows(of: library.prepare(connection, name, statement, Int32(values.count), values.map(\.type.rawValue)))
        prepared[statement] = name
        return name
    }

    private func send(
        _ values: [Parameter],
        _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> OpaquePointer?
    ) throws(ServerError) -> [[Field]] {
        let bytes = values.map(\.bytes)
        var joined = bytes.flatMap { $0 ?? [] }
        // An empty value has a place, too: null is what has none.
        joined.append(0)
        let result = joined.withUnsafeBytes { all in
            var place = 0
            let pointers = bytes.map { value -> UnsafePointer<CChar>? in
                guard let value else { return nil }
                defer { place += value.count }
                return all.baseAddress?.advanced(by: place).assumingMemoryBound(to: CChar.self)
            }
            let formats = [Int32](repeating: Int32(POSTGRES_BINARY), count: bytes.count)
            return body(pointers, bytes.map { Int32($0?.count ?? 0) }, formats)
        }
        return try rows(of: result)
    }

    private func rows(of result: OpaquePointer?) throws(ServerError) -> [[Field]] {
        guard let result else { throw error(nil) }
        defer { library.clear(result) }
        let status = Int(library.resultStatus(result))
        guard status == POSTGRES_ROWS || status == POSTGRES_DONE else { throw error(result) }
        let columns = 0..<library.nfields(result)
        let types = columns.map { library.ftype(result, $0) }
        return (0..<library.ntuples(result)).map { row in
            columns.map { column in
                guard library.getisnull(result, row, column) == 0 else { return .null }
                let bytes = UnsafeRawBufferPointer(
                    start: library.getvalue(result, row, column), count: Int(library.getlength(result, row, column)))
                return Field(bytes, type: types[Int(column)])
            }
        }
    }

    private func error(_ result: OpaquePointer?) -> ServerError {
        func field(_ code: Int) -> String? {
            result.flatMap { library.resultErrorField($0, Int32(code)) }.map { Self.line($0) }
        }
        return ServerError(
            state: field(POSTGRES_STATE),
            message: field(POSTGRES_MESSAGE) ?? Self.line(library.errorMessage(connection)),
            isGone: library.status(connection) != Int32(POSTGRES_CONNECTED))
    }

    /// A message of libpq on one line, without control characters.
    private static func line(_ message: UnsafeMutablePointer<CChar>?) -> String {
        guard let message else { return "no reason is given" }
        let lines = String(cString: message).split(whereSeparator: \.isNewline)
        return lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
            .filter { $0.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } }
    }

    /// A reason without what the address says already, and without a question that a person at a meeting can't answer.
    static func brief(_ reason: String) -> String {
        if let absence = absence(in: reason) { return absence }
        let address = #/connection to server (at|on socket) \x22[^\x22]*\x22( \([^)]*\))?(, port \d+)? failed: /#
        let question = #/\s*Is the server running .*\?$/#
        let brief = reason.matches(of: address).count == 1 ? reason.replacing(address, with: "") : reason
        return brief.replacing(question, with: "")
    }

    /// What is not there, and what would help; nil if it is something else, or one of several hosts.
    private static func absence(in reason: String) -> String? {
        let socket = #/connection to server on socket \x22([^\x22]*)\x22 failed: (No such file|Connection refused)/#
        let port = #/connection to server at \x22([^\x22]*)\x22( \([^)]*\))?, port (\d+) failed: Connection refused/#
        let name = #/could not translate host name \x22([^\x22]*)\x22 to address/#
        if let found = reason.firstMatch(of: #/FATAL:\s+role \x22([^\x22]*)\x22 does not exist/#) {
            return
                "the server knows no account \(found.1): add it as somebody's `login` in council.yaml, and whoever owns the "
                + "record runs `mlreview database init` again"
        }
        if let found = reason.firstMatch(of: #/FATAL:\s+database \x22([^\x22]*)\x22 does not exist/#) {
            return "the server has no database \(found.1): name another, or make it as `mlreview help postgres` says"
        }
        let sockets = reason.matches(of: socket)
        if let found = sockets.first, sockets.count == reason.matches(of: #/connection to server/#).count {
            return
                "no server listens at the socket \(found.1): start it (on Debian `sudo systemctl start postgresql`), or name "
                + "its folder: postgresql:///NAME?host=FOLDER"
        }
        let ports = reason.matches(of: port)
        if let found = ports.last, Set(ports.map(\.1)).count == 1, Set(ports.map(\.3)).count == 1 {
            return "no server listens at \(found.1), port \(found.3): start it there, or name the right place: "
                + "postgresql://HOST:PORT/NAME"
        }
        if let found = reason.firstMatch(of: name) {
            return "no host is known by the name \(found.1): name the server's host"
        }
        return nil
    }

    // MARK: Transactions

    /// Does several things at once, or none; what is read is from one moment.
    func transaction<T>(_ kind: String = "", _ body: () throws -> T) throws -> T {
        try run("BEGIN \(kind)")
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            _ = try? run("ROLLBACK")
            throw error
        }
    }

    // MARK: Notifications

    /// The number that the server knows this connection by, and signs its notifications with.
    var number: Int32 { library.backendPID(connection) }

    /// Takes what was sent: the numbers of the connections that it came from; nil if the server is gone.
    func takeSenders() -> [Int32]? {
        guard library.consumeInput(connection) == 1 else { return nil }
        var senders: [Int32] = []
        while let notice = library.notifies(connection) {
            senders.append(notice.pointee.sender)
            library.freemem(notice)
        }
        return senders
    }
}

/// The server's refusal of a statement.
struct ServerError: Error {
    /// SQLSTATE; nil if the server did not answer.
    let state: String?
    let message: String
    /// Whether the connection is lost. What was asked of the server may have been done.
    let isGone: Bool
}
