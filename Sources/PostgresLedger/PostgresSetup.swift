import Council
import Host
import Ledger

/// Makes the record in a database, and brings the council's accounts and rules there.
///
/// It may be done again, as it is after a change of `council.yaml`: what is recorded stays.
public struct PostgresSetup: Sendable {
    /// Somebody on the roster, with the account that the server knows them by.
    struct Account: Hashable, Sendable {
        let login: String
        let handle: Handle
        /// chair, member or practitioner.
        let seat: CouncilRole
        /// Whether they may lay an agenda before the council.
        let mayBegin: Bool
    }

    let accounts: [Account]

    /// - Parameter scribes: those whom agendas name. A practitioner among them may begin a meeting.
    public init(_ roster: Roster, scribes: Set<Handle> = []) {
        func account(_ person: Member, _ seat: CouncilRole) -> Account {
            Account(
                login: person.login ?? person.handle.rawValue, handle: person.handle, seat: seat,
                mayBegin: seat > .practitioner || scribes.contains(person.handle))
        }
        accounts =
            roster.members.map { account($0, $0.handle == roster.chair.member ? .chair : .member) }
            + roster.practitioners.map { account($0, .practitioner) }
    }

    /// A statement with the values that go beside it.
    private typealias Step = (statement: String, values: [Parameter])

    /// What brings accounts and rules into a database that has the tables.
    private var steps: [Step] {
        let kinds = ActDuties.table.flatMap { duty, kinds in kinds.map { (kind: $0, duty: duty.rawValue) } }
        let rights = ActDuties.rights
        var steps: [Step] = [
            ("DELETE FROM mlreview.duties", []),
            (
                "INSERT INTO mlreview.duties SELECT * FROM unnest($1, $2)",
                [.texts(kinds.map(\.kind)), .texts(kinds.map(\.duty))]
            ),
            ("DELETE FROM mlreview.rights", []),
            (
                "INSERT INTO mlreview.rights SELECT * FROM unnest($1, $2, $3)",
                [
                    .texts(rights.map(\.duty.rawValue)), .texts(rights.map(\.whose)),
                    .texts(rights.map(\.role.rawValue)),
                ]
            ),
            ("SELECT mlreview.dismiss_others($1)", [.texts(accounts.map(\.login))]),
        ]
        for account in accounts {
            steps.append(
                (
                    "SELECT mlreview.admit($1, $2, $3, $4 = 'yes')",
                    [
                        .text(account.login), .text(account.handle.rawValue), .text(account.seat.rawValue),
                        .text(account.mayBegin ? "yes" : "no"),
                    ]
                ))
        }
        return steps
    }

    // MARK: Doing it

    /// - Returns: whether there was no record before.
    @discardableResult
    public func perform(at address: DatabaseAddress) throws(LedgerError) -> Bool {
        let server = try Connection(address)
        do {
            let encoding = try server.run("SHOW server_encoding").first?[0].text ?? ""
            guard encoding == "UTF8" else { throw LedgerError.wrongEncoding(address.text, encoding) }
            return try server.transaction {
                let isNew = try !Self.hasRecord(server)
                if isNew {
                    try server.run(SchemaText.sql)
                } else {
                    let version = try server.run("SELECT number FROM mlreview.version").first?[0].integer
                    guard let version, version <= SchemaText.version else {
                        throw LedgerError.newerSchema(address.text)
                    }
                    if version < SchemaText.version { try server.run(SchemaText.sql) }
                }
                for step in steps { try server.run(step.statement, step.values) }
                return isNew
            }
        } catch let error as ServerError where error.state == "42501" {
            throw .notOwner(address.text, account: server.user, reason: error.message)
        } catch {
            throw LedgerError(error, address.text, account: server.user)
        }
    }

    static func hasRecord(_ server: Connection) throws(ServerError) -> Bool {
        try server.run("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = 'mlreview'").first != nil
    }

    // MARK: Printing it

    /// All of it as SQL, for somebody who reads it before they run it.
    public var script: String {
        let statements = steps.map { step in
            // The highest number first: $1 is the beginning of $10, too.
            step.values.enumerated().reversed().reduce(step.statement) { text, value in
                text.replacing("$\(value.offset + 1)", with: value.element.literal)
            } + ";\n"
        }
        return "BEGIN;\nSET standard_conforming_strings = on;\n\n\(SchemaText.sql)\n"
            + "-- The council's accounts and rules.\n\n" + statements.joined() + "\nCOMMIT;\n"
    }
}

extension Parameter {
    /// The value as it stands in a text of SQL that a person reads.
    fileprivate var literal: String {
        switch self {
        case .text(let text): text.map(Self.quoted) ?? "NULL"
        case .integer(let number): number.map { "\($0)" } ?? "NULL"
        case .texts(let texts):
            "ARRAY[" + texts.map { $0.map(Self.quoted) ?? "NULL" }.joined(separator: ", ") + "]::text[]"
        case .integers, .blobs: "NULL"
        }
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''").withoutNUL + "'"
    }
}
