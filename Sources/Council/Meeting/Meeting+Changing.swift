import Foundation

/// How acts change parts of the meeting. What is not there is passed over.
extension Meeting {
    mutating func update(_ id: ItemID, _ change: (inout Item) -> Void) {
        guard let place = items.firstIndex(where: { $0.id == id }) else { return }
        change(&items[place])
    }

    mutating func updateNote(_ number: Int, of id: ItemID, _ change: (inout Note) -> Void) {
        update(id) { item in
            guard let place = item.notes.firstIndex(where: { $0.number == number }) else { return }
            change(&item.notes[place])
        }
    }

    mutating func updateMotion(_ number: Int, _ change: (inout Motion) -> Void) {
        for item in items.indices {
            guard let place = items[item].motions.firstIndex(where: { $0.number == number }) else { continue }
            change(&items[item].motions[place])
        }
    }

    mutating func overtakeDecision(byMotion number: Int) {
        guard let motion = motion(number) else { return }
        update(motion.item) { $0.overtakeDecision(by: motion.question) }
    }
}

extension Item {
    mutating func decide(_ new: Decision, at moment: Date) {
        if let decision { earlierDecisions.append(decision) }
        decision = new
        decidedAt = moment
        isDecisionOvertaken = false
    }

    mutating func overtakeDecision() { isDecisionOvertaken = decision != nil }

    /// A question in somebody's own words leaves the decision on a proposal alone.
    mutating func overtakeDecision(by question: Question) {
        switch question {
        case .consent, .poll: return
        case .text, .choice: if agenda.isTopic { overtakeDecision() }
        default: overtakeDecision()
        }
    }
}
