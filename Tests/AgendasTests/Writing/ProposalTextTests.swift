import Council
import Foundation
import TestMeetings
import Testing

@testable import Agendas

/// A proposal written down says what it said.
@Suite struct ProposalTextTests {
    private static let day = CalendarDay("2027-05-01")!

    private func read(_ text: String) throws -> Proposal {
        try AgendaFolder(path: "/nowhere").proposal("p", in: Array(text.utf8)).proposal
    }

    @Test func onlyWhatIsSaidIsWritten() throws {
        let bare = Proposal(id: "p", title: "Demand by 15 minutes")
        #expect(ProposalText.text(of: bare) == "---\ntitle: Demand by 15 minutes\n---\n")
        let some = Proposal(
            id: "p", title: "T: 1", kind: .technology, techLeads: [TeamMember(name: "Lena Ortiz", role: .engineer)],
            impact: Impact(value: 1.2e6, unit: "USD/year"), cost: Cost(build: 450_000, unit: "USD"), data: ["orders"],
            leads: [LeadReview(role: .product, verdict: .pending)], body: "## Solution\n\nOne.\n\n")
        #expect(
            ProposalText.text(of: some) == """
                ---
                title: "T: 1"
                kind: technology
                tech_lead: { name: Lena Ortiz, role: engineer }
                impact: { value: 1200000, unit: USD/year }
                cost: { build: 450000, unit: USD }
                data: [orders]
                leads:
                  - { role: product, verdict: pending }
                ---

                ## Solution

                One.

                """)
    }

    static let hostile = [
        "a: b", "a #b", "# no", "- x", "-", "[x", "{x}", "---", "...", "\"", "'", "\\", "a\\", "%x", "@x", "`x`", "&a",
        "*a", "!x",
        "|", ">", "?", ": ", "x:", ",", "~", "null", "true", "1.2", "2026-11-25", "<<", "\u{200F}שלום\u{202E}", "👩‍👩‍👧 😀",
        "e\u{301}", "a\u{1B}[2Jb", "a\u{0}b", "a\u{85}b\u{2028}c", "tab\there", "two\nlines", "\n\n", "a\r\nb",
        "\u{FEFF}x",
        "\u{E000}", "\u{10FFFF}x", "=", "<a@b>x", String(repeating: "ä: #", count: 20_000),
    ]

    @Test(arguments: hostile)
    func everyTextIsReadBack(_ text: String) throws {
        let line = text.writableLine
        let lines = text.writable
        guard !line.isEmpty else { return }
        var proposal = Proposal(id: "p", title: line, kind: .technology, pod: line)
        proposal.impact = Impact(value: -1.5, unit: line, note: lines)
        proposal.cost = Cost(build: 0.1, maintenance: 1e14, unit: line, note: lines)
        proposal.baseline = Baseline(method: line, share: 0.5)
        proposal.thirdParty = lines
        proposal.data = [line, line]
        proposal.options = [TechnologyOption(name: line, choice: .buy, cost: lines, runBy: lines, note: lines)]
        proposal.recommend = line
        proposal.leads = [LeadReview(role: .product, verdict: .approved, date: Self.day, note: lines, of: "00ff-1e10")]
        proposal.amended = [
            LeadAmendment(field: .solution, before: lines, after: lines, by: line, on: Self.day, because: lines)
        ]
        proposal.followUp = FollowUp(after: Self.day, measure: lines)
        proposal.body = "## Solution\n\n\(lines)"
        var found = try read(ProposalText.text(of: proposal))
        found.body = found.body.trimmed
        #expect(found == proposal)
    }

    /// What files can hold comes through unchanged.
    @Test func writableTextStays() {
        for text in ["ä", "a\tb", "one\ntwo", "👩‍👩‍👧", "\u{200F}ש"] {
            #expect(text.writable == text)
            #expect(text.writable.writable == text.writable)
        }
        #expect("a\u{1B}[2J\u{0}b\r\nc\u{2028}d ".writable == "a [2J b\nc\nd")
        #expect("a\n\tb ".writableLine == "a  b")
    }

    /// Made-up proposals with people, addresses and all keys.
    @Test func sampleProposalsAreReadBack() throws {
        let folder = AgendaFolder(path: URL(filePath: #filePath).pathComponents.dropLast(4).joined(separator: "/"))
        let drafts = folder.survey().drafts
        #expect(drafts.count > 10)
        for draft in drafts {
            var proposal = draft.proposal
            // The folder of this test has no proposal that could be revised.
            proposal.revises = nil
            // Nothing is measured of a new proposal.
            proposal.outcome = nil
            var found = try read(ProposalText.text(of: proposal))
            (found.id, found.body, proposal.body) = (proposal.id, found.body.trimmed, proposal.body.trimmed)
            #expect(found == proposal)
        }
    }
}
