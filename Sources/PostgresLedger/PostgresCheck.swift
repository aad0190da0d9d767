import Council
import Foundation
import Host
import Ledger

/// Looks at a record in a database from outside: whether its guards are as they were made, and whether accounts have
/// rights that they should not have.
public struct PostgresCheck {
    private let server: Connection
    private let address: DatabaseAddress

    /// - Throws: a sentence if the server can't be reached, or has no record that this version can read.
    public init(_ address: DatabaseAddress) throws(LedgerError) {
        self.address = address
        server = try Connection(address)
        do {
            guard try PostgresSetup.hasRecord(server) else { throw LedgerError.noSchema(address.text) }
            let version = try server.run("SELECT number FROM mlreview.version").first?[0].integer
            guard let version, version >= SchemaText.version else { throw LedgerError.olderSchema(address.text) }
            guard version == SchemaText.version else { throw LedgerError.newerSchema(address.text) }
        } catch {
            throw LedgerError(error, address.text, account: server.user)
        }
    }

    /// A sentence on each thing that is wrong, with what would be right.
    ///
    /// - Parameter setup: the accounts that `council.yaml` names.
    public func findings(_ setup: PostgresSetup) throws(LedgerError) -> [String] {
        do {
            return try settings() + rowSecurity() + triggers() + functions() + tableRights() + powers() + people(setup)
        } catch {
            throw LedgerError(error, address.text, account: server.user)
        }
    }

    /// The first column of the rows, as texts.
    private func texts(_ statement: String, _ values: Parameter...) throws(ServerError) -> [String] {
        try server.run(statement, values).compactMap { $0[0].text }
    }

    private func settings() throws(ServerError) -> [String] {
        var findings: [String] = []
        let encoding = try texts("SHOW server_encoding")
        if encoding != ["UTF8"] { findings.append("the encoding is \(encoding.joined()), which can't hold every name") }
        for setting in ["fsync", "full_page_writes"]
        where try texts("SELECT current_setting($1)", .text(setting)) == ["off"] {
            findings.append("\(setting) is off: what was recorded can be lost with the power; set it to on")
        }
        return try findings + line()
    }

    /// What somebody between this host and the server's could do.
    private func line() throws(ServerError) -> [String] {
        let row = try server.run(
            """
            SELECT inet_server_addr() IS NULL OR inet_server_addr() = inet_client_addr(),
                coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false),
                coalesce((SELECT encrypted FROM pg_stat_gssapi WHERE pid = pg_backend_pid()), false)
            """
        ).first
        guard let row, row[0].integer != 1, row[2].integer != 1 else { return [] }
        let right = "write `sslmode=verify-full` into the address, with `sslrootcert` for a certificate of your own"
        guard row[1].integer == 1 else {
            return [
                "the connection to \(address.text) is not encrypted, and the server is on another host: whoever is between can "
                    + "read and change everything; \(right)"
            ]
        }
        let mode = address.option("sslmode") ?? ProcessInfo.processInfo.environment["PGSSLMODE"] ?? "prefer"
        guard mode != "verify-full" else { return [] }
        return [
            "the connection to \(address.text) is encrypted, and nobody checks whose server it is (sslmode \(mode)): "
                + "another one could take its place; \(right)"
        ]
    }

    private func rowSecurity() throws(ServerError) -> [String] {
        try texts(
            """
            SELECT relname::text FROM pg_catalog.pg_class
            WHERE relnamespace = 'mlreview'::regnamespace AND NOT relrowsecurity
                AND relname = ANY ($1) ORDER BY relname
            """, .texts(["entries", "drafts", "outputs", "unsettled", "deliveries"])
        ).map {
            "row security is off on \($0): everybody with rights there reads what is private; "
                + "`ALTER TABLE mlreview.\($0) ENABLE ROW LEVEL SECURITY` turns it on"
        }
    }

    private func triggers() throws(ServerError) -> [String] {
        let sound = try texts(
            """
            SELECT tgname::text FROM pg_catalog.pg_trigger
            WHERE tgrelid = 'mlreview.entries'::regclass AND tgenabled = 'A'
            """)
        return ["entries_follow", "entries_stay", "entries_stay_whole"].filter { !sound.contains($0) }.map {
            "the guard \($0) is gone or off: recorded entries could be changed; "
                + "`ALTER TABLE mlreview.entries ENABLE ALWAYS TRIGGER \($0)` turns it on, and `mlreview verify` says "
                + "whether anything was changed"
        }
    }

