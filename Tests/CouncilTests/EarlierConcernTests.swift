import Foundation
import Testing

@testable import Council

/// A concern that a hearing left open lies before the council at the next one, until it is resolved.
@Suite struct EarlierConcernTests {
    private static let day = CalendarDay("2026-11-18")!
    private static let rain = EarlierConcern(
        date: day, speaker: HeldPerson(name: "Tomás Vidal", handle: Handle("tomas")), text: "one wet city is missing")
    private static let guest = EarlierConcern(
        date: day, speaker: HeldPerson(name: "Kim Park", handle: nil), text: "nobody runs it")

    private var journal: Journal
    private var now: Date
    private let item: ItemID

    init() throws {
        let review = try Review("simple of cast", present: 5, "note A")
        (journal, now, item) = (review.journal, review.now, review.item.id)
        try ask(.recall([], updates: [], concerns: [item: [Self.rain, Self.guest]]))
    }

    private mutating func ask(_ request: Request) throws {
        now += 1
        for entry in try journal.propose(Submission(request, id: UUID(), at: now)) { journal.append(entry) }
    }

    private mutating func refusal(of request: Request) -> String? {
        do {
            try ask(request)
            return nil
        } catch {
            return (error as? Refusal)?.sentence
        }
    }

    private var concerns: [Note] { journal.meeting.item(item)?.openConcerns ?? [] }

    @Test func theyBecomeNotesOfTheirItem() {
        #expect(concerns.map(\.number) == [2, 3])
        #expect(concerns.map(\.since) == [Self.day, Self.day])
        #expect(concerns.map(\.text) == ["one wet city is missing", "Kim Park: nobody runs it"])
        #expect(concerns.map(\.speaker) == [Handle("tomas"), nil])
        #expect(
            journal.entries.last?.act.told(in: journal).first
                == "item 1: concern 2 is open since Wed 18 Nov 2026: one wet city is missing")
    }

    @Test mutating func theyAreResolvedLikeOthers() throws {
        try ask(.resolve(note: NoteReference(2), reason: "two were added"))
        #expect(concerns.map(\.number) == [3])
        try ask(.undo)
        #expect(concerns.map(\.number) == [2, 3])
        try ask(Request(line: "decide approve if 3"))
        #expect(journal.meeting.current?.decision?.overConcerns == [2, 3])
        #expect(journal.meeting.current?.decision?.conditions == [3])
    }

    /// Their words stand in the minutes of their meeting.
    @Test mutating func nobodyChangesThem() {
        let sentence = "concern 2 stands in the minutes of Wed 18 Nov 2026: `resolve 2` if it was met"
        for request: Request in [
            .strike(note: NoteReference(2)), .reword(note: NoteReference(2), text: "no city is missing"),
            .correct(note: NoteReference(2), .kind(.idea)), .correct(note: NoteReference(2), .item(2)),
        ] { #expect(refusal(of: request) == sentence) }
    }

    @Test mutating func theyComeBackOnce() {
        #expect(journal.meeting.missing([item: [Self.rain]]).isEmpty)
        let count = journal.entries.count
        #expect(refusal(of: .recall([], updates: [], concerns: [item: [Self.rain]])) == nil)
        #expect(journal.entries.count == count)
    }

    /// What was said elsewhere is no word in this room: nobody is missed on the roll for it.
    @Test func whoRaisedThemNeedNotBeHere() throws {
        let sentences = journal.meeting.gaps.map(\.sentence)
        #expect(!sentences.contains { $0.contains("spoke") })
        // As long as nothing was decided, they come to the next hearing by themselves.
        #expect(!sentences.contains { $0.contains("concern") })
    }

    /// The task to meet a condition is done when its concern is resolved.
    @Test mutating func resolvingAConditionFinishesItsTask() throws {
        try ask(Request(line: "decide approve if 2"))
        #expect(journal.meeting.actions.map(\.isDone) == [false])
        try ask(.resolve(note: NoteReference(2), reason: "two were added"))
        #expect(journal.meeting.actions.map(\.isDone) == [true])
        #expect(journal.meeting.actions.map(\.reason) == ["two were added"])
        try ask(.undo)
        #expect(journal.meeting.actions.map(\.isDone) == [false])
        #expect(concerns.map(\.number) == [2, 3])
    }

    @Test func theyAreKept() throws {
        let coder = ActCoder()
        for entry in journal.entries {
            #expect(try coder.act(from: coder.payload(of: entry.act)) == entry.act)
        }
    }
}
