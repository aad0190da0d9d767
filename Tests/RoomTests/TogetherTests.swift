import Council
import Foundation
import Screen
import Testing

@testable import Room

/// A terminal among others at one meeting: its own ballot, others' acts, and a host that is gone.
@Suite struct TogetherTests {
    private static let hall =
        "roll priya present / roll tomas present / roll wen present / roll bo present / "
        + "roll lena present / scribe lena / open / go 1"

    /// A member at their own terminal, which another program records for.
    private func wen(_ lines: String = hall, docket: Docket = TestHall.docket()) throws -> Desk {
        try Desk(lines, docket: docket, part: .joined(Handle("wen")))
    }

    /// Has others record a line.
    private func record(_ line: String, by author: String, for desk: inout Desk) throws {
        guard case .ask(let request) = try Command.parse(line, in: desk.meeting) else { return }
        let submission = Submission(request, at: desk.now, author: author.isEmpty ? nil : Handle(author))
        desk.send(.followed(try desk.room.journal.propose(submission)))
    }

    private func asked(_ desk: Desk) -> Request? {
        desk.effects.lazy.compactMap { if case .record([], let submission) = $0 { submission.request } else { nil } }
            .first
    }

    /// Whoever runs a meeting on a server has ballots without a choice until the tally, and would count them as they look.
    /// A key stands on a screen only where it does something.
    @Test func theKeyOfTheRulingIsTheChairsAlone() throws {
        for (who, line) in [("priya", "the chair decides: t"), ("bo", "the chair decides")] {
            let desk = try Desk(Desk.tied, part: .joined(Handle(who)))
            #expect(desk.text.contains(line) && (who == "priya") == desk.text.contains("decides: t"), "\(desk.text)")
        }
        #expect(try !Desk(Desk.tied, part: .joined(nil)).text.contains("decides: t"))
    }

