import Foundation

@testable import Council

/// A meeting in which people ask for whatever comes to their mind, allowed or not.
struct RandomMeeting {
    var random: SeededGenerator
    private(set) var journal: Journal
    private(set) var now = Date(timeIntervalSince1970: 1_795_600_000)

    var meeting: Meeting { journal.meeting }

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        let docket = Self.docket(&random)
        journal = Journal(docket: docket)
        record(.docket(docket))
        for member in meeting.roster.members where random.chance(75) {
            record(.rolled(.init(who: member.handle, presence: random.chance(70) ? .present : .remote)))
        }
        if random.chance(95) { record(.opened) }
        if random.chance(95) { record(.went(.init(item: meeting.items[0].id))) }
    }

    mutating func record(_ act: Act) {
        now += Double(Int.random(in: 1...90_000, using: &random)) / 1000
        journal.append(Entry(number: journal.nextNumber, at: now, act: act))
    }

    // MARK: Where it takes place

    static func docket(_ random: inout SeededGenerator) -> Docket {
        var rule = VotingRule()
        rule.quorum = random.pick([
            Fraction(1, 2), Fraction(1, 2), Fraction(1, 3), Fraction(2, 3), Fraction(1, 1), Fraction(0, 1),
        ])
        rule.majority = random.pick(Majority.allCases)
        rule.of = random.pick(Denominator.allCases)
        rule.chair = random.pick(ChairVote.allCases)
        let seats = Int.random(in: 1...7, using: &random)
        let chair = random.pick(TestCouncil.everybody.prefix(seats).map(\.handle.rawValue))
        let lane = ConsentRule(approvals: random.pick([nil, 1, 1, 2]), kinds: [.hiring])
        let roster = TestCouncil.roster(
            seats: seats, chair: chair, rule: rule, consent: random.chance(70) ? lane : nil)
        return docket(
            roster: roster, isReady: random.chance(50), items: random.chance(30) ? outcomeItems : items,
            words: words(by: roster, &random))
    }

    /// A small docket, since ten thousand of them are written and read: a topic, and a proposal that is ready for the
    /// gate or is not.
    static func docket(
        roster: Roster, isReady: Bool, items: [AgendaItem] = items, words: [Handle: [ConsentWord]] = [:]
    ) -> Docket {
        let draft = Proposal(id: "prep-time", title: "A draft", blocker: .production)
        return TestCouncil.docket(
            roster: roster, items: items, proposals: [isReady ? ready : draft, TestCouncil.hiring],
            consent: roster.consent == nil ? nil : words)
    }

    static let items = [
        TestCouncil.agendaItems[0], TestCouncil.agendaItems[2],
        AgendaItem(id: ItemID("hire"), subject: .proposal(id: "hire")),
    ]

    /// What people have written before the meeting, or meanwhile.
    private static func words(by roster: Roster, _ random: inout SeededGenerator) -> [Handle: [ConsentWord]] {
        var words: [Handle: [ConsentWord]] = [:]
        for person in roster.everybody {
            for item in ["prep-time", "hire"] where random.chance(70) {
                let word = random.pick([ConsentWord.Word.approve, .approve, .approve, .approve, .flag, .hold, .unflag])
                words[person.handle, default: []].append(
                    ConsentWord(
                        meeting: TestCouncil.day, item: ItemID(item), word: word, on: TestCouncil.day, because: "X"))
            }
        }
        return words
    }

    /// The proposal was approved before, and is here for its outcome.
    static let outcomeItems = [
        AgendaItem(
            id: ItemID("prep-time"), subject: .proposal(id: "prep-time"), minutes: 15, purpose: .outcome,
            approved: TestCouncil.day.adding(months: -6)), TestCouncil.agendaItems[2],
    ]

    static let ready: Proposal = {
        var ready = TestCouncil.hiring
        ready.id = "prep-time"
        return ready
    }()

    // MARK: What people ask

    mutating func request() -> Request {
        if meeting.phase == .gathering, random.chance(60) { return .open }
        if meeting.phase == .closed, random.chance(60) { return .reopen(reason: "It was wrong") }
        if meeting.current == nil, random.chance(60) { return .go(.item(Int.random(in: 0...4, using: &random))) }
        if meeting.recess != nil, random.chance(60) { return .resume }
        if random.chance(10) { return room() }
        if meeting.openMotion != nil, random.chance(75) { return vote() }
        if meeting.current?.motionAwaitingRuling != nil, random.chance(40) { return ruling() }
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<14: return .roll(who: person(), presence: random.pick([.present, .remote, .absent]))
        case 14..<17: return .chair(who: person(), reason: reason() ?? "")
        case 17..<22: return .go(random.pick([.next, .back, .item(1), .item(2), .item(3)]))
        case 22..<36:
            let by = random.chance(20) ? person() : nil
            return .motion(question(), by: by, second: by != nil && random.chance(60) ? person() : nil)
        case 36..<44: return consent()
        case 44..<48: return vote()
        case 48..<52: return random.chance(50) ? .tally : .escalate(reason: reason() ?? "")
        case 52..<53: return .withdraw(reason: reason())
        case 53..<56: return ruling()
        case 56..<63: return amendment()
        case 63..<76: return decision()
        case 76..<83: return note()
        case 83..<84: return .action(owner: random.chance(50) ? person() : nil, due: nil, text: "Ask")
        case 84..<85: return ownAction()
        case 85..<86: return .done(action: Int.random(in: 0...2, using: &random))
        case 86..<87: return earlier()
        case 87..<89: return .clock(random.pick([.pause, .resume, .add(minutes: 5), .add(minutes: 0)]))
        case 89..<91: return .undo
        case 91..<93: return room()
        case 93..<95: return .redo
        case 95..<97: return reload()
        case 97..<98: return .close
        default: return random.pick([.open, .close, .reopen(reason: ""), .undo, .redo])
        }
    }

    /// Takes an action back, or changes it.
    private mutating func ownAction() -> Request {
        let number = Int.random(in: 0...2, using: &random)
        let changes: [ActionChange] = [.owner(person()), .due(TestCouncil.day), .text(random.pick(["A", "B"]))]
        return random.chance(50)
            ? .retract(action: number, reason: "No") : .revise(action: number, random.pick(changes))
    }

    /// What happens in a room beside the debate.
    private mutating func room() -> Request {
        let place = Int.random(in: 0...4, using: &random)
        switch Int.random(in: 0..<12, using: &random) {
        case 0:
            return .guest(
                name: random.pick(["Kim Park", "Kim Parker", "Kim Park", "Priya Raman", "  "]), email: nil,
                organisation: random.pick([nil, "Acme", "Initech"]))
        case 1: return .scribe(who: random.chance(30) ? Handle("kim") : person())
        case 2: return .addTopic(random.pick(["Lunch", "Rain", "Chair rotation", "?"]))
        case 3:
            let approved = random.chance(50) ? CalendarDay("2026-05-20") : nil
            return .addProposal(TestCouncil.hiring, digest: nil, approved: approved)
        case 4: return .moveItem(place, to: Int.random(in: 0...4, using: &random))
        case 5: return .dropItem(place, reason: reason() ?? "")
        case 6: return .recess(minutes: random.pick([nil, 0, 5]))
        case 7: return .resume
        case 8:
            return .queue(
                who: random.chance(10) ? Handle("kim") : person(), kind: random.pick(SpeakerQueue.Kind.allCases))
        case 9: return .next
        case 10: return .closeQueue(random.chance(60))
        default:
            return .lead(
                random.pick(LeadReview.Role.allCases), random.pick([.approved, .approved, .changes]), reason: reason())
        }
    }

    /// Brings the actions of earlier meetings forward, or says what became of one.
    private mutating func earlier() -> Request {
        let actions = EarlierAction.samples
        let said = ActionUpdate(
            random.pick(actions).reference, .done, on: CalendarDay("2026-11-20")!,
            by: HeldPerson(name: "Bo Berg", handle: Handle("bo")))
        if meeting.earlier == nil {
            return .recall(actions, updates: random.chance(50) ? [said] : [], concerns: earlierConcerns())
        }
        let until = random.pick([nil, CalendarDay("2026-11-25"), CalendarDay("2026-12-16")])
        let word = random.pick(ActionWord.Word.allCases)
        let action = random.pick(actions).reference
        return word == .reassign
            ? .reassign(action: action, to: person(), reason: reason())
            : .update(action: action, word: word, until: until, reason: reason())
    }

    private mutating func earlierConcerns() -> [ItemID: [EarlierConcern]] {
        let concern = EarlierConcern(
            date: CalendarDay("2026-11-18")!, speaker: HeldPerson(name: "Bo Berg", handle: Handle("bo")),
            text: "one city only")
        return random.chance(50) ? [random.pick(meeting.items).id: [concern]] : [:]
    }

    private mutating func person() -> Handle {
        random.chance(3) ? Handle(random.pick(["lena", "ghost"])) : random.pick(meeting.roster.members).handle
    }

    private mutating func reason() -> String? { random.chance(80) ? "So it is" : nil }

    private mutating func vote() -> Request {
        let next = meeting.openMotion.flatMap { meeting.nextToVote(on: $0) }
        if random.chance(next == nil ? 60 : 4) { return .tally }
        if random.chance(4) { return .escalate(reason: "We disagree") }
        if random.chance(2) { return .withdraw(reason: reason()) }
        let choices = [Ballot.Choice.yes, .yes, .yes, .yes, .no, .no, .no, .abstain, .recuse]
        let choice = meeting.openMotion?.question.isConsent == true ? .yes : random.pick(choices)
        let offered = meeting.openMotion?.question.options ?? (random.chance(2) ? ["A"] : [])
        let named = offered.filter { _ in random.chance(50) } + (random.chance(3) ? ["Z"] : [])
        return .vote(
            who: random.chance(20) ? person() : next ?? person(), choice: choice, reason: nil,
            options: choice == .yes && !offered.isEmpty ? named : nil)
    }

    private mutating func ruling() -> Request {
        let tied = meeting.current?.motionAwaitingRuling.map { meeting.tally(of: $0).leaders } ?? []
        if !tied.isEmpty, random.chance(80) {
            return .rule(answer: .yes, reason: reason() ?? "", option: random.pick(tied + ["Z"]))
        }
        return .rule(answer: random.pick([.yes, .no]), reason: reason() ?? "")
    }

    private mutating func consent() -> Request {
        let item = random.pick([1, 1, 3, 3, 2, 9])
        let who = random.chance(80) ? person() : nil
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<4: return .consent(.vote, earlier: [:])
        case 4..<6: return .consent(.approve, earlier: [:])
        case 6..<8:
            let kind = random.pick(ConsentObjection.Kind.allCases)
            return .flag(item: item, who: who, kind: kind, reason: reason())
        default: return .unflag(item: item, who: who)
        }
    }

    private mutating func question() -> Question {
        random.pick([
            .proposal, .proposal, .proposal, .solution, .team, .lead, .amendment(number: 1), .amendment(number: 2),
            .text("In March?"), .choice(["A", "B", "C"]), .choice(["A", "B"]), .choice([]), .poll("In June?"),
            .confirmed, .confirmed, .changed, .stopped,
        ])
    }

    private mutating func amendment() -> Request {
        let (field, value): (ProposalField, String) = random.pick([
            (.pod, "Maps"), (.pod, "Search"), (.techLead, "Sam Okafor, data-scientist"), (.techLead, "A; B"),
            (.cost, "1 k + 2 k USD"), (.process, ""), (.process, "Talk"), (.impact, "none"),
        ])
        return .amend(field: field, value: value, reason: reason())
    }

    private mutating func decision() -> Request {
        let until = random.chance(10) ? TestCouncil.day.adding(months: 1) : nil
        let isForOutcome = meeting.current?.agenda.isForOutcome ?? false
        let aboutOutcomes = Decision.Verdict.ofOutcomes + [.confirmed, .defer, .approve]
        return .decide(
            verdict: random.pick(isForOutcome ? aboutOutcomes : Decision.Verdict.allCases + [.approve, .approve]),
            until: until, reason: reason(), anyway: random.chance(30),
            conditions: random.chance(20) ? [Int.random(in: 1...3, using: &random)] : [],
            resolution: random.chance(30) ? random.pick(["Two cities", "As proposed.", " "]) : nil)
    }

    private mutating func note() -> Request {
        let notes = meeting.current?.notes ?? []
        // Most requests are about a note that is there: all others are refused alike.
        let isThere = random.chance(70) && !notes.isEmpty
        let number = isThere ? random.pick(notes).number : Int.random(in: 0...3, using: &random)
        let isOfThisItem = isThere || random.chance(70)
        let note = NoteReference(number, of: isOfThisItem ? nil : Int.random(in: 0...4, using: &random))
        let change: NoteChange = random.pick([
            .speaker(person()), .speaker(nil), .kind(random.pick(Note.Kind.allCases)),
            .item(Int.random(in: 0...4, using: &random)),
        ])
        return random.pick([
            .note(speaker: person(), kind: random.pick(Note.Kind.allCases), text: "A"),
            .note(speaker: nil, kind: .concern, text: "B"), .reword(note: note, text: "C"), .strike(note: note),
            .resolve(note: note, reason: nil), .correct(note: note, change),
        ])
    }

    private mutating func reload() -> Request {
        let other = Self.docket(&random)
        let items = random.pick([Self.items, Self.outcomeItems]).filter { _ in random.chance(80) }
        let roster = random.chance(50) ? other.roster : meeting.roster
        return .reload(
            Self.docket(
                roster: roster, isReady: random.chance(50), items: items,
                words: random.chance(50) ? meeting.docket.consent ?? [:] : Self.words(by: roster, &random)))
    }
}
