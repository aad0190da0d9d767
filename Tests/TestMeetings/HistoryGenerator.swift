import Council
import Foundation

/// Makes up the weeks of a council, the same ones for the same seed: what is deferred comes again, what is sent back
/// comes as another proposal, and some of what was approved comes with its outcome.
package struct HistoryGenerator: Sendable {
    var random: SeededGenerator
    let text: MadeUpText
    let proposalsEach: Int
    let notesEach: Int
    private var day: CalendarDay
    private var count = 0
    /// What has to come before the council again, and from which day on.
    private var waiting: [(due: CalendarDay, from: CalendarDay, proposal: Proposal)] = []

    /// - Parameters:
    ///   - first: the day of the first meeting; the others follow week by week.
    ///   - proposals: how many each meeting hears.
    ///   - notes: how many are taken of each, on average.
    package init(
        seed: UInt64, first: CalendarDay = CalendarDay(daysSinceEpoch: 20_782), proposals: Int = 20, notes: Int = 5
    ) {
        random = SeededGenerator(seed: seed)
        text = MadeUpText(seed: seed)
        day = first
        proposalsEach = proposals
        notesEach = notes
    }

    /// Holds so many meetings.
    package mutating func meetings(_ count: Int) -> [Journal] { (0..<count).map { _ in next() } }

    /// Proposals that no meeting has heard.
    package mutating func drafts(_ count: Int) -> [Proposal] { (0..<count).map { _ in newProposal() } }

    /// Holds the next week's meeting.
    package mutating func next() -> Journal {
        let docket = docket()
        var meeting = MadeUpMeeting(docket: docket, random: random, text: text, notes: notesEach)
        meeting.hold()
        random = meeting.random
        for item in meeting.journal.meeting.items { keep(item, of: meeting.journal.meeting) }
        day = CalendarDay(daysSinceEpoch: day.daysSinceEpoch + 7)
        return meeting.journal
    }

    private mutating func keep(_ item: Item, of meeting: Meeting) {
        guard var proposal = meeting.baseProposal(of: item) else { return }
        let weeks: Int
        switch item.decision?.verdict {
        case nil: weeks = 1
        case .defer: weeks = random.number(1...4)
        case .revise:
            weeks = random.number(2...6)
            let old = proposal.id
            count += 1
            proposal.id = "\(old.prefix { $0 != "." }).\(count)"
            proposal.revises = old
        case .approve where proposal.outcome == nil && random.chance(20):
            weeks = 26
            let on = CalendarDay(daysSinceEpoch: day.daysSinceEpoch + weeks * 7 - 3)
            let share = Double(random.number(20...140)) / 100
            proposal.outcome = proposal.impact.map {
                MeasuredOutcome(on: on, value: $0.value * share, unit: $0.unit, note: text.sentence(&random))
            }
        case .approve, .reject, .withdraw, .noted, .confirmed, .changed, .stopped: return
        }
        waiting.append((CalendarDay(daysSinceEpoch: day.daysSinceEpoch + weeks * 7), day, proposal))
    }

    private mutating func docket() -> Docket {
        var proposals: [String: Proposal] = [:]
        var items: [AgendaItem] = []
        while proposals.count < proposalsEach {
            // Room for what is new stays.
            let next = proposals.count < proposalsEach / 2 ? waiting.firstIndex { $0.due <= day } : nil
            let again = next.map { waiting.remove(at: $0) }
            let proposal = again?.proposal ?? newProposal()
            proposals[proposal.id] = proposal
            items.append(
                AgendaItem(
                    id: ItemID(proposal.id), subject: .proposal(id: proposal.id),
                    minutes: random.chance(90) ? random.number(5...20) : nil,
                    presenter: random.chance(90) ? random.pick(Roster.sample.everybody).handle : nil,
                    continues: again?.from, again: random.chance(10) ? text.sentence(&random) : nil,
                    purpose: proposal.outcome == nil ? nil : .outcome))
        }
        if random.chance(30) {
            items.append(
                AgendaItem(
                    id: ItemID("topic-1"),
                    subject: .topic(
                        title: text.words(2...4, &random).joined(separator: " "),
                        text: random.chance(80) ? "# A\n\n- **\(text.sentence(&random))**\n- <b>b</b>" : ""),
                    minutes: 5))
        }
        let digests = proposals.keys.sorted().map { ($0, hexadecimal()) }
        return Docket(
            roster: .sample, agenda: Agenda(date: day, start: "10:00", minutes: 300, scribe: "tomas", items: items),
            proposals: proposals, digests: random.chance(80) ? Dictionary(digests) { first, _ in first } : nil)
    }

    private mutating func hexadecimal() -> String {
        (0..<8).map { _ in
            let digits = String(UInt32.random(in: 0 ... .max, using: &random), radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    private mutating func newProposal() -> Proposal {
        count += 1
        let words = text.words(2...4, &random)
        return madeUpProposal(id: "\(words.joined(separator: "-"))-\(count)", title: words.joined(separator: " "))
    }
}
