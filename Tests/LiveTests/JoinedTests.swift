import Council
import Foundation
import Host
import Ledger
import Testing

@testable import Live

/// A terminal that has joined, with the host gone and back.
@Suite struct JoinedTests {
    private func join(_ meeting: HostedMeeting) throws -> (JoinedMeeting, JoinedMeeting.Welcome) {
        try JoinedMeeting.join(by: .socket(meeting.socket), program: "1.0", terminal: nil, isPresenter: true)
    }

    private func wait(_ joined: JoinedMeeting, until isDone: (LiveNews) -> Bool) -> Bool {
        let deadline = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < deadline {
            var polled = pollfd(fd: joined.newsDescriptor, events: Int16(POLLIN), revents: 0)
            if isDone(joined.takeNews()) { return true }
            _ = poll(&polled, 1, 200)
        }
        return false
    }

    @Test func itHasTheMeetingAsItIsRecorded() throws {
        let meeting = try HostedMeeting()
        let (joined, welcome) = try join(meeting)
        #expect(welcome.journal == meeting.shared.journal)
        try meeting.record(.note(speaker: nil, kind: .plain, text: "new"))
        #expect(wait(joined) { $0.journal == meeting.shared.journal })
    }

    @Test func itFindsTheHostAgain() throws {
        let ledger = MemoryLedger()
        let meeting = try HostedMeeting(ledger: ledger)
        let (joined, _) = try join(meeting)
        meeting.host.end()
        #expect(wait(joined) { $0.lostAt != nil })
        #expect(!joined.isReachable)
        let shared = try SharedMeeting(
            Session(ledger, lease: nil, log: try ledger.log(of: HostedMeeting.day)), meeting.shared.journal)
        let second = try MeetingHost(shared, at: meeting.socket, as: "lena", program: "1.0")
        defer { second.end() }
        let submission = Submission(.note(speaker: nil, kind: .plain, text: "after"), at: Date(), author: "lena")
        _ = try shared.append(try shared.journal.propose(submission), of: submission, clearingDraft: nil)
        #expect(wait(joined) { $0.lostAt == nil && $0.journal == shared.journal })
        #expect(joined.isReachable)
    }

    @Test func beforeTheMeetingBeginsItHasTheAgenda() throws {
        let meeting = try HostedMeeting(opened: false)
        let (_, welcome) = try join(meeting)
        #expect(welcome.journal.entries.isEmpty)
        #expect(welcome.journal.meeting.docket == meeting.shared.journal.meeting.docket)
    }

    /// Such as an ssh that the host's `sshd` lets in nowhere; it says why to its own terminal, and there is none.
    @Test func aProgramThatEndsWithoutAWordIsNamed() {
        let error = #expect(throws: LiveError.self) {
            _ = try JoinedMeeting.join(
                by: .program(Program("sh", ["-c", "exit 255"])), program: "1.0", terminal: nil, isPresenter: false)
        }
        #expect(error?.sentence.hasPrefix("`sh -c exit 255` ended without an answer of the host: ") == true)
    }

    @Test func withoutAHostItSaysWhoseTurnItIs() throws {
        let socket = MeetingSocket(
            of: HostedMeeting.day, under: NSTemporaryDirectory() + "nowhere-\(UUID().uuidString)")
        let error = #expect(throws: LiveError.self) {
            _ = try JoinedMeeting.join(by: .socket(socket), program: "1.0", terminal: nil, isPresenter: false)
        }
        #expect(error?.sentence.hasPrefix("no meeting is hosted in ") == true)
        #expect(error?.sentence.hasSuffix(": `mlreview host` does, at the scribe's terminal") == true)
    }
}
