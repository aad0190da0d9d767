import Foundation
import Testing

@testable import Council

/// What holds at any meeting, whatever people ask for. `COUNCIL_SEED=N` plays the meetings of a failure again.
@Suite struct RandomMeetingTests {
    static let meetings = 10_000
    static let parts = 4

    @Test("Ten thousand random meetings")
    func randomMeetings() async {
        let seed = SeededGenerator.seed
        print("random meetings: COUNCIL_SEED=\(seed)")
        let seen = await withTaskGroup(of: Seen.self) { group in
            for part in 0..<Self.parts { group.addTask { Self.play(part, seed: seed) } }
            return await group.reduce(into: Seen()) { $0.add($1) }
        }
        // A property that was never put to the test proves nothing.
        #expect(seen.outcomes.count == Outcome.allCases.count)
        #expect(seen.rulings > 10 && seen.approvals > 100 && seen.rejections > 10 && seen.undone > 100)
        #expect(seen.together > 20 && seen.byOneVote > 5)
        #expect(Decision.Verdict.ofOutcomes.allSatisfy { seen.aboutOutcomes[$0, default: 0] > 10 })
        #expect(seen.clauses > 500 && seen.refusals.count > 60)
        #expect(Set(Act.kinds.map { $0.name }).subtracting(seen.kinds) == [])
        print("random meetings: \(seen)")
    }

    /// Plays each fourth meeting, up to the first one at which something does not hold.
    private static func play(_ part: Int, seed: UInt64) -> Seen {
        var seen = Seen()
        for number in stride(from: part, to: meetings, by: parts) {
            var check = MeetingCheck(RandomMeeting(seed: seed &+ UInt64(number) &* 1_000_003), seen: seen)
            check.play(requests: 8 + number / parts % 16)
            seen = check.seen
            guard check.faults.isEmpty else {
                Issue.record("COUNCIL_SEED=\(seed), meeting \(number): \(check.faults.joined(separator: "\n"))")
                break
            }
        }
        return seen
    }
}

/// What the meetings had in them.
struct Seen: CustomStringConvertible {
    var outcomes: [Outcome: Int] = [:]
    var rulings = 0
    var approvals = 0
    var rejections = 0
    /// Decisions of the consent lane.
    var together = 0
    var byOneVote = 0
    var aboutOutcomes: [Decision.Verdict: Int] = [:]
    var undone = 0
    var clauses = 0
    var refusals: Set<String> = []
    /// Names of the kinds of acts.
    var kinds: Set<String> = []

    mutating func add(_ other: Seen) {
        outcomes.merge(other.outcomes, uniquingKeysWith: +)
        rulings += other.rulings
        approvals += other.approvals
        rejections += other.rejections
        together += other.together
        byOneVote += other.byOneVote
        aboutOutcomes.merge(other.aboutOutcomes, uniquingKeysWith: +)
        undone += other.undone
        clauses += other.clauses
        refusals.formUnion(other.refusals)
        kinds.formUnion(other.kinds)
    }

    var description: String {
        let counts = Outcome.allCases.map { "\($0.rawValue) \(outcomes[$0] ?? 0)" }.joined(separator: ", ")
        return "\(counts); \(rulings) rulings, \(approvals) approvals, \(rejections) rejections, \(undone) undone, "
            + "\(clauses) promises tried, \(refusals.count) different refusals"
    }
}

/// One random meeting, watched.
struct MeetingCheck {
    private var random: RandomMeeting
    private(set) var faults: [String] = []
    private(set) var seen: Seen

    init(_ random: RandomMeeting, seen: Seen) {
        self.random = random
        self.seen = seen
    }

    private mutating func expect(_ isTrue: Bool, _ fault: @autoclosure () -> String) {
        if !isTrue { faults.append(fault()) }
    }

    mutating func play(requests: Int) {
        for _ in 0..<requests where faults.isEmpty { step() }
        checkPastTallies()
        checkReplay()
        checkUndo()
    }

    private mutating func step() {
        let request = random.request()
        // A copy is dear: it is kept now and then.
        let before = random.random.chance(5) ? random.journal : nil
        if random.random.chance(15) { checkOpenVote() }
        do throws(Refusal) {
            let acts = try random.journal.consider(request, at: random.now)
            if let before { expect(before == random.journal, "asking \(request) changed the journal") }
            for act in acts {
                check(act)
                random.record(act)
            }
        } catch {
            check(error)
        }
    }

    // MARK: Acts and refusals

