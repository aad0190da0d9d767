@testable import Council
import Foundation
import Host
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import PostgresLedger

/// Making a record in a database, and finding what is wrong with one.
@Suite struct SetupTests {
    private static let setup = PostgresSetup(CouncilPlace.roster(), scribes: ["mira"])

    /// A record whose people are those of `setup`, changed by statements of its owner.
    private func findings(after statements: String) throws -> [String] {
        let council = try CouncilPlace()
        let place = council.place
        try place.server.execute(statements, in: place.database)
        return try PostgresCheck(place.server.address(of: place.database)).findings(Self.setup)
    }

    @Test func nothingIsWrongWithWhatInitMade() throws {
        #expect(try findings(after: "SELECT 1").filter { !$0.hasPrefix("fsync") } == [])
    }

    @Test(arguments: [
        ("ALTER TABLE mlreview.entries DISABLE ROW LEVEL SECURITY", "row security is off on entries"),
        ("ALTER TABLE mlreview.drafts DISABLE ROW LEVEL SECURITY", "row security is off on drafts"),
        ("ALTER TABLE mlreview.entries DISABLE TRIGGER entries_stay", "the guard entries_stay is gone or off"),
        ("ALTER TABLE mlreview.entries ENABLE TRIGGER entries_stay", "the guard entries_stay is gone or off"),
        ("DROP TRIGGER entries_stay_whole ON mlreview.entries", "the guard entries_stay_whole is gone"),
        ("GRANT INSERT ON mlreview.entries TO wen", "wen has rights in entries that are too wide (INSERT)"),
        ("GRANT ALL ON mlreview.people TO PUBLIC", "everybody has rights in people that are too wide"),
        ("GRANT SELECT ON mlreview.last_entries TO lena", "lena has rights in last_entries"),
        ("GRANT SELECT ON mlreview.entries TO PUBLIC", "everybody has rights in entries"),
        ("GRANT EXECUTE ON FUNCTION mlreview.append TO PUBLIC", "everybody may call append"),
        ("ALTER FUNCTION mlreview.append RESET search_path", "append runs with its owner's rights"),
        ("DELETE FROM mlreview.people WHERE handle = 'bo'", "bo (account bo, member) is not in the record"),
        (
            "UPDATE mlreview.people SET role = 'chair' WHERE handle = 'wen'",
            "the record takes the account wen for wen (chair), and council.yaml does not"
        ),
        (
            "ALTER SCHEMA mlreview OWNER TO wen; GRANT USAGE ON SCHEMA mlreview TO postgres", "wen owns the record"
        ),
    ])
    func whatIsWrongIsNamed(statement: String, sentence: String) throws {
        let findings = try findings(after: statement)
        #expect(findings.contains { $0.hasPrefix(sentence) }, "\(findings)")
    }

    // MARK: Making it

    @Test func aDatabaseWithoutARecordIsNamed() throws {
        let server = try PostgresServer.shared()
        let database = try server.makeEmptyDatabase()
        defer { server.drop(database) }
        let address = server.address(of: database)
        #expect(failure { () throws(LedgerError) in try PostgresLedger(address) }?.cause == .nothingRecorded)
        let error = failure { () throws(LedgerError) in try PostgresCheck(address) }
        #expect(error?.sentence.contains("has no record: `mlreview database init") == true)
        try Self.setup.perform(at: address)
        #expect(try PostgresLedger(address).meetings().isEmpty)
    }

    @Test func aNewerRecordIsNamed() throws {
        let place = try PostgresPlace()
        try place.server.execute("UPDATE mlreview.version SET number = 99", in: place.database)
        let address = place.server.address(of: place.database)
        for error in [
            failure { () throws(LedgerError) in try PostgresLedger(address) },
            failure { () throws(LedgerError) in try PostgresCheck(address) },
            failure { () throws(LedgerError) in try Self.setup.perform(at: address) },
        ] {
            #expect(error?.sentence.contains("is of a newer version of mlreview") == true)
        }
    }

    @Test func anEncodingThatCannotHoldEveryNameIsRefused() throws {
        let server = try PostgresServer.shared()
        try server.execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0", in: "postgres")
        defer { server.drop("latin") }
        let error = failure { () throws(LedgerError) in try Self.setup.perform(at: server.address(of: "latin")) }
        #expect(error?.sentence.contains("has the encoding LATIN1") == true)
    }

    @Test func thePrintedTextMakesTheSame() throws {
        let server = try PostgresServer.shared()
        let database = try server.makeEmptyDatabase()
        defer { server.drop(database) }
        try Connection(server.address(of: database)).run(Self.setup.script)
        let findings = try PostgresCheck(server.address(of: database)).findings(Self.setup)
        #expect(findings.filter { !$0.hasPrefix("fsync") } == [])
    }

    @Test func doneAgainItKeepsWhatIsRecorded() throws {
        let council = try CouncilPlace()
        let address = council.place.server.address(of: council.place.database)
        let rows = try council.connect("mira").allRows()
        try council.place.server.execute(
            "CREATE ROLE gone; SELECT mlreview.admit('gone', 'gone', 'member', false); DROP OWNED BY gone; DROP ROLE gone",
            in: council.place.database)
        let smaller = Roster(
            name: "ML Council", chair: Chair(member: "wen"),
            members: ["priya", "wen"].map { Member(handle: Handle($0), name: $0) },
            practitioners: [Member(handle: "mira", name: "mira")])
        #expect(try PostgresSetup(smaller, scribes: ["mira"]).perform(at: address) == false)
        #expect(try council.connect("mira").allRows() == rows)
        // Former members have no rights left, and an account that is gone is no hindrance.
        #expect(throws: LedgerError.self) { try council.connect("bo") }
        #expect(
            try council.refusal(of: "SELECT * FROM mlreview.entries", by: "bo")?.contains("permission denied") == true)
    }

    /// A record of the first version had no place for votes that are being counted.
    @Test func anEarlierRecordIsBroughtUpToDate() throws {
        let council = try CouncilPlace()
        let rows = try council.connect("mira").allRows()
        let address = council.place.server.address(of: council.place.database)
        try council.place.server.execute(
            "DROP TABLE mlreview.counted; DROP FUNCTION mlreview.open_ballots; UPDATE mlreview.version SET number = 1",
            in: council.place.database)
        let error = failure { () throws(LedgerError) in try council.connect("mira") }
        #expect(error?.sentence.contains("is of an earlier version of mlreview: whoever owns it runs") == true)
        let setup = PostgresSetup(CouncilPlace.roster(), scribes: ["mira"])
        #expect(try setup.perform(at: address) == false)
        #expect(try PostgresCheck(address).findings(setup).filter { !$0.hasPrefix("fsync is off") } == [])
        #expect(try council.connect("mira").allRows() == rows)
        try council.connect("mira").openBallots(on: 1, of: CouncilPlace.day)
    }

    @Test func aNameCannotBreakTheText() {
        let roster = Roster(
            name: "C", chair: Chair(member: "o'b"),
            members: [Member(handle: "o'b", name: "O", login: "a'; DROP SCHEMA x; --")])
        #expect(
            PostgresSetup(roster).script.contains(
                "SELECT mlreview.admit('a''; DROP SCHEMA x; --', 'o''b', 'chair', 'yes' = 'yes');"))
    }
}
