import Council
import Foundation
import Testing

@testable import Minutes

/// The decisions of all meetings, for programs and as records.
@Suite struct DecisionPagesTests {
    /// Every folder that a test writes to.
    private func folder() -> URL {
        FileManager.default.temporaryDirectory.appending(path: "decisions-\(UUID().uuidString)")
    }

    static func library(
        _ word: String = "", ids: [String] = ["prep-time", "eta"], mail: MailSettings? = nil, closed: Int = 7200
    ) -> Library {
        let day = StandingWeeks.day
        let start = Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86_400 + 64_800)
        let mei = HeldPerson(name: "Mei Chen\(word)", handle: "mei")
        let items = ids.enumerated().map { place, id in
            HeldItem(
                id: ItemID(id), number: place + 1, title: "Title of \(id)\(word)",
                proposal: Proposal(
                    id: id, title: id, pod: "Dispatch\(word)",
                    impact: Impact(value: 4_200_000, unit: "USD/year\(word)"),
                    cost: Cost(build: 310_000, maintenance: 120_000, unit: "USD\(word)"),
                    revises: place == 1 ? ids[0] : nil),
                presenter: HeldPerson(name: "Lena Ortiz\(word)", handle: "lena"),
                notes: [
                    HeldNote(number: 2, speaker: mei, kind: .concern, text: "address retention\(word)"),
                    HeldNote(number: 3, speaker: mei, kind: .concern, text: "one wet city\(word)"),
                ],
                amendments: [
                    HeldAmendment(
                        number: 1, field: "cost.build", before: "280 k\(word)", after: "310 k\(word)",
                        reason: "one more source\(word)", isAccepted: true)
                ],
                votes: [
                    HeldVote(
                        number: 1, question: "The proposal\(word)", outcome: .tied, tally: "2–2", yes: 2, no: 2,
                        ruling: HeldRuling(answer: .yes, by: mei, reason: "it pays\(word)"))
                ],
                decision: HeldDecision(
                    verdict: .approve, spoken: "approved with amendments", at: start.addingTimeInterval(900),
                    reason: "it pays\(word)", resolution: "As amended, in three cities\(word).",
                    basis: "the chair's ruling (vote 1)\(word)", overConcerns: [2, 3], conditions: [3]))
        }
        let drafts = ids.enumerated().map { place, id in
            Library.Draft(
                Proposal(
                    id: id, title: id, revises: place == 1 ? ids[0] : nil,
                    body: "## Business problem\nOrders wait.\(word)"))
        }
        return Library(
            roster: Roster(
                name: "ML Council\(word)", timeZone: "America/Los_Angeles", chair: Chair(member: "priya"), members: [],
                mail: mail),
            drafts: drafts,
            history: [
                HeldMeeting(
                    date: StandingWeeks.before,
                    items: [
                        HeldItem(
                            id: ItemID(topic: "chair"), number: 1, title: "Chair rotation\(word)",
                            decision: HeldDecision(verdict: .approve, spoken: "approved"))
                    ]),
                HeldMeeting(
                    date: day, openedAt: start, closedAt: start.addingTimeInterval(Double(closed)), items: items,
                    actions: [
                        HeldAction(
                            reference: ActionReference(meeting: day, number: 1), owner: mei,
                            due: CalendarDay(daysSinceEpoch: 20_800), text: "put it on the rota\(word)",
                            item: ItemID(ids[0]))
                    ]),
            ])
    }

    private func texts(_ library: Library, in folder: URL) throws -> [String: String] {
        try StandingPages(folder: folder.path).write(library, on: StandingWeeks.day)
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
            $0.hasPrefix("decisions") && $0.contains(".")
        }
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
            })
    }

    private func texts(_ library: Library) throws -> [String: String] {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        return try texts(library, in: folder)
    }

    static let goldens = [
        "decisions.json", "decisions.atom", "decisions/prep-time.md", "decisions/eta.md", "decisions/prep-time.html",
        "decisions/eta.html",
    ].map {
        "decided/\($0)"
    }

    @Test func theyReadAsKept() throws {
        let made = try texts(Self.library())
        #expect(made.keys.sorted() == Self.goldens.map { String($0.dropFirst("decided/".count)) }.sorted())
        for (name, text) in made { try Golden.expect(text, in: "decided/\(name)") }
    }

    // MARK: JSON

    private func schema() throws -> SchemaCheck {
        let schema = try JSONSerialization.jsonObject(with: Data(Minutes.decisionsSchema.utf8))
        return SchemaCheck(try #require(schema as? [String: Any]))
    }

    @Test func theJSONFollowsItsSchema() throws {
        var check = try schema()
        let json = try texts(Self.library())["decisions.json"] ?? ""
        #expect(check.faults(in: try JSONSerialization.jsonObject(with: Data(json.utf8))) == [])
        let specimen = Fact(reflecting: DecisionsModel.specimen).json
        #expect(check.faults(in: try JSONSerialization.jsonObject(with: Data(specimen.utf8))) == [])
        #expect(check.used == check.defined)
    }

    @Test func theSchemaListsTheValuesThatThereAre() throws {
        let check = try schema()
        #expect(check.enumerations == ["decision.kind", "decision.verdict", "vote.outcome", "action.state"])
        #expect(check.values(of: "verdict", in: "decision") == Decision.Verdict.allCases.map(\.rawValue))
        #expect(Set(check.values(of: "outcome", in: "vote") ?? []) == Set(Outcome.allCases.map(\.rawValue)))
        #expect(check.values(of: "state", in: "action") == ActionStanding.State.allCases.map(\.rawValue))
    }

    // MARK: Feed

    /// The values of an element, in order.
    private func values(_ element: String, in feed: String?) -> [String] {
        (feed ?? "").components(separatedBy: "<\(element)>").dropFirst().map {
            $0.components(separatedBy: "</")[0]
        }
    }

    @Test func idsStayAndACorrectionIsNewer() throws {
        let (before, after) = (
            try texts(Self.library())["decisions.atom"],
            try texts(Self.library(mail: MailSettings(minutesURL: "https://wiki.example.com/m"), closed: 9000))[
                "decisions.atom"]
        )
        let ids = [
            "tag:example.invalid,2026-11-18:decisions", "tag:example.invalid,2026-11-25:prep-time",
            "tag:example.invalid,2026-11-25:eta", "tag:example.invalid,2026-11-18:topic:chair",
        ]
        #expect(values("id", in: before) == ids)
        #expect(values("id", in: after) == ids)
        #expect(values("published", in: before) == values("published", in: after))
        let updated = values("updated", in: before)
        #expect(updated.first == "2026-11-25T12:00:00-08:00")
        #expect(values("updated", in: after).first == "2026-11-25T12:30:00-08:00")
        #expect(after?.contains("<link rel=\"self\" href=\"https://wiki.example.com/m/decisions.atom\"/>") == true)
        #expect(before?.contains("rel=\"self\"") == false)
    }

    @Test func theListNamesTheIDsIfThereIsOne() throws {
        let mail = MailSettings(from: "ML Council <ml@example.com>", listID: "ml-review.example.com")
        let feed = try texts(Self.library(mail: mail))["decisions.atom"]
        #expect(values("id", in: feed).first == "tag:ml-review.example.com,2026-11-18:decisions")
    }

    /// No text adds an element to the feed, and each feed is XML.
    @Test func hostileTextsAreInert() throws {
        for attack in HostileTextTests.attacks {
            let made = try texts(Self.library(attack))
            let feed = made["decisions.atom"] ?? ""
            let parts = feed.components(separatedBy: "<").count
            let plain = try texts(Self.library())["decisions.atom"] ?? ""
            #expect(parts == plain.components(separatedBy: "<").count, Comment(rawValue: attack.debugDescription))
            #expect(!feed.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || 0x202A...0x202E ~= $0.value })
            _ = try JSONSerialization.jsonObject(with: Data((made["decisions.json"] ?? "").utf8))
            #expect(made["decisions/prep-time.md"]?.contains("<script") != true || attack.contains("script"))
        }
    }

    // MARK: Records

    @Test(arguments: [
        ("prep-time", "prep-time.md"), ("../../etc/passwd", "=2e.=2f..=2fetc=2fpasswd.md"), ("-rf", "=2drf.md"),
        ("", ".md"), ("é", "=c3=a9.md"), ("a b", "a=20b.md"),
    ])
    func noIDLeadsElsewhere(id: String, name: String) {
        #expect(DecisionRecordModel.name(of: id) == name)
    }

    @Test func aRecordWhoseDecisionIsGoneIsRemovedAndOthersStay() throws {
        let folder = folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try texts(Self.library(ids: ["gone", "eta"]), in: folder)
        try Data("mine".utf8).write(to: folder.appending(path: "decisions/mine.md"))
        let names = try texts(Self.library(ids: ["prep-time", "eta"]), in: folder).keys.sorted()
        #expect(
            names == [
                "decisions.atom", "decisions.json", "decisions/eta.html", "decisions/eta.md", "decisions/mine.md",
                "decisions/prep-time.html", "decisions/prep-time.md",
            ])
    }

    @Test func aRecordLeadsToWhatItTakesThePlaceOf() throws {
        let made = try texts(Self.library())
        #expect(made["decisions/eta.md"]?.contains("- Supersedes: [prep-time](prep-time.md)") == true)
        #expect(made["decisions/prep-time.md"]?.contains("- Decided: Wed 25 Nov 2026 at 10:15, item 1\n") == true)
        #expect(made["decisions/prep-time.md"]?.contains("; superseded by [eta](eta.md)") == true)
        // A page leads to pages.
        #expect(made["decisions/prep-time.html"]?.contains("superseded by <a href=\"eta.html\">eta</a>") == true)
    }
}
