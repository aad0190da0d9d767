@testable import Council
import Foundation
import Testing

@testable import Ledger

/// Acts and dates that tests record.
enum Samples {
    static let day = day("2026-11-25")
    static let moment = Date(timeIntervalSince1970: 1_795_630_443.217)

    static func day(_ text: String) -> CalendarDay { CalendarDay(text)! }

    static func note(_ number: Int, _ text: String = "the holdout is three cities only") -> Act {
        .noted(.init(item: "prep-time", number: number, speaker: "lena", kind: .concern, text: text))
    }

    static func entries(_ acts: [Act], at moment: Date = moment, from number: Int) -> [Entry] {
        acts.enumerated().map {
            Entry(number: number + $0.offset, at: moment, act: $0.element, request: submission.id)
        }
    }

    static let submission = Submission(.note(speaker: nil, kind: .plain, text: "said"), at: moment)

    /// An error that may be over soon.
    static let full = LedgerError(LedgerError.Cause(rawValue: "full"), "no space left", .passing)

    static let docket = Docket(
        roster: Roster(
            name: "ML Council",
            chair: Chair(member: "priya", since: day("2026-03-01"), termMonths: 12),
            members: [
                Member(handle: "priya", name: "Priya Raman", email: "priya@example.com", discipline: .engineering),
                Member(handle: "tomas", name: "Tomás Vidal", discipline: .dataScience),
            ]),
        agenda: Agenda(
            date: day, start: "10:00", minutes: 60, scribe: "tomas",
            items: [
                AgendaItem(id: "prep-time", subject: .proposal(id: "prep-time"), minutes: 15),
                AgendaItem(id: "topic-1", subject: .topic(title: "Rotation", text: "The term *ends*.\n")),
            ]),
        proposals: [
            "prep-time": Proposal(
                id: "prep-time", title: "Dispatch by predicted prep time",
                impact: Impact(value: 4_200_000.5, unit: "USD/year"), body: "## Business problem\nWait “4.1” min\u{0}\n"
            )
        ])

    static let ballots = [
        Ballot(who: "priya", choice: .yes), Ballot(who: "tomas", choice: .recuse, reason: "wrote it; 'quoted'"),
    ]

    /// Every case of `Act`, and those whose values may be missing both ways.
    static let acts: [Act] = [
        .docket(docket),
        .rolled(.init(who: "priya", presence: .present)),
        .rolled(.init(who: "tomas", presence: .remote)),
        .opened,
        .chaired(.init(who: "tomas", reason: "Priya is away")),
        .went(.init(item: "prep-time")),
        note(1),
        .noted(.init(item: "prep-time", number: 2, speaker: nil, kind: .private, text: "日本語 🏳️‍🌈\nsecond line")),
        .noted(.init(item: "prep-time", number: 3, speaker: nil, kind: .plain, text: "")),
        .noted(.init(item: "prep-time", number: 4, speaker: nil, kind: .data, text: "before\u{0}after")),
        .reworded(.init(item: "prep-time", number: 1, text: "four cities")),
        .corrected(.init(item: "prep-time", number: 1, change: .speaker(is: "priya"))),
        .corrected(.init(item: "prep-time", number: 1, change: .speaker(is: nil))),
        .corrected(.init(item: "prep-time", number: 1, change: .kind(is: .concern))),
        .corrected(.init(item: "prep-time", number: 1, change: .item(is: "rota", number: 2))),
        .revised(.init(action: ActionItem(number: 1, item: nil, owner: "priya", due: nil, text: "look again"))),
        .struck(.init(item: "prep-time", number: 2)),
        .resolved(.init(item: "prep-time", number: 1, reason: "a longer holdout")),
        .resolved(.init(item: "prep-time", number: 1, reason: nil)),
        .moved(.init(item: "prep-time", motion: 1, question: .amendment(number: 2), order: ["tomas", "priya"])),
        .balloted(.init(motion: 1, ballot: ballots[0])),
        .balloted(.init(motion: 1, ballot: ballots[1])),
        .tallied(
            .init(
                motion: 1,
                tally: Tally(
                    rule: VotingRule(), seats: 2, inRoom: 2, eligible: ["priya"], ballots: ballots, votingSeats: 2))),
        .escalated(.init(motion: 1, reason: "the council disagrees")),
        .ruled(
            .init(
                motion: 1,
                ruling: Ruling(
                    answer: .yes, reason: "worth it", by: "priya", isActing: false, earlierBallot: .no, cause: .tie))),
        .amended(
            .init(
                item: "prep-time",
                amendment: Amendment(
                    number: 1, field: .costBuild, before: "450000", after: "500000", reason: "more cities")
            )),
        .decided(
            .init(
                item: "prep-time",
                decision: Decision(
                    verdict: .defer, until: day("2026-12-02"), reason: "data", basis: .ruling(motion: 1),
                    amendments: [1],
                    overConcerns: [1],
                    overriddenGate: [Finding(.gate, .review, field: "cost", "no build cost is given")]))),
        .assigned(
            .init(
                action: ActionItem(number: 1, item: "prep-time", owner: "lena", due: day("2026-12-01"), text: "ask"))),
        .finished(.init(action: 1)),
        .clocked(.init(item: "prep-time", change: .add(minutes: 5))),
        .closed(.init(gaps: [Gap(kind: .undecided, item: "topic-1", sentence: "no decision")])),
        .reopened(.init(reason: "a typing error")),
        .undone(.init(entry: 24)),
        .redone(.init(entry: 24)),
    ]
}

