import Foundation
import Testing

@testable import Council

/// What holds in any half-year. `COUNCIL_SEED=N` plays the half-years of a failure again; `COUNCIL_HALF_YEARS=N` plays so
/// many, as `.ci/run` does with ten thousand.
@Suite struct RandomHalfYearTests {
    static let halfYears = ProcessInfo.processInfo.environment["COUNCIL_HALF_YEARS"].flatMap { Int($0) } ?? 1_200
    static let parts = 4

    @Test("Random half-years", arguments: 0..<parts)
    func randomHalfYears(part: Int) {
        let seed = SeededGenerator.seed
        if part == 0 { print("random half-years: COUNCIL_SEED=\(seed)") }
        var seen = HalfYearCheck.Seen()
        for number in stride(from: part, to: Self.halfYears, by: Self.parts) {
            var check = HalfYearCheck(RandomHalfYear(seed: seed &+ UInt64(number) &* 1_000_003), seen: seen)
            check.play(byHand: number / Self.parts % 20 == 0 ? 0 : 85)
            seen = check.seen
            guard check.faults.isEmpty else {
                Issue.record("COUNCIL_SEED=\(seed), half-year \(number): \(check.faults.joined(separator: "\n"))")
                return
            }
        }
        // A property that was never put to the test proves nothing.
        #expect(seen.claims == ["undecided", "deferred", "approved", "ready", "on"])
        let least = Self.halfYears / 200
        #expect(seen.full > least && seen.elsewhere > least && seen.waits > 10 * least && seen.outcomes > least)
        #expect(seen.skipped > least && seen.again > least && seen.closed > 10 * least)
        #expect(seen.lane > least && seen.noLane > least && seen.stale > least && seen.promises > 10 * least)
        print("random half-years, part \(part): \(seen)")
    }
}

/// One half-year, watched.
struct HalfYearCheck {
    /// What the half-years had in them.
    struct Seen {
        /// The first words of why items were on an agenda.
        var claims: Set<Substring> = []
        var (full, elsewhere, waits, outcomes) = (0, 0, 0, 0)
        var (skipped, again, closed) = (0, 0, 0)
        var (lane, noLane, stale, promises) = (0, 0, 0, 0)
    }

    private var year: RandomHalfYear
    private(set) var faults: [String] = []
    private(set) var seen: Seen

    init(_ year: RandomHalfYear, seen: Seen) {
        self.year = year
        self.seen = seen
    }

    private mutating func expect(_ isTrue: Bool, _ fault: @autoclosure () -> String) {
        if !isTrue { faults.append("\(year.day): \(fault())") }
    }

    /// - Parameter percent: In how many weeks the agenda is written by hand, so that nothing is planned.
    mutating func play(byHand percent: Int) {
        for _ in 0..<RandomHalfYear.weeks where faults.isEmpty {
            year.nextWeek()
            if year.random.chance(percent) {
                year.hold(year.agendaByHand())
                continue
            }
            let library = year.library()
            check(year.promises, library)
            let ahead = year.random.chance(20) ? 7 : 0
            let date = CalendarDay(daysSinceEpoch: year.day.daysSinceEpoch + ahead)
            let plan = library.plan(for: date, on: year.day, minutes: year.random.pick([15, 45, 75]))
            check(plan, library)
            year.write(plan)
            guard ahead == 0, let agenda = year.agendas.first(where: { $0.date == date }) else { continue }
            if year.random.chance(92) { year.hold(agenda) } else { seen.skipped += 1 }
        }
    }

    private mutating func check(_ plan: AgendaPlan, _ library: Library) {
        let all = plan.items.map(\.item.id) + plan.left.map(\.id)
        expect(Set(all).count == all.count, "twice:\n\(plan.told)")
        checkAgainstOracle(plan, on: year.day)
        if year.random.chance(20) { checkAgain(plan) }
        checkTime(of: plan)
        for item in plan.items { check(item, on: plan.date, library) }
        for item in plan.left {
            switch item.reason {
            case .full: seen.full += 1
            case .elsewhere: seen.elsewhere += 1
            case .waits: seen.waits += 1
            case .outcome: seen.outcomes += 1
            }
            expect(!item.why.isEmpty, "no reason: \(item)")
        }
        if year.random.chance(20) { checkChanges(to: plan, library) }
        guard year.random.chance(5) else { return }
        // Nothing is closed by age.
        let later = year.day.adding(months: 120)
        checkAgainstOracle(library.plan(for: later, on: later, minutes: plan.minutes), on: later)
    }

    private mutating func checkAgainstOracle(_ plan: AgendaPlan, on today: CalendarDay) {
        let oracle = OpenItems(year, for: plan.date, on: today)
        let all = Set(plan.items.map(\.item.id) + plan.left.map(\.id))
        seen.closed += oracle.closed
        expect(oracle.open.isSubset(of: all), "lost \(oracle.open.subtracting(all)):\n\(plan.told)")
        expect(all.isSubset(of: oracle.open), "closed, and there: \(all.subtracting(oracle.open)):\n\(plan.told)")
    }

