@testable import Council
import Foundation
import Host
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import PostgresLedger

/// A line that breaks, and a server that is gone.
@Suite struct LostLineTests {
    private func address(_ proxy: CuttingProxy, _ place: PostgresPlace) throws -> DatabaseAddress {
        try DatabaseAddress("postgresql://postgres@/\(place.database)?host=\(proxy.folder)")
    }

    /// The server has the act, and its answer is lost: it is recognised by its request, and not doubled.
    @Test func anActWhoseAnswerWasLostIsThereOnce() throws {
        let place = try PostgresPlace()
        let proxy = try CuttingProxy(before: place.server.folder)
        let ledger = try PostgresLedger(address(proxy, place))
        try ledger.append([.opened], expecting: 1)
        let entries = Samples.entries([Samples.note(1)], from: 2)
        proxy.cutNextAnswer()
        let error = failure { () throws(LedgerError) in try ledger.append(entries) }
        #expect(error?.isPassing == true)
        #expect(error?.sentence.contains("can't be reached") == true)
        #expect(ledger.obstacle == error)
        #expect(try place.connect().rows(of: Samples.day, after: 0).count == 2)
        let rows = try ledger.append(entries)
        #expect(try place.connect().rows(of: Samples.day, after: 1) == rows)
        #expect(ledger.obstacle == nil)
    }

    /// A recorder goes on by itself once the line is back.
    @Test func aRecorderTriesUntilTheLineIsBack() throws {
        let place = try PostgresPlace()
        let proxy = try CuttingProxy(before: place.server.folder)
        let ledger = try PostgresLedger(address(proxy, place))
        try ledger.append([.docket(Samples.docket), .opened, .went(.init(item: "prep-time"))], expecting: 1)
        let session = try ledger.session()
        let recorder = try Recorder(session, of: Samples.day, backoff: Backoff(first: 1, longest: 1))
        let journal = try #require(Journal(entries: session.entries))
        let submission = Submission(.note(speaker: nil, kind: .plain, text: "said"), at: Samples.moment)
        proxy.cut()
        recorder.submit(.append(try journal.propose(submission), of: submission))
        #expect(recorder.flush(timeout: 20))
        #expect(try place.connect().rows(of: Samples.day, after: 3).count == 1)
    }

    @Test func aLeaseEndsWithItsLine() throws {
        let place = try PostgresPlace()
        let proxy = try CuttingProxy(before: place.server.folder)
        let ledger = try PostgresLedger(address(proxy, place))
        let lease = try #require(try ledger.lease())
        #expect(lease.isInForce)
        proxy.cut()
        // The server lets go once it has read the end of the line.
        var other: (any Lease)?
        while other == nil { other = try place.connect().lease() }
        #expect(!lease.isInForce)
    }

    /// The watch says so, and hears again by itself.
    @Test func aWatchOutlivesItsLine() throws {
        let place = try PostgresPlace()
        let proxy = try CuttingProxy(before: place.server.folder)
        let watch = try #require(try PostgresLedger(address(proxy, place)).watch())
        proxy.cut()
        #expect(becomesReadable(watch.descriptor))
        #expect(watch.acknowledge())
        // It listens again, and says that it may have missed something.
        #expect(becomesReadable(watch.descriptor))
        #expect(watch.acknowledge())
        try place.connect().append([.opened], expecting: 1)
        #expect(becomesReadable(watch.descriptor))
        #expect(watch.acknowledge())
    }

    /// Nobody tells of a program that was killed.
    @Test func aWatchSaysSoAfterSilence() throws {
        let place = try PostgresPlace()
        let watch = try PostgresWatch(place.server.address(of: place.database), silence: 1)
        for _ in 1...2 {
            #expect(!watch.acknowledge())
            #expect(becomesReadable(watch.descriptor))
            #expect(watch.acknowledge())
        }
    }

    @Test(arguments: [
        (
            "connection to server on socket \"/run/.s.PGSQL.5432\" failed: No such file or directory Is the server running "
                + "locally and accepting connections on that socket?",
            "no server listens at the socket /run/.s.PGSQL.5432: start it (on Debian `sudo systemctl start postgresql`), or "
                + "name its folder: postgresql:///NAME?host=FOLDER"
        ),
        (
            "connection to server at \"localhost\" (::1), port 5432 failed: Connection refused Is the server running on that "
                + "host and accepting TCP/IP connections? connection to server at \"localhost\" (127.0.0.1), port 5432 "
                + "failed: Connection refused Is the server running on that host and accepting TCP/IP connections?",
            "no server listens at localhost, port 5432: start it there, or name the right place: "
                + "postgresql://HOST:PORT/NAME"
        ),
        (
            "connection to server on socket \"/run/.s.PGSQL.5432\" failed: FATAL:  role \"zed\" does not exist",
            "the server knows no account zed: add it as somebody's `login` in council.yaml, and whoever owns the record runs "
                + "`mlreview database init` again"
        ),
        (
            "connection to server on socket \"/run/.s.PGSQL.5432\" failed: FATAL:  database \"counsel\" does not exist",
            "the server has no database counsel: name another, or make it as `mlreview help postgres` says"
        ),
        (
            "could not translate host name \"db.example.com\" to address: Name or service not known",
            "no host is known by the name db.example.com: name the server's host"
        ),
        (
            "connection to server at \"db.example.com\" (10.0.0.1), port 5432 failed: FATAL: no pg_hba.conf entry",
            "FATAL: no pg_hba.conf entry"
        ),
        (
            "connection to server at \"a\" (1), port 1 failed: x connection to server at \"b\" (2), port 1 failed: y",
            "connection to server at \"a\" (1), port 1 failed: x connection to server at \"b\" (2), port 1 failed: y"
        ),
    ])
    func aReasonSaysTheAddressOnce(said: String, told: String) { #expect(Connection.brief(said) == told) }

    @Test func aServerThatIsGoneIsNamed() throws {
        let address = try DatabaseAddress("postgresql://bo@/council?host=/nowhere")
        let error = failure { () throws(LedgerError) in try PostgresLedger(address) }
        #expect(error?.isPassing == true)
        #expect(
            error?.sentence.hasPrefix("the record at postgresql://bo@/council?host=/nowhere can't be reached: ") == true
        )
    }

    /// A server that was put back to an earlier state.
    @Test func whatWasRecordedIsMissed() throws {
        let place = try PostgresPlace()
        let ledger = try place.connect(as: "postgres")
        try ledger.append([.docket(Samples.docket), .opened], expecting: 1)
        let session = try ledger.session()
        try session.check()
        try place.forge { $0.removeLast() }
        let error = failure { () throws(LedgerError) in try session.check() }
        #expect(error?.isLoss == true)
        #expect(error?.sentence.contains("lacks what was recorded") == true)
    }
}
