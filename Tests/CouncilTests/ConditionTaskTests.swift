import Foundation
import Testing

@testable import Council

/// What an approval depends on is a task of its lead, so that later meetings ask for it until it is done.
@Suite struct ConditionTaskTests {
    private static let concern = "note @tomas concern: one wet city is missing"

    @Test func eachConditionIsATaskOfTheLead() throws {
        let review = try Review(
            "simple of cast", present: 5, "\(Self.concern) / note concern: nobody runs it / decide approve if 1 2")
        let lead = review.meeting.roster.everybody.first { $0.name == "Lena Ortiz" }?.handle
        #expect(review.meeting.actions.map(\.owner) == [lead, lead])
        #expect(
            review.meeting.actions.map(\.text) == [
                "Answer concern 1, a condition: “one wet city is missing” (Tomás Vidal)",
                "Answer concern 2, a condition: “nobody runs it”",
            ])
        #expect(review.meeting.actions.map(\.item) == [review.item.id, review.item.id])
    }

    /// One request made both, and one takes both back. What has a task already gets no second one.
    @Test func tasksGoWithTheDecision() throws {
        var (journal, now) = try { ($0.journal, $0.now) }(Review("simple of cast", present: 5, Self.concern))
        func ask(_ line: String) throws {
            now += 1
            let submission = Submission(Request(line: line), id: UUID(), at: now)
            for entry in try journal.propose(submission) { journal.append(entry) }
        }
        try ask("decide approve if 1")
        try ask("undo")
        #expect(journal.meeting.actions.isEmpty && journal.meeting.current?.decision == nil)
        try ask("redo")
        #expect(journal.meeting.actions.count == 1)
        try ask("note concern: nobody runs it")
        try ask("decide approve if 1 2")
        #expect(journal.meeting.actions.map(\.number) == [1, 2])
    }

    @Test func aDecisionWithoutConditionsHasNoTasks() throws {
        let review = try Review("simple of cast", present: 5, "\(Self.concern) / decide approve")
        #expect(review.meeting.actions.isEmpty)
    }

    /// The closing checklist says which open concerns the approval depends on.
    @Test func theChecklistNamesConditions() throws {
        let review = try Review("simple of cast", present: 5, "\(Self.concern) / decide approve if 1")
        #expect(
            review.meeting.gaps.map(\.sentence).contains {
                $0.hasSuffix("concern 1, a condition of the approval, is open: one wet city is missing")
            })
    }
}
