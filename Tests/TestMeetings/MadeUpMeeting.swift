import Council
import Foundation

/// A meeting of a made-up history, from the roll to the closing and sometimes a correction. What the rules refuse is not
/// done.
struct MadeUpMeeting {
    private(set) var journal: Journal
    var random: SeededGenerator
    private let text: MadeUpText
    private let notes: Int
    private var now: Date

    init(docket: Docket, random: SeededGenerator, text: MadeUpText, notes: Int) {
        self.random = random
        self.text = text
        self.notes = notes
        now = Date(timeIntervalSince1970: Double(docket.agenda.date.daysSinceEpoch * 86_400 + 18 * 3600))
        journal = Journal(docket: docket)
        journal.append(Entry(number: 1, at: now, act: .docket(docket)))
    }

    mutating func hold() {
        for member in journal.meeting.roster.everybody {
            ask(.roll(who: member.handle, presence: random.pick([.present, .present, .remote, .remote, .absent])))
        }
        ask(.open)
        for number in 1...journal.meeting.items.count where random.chance(97) { hear(number) }
        if random.chance(20) { ask(.action(owner: nil, due: nil, text: text.sentence(&random))) }
        ask(.close)
        if random.chance(10) { correct() }
    }

    /// - Returns: whether the rules allowed it.
    @discardableResult
    private mutating func ask(_ request: Request) -> Bool {
        now += Double(random.number(1...60_000)) / 1000
        guard let acts = try? journal.consider(request, at: now) else { return false }
        for act in acts { journal.append(Entry(number: journal.nextNumber, at: now, act: act)) }
        return true
    }

    private mutating func hear(_ number: Int) {
        ask(.go(.item(number)))
        for _ in 0..<random.number(max(0, notes - 2)...notes + 2) { say() }
        if random.chance(15) { amend() }
        if random.chance(70) { vote() }
        if random.chance(95) { decide() }
        if random.chance(40) { promise() }
    }

    private mutating func say() {
        let speaker = random.chance(4) ? Handle("guest") : random.pick(journal.meeting.roster.everybody).handle
        let kind = random.chance(50) ? .plain : random.pick(Note.Kind.allCases)
        let words = random.chance(8) ? "\(text.sentence(&random))\n\n\(text.sentence(&random))" : text.sentence(&random)
        ask(
            .note(
                speaker: random.chance(95) ? speaker : nil, kind: kind,
                text: kind == .private ? "SECRET \(words)" : words))
        guard let last = journal.meeting.current?.notes.last else { return }
        if random.chance(3) {
            ask(.strike(note: NoteReference(last.number)))
        } else if kind == .concern, random.chance(50) {
            ask(.resolve(note: NoteReference(last.number), reason: random.chance(70) ? text.sentence(&random) : nil))
        }
    }

    private mutating func amend() {
        let amendment: (ProposalField, String) = random.pick([
            (.costBuild, "520000"), (.techLead, "Sam Okafor, data-scientist"), (.solution, text.sentence(&random)),
            (.title, text.words(3...3, &random).joined(separator: " ")), (.data, "one, two"),
        ])
        ask(.amend(field: amendment.0, value: amendment.1, reason: random.chance(50) ? text.sentence(&random) : nil))
        guard random.chance(30), let number = journal.meeting.current?.amendments.last?.number else { return }
        ask(.motion(.amendment(number: number)))
        callTheRoll()
    }

    private mutating func vote() {
        let item = journal.meeting.current?.agenda
        let asked: Question = item?.isForOutcome == true ? random.pick([.confirmed, .changed, .stopped]) : .proposal
        // What is asked follows from what has happened, so that it takes no turn of the generator.
        let ofTopics: [Question] = [
            .text("In March?"), .choice(["March", "June", "Later, or never"]), .poll("In March?"),
        ]
        ask(.motion(item?.isTopic == true ? ofTopics[journal.entries.count % 3] : asked))
        callTheRoll()
    }

    private mutating func callTheRoll() {
        while let motion = journal.meeting.openMotion, let who = journal.meeting.nextToVote(on: motion) {
            let choice: Ballot.Choice = random.pick([.yes, .yes, .yes, .yes, .no, .no, .abstain, .recuse])
            let named = motion.question.options.map { $0.prefix(1 + journal.entries.count % $0.count) }
            let options = choice == .yes ? named.map(Array.init) : nil
            guard
                ask(
                    .vote(
                        who: who, choice: choice, reason: random.chance(15) ? text.sentence(&random) : nil,
                        options: options))
            else {
                break
            }
        }
        if random.chance(95) || !ask(.escalate(reason: text.sentence(&random))) { ask(.tally) }
        if journal.meeting.current?.motionAwaitingRuling != nil {
            let tied = journal.meeting.current?.motionAwaitingRuling.map { journal.meeting.tally(of: $0).leaders } ?? []
            let answer: Ruling.Answer = random.pick([.yes, .no])
            ask(.rule(answer: tied.isEmpty ? answer : .yes, reason: text.sentence(&random), option: tied.last))
        }
    }

    private mutating func decide() {
        let verdicts: [Decision.Verdict] = [
            .approve, .approve, .approve, .approve, .revise, .defer, .reject, .withdraw,
        ]
        let isForOutcome = journal.meeting.current?.agenda.isForOutcome ?? false
        let isTopic = journal.meeting.current?.agenda.isTopic ?? false
        let picked =
            isForOutcome
            ? Decision.Verdict.ofOutcomes.shuffled(using: &random)
            : [isTopic && journal.entries.count % 5 == 0 ? .noted : random.pick(verdicts), .revise, .reject]
        for verdict in picked + [.defer] {
            let later = CalendarDay(daysSinceEpoch: journal.meeting.agenda.date.daysSinceEpoch + random.number(1...30))
            let until = verdict == .defer && random.chance(50) ? later : nil
            if ask(.decide(verdict: verdict, until: until, reason: text.sentence(&random), anyway: true)) { return }
        }
    }

    private mutating func promise() {
        let owner = random.pick(journal.meeting.roster.everybody).handle
        let due = CalendarDay(daysSinceEpoch: journal.meeting.agenda.date.daysSinceEpoch + random.number(1...60))
        let isOwned = random.chance(90)
        let isDated = random.chance(80)
        ask(.action(owner: isOwned ? owner : nil, due: isDated ? due : nil, text: text.sentence(&random)))
        if random.chance(10) { ask(.done(action: journal.meeting.actions.count)) }
    }

    private mutating func correct() {
        ask(.reopen(reason: text.sentence(&random)))
        ask(.go(.item(1)))
        say()
        if random.chance(80) { ask(.close) }
    }
}