    @Test func aTallyOfBallotsThatNobodyReadsIsNotForeseen() throws {
        let docket = TestHall.docket(
            roster: Roster(
                name: "ML Council", chair: TestHall.roster.chair, members: TestHall.roster.members,
                practitioners: TestHall.roster.practitioners, voting: VotingRule(shown: .atTally)))
        let lines = "\(Self.hall) / motion / vote wen yes / vote bo yes / vote tomas no"
        var desk = try Desk(lines, docket: docket, part: .host(Handle("lena")))
        let cast = desk.room.journal
        let read = ReadingRight(nil, in: cast.meeting)
        let sealed = try #require(Journal(entries: cast.entries.map { cast.entry($0, readBy: read, hiding: []) }))
        desk.send(.replaced(sealed))
        desk.run("tally")
        #expect(desk.meeting.openMotion != nil, "nothing is shown before the record has counted")
        #expect(desk.room.recording == .writing(1))
        let submission = try #require(
            desk.effects.lazy.compactMap { if case .record(_, let submission) = $0 { submission } else { nil } }.first)
        var counted = cast
        for entry in try cast.propose(submission) { counted.append(entry) }
        desk.send(.rebased(counted, pending: [], declined: []))
        #expect(desk.meeting.motions.last?.tally?.yes == 2)
        #expect(desk.room.recording == .recorded)
        #expect(desk.notice?.contains("carried") == true, "\(desk.notice ?? "")")
    }

    @Test func theBallotOpensByItselfAndTakesOneKey() throws {
        var desk = try wen()
        try record("motion", by: "", for: &desk)
        #expect(desk.front is OwnBallot)
        desk.press("y")
        #expect(asked(desk) == .vote(who: Handle("wen"), choice: .yes, reason: nil))
        // Nothing is shown before the host has recorded it.
        #expect(desk.meeting.openMotion?.ballots.isEmpty == true)
        #expect(desk.room.recording == .writing(1))
        desk.send(.answered(nil))
        #expect(desk.room.recording == .recorded)
    }

    /// A key that would be refused whenever it is pressed is not in the footer.
    @Test func onlyWhoMayCloseIsShownHow() throws {
        var desk = try wen()
        #expect(!desk.row(-1).contains("C close"))
        desk.press("C")
        #expect(desk.notice?.hasPrefix("Wen Li can't open, close or hand over the meeting") == true)
        desk = try Desk(Self.hall, part: .joined(Handle("priya")))
        #expect(desk.row(-1).contains("C close"))
    }

    @Test func aBallotNeverTakesTheKeysOfANote() throws {
        var desk = try wen()
        desk.press("n y e s")
        try record("motion", by: "", for: &desk)
        #expect(desk.front is NoteEntry)
        #expect(desk.notice?.hasPrefix("a vote is open on the proposal: v votes") == true)
        desk.press("t Enter")
        // It says for which item it was written.
        #expect(
            asked(desk) == .written(.note(speaker: Handle("wen"), kind: .plain, text: "yest"), for: desk.item?.id))
    }

    @Test func optionsAreNamedByDigits() throws {
        var desk = try wen("\(Self.hall) / go 2")
        try record("motion choose A | B | C", by: "", for: &desk)
        desk.press("1 3 Enter")
        #expect(asked(desk) == .vote(who: Handle("wen"), choice: .yes, reason: nil, options: ["A", "C"]))
    }

    @Test func whatTheTerminalMayNotDoIsRefusedAtOnce() throws {
        var desk = try wen()
        desk.press(":")
        desk.type("tally")
        desk.press("Enter")
        #expect(desk.text.contains("can't record tallies"))
        #expect(asked(desk) == nil)
    }

    @Test func aGuestOnlyLooksOn() throws {
        var desk = try Desk(Self.hall, part: .joined(nil))
        try record("motion", by: "", for: &desk)
        #expect(desk.front == nil || !(desk.front is OwnBallot))
        desk.press("n x Enter")
        #expect(asked(desk) == nil)
        #expect(desk.refusal?.hasPrefix("a guest looks on and records nothing") == true)
    }

    @Test func withoutTheHostNotesWaitAndVotesAreRefused() throws {
        var desk = try wen("\(Self.hall) / motion")
        desk.send(.recordingFailed("the host can't be reached since 10:41", pending: 0))
        desk.press("Esc")
        desk.press("v y")
        #expect(
            desk.refusal
                == "your vote is not recorded: vote again when the connection is back, if the vote is still open then")
        #expect(asked(desk) == nil)
        desk.press("Esc")
        desk.press("n h i Enter")
        #expect(
            asked(desk) == .written(.note(speaker: Handle("wen"), kind: .plain, text: "hi"), for: desk.item?.id))
        #expect(desk.room.recording == .failing("the host can't be reached since 10:41", pending: 1))
    }

    @Test func theHostPublishesWhatSomebodyElseHasClosed() throws {
        var desk = try Desk(Self.hall, part: .host(Handle("lena")))
        try record("close anyway", by: "", for: &desk)
        #expect(desk.effects.contains(.publish(nil)))
        var other = try wen()
        try record("close anyway", by: "", for: &other)
        #expect(!other.effects.contains(.publish(nil)))
    }

    @Test func theScribesVotingPassesOverWhoVotedThemselves() throws {
        var desk = try Desk("\(Self.hall) / motion", part: .host(Handle("lena")))
        desk.press("v")
        let first = try #require(desk.room.voting?.highlighted)
        try record("vote \(first) yes", by: first.rawValue, for: &desk)
        #expect(desk.room.voting?.highlighted != first)
    }

    // MARK: Choices that are shown at the tally

    private static func sealed() -> Docket {
        let usual = TestHall.roster
        return TestHall.docket(
            roster: Roster(
                name: usual.name, chair: usual.chair, members: usual.members, practitioners: usual.practitioners,
                voting: VotingRule(shown: .atTally)))
    }

    @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 50, columns: 200)])
    func noScreenTellsAChoiceBeforeTheTally(size: Size) throws {
        let votes = " / motion / vote wen no because PLANTED / vote bo no / vote tomas abstain"
        for isPresenting in [false, true] {
            var other = try Desk(
                "\(Self.hall)\(votes.replacing(" no", with: " yes"))", docket: Self.sealed(), size: size)
            var desk = try Desk(Self.hall + votes, docket: Self.sealed(), size: size)
            if isPresenting {
                desk.press("p")
                other.press("p")
            }
            // With other choices the screen is the same.
            #expect(desk.text == other.text)
            #expect(!desk.text.contains("PLANTED"))
        }
        var desk = try Desk(Self.hall + votes, docket: Self.sealed(), size: size)
        desk.press(":")
        desk.type("tally")
        desk.press("Enter")
        desk.press("4")
        #expect(desk.meeting.current?.motions.last?.tally?.no == 2)
    }

    @Test func theConsoleTellsOnlyThatSomebodyVoted() throws {
        let desk = try Desk("\(Self.hall) / motion / vote wen no because PLANTED", docket: Self.sealed())
        let narrator = Narrator(desk.room.journal, at: desk.now)
        let told = desk.room.journal.entries.flatMap { narrator.tell($0.act, in: desk.room.journal) } + narrator.votes
        #expect(told.contains("Wen Li has voted"))
        #expect(!told.contains { $0.contains("PLANTED") || $0.contains("0–1") })
    }
}