extension Handle: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}

extension ItemID: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}

extension Ledger {
    /// Appends entries, all or none.
    @discardableResult
    func append(
        _ entries: [Entry], to date: CalendarDay = Samples.day, clearingDraft key: DraftKey? = nil
    ) throws(LedgerError) -> [SealedEntry] {
        try append(try Batch(entries, of: date, ActCoder()), clearingDraft: key)
    }

    /// Appends acts of one request behind whatever is there.
    @discardableResult
    func append(_ acts: Act..., to date: CalendarDay = Samples.day) throws(LedgerError) -> [Entry] {
        let next = try rows(of: date, after: 0).count + 1
        return try append(acts, to: date, expecting: next)
    }

    /// Appends acts of one request, the first as entry `nextNumber`.
    ///
    /// - Returns: the entries as the ledger has them.
    @discardableResult
    func append(
        _ acts: [Act], at moment: Date = Samples.moment, to date: CalendarDay = Samples.day, expecting nextNumber: Int,
        clearingDraft key: DraftKey? = nil
    ) throws(LedgerError) -> [Entry] {
        let request = UUID()
        let entries = acts.enumerated().map {
            Entry(number: nextNumber + $0.offset, at: moment, act: $0.element, request: request)
        }
        return try MeetingLog(
            try append(entries, to: date, clearingDraft: key), of: date, after: nextNumber - 1, in: name
        ).entries
    }

    func draft(_ key: DraftKey, of date: CalendarDay = Samples.day) throws(LedgerError) -> String? {
        try drafts(of: date)[key]
    }

    /// The lease on a meeting; nil if another terminal has it.
    func lease(on date: CalendarDay = Samples.day) throws -> (any Lease)? {
        guard case .held(let lease) = try takeLease(for: date, at: Samples.moment) else { return nil }
        return lease
    }

    /// A session that holds the lease.
    func session() throws -> Session {
        guard let lease = try lease() else { throw LedgerError.busy(name) }
        return Session(self, lease: lease, log: try log(of: Samples.day))
    }
}

/// The error that `body` throws; nil if it throws none.
func failure(of body: () throws(LedgerError) -> some Any) -> LedgerError? {
    do {
        _ = try body()
        return nil
    } catch {
        return error
    }
}