    private mutating func check(_ act: Act) {
        let meeting = random.meeting
        switch act {
        case .tallied(let tallied):
            let tally = tallied.tally
            guard let motion = meeting.motion(tallied.motion) else {
                return expect(false, "no motion \(tallied.motion)")
            }
            seen.outcomes[tally.outcome, default: 0] += 1
            expect(tally == meeting.liveTally(of: motion), "tally is not the fold of its ballots: \(tally)")
            let outcome = BallotOracle.outcome(of: motion, in: meeting)
            expect(tally.outcome == outcome, "\(tally.sentence), and by the rule \(outcome): \(tally)")
        case .escalated(let escalated):
            // An open vote is closed by the act before this one.
            guard let tally = meeting.motion(escalated.motion)?.tally else {
                return expect(false, "escalated without a tally")
            }
            expect(tally.yes > 0 && tally.no > 0 && tally.outcome != .noQuorum, "escalated: \(tally.sentence)")
        case .ruled(let ruled):
            let ruling = ruled.ruling
            seen.rulings += 1
            guard let motion = meeting.motion(ruled.motion), let tally = motion.tally else {
                return expect(false, "ruled without a tally")
            }
            let isDue = tally.options == nil ? tally.yes > 0 && tally.no > 0 : tally.outcome == .tied
            expect(tally.outcome != .noQuorum && isDue, "ruled on \(tally.sentence)")
            expect(
                tally.options == nil ? ruling.option == nil : tally.leaders.contains(ruling.option ?? ""), "\(ruling)")
            expect(tally.outcome == .tied || motion.escalation != nil, "ruled unasked on \(tally.sentence)")
            expect(motion.ballots[ruling.by]?.choice != .recuse, "a recused chair ruled")
            expect(meeting.isInRoom(ruling.by) && !ruling.reason.isEmpty, "an absent chair ruled, or without reason")
            expect(motion.ruling == nil, "ruled twice")
            let isChairOfAll = meeting.roster.voting.chair == .member && meeting.actingChair == nil
            let hasVoted = [.yes, .no].contains(motion.ballots[ruling.by]?.choice)
            expect(!hasVoted || isChairOfAll, "\(ruling.by) voted and ruled")
        case .decided(let decided):
            if let item = meeting.item(decided.item) { check(decided.decision, on: item) }
        case .undone: seen.undone += 1
        default: break
        }
    }

    private mutating func check(_ decision: Decision, on item: Item) {
        let meeting = random.meeting
        let asked = item.motions.contains { item.isAboutTheWhole($0.question) }
        switch decision.basis {
        case .motion(let number):
            let motion = meeting.motion(number)
            expect(decision.restsOnYes || motion?.tally?.no ?? 0 > 0, "rests on a vote without a no: \(decision)")
            expect(motion?.ruling == nil && motion?.tally?.hasQuorum == true, "rests on motion \(number): \(decision)")
            expect(motion?.isCarried == decision.restsOnYes, "rests on motion \(number): \(decision)")
            expect(motion?.question.outcomeVerdict == decision.aboutOutcome, "rests on motion \(number): \(decision)")
        case .ruling(let number):
            let motion = meeting.motion(number)
            let answer = motion?.ruling?.answer
            expect(answer == (decision.restsOnYes ? .yes : .no), "rests on ruling \(number): \(decision)")
            expect(motion?.question.outcomeVerdict == decision.aboutOutcome, "rests on ruling \(number): \(decision)")
        case .consensus:
            expect(meeting.hasQuorum, "consensus without quorum")
            let isFinal = decision.verdict == .approve || decision.verdict == .reject
            expect(!isFinal || !asked, "by consensus, though a vote was asked for: \(decision)")
            let isOpenOrLost = item.motions.contains {
                item.isLatest($0) && item.isAboutTheWhole($0.question)
                    && ($0.awaitsRuling || $0.isCarried == false && ($0.ruling != nil || $0.tally?.no ?? 0 > 0))
            }
            expect(decision.verdict != .revise || !isOpenOrLost, "revised by consensus, against a vote: \(decision)")
            let isAnswered = item.motions.contains { motion in
                item.isLatest(motion) && motion.question.outcomeVerdict != nil
                    && (motion.isCarried == true || motion.question.outcomeVerdict == decision.verdict)
            }
            expect(decision.aboutOutcome == nil || !isAnswered, "by consensus, though a motion decides: \(decision)")
        case .consentLane(let number, let approvals):
            seen.together += 1
            expect(decision.verdict == .approve && meeting.gate(on: item).isEmpty, "in the consent lane: \(decision)")
            expect(meeting.hasQuorum || number != nil, "by consensus in the consent lane, without quorum")
            if let number {
                seen.byOneVote += 1
                let motion = meeting.motion(number)
                expect(motion?.tally?.outcome == .carried, "rests on motion \(number): \(decision)")
                expect(motion?.question.consentItems.contains { $0.item == item.id } == true, "not asked: \(decision)")
            }
            expect(item.decision == nil && !item.isBeforeTheCouncil, "decided together, and by itself: \(decision)")
            expect(item.voices.allSatisfy { $0.objection == nil }, "decided together against \(item.voices)")
            let proposal = meeting.effectiveProposal(of: item)
            let outside = approvals.filter { who in
                meeting.roster.members.contains { $0.handle == who && proposal?.isOwn(of: $0) == false }
                    && item.voice(of: who)?.hasApproved == true
            }
            expect(outside == approvals, "approved by \(approvals)")
            expect(approvals.count >= meeting.roster.approvalsNeeded ?? .max, "too few approvals: \(decision)")
        case .withoutQuorum:
            expect(!meeting.hasQuorum && [.defer, .withdraw, .noted].contains(decision.verdict), "\(decision)")
        }
        expect(item.agenda.isForOutcome == decision.verdict.isOfOutcome || decision.verdict == .defer, "\(decision)")
        if let verdict = decision.aboutOutcome {
            seen.aboutOutcomes[verdict, default: 0] += 1
            expect(verdict == .confirmed || decision.reason != nil, "\(verdict) without a reason: \(decision)")
            expect(decision.overriddenGate.isEmpty, "an outcome has no gate: \(decision)")
        }
        if decision.verdict == .reject { seen.rejections += 1 }
        if decision.verdict == .approve {
            seen.approvals += 1
            expect(decision.overriddenGate == meeting.gate(on: item), "approved through the gate: \(decision)")
            expect(decision.overriddenGate.isEmpty || decision.reason != nil, "overridden without a reason")
            let last = item.motions.last { $0.question == .proposal }
            expect(last == nil || last?.isCarried == true, "approved against the vote")
        }
        expect(decision.amendments == item.acceptedAmendments.map(\.number), "amendments: \(decision)")
        expect(item.openMotion == nil, "decided during a vote")
        let rested = decision.basis.motion.flatMap(meeting.motion)
        expect(rested?.question.isPoll != true, "rests on a straw poll: \(decision)")
    }

