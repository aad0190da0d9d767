import Council
import Foundation
import Minutes
import Ledger
import SQLiteLedger
import Testing

@testable import mlreview

/// A folder with a closed meeting on three proposals, which was held on the console.
final class ClosedMeeting {
    let folder = FileManager.default.temporaryDirectory.appending(path: "meeting-\(UUID().uuidString)")
    let day = CalendarDay("2026-11-25") ?? CalendarDay(daysSinceEpoch: 0)
    private(set) var said: [String] = []

    /// - Parameter more: Other files of `agendas/`, in place of those of the same name.
    init(_ lines: [String] = ClosedMeeting.lines, with more: [String: String] = [:]) throws {
        for (name, text) in Self.files.merging(more, uniquingKeysWith: { $1 }) {
            let file = folder.appending(path: "agendas/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try type(lines)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Types lines at a new console.
    ///
    /// - Returns: the answers to these lines.
    @discardableResult
    func type(_ lines: [String]) throws -> [String] {
        try onConsole { session in for line in lines { session.run(line) } }
    }

    /// Starts a new console.
    ///
    /// - Returns: the lines that it prints at the start.
    func begin() throws -> [String] { try onConsole { $0.begin() } }

    private func onConsole(_ body: (ConsoleSession) -> Void) throws -> [String] {
        let place = MeetingPlace(folder: folder.path, agenda: day.description)
        let record = try place.openRecord(rehearsing: false)
        let opened = try Opened(
            MeetingChoice.Candidate(date: day, path: folder.appending(path: "agendas/\(day).yaml").path), in: place,
            record: record, rehearsing: false)
        var said: [String] = []
        var now = Date(timeIntervalSince1970: 1_795_629_600)
        let session = ConsoleSession(
            opened, print: { said += $0 },
            now: {
                now += 10
                return now
            })
        body(session)
        opened.leave()
        self.said += said
        return said
    }

    func record() throws -> SQLiteLedger { try SQLiteLedger(folder: folder.path) }

    /// The texts of the files as the record keeps them; at least one.
    func outputs() throws -> [Output] {
        let outputs = try record().outputs(of: day)
        try #require(!outputs.isEmpty)
        return outputs
    }

    func path(_ name: String) -> URL { folder.appending(path: "minutes/\(day)/\(name)") }

    func text(_ name: String) throws -> String { try String(contentsOf: path(name), encoding: .utf8) }

    /// The mails, ready to be sent.
    func mailing(by sendmail: String, repeating: Mailing.Repeating = .nobody) throws -> Mailing {
        let record = try record()
        let outbox = try Outbox(
            of: try RecordedMeeting(of: day, in: record).journal, record: record, templates: Templates(),
            folder: folder.appending(path: "minutes").path)
        if !outbox.complaints.isEmpty { throw Complaint(outbox.complaints.joined(separator: "\n")) }
        return try Mailing(outbox.mails, of: day, record: record, by: Sendmail(path: sendmail), repeating: repeating)
    }

    static let lines = [
        "roll priya present", "roll tomas present", "roll wen remote", "open", "go 1", "motion", "vote tomas yes",
        "vote wen yes", "tally", "decide approve because it pays for itself",
        "action @lena by 2026-12-02 Report the nine new cities", "go 2", "decide defer 2026-12-02 because no time",
        "go 3", "note @priya Names by 16 December, please.", "close anyway",
    ]

    static let files = [
        "council.yaml": """
        name: ML Council
        timezone: America/Los_Angeles
        chair: { member: priya }
        members:
          - { handle: priya, name: Priya Raman, email: priya@example.com }
          - { handle: tomas, name: Tomás Vidal, email: tomas@example.com }
          - { handle: wen, name: Wen Li, email: wen@example.com }
        practitioners:
          - { handle: lena, name: Lena Ortiz, email: lena@example.com }
        interested: [ml-review@example.com]
        mail: { from: ML Council <ml-council@example.com>, subject: "[ML Review]" }
        """,
        "2026-11-25.yaml": """
        date: 2026-11-25
        items:
          - { proposal: prep-time, minutes: 15 }
          - { proposal: vector-store, minutes: 10 }
          - { topic: Chair rotation }
        """,
        "proposals/prep-time.md": """
        ---
        title: Dispatch by predicted prep time
        sponsor: Lena Ortiz <lena@example.com>
        tech_lead: { name: Lena Ortiz, role: ml-engineer }
        team: [{ name: Sam Okafor <sam@example.com>, role: data-scientist }]
        impact: { value: 4200000, unit: USD/year }
        cost: { build: 450000, maintenance: 150000, unit: USD }
        leads:
          - { role: product, name: Kim Park, verdict: approved }
          - { role: engineering, name: Ola Berg <ola@example.com>, verdict: approved }
          - { role: data-science, name: Ravi Das, verdict: approved }
          - { role: analytics, name: Mia Chen, verdict: approved }
        ---
        ## Business problem
        Couriers wait.
        ## Solution
        Predict.
        """,
        "proposals/vector-store.md": """
        ---
        title: A vector store
        kind: technology
        team: [Wen Li]
        ---
        ## Business problem
        Three uses, three stores.
        """,
    ]
}
