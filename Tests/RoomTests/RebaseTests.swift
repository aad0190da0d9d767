import Council
import Foundation
import Screen
import Testing

@testable import Room

/// The screen shows the record, with the submissions still on their way on top.
@Suite struct RebaseTests {
    /// The meeting as another terminal has continued it from the state of this one.
    private func recorded(_ lines: String..., after desk: Desk) throws -> Journal {
        var journal = try #require(Journal(entries: desk.room.journal.entries))
        for line in lines {
            guard case .ask(let request) = try Command.parse(line, in: journal.meeting) else { continue }
            for entry in try journal.propose(Submission(request, at: desk.room.now)) { journal.append(entry) }
        }
        return journal
    }

    private func submission(_ request: Request, _ desk: Desk) -> Submission { Submission(request, at: desk.room.now) }
    private func note(_ text: String) -> Request { .note(speaker: nil, kind: .concern, text: text) }

    @Test func whatIsOnItsWayStandsBehindWhatOthersRecorded() throws {
        var desk = try Desk(Desk.opened)
        let journal = try recorded("note theirs", after: desk)
        let mine = submission(note("mine"), desk)
        desk.run("note concern: mine")
        desk.send(.rebased(journal, pending: [mine], declined: []))
        #expect(desk.item?.notes.map(\.text) == ["theirs", "mine"])
        #expect(desk.room.recording == .writing(1))
        desk.send(.recorded(1))
        #expect(desk.room.recording == .recorded)
    }

    @Test func aNoteThatIsDeclinedIsBackInTheEditor() throws {
        var desk = try Desk(Desk.opened)
        let journal = try recorded("go next", after: desk)
        let declined = Declined(submission(note("mine"), desk), "the meeting is closed")
        desk.send(.rebased(journal, pending: [], declined: [declined]))
        #expect(desk.room.noteEntry?.editor.text == "concern: mine")
        #expect(desk.refusal == "not recorded: the meeting is closed")
        #expect(desk.room.recording == .recorded)
    }

    @Test func aNoteThatIsBeingTypedStaysAndTheDeclinedOneIsOneKeyAway() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("half a")
        let declined = Declined(submission(note("mine"), desk), "the meeting is closed")
        desk.send(.rebased(desk.room.journal, pending: [], declined: [declined]))
        #expect(desk.room.noteEntry?.editor.text == "half a")
        desk.press("Up")
        #expect(desk.room.noteEntry?.editor.text == "concern: mine")
    }

    @Test func anythingElseIsBackOnTheLine() throws {
        var desk = try Desk(Desk.opened)
        let request = Request.decide(verdict: .revise, until: nil, reason: "six weeks of holdout are missing")
        let declined = Declined(submission(request, desk), "the vote on the proposal is open")
        desk.send(.rebased(desk.room.journal, pending: [], declined: [declined]))
        #expect(desk.refusal?.contains("Up has the words: decide revise because six weeks") == true)
        desk.press(": Up")
        #expect(desk.text.contains("decide revise because six weeks of holdout are missing"))
    }
}
