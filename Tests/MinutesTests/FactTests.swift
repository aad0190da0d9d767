import Council
import TestMeetings
import Testing

@testable import Minutes

/// Facts that are written out are those that a mirror would find.
@Suite struct FactTests {
    private func mirrored(_ value: Any) -> Fact {
        .record(
            Mirror(reflecting: value).children.map {
                Fact.Field(name: $0.label ?? "", fact: Fact(reflecting: $0.value))
                // Nothing is said of who entered a member's own ballot, since when a concern of this meeting is open, and of
                // a note that came in time.
            }.filter { !["byVoice", "since", "enteredLater"].contains($0.name) || $0.fact != .nothing })
    }

    @Test func theyHaveTheNamesAndValuesOfTheModel() throws {
        let items = JournalReader(try SampleMeeting.held().journal).model.items
        let notes = items.flatMap(\.notes)
        let concerns = items.flatMap(\.concerns)
        let ballots = items.flatMap(\.votes).flatMap(\.ballots)
        try #require(!notes.isEmpty && !concerns.isEmpty && !ballots.isEmpty)
        for note in notes { #expect(note.fact == mirrored(note)) }
        for concern in concerns { #expect(concern.fact == mirrored(concern)) }
        for ballot in ballots { #expect(ballot.fact == mirrored(ballot)) }
    }
}
