import Council
import Foundation
import Screen

extension Model {
    /// Asks the meeting for something: acts that the rules allow are applied and sent to the record; a refusal is shown.
    ///
    /// - Parameter id: The submission that this one follows by itself; undo takes back both.
    mutating func ask(_ request: Request, following id: UUID? = nil) -> [Effect] {
        if recording.isFollowing { return takeOver(for: .request(request)) }
        let submission = Submission(request, id: id ?? UUID(), at: now)
        let entries: [Entry]
        do throws(Refusal) {
            entries = try journal.propose(submission)
        } catch {
            notice = Notice(error.sentence, .refusal)
            return [.beep]
        }
        notice = nil
        return add(entries, of: submission)
    }

    private mutating func add(_ entries: [Entry], of submission: Submission) -> [Effect] {
        guard !entries.isEmpty else { return [] }
        let isFirst = journal.entries.isEmpty
        for entry in entries { journal.append(entry) }
        // The docket that the meeting began with is no news.
        let acts = entries.dropFirst(isFirst && entries.count > 1 ? 1 : 0).map(\.act)
        switch recording {
        case .recorded: recording = .writing(entries.count)
        case .writing(let pending): recording = .writing(pending + entries.count)
        case .failing(let sentence, let pending): recording = .failing(sentence, pending: pending + entries.count)
        case .rehearsal, .following: break
        }
        let effects = [.record(entries, of: submission)] + acts.flatMap { followUp($0, of: submission) }
        if acts.count > 1, acts.allSatisfy(\.isAboutUndo) { tellAll(acts) }
        return effects
    }

    /// Names everything that was taken back, or brought back, by one request.
    private mutating func tellAll(_ acts: [Act]) {
        let numbers = acts.compactMap(\.undoneOrRedone).sorted()
        let names = numbers.compactMap { number in
            journal.entries.first { $0.number == number }?.act.spoken(in: meeting)
        }
        let isUndone = acts.contains { if case .undone = $0 { true } else { false } }
        notice = Notice("\(isUndone ? "undone" : "done again"): \(listed(names))")
    }

    /// What the screen does by itself after an act: it opens what comes next, and says what came of it.
    private mutating func followUp(_ act: Act, of submission: Submission) -> [Effect] {
        switch act {
        case .opened:
            notice = Notice("the meeting is open")
            if meeting.current == nil, !meeting.items.isEmpty {
                return ask(.go(.item(1)), following: submission.id)
            }
        case .went:
            agendaCursor = meeting.currentIndex ?? 0
            scroll = [:]
            if focus == .agenda { focus = .proposal }
        case .noted(_, let number, let speaker, let kind, let text):
            scroll[.notes] = nil
            if kind == .concern { notice = Notice("concern \(number) is open until `:resolve \(number)`") }
            if let doubt = Command.doubt(of: speaker, kind, text, in: meeting) { notice = Notice(doubt, .doubt) }
        case .reworded(_, let number, let text):
            if let doubt = Command.doubt(ofRewording: number, text, in: meeting) { notice = Notice(doubt, .doubt) }
        case .moved:
            focus = .votes
            layers.append(Voting(in: self))
        case .tallied(let number, let tally):
            layers.removeAll { $0 is Voting }
            notice = Notice(tally.sentence)
            if tally.outcome == .tied, meeting.motion(number)?.escalation == nil { offerRuling() }
        case .escalated: offerRuling()
        case .ruled(_, let ruling):
            notice = Notice("the chair ruled \(ruling.answer.rawValue): \(ruling.reason)")
        case .amended(_, let amendment): notice = Notice("amended \(amendment.spoken)")
        case .decided(_, let decision):
            notice = Notice("\(decision.spoken), resting on \(decision.basis(spokenIn: meeting, on: meeting.current))")
        case .undone(let number), .redone(let number):
            let word = if case .undone = act { "undone" } else { "done again" }
            let entry = journal.entries.first { $0.number == number }
            notice = Notice("\(word): \(entry?.act.spoken(in: meeting) ?? "an act")")
            if case .undone = act, case .noted(_, _, let speaker, let kind, let text)? = entry?.act {
                takeBack(Note.typed(speaker: speaker, kind: kind, text: text))
            }
            if meeting.openMotion == nil { layers.removeAll { $0 is Voting } }
            if case .undone = act, case .balloted(_, let ballot)? = entry?.act { highlight(ballot.who) }
            if case .undone = act, case .rolled(let who, _)? = entry?.act { highlightInRoll(who) }
            // A ruling that was begun speaks of the vote as it was.
            if let made = entry?.act, made.isOutcome { leftForms = [:] }
            agendaCursor = meeting.currentIndex ?? agendaCursor
        case .closed:
            layers = []
            notice = Notice("closed; minutes and mail are being written")
            return [.publish(nil)]
        case .reopened: notice = Notice("open again: the minutes will be revision \(meeting.revision)")
        default: break
        }
        return []
    }

