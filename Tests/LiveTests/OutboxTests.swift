import Council
import Foundation
import Glibc
import Ledger
import Synchronization
import Testing

@testable import Live

/// What is written while the host is gone: kept on the disk, sent in order, recorded once and for its own item.
@Suite struct OutboxTests {
    private let folder = NSTemporaryDirectory() + "outbox-\(UUID().uuidString.prefix(8))/mlreview/outbox"

    /// They last as long as the test.
    private let doors = Doors()

    private final class Doors { var all: [Door] = [] }

    private func remove() { try? FileManager.default.removeItem(atPath: folder) }

    private func joined(_ meeting: HostedMeeting, as handle: String = "bo") throws -> JoinedMeeting {
        let door = try Door(to: meeting.socket, as: handle)
        doors.all.append(door)
        return try joined(door)
    }

    private func joined(_ door: Door) throws -> JoinedMeeting {
        try JoinedMeeting.join(
            by: .socket(door.socket), program: "1.0", terminal: nil, isPresenter: false, outbox: folder
        ).0
    }

    private func note(_ text: String, on item: String = "a") -> Submission {
        Submission(
            .written(.note(speaker: "bo", kind: .concern, text: text), for: ItemID(item)), at: Date(), author: "bo")
    }

    @Test func whatIsKeptIsOnTheDiskAndThisAccountsAlone() throws {
        defer { remove() }
        let meeting = try HostedMeeting()
        let bo = try joined(meeting)
        meeting.host.end()
        #expect(wait(for: bo) { $0.lostAt != nil })
        #expect(try bo.append([], of: note("first"), clearingDraft: nil) == .kept)
        let path = try #require(LocalOutbox.paths(in: folder).first)
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
        #expect(stat(folder, &status) == 0 && status.st_mode & 0o777 == 0o700)
        // Another program reads it from the disk as it is now.
        #expect(try OutboxFile(at: path, isOnlyRead: true)?.writings.map(\.written.text) == ["first"])
        // The terminal that wrote it still runs: nobody else takes it.
        #expect(try OutboxFile(at: path) == nil)
    }

    /// A recorder looks again and again whether the record is still there. That holds nothing up.
    @Test func whatIsWrittenLongAfterTheLossIsOnTheDiskToo() throws {
        defer { remove() }
        let meeting = try HostedMeeting()
        let bo = try joined(meeting)
        let recorder = try Recorder(bo, of: HostedMeeting.day)
        meeting.host.end()
        #expect(wait(for: bo) { $0.lostAt != nil })
        recorder.submit(.check)
        recorder.submit(.append([], of: note("late")))
        #expect(recorder.flush(timeout: 60))
        let path = try #require(LocalOutbox.paths(in: folder).first)
        #expect(try OutboxFile(at: path, isOnlyRead: true)?.writings.map(\.written.text) == ["late"])
    }