    private mutating func check(_ refusal: Refusal) {
        let sentence = refusal.sentence
        seen.refusals.insert(sentence)
        expect(sentence.contains(": ") && !sentence.contains("  ") && !sentence.hasSuffix("."), "refusal: \(sentence)")
        for slip in ["Optional(", "1 members", "1 seats", "one more members", "nil", "``", "()"] {
            // `of 11 seats` and the like don't occur: the councils have seven seats at most.
            expect(!sentence.contains(slip), "refusal: \(sentence)")
        }
    }

    // MARK: An open vote

    private mutating func checkOpenVote() {
        // In a recess nobody votes.
        guard random.meeting.recess == nil, let motion = random.meeting.openMotion else { return }
        let journal = random.journal
        let live = journal.meeting.liveTally(of: motion)
        expect(live.silent >= 0 && live.yes + live.no + live.abstained <= live.eligible.count, "\(live)")
        checkPromise(motion, live)

        for member in journal.meeting.roster.members {
            let who = member.handle
            // A yes more, be it new or turned, never turns carried into something else.
            if live.outcome == .carried, let after = PromisedChange.outcome(of: motion, in: journal, [(who, .yes)]) {
                expect(after == .carried, "a yes of \(who) makes \(live.sentence) \(after.rawValue)")
            }
            // An abstention under `cast` changes nothing but the count.
            guard live.rule.of == .cast, motion.ballots[who] == nil else { continue }
            var after = journal
            let abstain = Request.vote(who: who, choice: .abstain, reason: nil)
            guard let acts = try? after.consider(abstain, at: random.now) else { continue }
            for act in acts { after.append(Entry(number: after.nextNumber, at: random.now, act: act)) }
            guard let changed = after.meeting.openMotion.map(after.meeting.liveTally) else { continue }
            let (clause, clauseAfter) = (Self.clause(live), Self.clause(changed))
            expect(
                changed.outcome == live.outcome && clause == clauseAfter && changed.abstained == live.abstained + 1
                    && changed.yes == live.yes && changed.no == live.no && changed.denominator == live.denominator,
                "an abstention of \(who) makes \(live.sentence) \(changed.sentence)")
        }

        // The order in which ballots are given doesn't matter.
        var shuffled = journal.meeting
        let ballots = motion.ballots.values.sorted { $0.who < $1.who }.shuffled(using: &random.random)
        for index in shuffled.items.indices {
            guard let place = shuffled.items[index].motions.firstIndex(where: { $0.number == motion.number }) else {
                continue
            }
            shuffled.items[index].motions[place].ballots = [:]
        }
        for ballot in ballots {
            Act.Balloted(motion: motion.number, ballot: ballot).apply(to: &shuffled, at: random.now)
        }
        expect(shuffled == journal.meeting, "the order of ballots matters: \(live.sentence)")
    }

