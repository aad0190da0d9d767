@testable import Council
import Foundation
import Synchronization
import Testing

@testable import Record

/// Several write at one meeting, and there is one order: what is overtaken is considered anew by the council's rules.
@Suite struct SessionTests {
    private let folder: TemporaryFolder
    private let start: [Entry]

    init() throws {
        folder = try TemporaryFolder()
        let acts: [Act] = [
            .docket(Samples.docket), .rolled(.init(who: "priya", presence: .present)),
            .rolled(.init(who: "tomas", presence: .present)), .opened, .went(.init(item: "prep-time")),
        ]
        start = try MeetingRecord(folder: folder.path).append(acts, at: Samples.moment, to: Samples.day, expecting: 1)
    }

    /// A session of its own connection; no lease keeps the others out.
    private func session() throws -> Session {
        Session(sharing: try MeetingRecord(folder: folder.path), of: Samples.day, entries: start)
    }

    private static func journal(_ session: Session) throws -> Journal {
        try #require(Journal(entries: session.entries))
    }

    private static func submit(_ request: Request, to session: Session) throws -> Appended {
        let submission = Submission(request, at: Samples.moment)
        return try session.append(
            try Self.journal(session).propose(submission), of: submission, clearingDraft: nil)
    }

    private static func note(_ text: String) -> Request { .note(speaker: nil, kind: .plain, text: text) }

    @Test func whatIsOvertakenGoesInBehind() throws {
        let (first, second) = (try session(), try session())
        guard case .recorded = try Self.submit(Self.note("one"), to: first),
            case .rebased(let all) = try Self.submit(Self.note("two"), to: second)
        else {
            Issue.record("the first is not recorded, or the second is not behind it")
            return
        }
        #expect(all.map(\.number) == Array(1...7))
        #expect(try Self.journal(second).meeting.current?.notes.map(\.text) == ["one", "two"])
        #expect(try Self.journal(second).meeting.current?.notes.map(\.number) == [1, 2])
    }

    @Test func whatNoLongerHoldsIsDeclined() throws {
        let (first, second) = (try session(), try session())
        _ = try Self.submit(.motion(.proposal), to: first)
        guard case .declined(let refusal, _) = try Self.submit(.motion(.team), to: second) else {
            Issue.record("two votes are open")
            return
        }
        #expect(refusal.sentence.contains("the vote on the proposal is open"))
        #expect(try Self.journal(second).meeting.openMotion?.question == .proposal)
    }

    @Test func theSameSubmissionTwiceIsThereOnce() throws {
        let session = try session()
        let submission = Submission(Self.note("once"), at: Samples.moment)
        let entries = try Self.journal(session).propose(submission)
        _ = try session.append(entries, of: submission, clearingDraft: nil)
        _ = try session.append(entries, of: submission, clearingDraft: nil)
        #expect(try Self.journal(session).meeting.current?.notes.count == 1)
        #expect(try MeetingRecord(reading: folder.path).entries(of: Samples.day).count == 6)
    }

    @Test func twoAtOnceLoseNothingAndDoubleNothing() throws {
        let sessions = [try session(), try session()]
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { writer in
            for number in 1...100 {
                do {
                    _ = try Self.submit(Self.note("\(writer)-\(number)"), to: sessions[writer])
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
        }
        #expect(failures.withLock { $0 }.isEmpty)
        let all = try MeetingRecord(reading: folder.path).entries(of: Samples.day)
        let notes = Journal(entries: all)?.meeting.current?.notes ?? []
        #expect(notes.map(\.number) == Array(1...200))
        #expect(Set(notes.map(\.text)).count == 200)
        for writer in 0...1 {
            #expect(notes.map(\.text).filter { $0.hasPrefix("\(writer)-") } == (1...100).map { "\(writer)-\($0)" })
        }
    }
}
