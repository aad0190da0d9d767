@testable import Council
import Dispatch
import Foundation
import Host
import Synchronization
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import PostgresLedger

/// Many record at once while lines are cut and the server is stopped hard: nothing is lost, nothing is there twice, and
/// everybody has the same meeting.
@Suite struct StormTests {
    private struct Counts {
        /// By the note's text.
        var acknowledged: Set<String> = []
        var failures = 0
    }

    @Test func nothingIsLostAndNothingIsThereTwice() throws {
        let (writers, each, stops) = (6, 40, 4)
        let server = try PostgresServer(isSafe: true)
        let database = try server.makeDatabase()
        let address = server.address(of: database)
        try PostgresLedger(address).append(
            [.docket(CouncilPlace.docket()), .opened, .went(.init(item: "prep-time"))], expecting: 1)
        let counts = Mutex(Counts())
        let running = Atomic(writers)
        DispatchQueue.concurrentPerform(iterations: writers + 1) { writer in
            guard writer < writers else {
                for stop in 1...stops {
                    // Not before some have been recorded, so that the stop comes in the middle of it.
                    let goal = stop * writers * each / (stops + 2)
                    while running.load(ordering: .acquiring) > 0,
                        counts.withLock({ $0.acknowledged.count }) < goal
                    { sched_yield() }
                    do { try server.stopHardAndStart() } catch { Issue.record("\(error)") }
                }
                return
            }
            defer { running.subtract(1, ordering: .releasing) }
            Self.write(each, as: writer, to: address, counts)
        }
        let ledger = try PostgresLedger(address)
        let entries = try ledger.entries(of: CouncilPlace.day)
        let notes = try #require(Journal(entries: entries)).meeting.current?.notes ?? []
        let (acknowledged, failures) = counts.withLock { ($0.acknowledged, $0.failures) }
        #expect(acknowledged.count == writers * each)
        #expect(Set(notes.map(\.text)) == acknowledged, "all that was acknowledged, and nothing else")
        #expect(notes.count == acknowledged.count, "each once")
        #expect(notes.map(\.number) == Array(1...notes.count))
        #expect(Set(entries.dropFirst(3).compactMap(\.request)).count == acknowledged.count)
        #expect(try ledger.chains().map(\.fault) == [nil])
        print("storm: \(notes.count) acts, \(stops) hard stops, \(failures) failed attempts, lost 0, doubled 0")
    }

    /// Writes notes one after another, each until it is acknowledged, as a `Recorder` does.
    private static func write(
        _ count: Int, as writer: Int, to address: DatabaseAddress, _ counts: borrowing Mutex<Counts>
    ) {
        var session: Session?
        for number in 1...count {
            let text = "\(writer)-\(number)"
            let submission = Submission(.note(speaker: nil, kind: .plain, text: text), at: Samples.moment)
            var isDone = false
            while !isDone {
                do {
                    if session == nil {
                        let ledger = try PostgresLedger(address)
                        session = Session(ledger, lease: nil, log: try ledger.log(of: CouncilPlace.day))
                    }
                    guard let session, let journal = Journal(entries: session.entries) else { return }
                    // One that is known already was acknowledged by an answer that was lost.
                    let isThere = journal.entries.contains { $0.request == submission.id }
                    if !isThere {
                        _ = try session.append(
                            try journal.propose(submission), of: submission, clearingDraft: nil)
                    }
                    counts.withLock { _ = $0.acknowledged.insert(text) }
                    isDone = true
                } catch {
                    counts.withLock { $0.failures += 1 }
                    // As a recorder does, it lets the server come back.
                    _ = poll(nil, 0, 5)
                }
            }
        }
    }
}
