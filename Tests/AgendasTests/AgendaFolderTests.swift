import Agendas
import Council
import Foundation
import Testing

@Suite struct AgendaFolderTests {
    @Test func revisionsThatLeadBackAreFoundInEachFile() throws {
        let folder = try TemporaryFolder()
        for (id, old) in [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")] {
            try folder.write("proposals/\(id).md", "---\ntitle: T\nrevises: \(old)\n---\n")
        }
        let faults = folder.faults().filter { $0.contains("revises") }
        let end = "; a proposal can't revise itself, so remove one of these lines"
        #expect(
            faults == [
                "proposals/a.md:3:10: error: `a`, which revises `b`, which revises `c`, which revises `a`\(end)",
                "proposals/b.md:3:10: error: `b`, which revises `c`, which revises `a`, which revises `b`\(end)",
                "proposals/c.md:3:10: error: `c`, which revises `a`, which revises `b`, which revises `c`\(end)",
            ])
    }

    private let day = CalendarDay("2026-11-25")

    @Test func everyKeyArrives() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "council.yaml",
            """
            name: ML Council
            timezone: Europe/Berlin
            chair: { member: priya, since: 2026-03-01, term_months: 12 }
            next_chair: { member: bo, from: 2027-03-01 }
            members:
              - { handle: priya, name: Priya Raman, email: priya@example.com, discipline: data-science, since: 2026-03-01, term_months: 24 }
              - { handle: bo, name: Bo Berg, until: 2028-03-01 }
            practitioners: [{ handle: lena, name: Lena Ortiz }]
            voting: { quorum: 62.5%, majority: two-thirds, of: seats, chair: member }
            consent: { approvals: 1, up_to: 500000 USD, kinds: [technology, hiring] }
            interested: [a@example.com, B <b@example.com>]
            mail: { from: C <c@example.com>, reply_to: c@example.com, list_id: c.example.com, subject: "[C]", sendmail: /usr/bin/msmtp, minutes_url: "https://c.example.com/m" }
            """)
        try folder.write(
            "2026-11-25.yaml",
            """
            date: 2026-11-25
            start: 10:00
            minutes: 60
            place: Room 5
            scribe: lena
            items:
              - { topic: First, text: "One.\\nTwo." }
              - { proposal: store, minutes: 15, presenter: priya, interested: [d@example.com] }
              - { topic: Second }
            """)
        try folder.write(
            "proposals/store.md",
            """
            ---
            title: A store
            kind: technology
            pod: Platform
            sponsor: Wen Li <wen@example.com>
            tech_lead: [{ name: Wen Li, role: engineer }, Lena Ortiz <lena@example.com>]
            blocker: production
            team: [{ name: Sam Okafor <sam@example.com>, role: data-scientist }]
            impact: { value: -4.2e6, unit: USD/year, note: n }
            cost: { build: 450000, maintenance: 0.5, unit: USD, note: m }
            baseline: { method: rules, share: 25 % }
            third_party: none
            engineering_alone: false
            data: [a]
            platform: [b]
            reuse: [c]
            leads: [{ role: data-science, name: Ravi Das <ravi@example.com>, verdict: changes, date: 2026-11-18, note: o }]
            options: [{ name: Buy, choice: buy, cost: much, run_by: them, note: p }]
            recommend: Buy
            interested: [e@example.com]
            ---
            ## Solution
            Text.
            """)
        let docket = try folder.folder.load(try #require(day))
        #expect(
            docket.roster
                == Roster(
                    name: "ML Council", timeZone: "Europe/Berlin",
                    chair: Chair(member: Handle("priya"), since: CalendarDay("2026-03-01"), termMonths: 12),
                    nextChair: NextChair(member: Handle("bo"), from: try #require(CalendarDay("2027-03-01"))),
                    members: [
                        Member(
                            handle: Handle("priya"), name: "Priya Raman", email: "priya@example.com",
                            discipline: .dataScience, term: Term(since: CalendarDay("2026-03-01"), months: 24)),
                        Member(
                            handle: Handle("bo"), name: "Bo Berg", term: Term(until: CalendarDay("2028-03-01"))),
                    ],
                    practitioners: [Member(handle: Handle("lena"), name: "Lena Ortiz")],
                    voting: VotingRule(quorum: Fraction(5, 8), majority: .twoThirds, of: .seats, chair: .member),
                    consent: ConsentRule(
                        approvals: 1, upTo: ConsentRule.Limit(500_000, "USD"), kinds: [.technology, .hiring]),
                    interested: ["a@example.com", "B <b@example.com>"],
                    mail: MailSettings(
                        from: "C <c@example.com>", replyTo: "c@example.com", listID: "c.example.com", subject: "[C]",
                        sendmail: "/usr/bin/msmtp", minutesURL: "https://c.example.com/m")))
        #expect(
            docket.agenda
                == Agenda(
                    date: try #require(day), start: "10:00", minutes: 60, place: "Room 5", scribe: Handle("lena"),
                    items: [
                        AgendaItem(id: ItemID("topic:first"), subject: .topic(title: "First", text: "One.\nTwo.")),
                        AgendaItem(
                            id: ItemID("store"), subject: .proposal(id: "store"), minutes: 15,
                            presenter: Handle("priya"), interested: ["d@example.com"]),
                        AgendaItem(id: ItemID("topic:second"), subject: .topic(title: "Second", text: "")),
                    ]))
        #expect(
            docket.proposals == [
                "store": Proposal(
                    id: "store", title: "A store", kind: .technology, pod: "Platform",
                    sponsor: "Wen Li <wen@example.com>",
                    techLeads: [
                        TeamMember(name: "Wen Li", role: .engineer),
                        TeamMember(name: "Lena Ortiz", email: "lena@example.com"),
                    ],
                    blocker: .production,
                    team: [TeamMember(name: "Sam Okafor", role: .dataScientist, email: "sam@example.com")],
                    impact: Impact(value: -4.2e6, unit: "USD/year", note: "n"),
                    cost: Cost(build: 450_000, maintenance: 0.5, unit: "USD", note: "m"),
                    baseline: Baseline(method: "rules", share: 25), thirdParty: "none", engineeringAlone: false,
                    data: ["a"], platform: ["b"], reuse: ["c"],
                    leads: [
                        LeadReview(
                            role: .dataScience, name: "Ravi Das", verdict: .changes, date: CalendarDay("2026-11-18"),
                            note: "o", email: "ravi@example.com")
                    ],
                    options: [TechnologyOption(name: "Buy", choice: .buy, cost: "much", runBy: "them", note: "p")],
                    recommend: "Buy", interested: ["e@example.com"], body: "## Solution\nText.")
            ])
    }

    @Test func anOpeningArrives() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "proposals/prep-time.md",
            "---\ntitle: T\nkind: hiring\ntech_lead: Bo\nopening: { role: ml-engineer, level: L5, count: 2 }\n---\n")
        let proposal = try folder.folder.load(try #require(day)).proposals["prep-time"]
        #expect(proposal?.opening == Opening(role: .mlEngineer, level: "L5", count: 2))
        #expect(proposal?.techLeads == [TeamMember(name: "Bo")])
    }

    @Test func aDraftLoads() throws {
        let folder = try TemporaryFolder()
        try folder.write("proposals/prep-time.md", "---\ntitle: Draft\npod:\nimpact: ~\n---")
        let proposal = try folder.folder.load(try #require(day)).proposals["prep-time"]
        #expect(proposal == Proposal(id: "prep-time", title: "Draft"))
    }

    @Test(arguments: ["1/2", "50%", "50.0 %", "0.5", ".50", "\"1/2\"", "2/4"])
    func quorumIsReadHoweverItIsWritten(_ written: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("council.yaml", TemporaryFolder.council + "\nvoting: { quorum: \(written) }")
        #expect(try folder.folder.load(try #require(day)).roster.voting.quorum == Fraction(1, 2))
    }

    @Test func loadTellsTheFaultsOfAllFilesAtOnce() throws {
        let folder = try TemporaryFolder()
        try folder.write("council.yaml", TemporaryFolder.council + "\nzone: x")
        try folder.write(
            "2026-11-25.yaml", TemporaryFolder.agenda + "\n  - { proposal: prep-time2 }\n  - { proposal: other }")
        try folder.write("proposals/prep-time.md", "no front matter")
        try folder.write("proposals/other.md", "---\ntitle: T\nkind: x\n---")
        let faults = #expect(throws: Faults.self) { try folder.folder.load(try #require(day)) }
        let places = (faults?.faults ?? []).map { "\(($0.file as NSString).lastPathComponent):\($0.line):\($0.column)" }
        #expect(places == ["2026-11-25.yaml:4:17", "council.yaml:9:1", "other.md:3:7", "prep-time.md:1:1"])
    }

    @Test func nobodyIsMissedIfTheCouncilCannotBeRead() throws {
        let folder = try TemporaryFolder()
        for council in ["members: 5", "name: [", "members: [{ name: L }]", "practitioners: 5\nmembers: []"] {
            try folder.write("council.yaml", council)
            #expect(folder.faults([folder.path("2026-11-25.yaml")]) == [])
        }
    }

    @Test func warningsDoNotKeepADocketFromLoading() throws {
        let folder = try TemporaryFolder()
        try folder.write("2026-11-25.yaml", "date: 2026-11-25\nminutes: 1\nitems: [{ topic: T, minutes: 2 }]")
        #expect(folder.faults().count == 1)
        #expect(try folder.folder.load(try #require(day)).agenda.minutes == 1)
    }

    @Test func aMissingAgendaIsAFault() throws {
        let folder = try TemporaryFolder()
        let faults = #expect(throws: Faults.self) { try folder.folder.load(path: folder.path("2026-12-02.yaml")) }
        #expect(
            faults?.description
                == folder.path("2026-12-02.yaml")
                + ":1:1: error: there is no such file; write it, or correct its name where it is used")
    }

    /// People leave the council; the agendas of meetings that are over keep their handles.
    @Test func aPastAgendaMayNameThoseWhoLeft() throws {
        let folder = try TemporaryFolder()
        let items = "scribe: gone\nitems: [{ topic: T, presenter: gone }]\n"
        for day in ["2026-11-19", "2026-11-20"] { try folder.write("\(day).yaml", "date: \(day)\n\(items)") }
        let fault = "error: nobody in council.yaml has the handle `gone`"
        let expected = ["2026-11-20.yaml:2:9: \(fault)", "2026-11-20.yaml:3:32: \(fault)"]
        #expect(folder.faults() == expected)
        #expect(folder.faults([folder.path("2026-11-19.yaml"), folder.path("2026-11-20.yaml")]) == expected)
        let past = try #require(folder.folder.survey().agendas.first)
        #expect(past.scribe == Handle("gone") && past.items.map(\.presenter) == [Handle("gone")])
    }

    @Test func meetingsAreListedByDateAndNotRead() throws {
        let folder = try TemporaryFolder()
        for name in ["2027-01-06.yaml", "2026-12-02.yaml", "notes.yaml", "2026-12-02.yaml~", "2026-13-01.yaml"] {
            try folder.write(name, "\u{0}")
        }
        let meetings = folder.folder.meetings()
        #expect(meetings.map(\.date.description) == ["2026-11-25", "2026-12-02", "2027-01-06"])
        #expect(meetings.first?.path == folder.path("2026-11-25.yaml"))
        #expect(AgendaFolder(path: "/nowhere/at/all").meetings().isEmpty)
    }

    @Test func checkReadsProposalsThatNoAgendaNames() throws {
        let folder = try TemporaryFolder()
        try folder.write("proposals/later.md", "")
        try folder.write("2026-13-01.yaml", "a: b")
        try folder.write("2026-12-02.yml", "a: b")
        #expect(
            folder.faults() == [
                "2026-12-02.yml:1:1: error: an agenda's file is named by its date, such as `2026-11-25.yaml`; rename it",
                "2026-13-01.yaml:1:1: error: an agenda's file is named by its date, such as `2026-11-25.yaml`; rename it",
                "proposals/later.md:1:1: error: the file is empty; write its text, or remove it",
            ])
    }

    @Test func checkTakesFilesAndFolders() throws {
        let folder = try TemporaryFolder()
        try folder.write("proposals/later.md", "x")
        try folder.write("notes.txt", "x")
        let later = "proposals/later.md:1:1: error: there is no front matter"
        func faults(_ names: String...) -> [String] {
            folder.faults(names.map(folder.path)).map { String($0.prefix(later.count)) }
        }
        #expect(faults("council.yaml", "2026-11-25.yaml", "proposals/prep-time.md") == [])
        #expect(faults("proposals/later.md", "proposals/later.md") == [later])
        #expect(faults("proposals") == [later])
        #expect(faults("", "proposals") == [later])
        #expect(folder.faults([folder.url.path()]).count == 1)
        #expect(
            folder.faults(["gone.md", "notes.txt", "proposals/gone.md"].map(folder.path)) == [
                "gone.md:1:1: error: there is no such file; write it, or correct its name where it is used",
                "notes.txt:1:1: error: the name does not say what kind of file this is; call it `council.yaml`, `platform.yaml`, "
                    + "an agenda such as `2026-11-25.yaml`, or a proposal such as `prep-time.md`",
                "proposals/gone.md:1:1: error: there is no such file; write it, or correct its name where it is used",
            ])
    }

    @Test func checkMissesTheCouncilAndTheFolder() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.removeItem(atPath: folder.path("council.yaml"))
        #expect(
            folder.faults() == [
                "council.yaml:1:1: error: there is no such file; write it, or correct its name where it is used"
            ])
        #expect(
            AgendaFolder(path: "/nowhere").check().map(\.description) == [
                "/nowhere/agendas:1:1: error: there is no such folder; `mlreview init` makes a council's, "
                    + "or name the right one with `--dir`"
            ])
    }

    @Test func foldersAndPipesAreRefused() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path("proposals/folder.md"), withIntermediateDirectories: true)
        #expect(mkfifo(folder.path("proposals/pipe.md"), 0o600) == 0)
        #expect(
            folder.faults([folder.path("proposals")]) == [
                "proposals/folder.md:1:1: error: this is a folder; a text file should be here",
                "proposals/pipe.md:1:1: error: this is not a regular file; a text file should be here",
            ])
    }

    @Test(arguments: [
        ([0x61, 0xFF], "1:2: error: byte 0xFF"), ([0x61, 0x0A, 0xC3], "2:1: error: byte 0xC3"),
        ([0xC3, 0xA9, 0xC3, 0x28], "1:2: error: byte 0xC3"), ([0xEF, 0xBF, 0xBD, 0xEF, 0xBF], "1:2: error: byte 0xEF"),
        ([0xED, 0xA0, 0x80], "1:1: error: byte 0xED"), ([0xC0, 0x80], "1:1: error: byte 0xC0"),
        ([0xFF, 0xFE, 0x61, 0x00], "1:1: error: byte 0xFF"), ([0xEF, 0xBB, 0xBF, 0x61, 0x80], "1:2: error: byte 0x80"),
    ])
    func theFirstByteThatIsNotTextIsFound(_ bytes: [UInt8], _ fault: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("council.yaml", bytes: bytes)
        #expect(
            folder.faults([folder.path("council.yaml")]) == [
                "council.yaml:\(fault) is not UTF-8; save the file as UTF-8"
            ])
    }

    @Test func anyChangeOfAFileIsNoticed() throws {
        let folder = try TemporaryFolder()
        let fingerprint = try folder.folder.read(try #require(day)).fingerprint
        #expect(folder.folder.isCurrent(fingerprint))
        try folder.write("proposals/other.md", "Nobody asked for this one.")
        #expect(folder.folder.isCurrent(fingerprint))
        try folder.write("proposals/prep-time.md", TemporaryFolder.proposal + " ")
        #expect(
            folder.folder.fingerprint(like: fingerprint).differences(from: fingerprint) == ["proposals/prep-time.md"])
        try folder.write("proposals/prep-time.md", TemporaryFolder.proposal)
        #expect(folder.folder.isCurrent(fingerprint))
        try FileManager.default.removeItem(atPath: folder.path("council.yaml"))
        #expect(!folder.folder.isCurrent(fingerprint))
    }
}
