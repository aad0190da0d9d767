import Foundation
import Testing

@testable import Council

/// People who come late and leave early, and the votes they take part in.
@Suite struct AttendanceTests {
    /// Five of seven in the room; a vote on the proposal is open.
    static func review(_ rule: String, _ lines: String) throws -> Review {
        try Review(rule, present: 5, "motion / \(lines)")
    }

    @Test(
        "Late arrivals and early departures during a vote",
        arguments: [
            (
                "nobody moves", "simple of present", "vote tomas yes / vote wen yes",
                "2–0, 5 of 7 present: lost; one more yes carries"
            ),
            (
                "who comes late may vote, and weighs under `present`", "simple of present",
                "vote tomas yes / vote wen yes / vote bo yes / roll ana present / roll raj remote",
                "3–0, 7 of 7 present: lost; one more yes carries"
            ),
            (
                "who comes late weighs nothing under `cast`", "simple of cast",
                "vote tomas yes / roll ana present", "1–0, 6 of 7 present: carried; one no ties it"
            ),
            (
                "who leaves without voting weighs nothing under `present`", "simple of present",
                "vote tomas yes / vote wen yes / roll mei absent",
                "2–0, 4 of 7 present: carried; one change from yes to no ties it"
            ),
            (
                "who leaves without voting weighs the same under `seats`", "simple of seats",
                "vote tomas yes / vote wen yes / roll mei absent", "2–0, 4 of 7 present: lost"
            ),
            (
                "who voted and left still counts", "simple of cast",
                "vote tomas yes / vote wen no / vote bo yes / roll tomas absent",
                "2–1, 4 of 7 present: carried; one more no ties it"
            ),
            (
                "who voted, left and came back may change the ballot", "simple of cast",
                "vote tomas yes / vote wen no / roll tomas absent / roll tomas remote / vote tomas no",
                "0–2, 5 of 7 present: lost; two yeses tie it"
            ),
            (
                "a departure breaks the quorum, whatever was voted", "simple of cast",
                "vote tomas yes / vote wen yes / roll bo absent / roll mei absent",
                "2–0, 3 of 7 present: no quorum; one more in the room makes a quorum"
            ),
            (
                "an arrival makes it again", "simple of cast",
                "vote tomas yes / roll bo absent / roll mei absent / roll raj remote",
                "1–0, 4 of 7 present: carried; one no ties it"
            ),
            (
                "who voted and then is recused takes no part", "simple of present",
                "vote tomas yes / vote wen yes / vote bo yes / vote bo recuse",
                "2–0, 1 recused, 5 of 7 present: carried; one change from yes to no ties it"
            ),
            (
                "who is recused and leaves is recused and not in the room", "simple of seats",
                "vote tomas yes / vote wen yes / vote bo recuse / roll bo absent",
                "2–0, 1 recused, 4 of 7 present: lost; one more yes carries"
            ),
            (
                "a recusal can be taken back until the tally", "simple of cast",
                "vote bo recuse / vote bo yes", "1–0, 5 of 7 present: carried; one no ties it"
            ),
            (
                "practitioners are neither seats nor quorum", "simple of cast",
                "roll bo absent / roll mei absent / roll lena present / vote tomas yes",
                "1–0, 3 of 7 present: no quorum; one more in the room makes a quorum"
            ),
            (
                "the chair is in the room and does not vote", "unanimous of present",
                "vote tomas yes / vote wen yes / vote bo yes / vote mei yes",
                "4–0, 5 of 7 present: carried; one change from yes to no loses it"
            ),
            (
                "an acting chair does not vote, and the chair does, as any member", "unanimous of present",
                "chair wen because X / vote tomas yes / vote priya yes / vote bo yes / vote mei yes",
                "4–0, 5 of 7 present: carried; one change from yes to no loses it"
            ),
        ])
    func moving(story: String, rule: String, lines: String, sentence: String) throws {
        var review = try Self.review(rule, lines)
        #expect(review.meeting.liveTally(of: review.meeting.openMotion!).sentenceWithChange == sentence)
        try review.type("tally / roll wen absent / roll priya absent")
        #expect(review.item.motions[0].tally?.sentenceWithChange == sentence)
    }

    @Test("A ballot said again keeps its reason, and one that is changed does not")
    func reasons() throws {
        var review = try Self.review("simple of cast", "vote tomas no because The cost")
        let entries = review.journal.entries.count
        try review.type("vote tomas no")
        #expect(review.journal.entries.count == entries)
        #expect(review.meeting.openMotion?.ballots[Handle("tomas")]?.reason == "The cost")
        try review.type("vote tomas no because The upkeep")
        #expect(review.meeting.openMotion?.ballots[Handle("tomas")]?.reason == "The upkeep")
        try review.type("vote tomas yes")
        #expect(review.meeting.openMotion?.ballots[Handle("tomas")]?.reason == nil)
    }

    @Test("Arrivals and departures are stamped")
    func stamps() throws {
        let review = try Review(
            "simple of cast", present: 2, "note A / roll wen remote / note @tomas B / roll tomas absent")
        let meeting = review.meeting
        let opened = try #require(meeting.openedAt)
        #expect(meeting.attendance[Handle("priya")]?.arrival(after: opened) == nil)
        #expect(meeting.attendance[Handle("priya")]?.departure == nil)
        #expect(meeting.attendance[Handle("wen")]?.arrival(after: opened) == opened + 3)
        #expect(meeting.attendance[Handle("tomas")]?.departure == opened + 5)
        #expect(meeting.attendance[Handle("tomas")]?.hasAttended == true)
        #expect(meeting.attendance[Handle("bo")] == nil)
    }
}
