import Council
import Foundation
import Screen

@testable import Room

/// The council of the tests: seven seats, the chair's first, so that six vote and a tie is likely.
enum TestHall {
    static let day = CalendarDay("2026-11-25")!
    /// 10:00 in the council's zone.
    static let start = Date(timeIntervalSince1970: 1_795_600_800)

    static let roster = Roster(
        name: "ML Council", chair: Chair(member: Handle("priya"), since: CalendarDay("2026-03-01"), termMonths: 12),
        members: [
            Member(handle: Handle("priya"), name: "Priya Raman", discipline: .engineering),
            Member(handle: Handle("tomas"), name: "Tomás Vidal", discipline: .dataScience),
            Member(handle: Handle("wen"), name: "Wen Li", discipline: .infrastructure),
            Member(handle: Handle("bo"), name: "Bo Håkansson", discipline: .engineering),
            Member(handle: Handle("mei"), name: "陳美玲 (Mei Chen)", discipline: .dataScience),
            Member(handle: Handle("ana"), name: "Anaïs Lefèvre", discipline: .infrastructure),
            Member(handle: Handle("raj"), name: "Raj Das", discipline: .engineering),
        ],
        practitioners: [
            Member(handle: Handle("lena"), name: "Lena Ortiz", discipline: .engineering),
            Member(handle: Handle("linh"), name: "Linh Nguyễn", discipline: .dataScience),
        ])

    /// The same council, whose chair votes like any member.
    static let rosterWithVotingChair = Roster(
        name: roster.name, chair: roster.chair, members: roster.members, practitioners: roster.practitioners,
        voting: VotingRule(chair: .member))

    /// The same council with a consent lane of three approvals.
    static let rosterWithLane = Roster(
        name: roster.name, chair: roster.chair, members: roster.members, practitioners: roster.practitioners,
        consent: ConsentRule(approvals: 3, upTo: ConsentRule.Limit(500_000, "USD"), kinds: [.application]))

    /// Items 1 and 3 have what they need, item 2 has not.
    static let docketWithLane = Docket(
        roster: rosterWithLane, agenda: docket().agenda, proposals: docket().proposals,
        consent: Dictionary(
            uniqueKeysWithValues: ["tomas", "wen", "ana"].map { name in
                let words = ["prep-time", "wide", "bare"].dropLast(name == "ana" ? 1 : 0).map { item in
                    ConsentWord(meeting: day, item: ItemID(item), word: .approve, on: day)
                }
                return (Handle(name), words)
            }))

    /// What earlier weeks know if there was none.
    static let library = LibraryReading(Library(roster: rosterWithLane, drafts: []), today: day)

    /// A proposal without findings, one that the gate stops, one with a long and wide title, and a topic.
    static let items = [
        AgendaItem(
            id: ItemID("prep-time"), subject: .proposal(id: "prep-time"), minutes: 15, presenter: Handle("lena")),
        AgendaItem(id: ItemID("bare"), subject: .proposal(id: "bare"), minutes: 10),
        AgendaItem(id: ItemID("wide"), subject: .proposal(id: "wide")),
        AgendaItem(
            id: ItemID("topic-1"), subject: .topic(title: "Chair rotation", text: "The term ends in **March**."),
            minutes: 5, presenter: Handle("priya")),
    ]

    static func docket(roster: Roster = roster, items: [AgendaItem] = items) -> Docket {
        Docket(
            roster: roster, agenda: Agenda(date: day, start: "10:00", minutes: 60, items: items),
            proposals: Dictionary(uniqueKeysWithValues: [prepTime, bare, wide].map { ($0.id, $0) }))
    }

    static let prepTime = Proposal(
        id: "prep-time", title: "Dispatch by predicted prep time", pod: "Dispatch",
        sponsor: "Lena Ortiz <lena@example.com>", techLeads: [TeamMember(name: "Lena Ortiz", role: .mlEngineer)],
        blocker: .production,
        team: [
            TeamMember(name: "Lena Ortiz", role: .mlEngineer), TeamMember(name: "Sam Okafor", role: .dataScientist),
        ],
        impact: Impact(value: 4_200_000, unit: "USD/year"),
        cost: Cost(build: 450_000, maintenance: 150_000, unit: "USD"),
        baseline: Baseline(method: "oldest order first", share: 25), thirdParty: "none under 20 ms",
        engineeringAlone: false, data: ["orders"], platform: ["feature-store"], leads: approvals,
        body: """
            ## Business problem
            Couriers wait **4.1 minutes** at the store, and *nobody* knows why; see [the log](https://example.com/log).

            | Store type | Orders/week | Mean wait |
            | :--- | ---: | ---: |
            | Fast food chain | 512,000 | 2.7 min |
            | 寿司 and shops 🍣 | 181,000 | 4.9 min |

            ## Solution
            1. Predict the time that the kitchen needs.
            2. Offer the order `prep - drive` minutes later:
               - in shadow mode first;
               - then a city at a time.

            > The dispatcher stays as it is.

            ```
            offer(order, at: ready - drive)
            ```
            """)

    static let bare: Proposal = {
        var proposal = prepTime
        proposal.id = "bare"
        proposal.title = "Promotions by uplift"
        proposal.pod = "Marketing"
        proposal.cost = nil
        proposal.techLeads = [TeamMember(name: "Emre Yıldız", role: .mlEngineer)]
        proposal.blocker = .statistical
        proposal.leads[2] = LeadReview(role: .dataScience, verdict: .changes, note: "holdout too short")
        return proposal
    }()

    static let wide: Proposal = {
        var proposal = prepTime
        proposal.id = "wide"
        proposal.title = "注文の検索を書き換える: query rewriting for every market that writes without spaces 🇯🇵👩‍👩‍👧‍👦"
        proposal.pod = "検索"
        proposal.body = """
            ## Business problem
            検索語は空白なしで書かれるので、現在の索引では一致しません。 Search finds nothing for 12 % of the queries.

            ## Solution
            A rewriting model 🧠 between the query and the index: 「寿司」 → “sushi”, café → cafe\u{301}.
            """
        return proposal
    }()

    static let approvals = [LeadReview.Role.product, .engineering, .dataScience, .analytics].map {
        LeadReview(role: $0, verdict: .approved)
    }
}