    private static func clause(_ tally: Tally) -> String? {
        tally.whatWouldChangeIt
    }

    /// What the sentence says would change the vote does so, and where it says nothing nothing would.
    private mutating func checkPromise(_ motion: Motion, _ live: Tally) {
        let journal = random.journal
        guard live.outcome != .noQuorum else { return checkQuorumPromise(motion, live) }
        guard live.options == nil, live.isPoll == nil else { return }
        guard let clause = Self.clause(live) else {
            let side: Ballot.Choice = live.outcome == .carried ? .no : .yes
            let able = live.eligible.filter { !live.fixed.contains($0) }
            let after = PromisedChange.outcome(of: motion, in: journal, able.map { ($0, side) })
            // A tie is left by what carries.
            let isMissed = live.outcome == .tied ? after == .carried : after != live.outcome
            expect(!isMissed, "\(live.sentence), and yet all \(side.rawValue) makes it \(after as Any)")
            return
        }
        guard var change = PromisedChange(clause: clause) else { return expect(false, "can't read: \(clause)") }
        seen.clauses += 1
        expect(
            change.outcome(of: motion, in: journal) == change.outcome,
            "\(live.sentence): in truth \(change.outcome(of: motion, in: journal) as Any)")
        // One ballot fewer does not do it.
        if let added = change.added, change.turned == nil {
            change.added = (added.count - 1, added.choice)
            expect(change.outcome(of: motion, in: journal) != change.outcome, "fewer do: \(live.sentence)")
        }
        if let turned = change.turned, change.added == nil {
            change.turned = (turned.count - 1, turned.from)
            expect(change.outcome(of: motion, in: journal) != change.outcome, "fewer do: \(live.sentence)")
        }
    }

    private mutating func checkQuorumPromise(_ motion: Motion, _ live: Tally) {
        guard let clause = Self.clause(live),
            let missing = PromisedChange.number(clause.prefix { $0 != " " }.description)
        else { return expect(false, "no way to a quorum: \(live.sentence)") }
        var meeting = random.meeting
        for (count, member) in meeting.roster.members.filter({ !meeting.isInRoom($0.handle) }).enumerated() {
            expect(meeting.hasQuorum == (count >= missing), "\(live.sentence), with \(count) more in the room")
            Act.Rolled(who: member.handle, presence: .present).apply(to: &meeting, at: random.now)
        }
        expect(meeting.hasQuorum, "no quorum with everybody in the room: \(live.sentence)")
    }

    // MARK: The whole meeting

    /// Nothing that came later has changed what was tallied.
    private mutating func checkPastTallies() {
        for entry in random.journal.effective {
            guard case .tallied(let act) = entry.act else { continue }
            expect(
                random.meeting.motion(act.motion)?.tally == act.tally,
                "the tally of motion \(act.motion) is not the one that was recorded")
        }
    }

    /// The entries read again from their payloads make the same meeting, to the byte.
    private mutating func checkReplay() {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            let coder = ActCoder()
            let entries = try random.journal.entries.map { entry in
                let payload = try coder.payload(of: entry.act)
                seen.kinds.insert(payload.kind)
                return Entry(number: entry.number, at: entry.at, act: try coder.act(from: payload))
            }
            guard let again = Journal(entries: entries) else { return expect(false, "no journal") }
            let (left, right) = (try encoder.encode(random.meeting), try encoder.encode(again.meeting))
            expect(left == right, "replayed, the meeting is another")
            expect(again == random.journal, "replayed, the journal is another")
        } catch {
            expect(false, "\(error)")
        }
    }

    /// So many acts undone and done again leave the meeting as it was.
    private mutating func checkUndo() {
        var journal = random.journal
        let meeting = journal.meeting
        var count = 0
        for _ in 0..<3 {
            guard let acts = try? journal.consider(.undo, at: random.now) else { break }
            count += 1
            let earlier = journal.meeting
            for act in acts { journal.append(Entry(number: journal.nextNumber, at: random.now, act: act)) }
            expect(journal.meeting != earlier, "undone without effect: \(acts)")
        }
        for _ in 0..<count {
            guard let acts = try? journal.consider(.redo, at: random.now) else { return expect(false, "no redo") }
            for act in acts { journal.append(Entry(number: journal.nextNumber, at: random.now, act: act)) }
        }
        expect(journal.meeting == meeting, "undone and done again, the meeting is another")
    }
}

extension Decision {
    /// What was decided about an outcome; nil for other decisions.
    fileprivate var aboutOutcome: Verdict? { verdict.isOfOutcome ? verdict : nil }

    /// Whether the motion or ruling behind it has to have been answered with yes.
    fileprivate var restsOnYes: Bool { verdict == .approve || verdict.isOfOutcome }
}
