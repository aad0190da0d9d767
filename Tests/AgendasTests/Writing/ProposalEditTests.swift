import Council
import Foundation
import TestMeetings
import Testing

@testable import Agendas

/// What leads add to files that people wrote.
@Suite struct ProposalEditTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let before: String
        let after: String

        init(_ what: String, _ before: String, _ after: String) {
            testDescription = what
            self.before = before
            self.after = after
        }
    }

    private static let day = CalendarDay("2026-11-27")
    private static let review = LeadReview(role: .product, name: "Kim Park", verdict: .approved, date: day)
    private static let word = "{ role: product, name: Kim Park, verdict: approved, date: 2026-11-27 }"

    @Test(arguments: [
        Row(
            "a list in lines",
            "---\ntitle: T # one\nleads:\n  - { role: product, verdict: pending } # Kim\n\n# end\n---\nX",
            "---\ntitle: T # one\nleads:\n  - { role: product, verdict: pending } # Kim\n  - WORD\n\n# end\n---\nX"),
        Row(
            "lines without indentation", "---\nleads:\n- role: product\n  verdict: pending\ntitle: T\n---\n",
            "---\nleads:\n- role: product\n  verdict: pending\n- WORD\ntitle: T\n---\n"),
        Row(
            "a list in brackets over lines",
            "---\ntitle: T\nleads: [\n    { role: product, verdict: pending }, # first\n  ]\n---\n",
            "---\ntitle: T\nleads: [\n    { role: product, verdict: pending },\n    WORD, # first\n  ]\n---\n"),
        Row("no list", "---\ntitle: T\n# end\n---\nX", "---\ntitle: T\nleads:\n  - WORD\n# end\n---\nX"),
        Row("nothing in it", "---\nleads: # none\ntitle: T\n---\n", "---\nleads: [WORD] # none\ntitle: T\n---\n"),
        Row("an empty list", "---\nleads: []\ntitle: T\n---\n", "---\nleads: [WORD]\ntitle: T\n---\n"),
        Row("keys in braces", "---\n{ title: T, pod: }\n---\n", "---\n{ title: T, pod: , leads: [WORD]}\n---\n"),
        Row(
            "the line ends of Windows, and a byte order mark",
            "\u{FEFF}---\r\ntitle: T\r\n---\r\n\r\n## Solution\tX",
            "\u{FEFF}---\r\ntitle: T\r\nleads:\r\n  - WORD\r\n---\r\n\r\n## Solution\tX"),
        Row(
            "behind a text that goes on", "---\ntitle: T\nthird_party: |\n  One\n\n  Two\n\n\n---\n",
            "---\ntitle: T\nthird_party: |\n  One\n\n  Two\nleads:\n  - WORD\n\n\n---\n"),
    ])
    func aWordIsAdded(row: Row) throws {
        let edit = try ProposalEdit(adding: Self.review, to: Array(row.before.utf8))
        #expect(String(decoding: edit.after, as: UTF8.self) == row.after.replacing("WORD", with: Self.word))
        #expect(try read(edit.after).leads.last == Self.review)
    }

    @Test(arguments: [
        ("---\ntitle: &t T\npod: *t\n---\n", "uses anchors (`&` and `*`)"),
        ("---\ntitle: T\nleads: &all []\n---\n", "uses anchors (`&` and `*`)"),
        ("---\ntitle: T\nleads: none\n---\n", "its `leads` is not a list"), ("title: T\n", "no front matter"),
        ("---\ntitle: T\n", "has no end"), ("---\ntitle: [\n---\n", "not YAML"),
        ("---\n- a\n---\n", "not made of keys"),
        ("---\n# none\n---\n", "has no keys"),
    ])
    func whatAProgramCanNotEditIsSaid(_ text: String, _ reason: String) {
        do {
            _ = try ProposalEdit(adding: Self.review, to: Array(text.utf8))
            Issue.record("it was edited")
        } catch {
            #expect("\(error)".contains(reason), "\(error)")
        }
    }

    private static let amendments: [(ProposalField, String, String, String)] = [
        (
            .costBuild, "500000", "cost: { build: 450000, unit: USD } # about",
            "cost: { build: 500000, unit: USD } # about"
        ),
        (.costMaintenance, "1.5", "cost: { build: 1, unit: USD, }", "cost: { build: 1, unit: USD, maintenance: 1.5, }"),
        (.cost, "1 + 2 EUR", "pod: A", "pod: A\ncost: { build: 1 }"),
        (
            .impact, "2M USD/year", "impact:\n  value: 1 # one\n  unit: USD/year",
            "impact:\n  value: 2000000 # one\n  unit: USD/year"
        ),
        (
            .impact, "2 EUR", "impact:\n  # ours\n  value: 1\n  unit: USD\n\npod: A",
            "impact:\n  # ours\n  value: 2\n  unit: EUR\n\npod: A"
        ),
        (
            .impactNote, "yes: \"so\"", "impact:\n    value: 1\n    unit: U",
            "impact:\n    value: 1\n    unit: U\n    note: \"yes: \\\"so\\\"\""
        ),
        (.pod, "", "pod: 'Dis''patch' # ours", "pod: ~ # ours"), (.pod, "B: C", "pod:", "pod: \"B: C\""),
        (.pod, "D", "pod: >-\n  A\n  B\n\nthird_party: C", "pod: D\n\nthird_party: C"),
        (.techLead, "Bo, analyst", "tech_lead: { name: Al, role: engineer }", "tech_lead: { name: Bo, role: analyst }"),
        (.techLead, "Bo", "tech_lead:\n- Al\n- Cy\npod: A", "tech_lead:\n { name: Bo }\npod: A"),
        (
            .team, "Bo, analyst; Cy", "team:\n  - Bo\n  - name: Di\npod: A",
            "team:\n  [{ name: Bo, role: analyst }, { name: Cy }]\npod: A"
        ),
        (.data, "a, b c", "data: [a,\n  x]", "data: [a, b c]"),
        (.baselineShare, "12.5%", "baseline: { method: x }", "baseline: { method: x, share: 12.5% }"),
        (.blocker, "production", "blocker: statistical", "blocker: production"),
        (.engineeringAlone, "true", "pod: A", "pod: A\nengineering_alone: true"),
    ]

    @Test(arguments: amendments)
    func aFieldIsChanged(_ field: ProposalField, _ value: String, _ before: String, _ after: String) throws {
        let bytes = Array("---\ntitle: T\n\(before)\n---\n\n## Solution\n".utf8)
        let edit = try edit(field, value, bytes)
        let text = String(decoding: edit.after, as: UTF8.self)
        // One that sets several keys may make the first of them, and add the others to it.
        #expect(
            text.hasPrefix(
                "---\ntitle: T\n"
                    + (after.hasSuffix("{ build: 1 }")
                        ? "pod: A\ncost: { build: 1, maintenance: 2, unit: EUR }" : after) + "\n"), "\(text)")
        #expect(text.hasSuffix(", by: Kim, on: 2026-11-27, because: Why. }\n---\n\n## Solution\n"), "\(text)")
        try expectOnly(field, value, from: bytes, edit)
    }

    @Test(arguments: [
        ("\n## Solution\n\nOld,\ntwo.\n\n## Next\n\nX", "\n## Solution\n\nNew.\n\n## Next\n\nX"),
        ("## Solution  \nOld.", "## Solution  \nNew."), ("## Solution", "## Solution\n\nNew.\n"),
        ("## Solution\n## Next\n", "## Solution\n\nNew.\n## Next\n"),
        ("Text.", "Text.\n\n## Solution\n\nNew.\n"), ("", "\n## Solution\n\nNew.\n"),
        ("```\n## Solution\n```\n## Solution\nOld\n", "```\n## Solution\n```\n## Solution\nNew.\n"),
        ("\r\n## Solution\r\n\r\nOld\r\ntwo\r\n\r\n## Next\r\n", "\r\n## Solution\r\n\r\nNew.\r\n\r\n## Next\r\n"),
    ])
    func aSectionIsChanged(_ before: String, _ after: String) throws {
        let head = before.contains("\r") ? "---\r\ntitle: T\r\n---\r\n" : "---\ntitle: T\n---\n"
        let bytes = Array((head + before).utf8)
        let edit = try edit(.solution, "New.", bytes)
        #expect(
            String(decoding: edit.after, as: UTF8.self).hasSuffix((head.contains("\r") ? "---\r\n" : "---\n") + after))
        #expect(try read(edit.after).section("Solution") == "New.")
    }

    @Test(arguments: [
        ("team:\n  - Al # ours\n  - Bo", ProposalField.team), ("data: [a, # one\n  b]", .data),
        ("third_party: | # see\n  text", .thirdParty),
    ])
    func aCommentIsNotLost(_ keys: String, _ field: ProposalField) {
        let bytes = Array("---\ntitle: T\n\(keys)\n---\n".utf8)
        #expect(throws: ProposalEdit.Obstacle.self) { try edit(field, "Other", bytes) }
    }

    /// Files as people and editors leave them, and what a lead may do to them: what was not touched stays.
    @Test func allOtherBytesStay() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<600 {
            let bytes = Array(OddFile.text(&random).utf8)
            let old = try read(bytes)
            let added = try ProposalEdit(adding: Self.review, to: bytes)
            #expect(isInsertion(from: bytes, to: added.after), "\(String(decoding: bytes, as: UTF8.self))")
            #expect(try read(added.after).leads == old.leads + [Self.review])
            guard let (field, value) = OddFile.changes.randomElement(using: &random) else { continue }
            var new = old
            try new.amend(field, to: value)
            guard new.value(of: field) != old.value(of: field) else { continue }
            do {
                try expectOnly(field, value, from: bytes, try edit(field, value, bytes))
            } catch let error as ProposalEdit.Obstacle {
                #expect(error.sentence.contains("comment"), "\(error.sentence)")
            }
        }
    }

    // MARK: Helpers

    private func read(_ bytes: [UInt8]) throws -> Proposal {
        try AgendaFolder(path: "/nowhere").proposal("p", in: bytes).proposal
    }

    private func edit(_ field: ProposalField, _ value: String, _ bytes: [UInt8]) throws -> ProposalEdit {
        let old = try read(bytes)
        var new = old
        try new.amend(field, to: value)
        let amendment = LeadAmendment(
            field: field, before: old.value(of: field), after: new.value(of: field), by: "Kim",
            on: try #require(Self.day), because: "Why.")
        return try ProposalEdit(amendment, of: old, to: new, in: bytes)
    }

    /// The file says the same as before but for the field, and has lost no comment.
    private func expectOnly(_ field: ProposalField, _ value: String, from bytes: [UInt8], _ edit: ProposalEdit) throws {
        let old = try read(bytes)
        var expected = old
        try expected.amend(field, to: value)
        var found = try read(edit.after)
        #expect(found.amended.count == old.amended.count + 1)
        #expect(found.value(of: field) == expected.value(of: field))
        found.amended = expected.amended
        if field.section != nil { found.body = expected.body }
        #expect(found == expected, "\(String(decoding: edit.after, as: UTF8.self))")
        let comments = [bytes, edit.after].map { String(decoding: $0, as: UTF8.self).ranges(of: "# kept").count }
        #expect(comments[0] == comments[1])
    }

    private func isInsertion(from old: [UInt8], to new: [UInt8]) -> Bool {
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
        return new.count > old.count && head + tail >= old.count
    }
}

