import Council
import Foundation
import Minutes
import Ledger
import Synchronization
import Testing

@testable import mlreview

/// A mail to many people goes out in as few transactions as servers allow. A server that takes nothing is not asked for each.
@Suite struct ManyRecipientsTests {
    private struct Sent: Sendable {
        let report: Mailing.Report
        let deliveries: [Delivery]
        /// How often the mail program was run.
        let runs: Int
    }

    /// Sends a mail on a thread of its own, since it waits for programs.
    private func send(to count: Int, by program: String, subject: String = "s") async throws -> Sent {
        try await withCheckedThrowingContinuation { answer in
            Thread.detachNewThread {
                answer.resume(with: Result { try Self.send(to: count, by: program, subject: subject) })
            }
        }
    }

    private static func send(to count: Int, by program: String, subject: String) throws -> Sent {
        let folder = FileManager.default.temporaryDirectory.appending(path: "many-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var path = program
        if program.hasSuffix(".sh") {
            path = folder.appending(path: "sendmail").path
            try MailServer.link(program, at: path)
        }
        let people = (1...count).map { "a\($0)@example.com" }.joined(separator: ",\n ")
        let mail = try OutgoingMail(
            "From: c@example.com\nBcc: \(people)\nMessage-ID: <1@example.com>\nSubject: \(subject)\n\nText\n")
        let record = MemoryLedger()
        let day = try #require(CalendarDay("2026-11-25"))
        let asked = Mutex(0)
        let mailing = try Mailing(
            [(name: .mail, mail: mail)], of: day, record: record, by: Sendmail(path: path),
            now: {
                Date(
                    timeIntervalSince1970: asked.withLock {
                        $0 += 1; return Double($0)
                    })
            })
        let report = try mailing.send(mailing.parcels[0])
        // The clock is read before and after each run.
        return Sent(report: report, deliveries: try record.deliveries(of: day), runs: asked.withLock { $0 } / 2)
    }

    @Test func noMoreThanAHundredAreHandedOverAtOnce() async throws {
        let sent = try await send(to: 250, by: "/bin/true")
        #expect(sent.report.isComplete && sent.report.accepted.count == 250)
        #expect(sent.runs == 3)
        let sizes = Dictionary(grouping: sent.deliveries, by: \.at).sorted { $0.key < $1.key }.map(\.value.count)
        #expect(sizes == [100, 100, 50])
        #expect(sent.deliveries.allSatisfy { $0.state == .accepted })
    }

    /// All recipients together, and then two alone, are enough to see that they are not at fault.
    @Test func aMailSystemThatTakesNothingIsNotAskedForEach() async throws {
        let sent = try await send(to: 50, by: "exit_with.sh", subject: "75")
        #expect(sent.runs == 3)
        #expect(sent.report.postponed.map(\.recipient).count == 50)
        #expect(Set(sent.report.postponed.map(\.recipient)).count == 50)
        #expect(sent.deliveries.allSatisfy { $0.state == .postponed })
    }
}