    private func functions() throws(ServerError) -> [String] {
        let open = try texts(
            """
            SELECT proname::text FROM pg_catalog.pg_proc, aclexplode(coalesce(proacl, acldefault('f', proowner))) AS acl
            WHERE pronamespace = 'mlreview'::regnamespace AND acl.grantee = 0 AND acl.privilege_type = 'EXECUTE'
            ORDER BY proname
            """)
        let loose = try texts(
            """
            SELECT proname::text FROM pg_catalog.pg_proc
            WHERE pronamespace = 'mlreview'::regnamespace AND prosecdef
                AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false) ORDER BY proname
            """)
        return open.map {
            "everybody may call \($0), whoever they are: `REVOKE ALL ON FUNCTION mlreview.\($0) FROM PUBLIC`"
        }
            + loose.map {
                "\($0) runs with its owner's rights and looks for names wherever the caller says: "
                    + "`ALTER FUNCTION mlreview.\($0) SET search_path = pg_catalog, pg_temp`"
            }
    }

    /// Rights in tables that nobody but the owner should have.
    private func tableRights() throws(ServerError) -> [String] {
        try server.run(
            """
            SELECT relname::text, coalesce(rolname::text, 'everybody'), string_agg(acl.privilege_type, ', ')
            FROM pg_catalog.pg_class
            CROSS JOIN aclexplode(relacl) AS acl LEFT JOIN pg_catalog.pg_roles ON pg_roles.oid = acl.grantee
            WHERE relnamespace = 'mlreview'::regnamespace AND relkind IN ('r', 'v') AND acl.grantee <> relowner AND NOT (
                acl.grantee <> 0 AND (
                    acl.privilege_type = 'SELECT' AND relname IN ('version', 'people', 'entries', 'last_numbers', 'sealed_later')
                    OR relname IN ('drafts', 'outputs', 'unsettled', 'deliveries')
                        AND acl.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')))
            GROUP BY relname, rolname ORDER BY relname, rolname
            """
        ).map { row in
            let (table, who, rights) = (row[0].text ?? "", row[1].text ?? "", row[2].text ?? "")
            return "\(who) has rights in \(table) that are too wide (\(rights)): "
                + "`REVOKE \(rights) ON mlreview.\(table) FROM \(who == "everybody" ? "PUBLIC" : "\"\(who)\"")`"
        }
    }

    /// Accounts of the council that no guard binds.
    private func powers() throws(ServerError) -> [String] {
        try server.run(
            """
            SELECT login, rolsuper, rolbypassrls FROM mlreview.people JOIN pg_catalog.pg_roles ON rolname = login
            WHERE rolsuper OR rolbypassrls
                OR pg_has_role(login, (SELECT nspowner FROM pg_namespace WHERE nspname = 'mlreview'), 'USAGE')
            ORDER BY login
            """
        ).map { row in
            let who = row[0].text ?? ""
            let why =
                if row[1].integer == 1 {
                    "is a superuser"
                } else if row[2].integer == 1 {
                    "is above row security (BYPASSRLS)"
                } else {
                    "owns the record"
                }
            return
                "\(who) \(why): they read every private note, may record anything at any meeting, and could change the "
                + "tables; let an account own the record that is nobody's on the council"
        }
    }

    private func people(_ setup: PostgresSetup) throws(ServerError) -> [String] {
        let known = try server.run("SELECT login, handle, role FROM mlreview.people ORDER BY login").map {
            $0.map { $0.text ?? "" }
        }
        let wanted = setup.accounts.map { [$0.login, $0.handle.rawValue, $0.seat.rawValue] }
        let again = "`mlreview database init` brings council.yaml here"
        return wanted.filter { !known.contains($0) }.map {
            "\($0[1]) (account \($0[0]), \($0[2])) is not in the record: \(again)"
        }
            + known.filter { !wanted.contains($0) }.map {
                "the record takes the account \($0[0]) for \($0[1]) (\($0[2])), and council.yaml does not: \(again)"
            }
    }
}