/// Proposals as people and their editors leave them.
private enum OddFile {
    static let changes: [(ProposalField, String)] = [
        (.pod, "New: pod"), (.costBuild, "77"), (.impact, "9 kg"), (.data, "x, y"), (.team, "Zoe, analyst"),
        (.techLead, "Zoe, engineer"), (.thirdParty, "# none"), (.solution, "One\nline."), (.problem, "Why"),
        (.baselineShare, "30%"), (.title, "[T]"), (.pod, ""),
    ]

    static func text(_ random: inout some RandomNumberGenerator) -> String {
        var keys = [
            ["title: 'T: 1'", "title: \"T ü\\u00e9\"", "title: |\n  T\n\n", "title: >-\n  T\n  kept: no", "title: 😀"]
        ]
        let other: [[String]] = [
            ["pod: A   # kept", "pod:", "pod: ~ # kept", "pod: \"A\\\n  B\""],
            [
                "cost: { build: 1, unit: USD } # kept", "cost:\n  # kept\n  unit: USD\n",
                "cost: {\n  unit: USD, # kept\n  }",
            ],
            ["impact: { value: 1.5e3, unit: kg }", "impact:\n    value: 1\n    unit: kg # kept"],
            ["data: [a, b]", "data:\n- a # kept\n- b", "data: []", "data:\n  - 'a'\n\n  - \"b\""],
            ["team: [Al, { name: Bo, role: analyst }]", "team:\n  - name: Al\n    role: engineer\n# kept"],
            ["tech_lead: Al", "tech_lead: { name: Al <al@example.com>, role: engineer }", "tech_lead:\n  name: Al"],
            ["third_party: none", "third_party: |+\n  One\n\n  two \t\n\n", "? third_party\n: kept"],
            ["baseline: { method: rules, share: 25% }", "baseline:\n  method: >\n    rules\n    and more"],
            [
                "leads: []", "leads:\n  - { role: product, verdict: pending }\n# kept",
                "leads: [ { role: product, verdict: pending }, ]",
                "leads:\n- role: product\n  verdict: changes\n  note: |\n    kept\n\n",
                "leads: [\n  # kept\n  { role: analytics, verdict: pending }\n  ]",
            ],
            ["amended: []", "amended:\n  - { field: title, by: Al, on: 2026-11-01, because: 'x' } # kept"],
        ]
        keys += other.filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
        let yaml = keys.compactMap { $0.randomElement(using: &random) }.joined(
            separator: Bool.random(using: &random) ? "\n" : "\n\n# kept\n")
        let bodies = [
            "", "\n## Solution\n\nOld.\n", "## solution\nOld\n### More\n\n## Business problem\t\n\n\nkept\n",
            "Text\n\n# Top\n## Solution\n",
            "\n~~~\n## Solution\n~~~\n\n| kept | x |\n", "## Business problem",
            "\u{200F}שלום kept\n\n## Solution\n\n- a\n\t- b",
        ]
        let text = "---\n\(yaml)\n---\n" + (bodies.randomElement(using: &random) ?? "")
        let isWindows = Int.random(in: 0..<4, using: &random) == 0
        return (Int.random(in: 0..<8, using: &random) == 0 ? "\u{FEFF}" : "")
            + (isWindows ? text.replacing("\n", with: "\r\n") : text)
    }
}