    /// Keeps the words of a note that was undone, so that they can be corrected.
    private mutating func takeBack(_ text: String) {
        setAside(text)
        guard let key = keys.label(of: "note"), let told = notice else { return }
        notice = Notice("\(told.text); \(key) Up brings its words back")
    }

    /// Brings the roll back to the person whose presence was just taken back.
    private mutating func highlightInRoll(_ who: Handle) {
        guard let place = layers.firstIndex(where: { $0 is RollCall }), var roll = layers[place] as? RollCall else {
            return
        }
        roll.highlight(who, in: self)
        layers[place] = roll
    }

    /// Brings the voting back to the member whose ballot was just taken back.
    private mutating func highlight(_ who: Handle) {
        guard let place = layers.firstIndex(where: { $0 is Voting }), var voting = layers[place] as? Voting else {
            return
        }
        voting.highlighted = who
        layers[place] = voting
    }

    /// Opens the chair's dialog as soon as a ruling is due, or says why the chair can't rule.
    private mutating func offerRuling() {
        if let refusal = meeting.whyNoRuling {
            notice = Notice(refusal.sentence, .refusal)
        } else {
            open(Form.ruling(in: self))
        }
    }

    // MARK: The command line

    mutating func run(_ line: String) -> [Effect] {
        do throws(Refusal) {
            switch try Command.parse(line, in: meeting) {
            case .ask(.close):
                layers.append(ClosingChecklist())
                return []
            case .ask(let request): return ask(request)
            case .effect(let effect):
                notice = nil
                return [effect]
            case .screen(let change):
                notice = nil
                return try change.change(&self)
            }
        } catch {
            notice = Notice(error.sentence, .refusal)
            return [.beep]
        }
    }
}

extension Act {
    /// Whether it ends a vote, or hands it to the chair.
    fileprivate var isOutcome: Bool {
        switch self {
        case .tallied, .escalated, .ruled: true
        default: false
        }
    }

    /// What the act was, in a few words, for undo.
    public func spoken(in meeting: Meeting) -> String {
        switch self {
        case .docket: "the agenda as taken in"
        case .rolled(let who, let presence): "\(meeting.roster.name(of: who)) \(presence.rawValue)"
        case .opened: "the call to order"
        case .chaired(let who, _): "\(meeting.roster.name(of: who)) in the chair"
        case .went(let id): "going to \(meeting.item(id).map { meeting.title(of: $0) } ?? id.rawValue)"
        // A screen that is shared may show this sentence.
        case .noted(_, let number, _, .private, _): "private note \(number)"
        case .noted(_, let number, _, _, let text): "note \(number): \(text)"
        case .reworded(_, let number, _): "rewording note \(number)"
        case .struck(_, let number): "striking note \(number)"
        case .resolved(_, let number, _): "resolving concern \(number)"
        case .moved(_, _, let question, _): "the motion on \(question.spoken)"
        case .balloted(_, let ballot): "the ballot of \(meeting.roster.name(of: ballot.who)), \(ballot.choice.rawValue)"
        case .tallied(_, let tally): "the tally \(tally.counts)"
        case .escalated: "the escalation"
        case .ruled(_, let ruling): "the ruling, \(ruling.answer.rawValue)"
        case .amended(_, let amendment): "amendment \(amendment.number) of \(amendment.field.rawValue)"
        case .decided(_, let decision): "the decision, \(decision.spoken)"
        case .assigned(let action): "action \(action.number): \(action.text)"
        case .finished(let number): "finishing action \(number)"
        case .clocked: "the change of the clock"
        case .closed: "closing"
        case .reopened: "reopening"
        case .undone, .redone: "an undo"
        }
    }
}
