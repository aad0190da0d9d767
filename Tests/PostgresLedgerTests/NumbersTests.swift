@testable import Council
import Foundation
import Host
import Synchronization
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import PostgresLedger

/// Measures, and fails nobody: `MEASURE_POSTGRES=1 swift test -c release --filter NumbersTests` prints the numbers.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["MEASURE_POSTGRES"] != nil))
struct NumbersTests {
    private static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let start = DispatchTime.now().uptimeNanoseconds
        try body()
        return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    }

    private static func share(_ part: Double, of values: [Double]) -> String {
        let value = values.sorted()[min(values.count - 1, Int(Double(values.count) * part))]
        return "\((value * 1e6).rounded() / 1e3) ms"
    }

    private func place() throws -> (PostgresServer, DatabaseAddress, String) {
        let server = try PostgresServer(isSafe: true)
        let database = try server.makeDatabase()
        let address = server.address(of: database)
        try PostgresSetup(CouncilPlace.roster(), scribes: ["mira"]).perform(at: address)
        try server.execute("CREATE TABLE plain (LIKE mlreview.entries INCLUDING ALL)", in: database)
        let mira = server.address(of: database, as: "mira")
        try PostgresLedger(mira).append(
            [.docket(CouncilPlace.docket()), .opened, .went(.init(item: "prep-time"))], expecting: 1)
        return (server, mira, database)
    }

    /// psql inserts the same row into a table without any guard; one of each in turn.
    @Test func anActBesideAnInsertOfPsql() throws {
        let (server, address, database) = try place()
        let ledger = try PostgresLedger(address)
        let psql = Process()
        let (input, output) = (Pipe(), Pipe())
        psql.executableURL = URL(filePath: try PostgresServer.programs() + "/psql")
        psql.arguments = ["-X", "-q", "-A", "-t", "-h", server.folder, "-U", "postgres", database]
        (psql.standardInput, psql.standardOutput) = (input, output)
        try psql.run()
        try input.fileHandleForWriting.write(contentsOf: Data("\\timing on\n".utf8))
        var (acts, inserts): ([Double], [Double]) = ([], [])
        for number in 4...1203 {
            let act = Act.noted(
                .init(item: "prep-time", number: number, speaker: "lena", kind: .concern, text: "the holdout is short"))
            var rows: [SealedEntry] = []
            let entries = [Entry(number: number, at: Date(), act: act, request: UUID(), author: "mira")]
            acts.append(try Self.seconds { rows = try ledger.append(entries) })
            let values = rows[0].fields.map { field -> String in
                switch field {
                case .null: "NULL"
                case .integer(let number): "\(number)"
                case .real(let number): "\(number)"
                case .text(let text): "'\(text)'"
                case .blob(let data): "'\\x" + data.map { String(format: "%02x", $0) }.joined() + "'"
                }
            }
            let statement = "INSERT INTO plain VALUES (\(values.joined(separator: ", ")));\n"
            try input.fileHandleForWriting.write(contentsOf: Data(statement.utf8))
            // `Time: 0.412 ms`
            let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            inserts.append((Double(line.split(separator: " ").dropFirst().first ?? "") ?? 0) / 1e3)
        }
        psql.terminate()
        print("one act: median \(Self.share(0.5, of: acts)), p99 \(Self.share(0.99, of: acts))")
        print("psql's INSERT: median \(Self.share(0.5, of: inserts)), p99 \(Self.share(0.99, of: inserts))")
        #expect(acts.count == inserts.count)
    }

    /// From the moment it is asked for to the moment the last of 40 has read it.
    @Test func anActSeenOnFortyConnections() throws {
        let (server, address, _) = try place()
        let ledger = try PostgresLedger(address)
        let readers = try (0..<40).map { _ in
            (try PostgresLedger(address), try #require(try PostgresLedger(address).watch()))
        }
        var (each, last): ([Double], [Double]) = ([], [])
        let times = Mutex<[Double]>([])
        for number in 4...303 {
            let start = DispatchTime.now().uptimeNanoseconds
            let group = DispatchGroup()
            for (reader, watch) in readers {
                group.enter()
                Thread.detachNewThread {
                    var found = false
                    while !found {
                        guard becomesReadable(watch.descriptor) else { break }
                        _ = watch.acknowledge()
                        found = (try? reader.rows(of: CouncilPlace.day, after: number - 1).isEmpty) == false
                    }
                    let time = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
                    times.withLock { $0.append(time) }
                    group.leave()
                }
            }
            try ledger.append(
                [Entry(number: number, at: Date(), act: Samples.note(number), request: UUID(), author: "mira")])
            group.wait()
            let all = times.withLock { times in
                defer { times = [] }
                return times
            }
            each += all
            last.append(all.max() ?? 0)
        }
        print("an act on 40 connections: each p50 \(Self.share(0.5, of: each)), p99 \(Self.share(0.99, of: each))")
        print("the last of 40: p50 \(Self.share(0.5, of: last)), p99 \(Self.share(0.99, of: last))")
        withExtendedLifetime(server) {}
    }

    @Test func joiningAMeetingOfFiveThousandActs() throws {
        let (server, address, _) = try place()
        let ledger = try PostgresLedger(address)
        for start in stride(from: 4, to: 5000, by: 500) {
            let request = UUID()
            try ledger.append(
                (start..<start + 500).map { Entry(number: $0, at: Date(), act: Samples.note($0), request: request) })
        }
        try ledger.append(
            [.noted(.init(item: "prep-time", number: 9000, speaker: nil, kind: .private, text: "x"))], expecting: 5004)
        for account in ["mira", "lena"] {
            let times = try (0..<9).map { _ in
                try Self.seconds {
                    let text = address.text.replacing("mira@", with: "\(account)@")
                    _ = try PostgresLedger(DatabaseAddress(text)).log(of: CouncilPlace.day)
                }
            }
            print("joining 5,000 acts as \(account): median \(Self.share(0.5, of: times))")
        }
        withExtendedLifetime(server) {}
    }
}