    @Test func itIsSentInOrderAndOnceToTheItemItWasWrittenFor() throws {
        defer { remove() }
        let ledger = MemoryLedger()
        let meeting = try HostedMeeting(ledger: ledger)
        let bo = try joined(meeting)
        meeting.stop()
        #expect(wait(for: bo) { $0.lostAt != nil })
        for number in 1...5 { #expect(try bo.append([], of: note("\(number)"), clearingDraft: nil) == .kept) }
        let action = Submission(
            .written(.action(owner: "bo", due: nil, text: "ask"), for: ItemID("b")), at: Date(), author: "bo")
        #expect(try bo.append([], of: action, clearingDraft: nil) == .kept)
        try meeting.goOn { try $0.record(.go(.item(2))) }
        #expect(wait(for: bo) { $0.kept == 0 && $0.lostAt == nil })
        let held = meeting.shared.journal.meeting
        #expect(held.items[0].notes.map(\.text) == ["1", "2", "3", "4", "5"])
        #expect(held.items[0].notes.allSatisfy { $0.isLater == true && $0.speaker == "bo" })
        #expect(held.items[1].notes.isEmpty)
        #expect(LocalOutbox.paths(in: folder).isEmpty)
        // A member records no actions: the words come back with the sentence.
        #expect(held.actions.isEmpty)
    }

    @Test func theTerminalIsKilledAndTheNextOneSendsIt() throws {
        defer { remove() }
        let meeting = try HostedMeeting()
        var bo: JoinedMeeting? = try joined(meeting)
        meeting.stop()
        let writings = [note("one"), note("two")]
        for writing in writings { #expect(try bo?.append([], of: writing, clearingDraft: nil) == .kept) }
        // Its descriptors are closed with it, and so its lock is gone.
        bo = nil
        try meeting.goOn { _ in }
        // The host had recorded the first one, and its answer was lost.
        #expect(try meeting.shared.take(writings[0], known: 0) == nil)
        let wen = try joined(meeting, as: "wen")
        #expect(wait(for: wen) { $0.journal.nextNumber == meeting.shared.journal.nextNumber })
        #expect(meeting.shared.journal.meeting.current?.notes.map(\.text) == ["one"], "nobody sends another's words")
        let path = try #require(LocalOutbox.paths(in: folder).first)
        while try OutboxFile(at: path) == nil { usleep(1000) }
        let again = try joined(meeting)
        #expect(wait(for: again) { $0.kept == 0 })
        #expect(meeting.shared.journal.meeting.current?.notes.map(\.text) == ["one", "two"])
        #expect(meeting.shared.journal.entries.suffix(2).allSatisfy { $0.author == "bo" })
        #expect(meeting.shared.journal.meeting.current?.notes.allSatisfy { $0.isLater == nil } == true)
    }

    @Test func aClosedMeetingTakesNothingUntilItIsReopened() throws {
        defer { remove() }
        let meeting = try HostedMeeting()
        let bo = try joined(meeting)
        meeting.stop()
        #expect(wait(for: bo) { $0.lostAt != nil })
        #expect(try bo.append([], of: note("late"), clearingDraft: nil) == .kept)
        try meeting.goOn { try $0.record(.close) }
        #expect(wait(for: bo) { $0.lostAt == nil && $0.journal.meeting.phase == .closed })
        #expect(bo.takeNews().kept == 1)
        #expect(LocalOutbox.paths(in: folder).count == 1)
        try meeting.record(.reopen(reason: "a word is missing"))
        #expect(wait(for: bo) { $0.kept == 0 })
        #expect(meeting.shared.journal.meeting.items[0].notes.map(\.text) == ["late"])
    }

    @Test func aVoteIsNeverKept() throws {
        defer { remove() }
        let meeting = try HostedMeeting()
        try meeting.record(.motion(.text("Now?")))
        let bo = try joined(meeting)
        meeting.stop()
        #expect(wait(for: bo) { $0.lostAt != nil })
        let vote = Submission(.vote(who: "bo", choice: .yes, reason: nil), at: Date(), author: "bo")
        guard case .declined(let refusal, _) = try bo.append([], of: vote, clearingDraft: nil) else {
            Issue.record("the vote was not refused")
            return
        }
        #expect(
            refusal.sentence
                == "your vote is not recorded: vote again when the connection is back, if the vote is still open then")
        #expect(LocalOutbox.paths(in: folder).isEmpty)
    }

    /// The host dies with the vote in its hands. Nobody votes for a person who does not know of it.
    @Test func aVoteThatWasNotAnsweredIsNotAskedAgainAndHoldsNoWordsUp() throws {
        defer { remove() }
        let meeting = try HostedMeeting()
        try meeting.record(.motion(.text("Now?")))
        let (bo, recorder) = try unanswered(.vote(who: "bo", choice: .yes, reason: nil), in: meeting)
        recorder.submit(.append([], of: note("behind it")))
        #expect(wait(for: bo) { _ in recorder.pendingSubmissions.count == 1 })
        try expectOnDisk(["behind it"])
        try meeting.goOn()
        #expect(wait(for: bo) { $0.kept == 0 && $0.lostAt == nil })
        #expect(recorder.flush(timeout: 60))
        let events = recorder.take().events
        #expect(
            events.contains { event in
                if case .declined(_, let why, _) = event {
                    why == "the connection was gone before your vote arrived: vote again, if the vote is still open"
                } else {
                    false
                }
            }, "\(events)")
        #expect(meeting.shared.journal.meeting.openMotion?.ballots.isEmpty == true)
        #expect(meeting.shared.journal.meeting.current?.notes.map(\.text) == ["behind it"])
    }

    /// The answer alone was lost.
    @Test func aVoteThatArrivedCounts() throws {
        let meeting = try HostedMeeting()
        try meeting.record(.motion(.text("Now?")))
        let door = try Door(to: meeting.socket, as: "bo")
        doors.all.append(door)
        let bo = try joined(door)
        let recorder = try Recorder(bo, of: HostedMeeting.day)
        door.keepsAnswers.store(true, ordering: .sequentiallyConsistent)
        recorder.submit(
            .append([], of: Submission(.vote(who: "bo", choice: .yes, reason: nil), at: Date(), author: "bo")))
        #expect(wait(for: bo) { $0.lostAt != nil })
        door.keepsAnswers.store(false, ordering: .sequentiallyConsistent)
        #expect(wait(for: bo) { $0.lostAt == nil && $0.journal.meeting.openMotion?.ballots.count == 1 })
        #expect(recorder.flush(timeout: 60))
        #expect(recorder.take().events.contains(.recorded([])))
        #expect(meeting.shared.journal.entries.count { if case .balloted = $0.act { true } else { false } } == 1)
    }

    /// Anything else is asked again when the host is back. What is written behind it does not wait for that.
    @Test func wordsBehindWhatIsAskedAgainLieOnTheDisk() throws {
        defer { remove() }
        let meeting = try HostedMeeting()
        let (bo, recorder) = try unanswered(.queue(who: "bo", kind: .order), in: meeting)
        recorder.submit(.append([], of: note("behind it")))
        #expect(wait(for: bo) { _ in recorder.pendingSubmissions.count == 1 })
        try expectOnDisk(["behind it"])
        try meeting.goOn()
        #expect(wait(for: bo) { $0.kept == 0 && $0.lostAt == nil })
        #expect(recorder.flush(timeout: 60))
        #expect(meeting.shared.journal.meeting.current?.notes.map(\.text) == ["behind it"])
        #expect(meeting.shared.journal.meeting.queue.waiting.count == 1)
    }

