import Council
import Foundation
import Screen

extension Model {
    /// Asks the meeting for something: acts that the rules allow are applied and sent to the record; a refusal is shown.
    ///
    /// - Parameter id: The submission that this one follows by itself; undo takes back both.
    mutating func ask(_ request: Request, following id: UUID? = nil) -> [Effect] {
        if recording.isFollowing { return takeOver(for: .request(request)) }
        let said = request.said(by: part.author, in: meeting)
        let request = part.isJoined ? said.written(in: meeting) : said
        let submission = Submission(request, id: id ?? UUID(), at: now, author: part.author)
        let entries: [Entry]
        do throws(Refusal) {
            if part.isJoined { try requireHost(for: request) }
            entries = try journal.propose(submission)
        } catch {
            notice = Notice(error.sentence, .refusal)
            return [.beep]
        }
        notice = nil
        if part.isJoined { return entries.isEmpty ? [] : askHost(submission) }
        if countsSealedBallots(entries) { return askRecord(entries, submission) }
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
        let effects = [.record(entries, of: submission)] + acts.flatMap { followUp($0, of: submission.id) }
        if acts.count > 1, acts.allSatisfy(\.isAboutUndo) { tellAll(acts) }
        tellTogether(acts)
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

    /// Names the items that were decided together.
    private mutating func tellTogether(_ acts: [Act]) {
        let items = acts.compactMap { act -> ItemID? in
            if case .decided(let decided) = act, decided.decision.basis.isConsentLane { decided.item } else { nil }
        }
        guard !items.isEmpty else { return }
        let numbers = items.compactMap { meeting.number(of: $0).map(String.init) }
        notice = Notice("approved in the consent lane: \(numbers.count == 1 ? "item" : "items") \(listed(numbers))")
    }

    /// What the screen does by itself after an act: it opens what comes next, and says what came of it.
    mutating func followUp(_ act: Act, of request: UUID) -> [Effect] {
        if let line = act.announcement(in: journal) { notice = Notice(line) }
        switch act {
        case .opened:
            if part.isJoined { break }
            return (meeting.requestAfterOpening.map { ask($0, following: request) } ?? []) + recall()
        case .went:
            agendaCursor = meeting.currentIndex ?? 0
            beginsAnew()
            adoptLooseDraft()
            if focus == .agenda { focus = .proposal }
        case .noted(let noted):
            if noted.item == shownID {
                scroll[.notes] = nil
                rowCursor[.notes] = nil
            } else if let name = name(of: noted.item) {
                notice = Notice("noted under \(name), which is before the council")
            }
            if noted.kind == .concern {
                notice = Notice("concern \(noted.number) is open until `:resolve \(noted.number)`")
            }
            if let doubt = Command.doubt(of: noted.speaker, noted.kind, noted.text, in: meeting) {
                notice = Notice(doubt, .doubt)
            }
        case .reworded(let reworded):
            if let doubt = Command.doubt(ofRewording: reworded, in: meeting) {
                notice = Notice(doubt, .doubt)
            }
        case .assigned where metrics.layout?.panes[.notes] == nil:
            notice = act.told(in: journal).first.map { Notice($0) }
        case .corrected(let corrected):
            if case .item = corrected.change { notice = act.told(in: journal).first.map { Notice($0) } }
        case .rolled, .invited: welcomeToTheVote()
        case .added, .shifted, .dropped:
            // What was under the cursor stays there.
            if focus != .agenda { agendaCursor = meeting.currentIndex ?? agendaCursor }
            agendaCursor = min(agendaCursor, max(0, meeting.items.count - 1))
        case .balloted(let balloted):
            if let change = balloted.change(in: journal) {
                let undo = voting == nil ? keys.label(of: "undo") ?? ":undo" : "u"
                notice = Notice("\(change); \(undo) takes it back")
            }
        case .moved:
            lookBack()
            focus = .votes
            if part.isJoined { offerBallot() } else { layers.append(Voting(in: self)) }
        case .withdrawn: layers.removeAll { $0 is Voting || $0 is OwnBallot }
        case .tallied(let tallied):
            layers.removeAll { $0 is Voting || $0 is OwnBallot }
            let motion = meeting.motion(tallied.motion)
            if tallied.tally.outcome == .tied, motion?.escalation == nil, motion?.question.isConsent == false {
                offerRuling()
            }
        case .escalated: offerRuling()
        case .undone(let undone): catchUp(withUndoOf: undone.entry)
        case .redone(let redone): catchUp(withRedoOf: redone.entry)
        case .closed:
            layers = []
            if part.isJoined {
                notice = Notice("closed; the terminal that runs the meeting writes minutes and mail")
                break
            }
            notice = Notice("closed; minutes and mail are being written")
            return [.publish(nil)]
        default: break
        }
        return []
    }

    /// Brings the screen to what an undone act was about, so that it can be done again.
    private mutating func catchUp(withUndoOf number: Int) {
        let act = journal.entries.first { $0.number == number }?.act
        if case .noted(let noted)? = act {
            takeBack(Note.typed(speaker: noted.speaker, kind: noted.kind, text: noted.text))
        }
        catchUp(withRedoOf: number)
        if case .balloted(let balloted)? = act { highlight(balloted.ballot.who) }
        if case .rolled(let rolled)? = act { highlightInRoll(rolled.who) }
    }

    private mutating func catchUp(withRedoOf number: Int) {
        if meeting.openMotion == nil { layers.removeAll { $0 is Voting } }
        let act = journal.entries.first { $0.number == number }?.act
        // What was done to another item that is looked at leaves the look alone.
        if case .corrected? = act {} else if case .reworded? = act {} else if case .struck? = act {} else { lookBack() }
        // A ruling that was begun speaks of the vote as it was.
        if let act, act.isOutcome { leftForms = [:] }
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

    private mutating func welcomeToTheVote() {
        guard let place = layers.firstIndex(where: { $0 is Voting }), var voting = layers[place] as? Voting else {
            return
        }
        voting.welcome(in: self)
        layers[place] = voting
    }

    /// Has the voting go on to the next member if this one has voted at their own terminal.
    mutating func passOn(after who: Handle) {
        guard let place = layers.firstIndex(where: { $0 is Voting }), var voting = layers[place] as? Voting,
            voting.highlighted == who, let motion = meeting.openMotion
        else { return }
        voting.highlighted = meeting.nextToVote(on: motion, after: who)
        layers[place] = voting
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
            case .ask(.closeIfComplete):
                layers.append(ClosingChecklist())
                return []
            case .ask(.consent(let form, _)): return decideTogether(form)
            case .ask(.rollAsLastTime): return try rollAsLastTime()
            case .ask(let request):
                let isElsewhere = isLookingElsewhere
                let effects = ask(request)
                if isElsewhere, notice == nil, !effects.isEmpty, request.isAboutTheFloor, let floorName {
                    notice = Notice("recorded under \(floorName), which is before the council")
                }
                return effects
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
}

extension Request {
    /// Whether it is about the item before the council, whatever is shown.
    fileprivate var isAboutTheFloor: Bool {
        switch self {
        case .amend, .decide, .action, .escalate, .rule: true
        case .reword(let note, _), .strike(let note), .resolve(let note, _), .correct(let note, _): note.item == nil
        default: false
        }
    }
}