    private mutating func checkAgain(_ plan: AgendaPlan) {
        let again = year.library().plan(for: plan.date, on: year.day, minutes: plan.minutes)
        expect(plan == again, "made twice, it differs:\n\(plan.told)\n\(again.told)")
    }

    private mutating func checkTime(of plan: AgendaPlan) {
        let boxes = plan.items.compactMap(\.item.minutes)
        let free = plan.minutes - AgendaPlan.slack - boxes.reduce(0, +)
        expect(boxes.count == plan.items.count && free >= 0, "too few minutes:\n\(plan.told)")
    }

    private mutating func check(_ planned: AgendaPlan.Item, on date: CalendarDay, _ library: Library) {
        let item = planned.item
        let last = library.hearings(of: item.id).last
        if let last { expect(item.continues == last.date, "\(item.id) does not go on with \(last.date)") }
        if let verdict = last?.verdict, verdict != .defer, verdict != .revise {
            expect(
                item.again != nil || item.isForOutcome || item.isTopic,
                "\(item.id) was decided, and comes back without a reason")
            if item.again != nil || item.isForOutcome { seen.again += 1 }
        }
        // A person may have put it on an agenda before its day.
        if let until = last?.item.decision?.until, !planned.why.hasPrefix("on the agenda") {
            expect(until <= date, "\(item.id) comes before \(until)")
        }
        if case .proposal(let id) = item.subject { expect(year.drafts[id] != nil, "\(id) has no file") }
        if let word = planned.why.split(whereSeparator: { !$0.isLetter }).first { seen.claims.insert(word) }
        checkLane(planned, on: date)
    }

    /// Every action that was assigned is open or was closed by a word, and comes before the next meeting as long as
    /// it is open.
    private mutating func check(_ promises: RandomPromises, _ library: Library) {
        let open = library.openActions(on: year.day).flatMap(\.actions)
        seen.promises += open.count
        let truth = promises.open
        expect(open.count == truth.count, "actions: \(open.map(\.reference)), in truth \(truth.keys.sorted())")
        for action in open { expect(truth[action.reference] == .some(action.due), "\(action.reference): \(truth)") }
        let recalled = library.recall(for: year.day).actions.map(\.reference)
        expect(Set(recalled).count == recalled.count, "recalled twice: \(recalled)")
        let due = truth.keys.filter { $0.meeting < year.day }
        expect(Set(due).isSubset(of: recalled), "not recalled: \(due), \(recalled)")
    }

    /// An item is announced for the consent lane if nothing but approvals keeps it out.
    private mutating func checkLane(_ planned: AgendaPlan.Item, on date: CalendarDay) {
        let isAnnounced = planned.why.contains("consent lane: needs ")
        guard let rule = year.consent, let proposal = year.drafts[planned.item.id.rawValue]?.proposal else {
            return expect(!isAnnounced, "there is no consent lane for \(planned)")
        }
        let debates = [planned.item.id.rawValue, proposal.revises].compactMap { id in
            year.history.filter { $0.date < date }.sorted { $0.date < $1.date }.compactMap { meeting in
                meeting.items.first { item in
                    item.id.rawValue == id && (!item.notes.isEmpty || item.seconds != nil || item.decision != nil)
                        && !(item.notes.isEmpty && item.decision?.verdict == .defer)
                }
            }.last
        }
        let isCheap = proposal.cost.map { cost in
            rule.upTo.map { $0.unit == cost.unit && (cost.build ?? 0) <= $0.value } ?? true
        }
        let isOften = planned.why.contains("say under `again`")
        let fits =
            rule.kinds.contains(proposal.kind) && Charter.gate(proposal).isEmpty && isCheap != false
            && !planned.item.isForOutcome && planned.item.again == nil && !isOften
            && debates.first?.openConcerns.isEmpty != false
        expect(isAnnounced == fits, "consent lane: \(planned), \(proposal)")
        if fits { seen.lane += 1 } else { seen.noLane += 1 }
        if !proposal.leads.allSatisfy({ proposal.changes(since: $0).isEmpty }) { seen.stale += 1 }
    }

    /// An agenda that is as it was planned has not changed, and one that lacks an item is told so.
    private mutating func checkChanges(to plan: AgendaPlan, _ library: Library) {
        let items = plan.items.map(\.item)
        let same = library.changes(to: Agenda(date: plan.date, minutes: plan.minutes, items: items), on: year.day)
        expect(same.missing.isEmpty && same.settled.isEmpty && same.left.count == plan.left.count, "changed: \(same)")
        guard let dropped = items.randomElement(using: &year.random) else { return }
        let rest = items.filter { $0.id != dropped.id }
        let found = library.changes(to: Agenda(date: plan.date, minutes: plan.minutes, items: rest), on: year.day)
        let all = rest.map(\.id) + found.missing.map(\.item.id) + found.left.map(\.id)
        expect(Set(all).count == all.count && all.count == items.count + plan.left.count, "not all there: \(found)")
        let boxes = (rest + found.missing.map(\.item)).compactMap(\.minutes).reduce(0, +)
        expect(boxes <= plan.minutes - AgendaPlan.slack, "too much is missing: \(found)")
    }
}
