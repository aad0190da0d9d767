import Foundation

extension Meeting {
    /// Applies one act. What the act speaks of and the meeting does not have is passed over: the rules were checked
    /// when the act was made, and a record is read, never argued with.
    mutating func apply(_ entry: Entry) {
        switch entry.act {
        case .docket(let docket): replaceDocket(docket)
        case .rolled(let who, let presence):
            if attendance[who] == nil {
                attendance[who] = Attendance(presence: presence, at: entry.at)
            } else {
                attendance[who]?.change(to: presence, at: entry.at)
            }
        case .opened:
            phase = .inSession
            openedAt = entry.at
        case .chaired(let who, let reason):
            actingChair = who == roster.chair.member ? nil : ActingChair(who: who, reason: reason, at: entry.at)
        case .went(let id):
            if let currentID { update(currentID) { $0.clock.stop(at: entry.at) } }
            currentID = id
            update(id) { $0.clock.start(at: entry.at) }
        case .noted, .reworded, .struck, .resolved: applyNote(entry)
        case .moved, .balloted, .tallied, .escalated, .ruled: applyVote(entry)
        case .amended(let id, let amendment):
            update(id) {
                $0.amendments.append(amendment)
                $0.overtakeDecision()
            }
        case .decided(let id, let decision): update(id) { $0.decide(decision, at: entry.at) }
        case .assigned(let action): actions.append(action)
        case .finished(let number):
            if let place = actions.firstIndex(where: { $0.number == number }) { actions[place].isDone = true }
        case .clocked(let id, let change): update(id) { $0.change(clock: change, at: entry.at) }
        case .closed(let gaps):
            phase = .closed
            closedAt = entry.at
            gapsAtClose = gaps
            if let currentID { update(currentID) { $0.clock.stop(at: entry.at) } }
        case .reopened(let reason):
            phase = .inSession
            revision += 1
            corrections.append(reason)
        case .undone, .redone: break
        }
    }

    private mutating func applyNote(_ entry: Entry) {
        switch entry.act {
        case .noted(let id, let number, let speaker, let kind, let text):
            update(id) {
                $0.notes.append(Note(number: number, at: entry.at, speaker: speaker, kind: kind, text: text))
            }
        case .reworded(let id, let number, let text):
            updateNote(number, of: id) {
                $0.earlier.append($0.text)
                $0.text = text
            }
        case .struck(let id, let number): updateNote(number, of: id) { $0.isStruck = true }
        case .resolved(let id, let number, let reason):
            updateNote(number, of: id) { $0.resolution = Note.Resolution(at: entry.at, reason: reason) }
        default: break
        }
    }

    private mutating func applyVote(_ entry: Entry) {
        switch entry.act {
        case .moved(let id, let number, let question, let order):
            update(id) {
                $0.motions.append(Motion(number: number, item: id, question: question, at: entry.at, order: order))
                $0.overtakeDecision(by: question)
            }
        case .balloted(let number, let ballot): updateMotion(number) { $0.ballots[ballot.who] = ballot }
        case .tallied(let number, let tally): updateMotion(number) { $0.tally = tally }
        case .escalated(let number, let reason):
            updateMotion(number) { $0.escalation = Escalation(at: entry.at, reason: reason) }
            overtakeDecision(byMotion: number)
        case .ruled(let number, let ruling):
            updateMotion(number) { $0.ruling = ruling }
            overtakeDecision(byMotion: number)
        default: break
        }
    }

    private mutating func overtakeDecision(byMotion number: Int) {
        guard let motion = motion(number) else { return }
        update(motion.item) { $0.overtakeDecision(by: motion.question) }
    }

    /// Takes in files that changed. An item that the new agenda has dropped stays where something was recorded on it,
    /// and a proposal that the council has voted on, amended or decided stays as the council saw it.
    mutating func replaceDocket(_ new: Docket) {
        let old = items
        items = new.agenda.items.map { item in
            var kept = Item(agenda: item)
            if let before = old.first(where: { $0.id == item.id }) { kept.takeOver(before) }
            return kept
        }
        let dropped = old.filter { item in !items.contains { $0.id == item.id } && item.hasRecord }
        items += dropped
        let gone = Set(dropped.map(\.id))
        let kept = items.filter { $0.isBeforeTheCouncil || gone.contains($0.id) }.compactMap { item in
            docket.proposal(of: item.agenda).map { ($0.id, $0) }
        }
        docket = Docket(
            roster: new.roster, agenda: new.agenda, proposals: new.proposals.merging(kept) { _, kept in kept })
        if let currentID, item(currentID) == nil { self.currentID = nil }
        if let acting = actingChair?.who, acting == roster.chair.member || !roster.isMember(acting) {
            actingChair = nil
        }
    }

    private mutating func update(_ id: ItemID, _ change: (inout Item) -> Void) {
        guard let place = items.firstIndex(where: { $0.id == id }) else { return }
        change(&items[place])
    }

    private mutating func updateNote(_ number: Int, of id: ItemID, _ change: (inout Note) -> Void) {
        update(id) { item in
            guard let place = item.notes.firstIndex(where: { $0.number == number }) else { return }
            change(&item.notes[place])
        }
    }

    private mutating func updateMotion(_ number: Int, _ change: (inout Motion) -> Void) {
        for item in items.indices {
            guard let place = items[item].motions.firstIndex(where: { $0.number == number }) else { continue }
            change(&items[item].motions[place])
        }
    }
}

extension Item {
    /// Whether anything was said, asked or decided on it.
    var hasRecord: Bool {
        !notes.isEmpty || !motions.isEmpty || !amendments.isEmpty || decision != nil || clock.hasStarted
    }

    mutating func decide(_ new: Decision, at moment: Date) {
        if let decision { earlierDecisions.append(decision) }
        decision = new
        decidedAt = moment
        isDecisionOvertaken = false
    }

    mutating func overtakeDecision() { isDecisionOvertaken = decision != nil }

    /// A question in somebody's own words leaves the decision on a proposal alone.
    mutating func overtakeDecision(by question: Question) {
        if case .text = question, !agenda.isTopic { return }
        overtakeDecision()
    }

    mutating func takeOver(_ before: Item) {
        notes = before.notes
        motions = before.motions
        amendments = before.amendments
        decision = before.decision
        decidedAt = before.decidedAt
        earlierDecisions = before.earlierDecisions
        isDecisionOvertaken = before.isDecisionOvertaken
        clock = before.clock
    }

    mutating func change(clock change: ClockChange, at moment: Date) {
        switch change {
        case .pause:
            clock.stop(at: moment)
            clock.isPaused = true
        case .resume:
            clock.isPaused = false
            clock.start(at: moment)
        case .add(let minutes): clock.addedMinutes += minutes
        }
    }
}
