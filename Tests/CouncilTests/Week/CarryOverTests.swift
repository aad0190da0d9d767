import Foundation
import Testing

@testable import Council

/// What becomes of an item after its last hearing: the rows of the table that council members read in `agendas/README.md`.
@Suite struct CarryOverTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let proposal: String?
        let topic: String?
        let cells: [String]

        /// - Parameters:
        ///   - proposal: What happened to a proposal; nil if that can't happen to one.
        ///   - cells: What becomes of the proposal, and of the topic.
        init(_ what: String, proposal: String?, topic: String?, _ cells: String...) {
            testDescription = what
            (self.proposal, self.topic, self.cells) = (proposal, topic, cells)
        }
    }

    static let rows = [
        Row("left undecided", proposal: "25 Nov none", topic: "25 Nov none", "comes", "comes"),
        Row(
            "left undecided twice", proposal: "18 Nov none; 25 Nov none", topic: "18 Nov none; 25 Nov none",
            "comes, and `again` says why", "comes, and `again` says why"),
        Row("deferred without a day", proposal: "25 Nov defer", topic: "25 Nov defer", "comes", "comes"),
        Row(
            "deferred to this day, or to an earlier one", proposal: "25 Nov defer 2 Dec", topic: "25 Nov defer 1 Dec",
            "comes", "comes"),
        Row(
            "deferred to a later day", proposal: "25 Nov defer 9 Dec", topic: "25 Nov defer 9 Dec", "waits", "waits"),
        Row("sent back", proposal: "25 Nov revise", topic: "25 Nov revise", "waits", "waits"),
        Row(
            "sent back, changed since, and approved anew by its leads",
            proposal: "25 Nov revise; changed; leads 27 Nov", topic: nil, "comes", "–"),
        Row("noted", proposal: nil, topic: "25 Nov noted", "–", "is settled"),
        Row("approved", proposal: "25 Nov approve", topic: "25 Nov approve", "waits for its outcome", "is settled"),
        Row(
            "approved, and its outcome is due or measured", proposal: "follow up 1 Dec; 25 Nov approve", topic: nil,
            "comes", "–"),
        Row("rejected", proposal: "25 Nov reject", topic: "25 Nov reject", "is settled", "is settled"),
        Row("withdrawn", proposal: "25 Nov withdraw", topic: "25 Nov withdraw", "is settled", "is settled"),
        Row(
            "on the agenda of a day without a meeting", proposal: "leads 25 Nov; on 26 Nov", topic: "on 26 Nov",
            "comes", "comes"),
        Row(
            "never heard, and its leads have approved it", proposal: "leads 25 Nov", topic: nil, "comes", "–"),
        Row(
            "never heard, and a lead has not", proposal: "leads 20 Nov; pending product", topic: nil, "waits", "–"),
    ]

    @Test(arguments: rows)
    func theItemIsCarriedOrNot(_ row: Row) {
        let stories = [row.proposal.map { Story("x", $0) }, row.topic.map { Story("topic:x", "topic X; \($0)") }]
        #expect(stories.map { $0.map(Self.told) ?? "–" } == row.cells)
    }

    private static func told(_ story: Story) -> String {
        let plan = Weeks([story], held: ["25 Nov"]).library.plan(for: .of("2 Dec"), on: .of("27 Nov"), minutes: 60)
        if let item = plan.items.first {
            return item.why.contains("under `again`") ? "comes, and `again` says why" : "comes"
        }
        guard let left = plan.left.first else { return "is settled" }
        return left.reason == .outcome ? "waits for its outcome" : "waits"
    }

    @Test func membersReadTheSameTable() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let text = try String(contentsOf: root.appending(path: "agendas/README.md"), encoding: .utf8)
        let table = text.components(separatedBy: "\n").filter { $0.hasPrefix("| ") }
        let rows = Self.rows.map { "| \($0.testDescription) | \($0.cells[0]) | \($0.cells[1]) |" }
        #expect(rows.filter { !table.contains($0) } == [])
    }
}
