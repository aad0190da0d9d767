import Council
import Foundation

/// A meeting that several terminals hold together.
extension Model {
    /// Refuses what can't be asked of the host now.
    func requireHost(for request: Request) throws(Refusal) {
        guard case .joined(let handle) = part else { return }
        guard handle != nil else { throw .guestsLookOn }
        guard case .failing = recording, !request.canWait else { return }
        throw request.refusalWithoutHost
    }

    /// Whether whoever sits here may ask for something, apart from whether it fits the moment. Who only looks on may not.
    func mayAsk(_ request: Request) -> Bool { part != .joined(nil) && meeting.mayAsk(request, by: part.author) }

    /// Hands a request to the host. It is shown when the host has recorded it.
    mutating func askHost(_ submission: Submission) -> [Effect] { askRecord([], submission) }

    /// Whether entries tell the outcome of ballots that nobody reads before the tally, this terminal neither: then they are
    /// what the record makes of them.
    func countsSealedBallots(_ entries: [Entry]) -> Bool {
        entries.contains { entry in
            guard case .tallied(let tallied) = entry.act else { return false }
            return meeting.motion(tallied.motion)?.ballots.values.contains { $0.isSealed == true } == true
        }
    }

    /// Sends entries to the record, and shows what became of them when it has answered.
    mutating func askRecord(_ entries: [Entry], _ submission: Submission) -> [Effect] {
        asked.insert(submission.id)
        switch recording {
        case .recorded: recording = .writing(1)
        case .writing(let pending): recording = .writing(pending + 1)
        case .failing(let sentence, let pending): recording = .failing(sentence, pending: pending + 1)
        case .rehearsal, .following: break
        }
        return [.record(entries, of: submission)]
    }

    /// Takes in what was recorded, by anybody.
    mutating func followTogether(_ entries: [Entry]) -> [Effect] {
        let isElsewhere = isLookingElsewhere
        let floor = meeting.currentID
        var effects: [Effect] = []
        for entry in entries where entry.number == journal.nextNumber {
            journal.append(entry)
            if let request = entry.request, asked.contains(request) {
                effects += followUp(entry.act, of: request)
            } else {
                effects += followOthers(entry.act)
            }
        }
        if !isElsewhere, focus != .agenda || meeting.currentID != floor { lookBack() }
        return effects
    }

    /// What the screen does by itself after an act of somebody else. Nothing that is being typed is disturbed.
    private mutating func followOthers(_ act: Act) -> [Effect] {
        switch act {
        case .opened:
            layers.removeAll { $0 is RollCall }
            if part.isJoined { break }
            return (meeting.requestAfterOpening.map { ask($0) } ?? []) + recall()
        case .went: beginsAnew()
        case .balloted(let balloted): passOn(after: balloted.ballot.who)
        case .moved: if part.isJoined { offerBallot() } else if layers.isEmpty { layers.append(Voting(in: self)) }
        case .rolled, .invited: if meeting.openMotion != nil, layers.isEmpty { offerBallot() }
        case .tallied, .withdrawn: layers.removeAll { $0 is Voting || $0 is OwnBallot }
        case .closed:
            layers.removeAll { !($0 is NoteEntry) }
            notice = Notice(
                "closed; \(part.isJoined ? "the terminal that runs the meeting writes minutes and mail" : "minutes and mail are being written")"
            )
            return part.isJoined ? [] : [.publish(nil)]
        default: break
        }
        return []
    }

    /// Shows the meeting anew, since more than new acts has changed.
    mutating func replace(with journal: Journal) {
        let isElsewhere = isLookingElsewhere
        self.journal = journal
        rebases += 1
        if meeting.openMotion == nil { layers.removeAll { $0 is Voting || $0 is OwnBallot } }
        if !isElsewhere { lookBack() }
    }

    /// The host has answered a request.
    mutating func answered(_ declined: Declined?) -> [Effect] {
        switch recording {
        case .writing(let pending): recording = pending > 1 ? .writing(pending - 1) : .recorded
        case .failing(let why, let pending): recording = .failing(why, pending: max(0, pending - 1))
        case .recorded, .rehearsal, .following: break
        }
        return declined.map { giveBack($0) } ?? []
    }
}
