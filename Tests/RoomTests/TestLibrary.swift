import Council
import Foundation
import Screen
import Testing

@testable import Room

/// A few weeks of the council of the tests: proposals at several stages, decisions, promises and an agenda to come.
enum TestLibrary {
    static let today = TestHall.day

    static func reading(complaints: [String] = []) -> LibraryReading {
        LibraryReading(library(), today: today, complaints: complaints)
    }

    static func library(
        drafts more: [Proposal] = [], history: [HeldMeeting] = [first, second],
        platform: [PlatformPart] = []
    ) -> Library {
        Library(
            roster: TestHall.roster,
            drafts: ([TestHall.prepTime, TestHall.bare, TestHall.wide, waiting] + more).map { Library.Draft($0) },
            agendas: [TestHall.docket().agenda, Agenda(date: day("2026-12-02"), minutes: 60, items: [])],
            history: history, platform: PlatformBook(platform))
    }

    static func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

    /// It has waited for a lead for a long time.
    private static let waiting: Proposal = {
        var proposal = TestHall.prepTime
        (proposal.id, proposal.title, proposal.pod) = ("courier-heat", "Heat maps for couriers", "Dispatch")
        proposal.impact = Impact(value: 300_000, unit: "USD/year")
        proposal.reuse = ["feature-store"]
        proposal.leads = [
            LeadReview(role: .product, name: "Kim Park", verdict: .approved, date: day("2026-10-30")),
            LeadReview(role: .engineering, name: "Ola Berg", verdict: .approved, date: day("2026-11-04")),
        ]
        return proposal
    }()

    private static let lena = HeldPerson(name: "Lena Ortiz", handle: Handle("lena"))

    static let first = HeldMeeting(
        date: day("2026-11-11"), openedAt: TestHall.start, closedAt: TestHall.start + 58 * 60, minutes: 60,
        items: [
            HeldItem(
                id: ItemID("eta-v3"), number: 1, title: "Arrival times, third model", proposal: eta, seconds: 900,
                box: 15,
                notes: [
                    HeldNote(number: 1, speaker: lena, kind: .concern, text: "The test ran in one city."),
                    HeldNote(number: 2, text: "Shadow mode from Monday."),
                ],
                votes: [
                    HeldVote(
                        number: 1, question: "The proposal", outcome: .carried, tally: "4–2, 6 of 7 present: carried",
                        yes: 4, no: 2,
                        ballots: [
                            HeldBallot(who: HeldPerson(name: "Bo Håkansson"), choice: .yes),
                            HeldBallot(who: HeldPerson(name: "Wen Li"), choice: .no),
                        ])
                ],
                decision: HeldDecision(
                    verdict: .approve, spoken: "approved", reason: "The gain is worth the pager.",
                    basis: "carried 4–2, 6 of 7 present (vote 1)", overConcerns: [1])),
            HeldItem(
                id: ItemID("topic:chair-rotation"), number: 2, title: "Chair rotation", text: "Who is next?",
                seconds: 300),
        ],
        actions: [
            HeldAction(
                reference: ActionReference(meeting: day("2026-11-11"), number: 1), owner: lena, due: day("2026-11-20"),
                text: "Measure the second city.", item: ItemID("eta-v3"), itemTitle: "Arrival times, third model"),
            HeldAction(
                reference: ActionReference(meeting: day("2026-11-11"), number: 2), owner: nil, due: nil,
                text: "Ask who wants to be chair."),
        ])

    private static let eta: Proposal = {
        var proposal = TestHall.prepTime
        (proposal.id, proposal.title, proposal.pod) = ("eta-v3", "Arrival times, third model", "Search")
        return proposal
    }()

    static let second = HeldMeeting(
        date: day("2026-11-18"), openedAt: TestHall.start, closedAt: TestHall.start + 31 * 60, minutes: 60,
        items: [
            HeldItem(
                id: ItemID("bare"), number: 1, title: "Promotions by uplift", proposal: TestHall.bare, digest: "",
                seconds: 600,
                notes: [HeldNote(number: 1, speaker: lena, kind: .concern, text: "The holdout is short.")],
                decision: HeldDecision(
                    verdict: .revise, spoken: "sent back for revision", reason: "A holdout of six weeks.",
                    basis: "by consensus, no vote was asked for", overConcerns: [1]))
        ],
        actions: [
            HeldAction(
                reference: ActionReference(meeting: day("2026-11-18"), number: 1),
                owner: HeldPerson(name: "Tomás Vidal", handle: Handle("tomas")), due: day("2026-12-09"),
                text: "Write down the power of the holdout.", item: ItemID("bare"), itemTitle: "Promotions by uplift")
        ])
}

extension Desk {
    /// Opens the library, and has it read.
    mutating func openLibrary(_ reading: LibraryReading = TestLibrary.reading()) {
        press("L")
        send(.library(.success(reading)))
        // The meeting takes in what earlier ones left open.
        send(.recorded(recorded.count))
    }

    /// A meeting with the library in front.
    static func library(_ size: Size = Size(rows: 24, columns: 120)) throws -> Desk {
        var desk = try Desk(Desk.opened, size: size)
        desk.openLibrary()
        return desk
    }

    func libraryScreen() throws -> LibraryScreen { try #require(front as? LibraryScreen) }

    /// What the row of the library stands for that keys act on.
    func libraryKey() throws -> String { try #require(libraryScreen().row(in: room)).key }

    /// The row that keys act on, as it is shown.
    var selectedRow: String? {
        text.split(separator: "\n").first { $0.hasPrefix("▸") }.map { String($0.dropFirst(2)) }
    }
}