    /// A terminal that has asked, and its host is gone before it answers.
    private func unanswered(
        _ request: Request, in meeting: HostedMeeting
    ) throws -> (JoinedMeeting, Recorder) {
        let door = try Door(to: meeting.socket, as: "bo")
        doors.all.append(door)
        let bo = try joined(door)
        let recorder = try Recorder(bo, of: HostedMeeting.day)
        door.swallows.store(true, ordering: .sequentiallyConsistent)
        recorder.submit(.append([], of: Submission(request, at: Date(), author: "bo")))
        while door.swallowed.load(ordering: .sequentiallyConsistent) == 0 { usleep(1000) }
        meeting.stop()
        #expect(wait(for: bo) { $0.lostAt != nil })
        door.swallows.store(false, ordering: .sequentiallyConsistent)
        return (bo, recorder)
    }

    private func expectOnDisk(_ texts: [String]) throws {
        let path = try #require(LocalOutbox.paths(in: folder).first)
        #expect(try OutboxFile(at: path, isOnlyRead: true)?.writings.map(\.written.text) == texts)
    }

    @Test func aBallotCountsOnTheMotionThatItWasGivenFor() throws {
        let meeting = try HostedMeeting()
        try meeting.record(.motion(.text("First?")))
        let bo = try meeting.terminal("bo")
        try meeting.record(.withdraw(reason: nil))
        try meeting.record(.motion(.text("Second?")))
        bo.say(
            """
            {"ask":{"id":"\(UUID())","known":0,"motion":1,"request":\
            {"vote":{"who":"bo","choice":"yes"}}}}
            """)
        #expect(
            try bo.answer()
                == "your vote is not recorded: that vote is over, and another question is open; vote on it")
        #expect(meeting.shared.journal.meeting.openMotion?.ballots.isEmpty == true)
    }

    @Test func aRequestWhoseAnswerWasCutOffStandsOnce() throws {
        let meeting = try HostedMeeting()
        let door = try Door(to: meeting.socket, as: "lena")
        let lena = try joined(door)
        // The host takes it in, and its answer never arrives.
        let topic = Submission(.addTopic("Once"), at: Date(), author: "lena")
        door.keepsAnswers.store(true, ordering: .sequentiallyConsistent)
        #expect(throws: LedgerError.self) { try lena.append([], of: topic, clearingDraft: nil) }
        door.keepsAnswers.store(false, ordering: .sequentiallyConsistent)
        #expect(wait(for: lena) { $0.lostAt == nil && $0.journal.meeting.items.count == 3 })
        _ = try lena.append([], of: topic, clearingDraft: nil)
        #expect(meeting.shared.journal.meeting.items.count == 3)
    }

    // MARK: The file

    @Test func aLineThatWasCutOffIsNoWriting() throws {
        defer { remove() }
        let path = try kept(["whole", "cut"])
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try Data(text.utf8.dropLast(9)).write(to: URL(fileURLWithPath: path))
        chmod(path, 0o600)
        #expect(try OutboxFile(at: path)?.writings.map(\.written.text) == ["whole"])
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasSuffix("\n"))
    }

    @Test(arguments: ["mode", "link", "garbage"]) func aFileThatIsNotOursIsNotSent(fault: String) throws {
        defer { remove() }
        let path = try kept(["words"])
        switch fault {
        case "mode": chmod(path, 0o640)
        case "link":
            try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
            try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path + ".away")
        default:
            try "{\"no\":1}\n".write(toFile: path, atomically: false, encoding: .utf8)
        }
        let error = #expect(throws: LiveError.self) { try OutboxFile(at: path) }
        #expect(error?.sentence.hasPrefix("the outbox \(path)") == true)
    }

    @Test func aFolderThatCantBeWrittenIsSaid() throws {
        let blocked = NSTemporaryDirectory() + "blocked-\(UUID().uuidString.prefix(8))"
        try "no folder".write(toFile: blocked, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: blocked) }
        let outbox = LocalOutbox(of: owner, by: .folder("/"), in: blocked + "/outbox")
        let error = #expect(throws: LiveError.self) { try outbox.keep(try #require(writing("words"))) }
        #expect(error?.sentence.hasPrefix("not kept, since ") == true)
        #expect(outbox.isEmpty)
    }

    private let owner = OutboxOwner(date: HostedMeeting.day, first: nil, handle: "bo")

    private func writing(_ text: String) -> Writing? {
        Writing(
            id: UUID(), at: Date(), written: .note(speaker: "bo", kind: .plain, text: text), item: nil, title: nil)
    }

    /// The path of an outbox whose terminal has ended.
    private func kept(_ texts: [String]) throws -> String {
        let outbox = LocalOutbox(of: owner, by: .folder("/"), in: folder)
        for text in texts { try outbox.keep(try #require(writing(text))) }
        return try #require(LocalOutbox.paths(in: folder).first)
    }
}
