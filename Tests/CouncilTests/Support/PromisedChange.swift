@testable import Council

/// What a live sentence promises after its semicolon, read back from the words and tried out.
struct PromisedChange {
    var added: (count: Int, choice: Ballot.Choice)?
    var turned: (count: Int, from: Ballot.Choice)?
    let outcome: Outcome

    /// Reads `two more yeses and one change from no to yes carry`.
    init?(clause: String) {
        var words = clause.split(separator: " ").map(String.init)
        if words.last == "it" { words.removeLast() }
        guard let verb = words.popLast(), let outcome = Self.verbs[verb] else { return nil }
        self.outcome = outcome
        for part in words.split(separator: "and").map({ Array($0) }) {
            guard let count = Self.number(part[0]) else { return nil }
            let choice: (String) -> Ballot.Choice? = {
                Ballot.Choice(rawValue: $0.hasSuffix("es") && $0 != "yes" ? String($0.dropLast(2)) : $0)
            }
            if let place = part.firstIndex(of: "from") {
                guard let from = choice(part[place + 1]) else { return nil }
                turned = (count, from)
            } else {
                guard let to = choice(part.last!) else { return nil }
                added = (count, to)
            }
        }
    }

    static let verbs: [String: Outcome] = [
        "carries": .carried, "carry": .carried, "ties": .tied, "tie": .tied, "loses": .lost, "lose": .lost,
    ]

    static func number(_ word: String) -> Int? { (1...10).first { inWords($0) == word } }

    /// The outcome when just so many of those who can do so give or turn their ballots; nil where there are too few.
    func outcome(of motion: Motion, in journal: Journal) -> Outcome? {
        let live = journal.meeting.liveTally(of: motion)
        var changes: [(Handle, Ballot.Choice)] = []
        if let added {
            let able = live.eligible.filter { who in
                let said = motion.ballots[who]?.choice
                return said == nil || (said == .abstain && !live.fixed.contains(who))
            }
            guard able.count >= added.count else { return nil }
            changes += able.prefix(added.count).map { ($0, added.choice) }
        }
        if let turned {
            let able = live.eligible.filter { motion.ballots[$0]?.choice == turned.from && !live.fixed.contains($0) }
            guard able.count >= turned.count else { return nil }
            changes += able.prefix(turned.count).map { ($0, turned.from == .yes ? .no : .yes) }
        }
        return Self.outcome(of: motion, in: journal, changes)
    }

    /// The outcome after ballots that are really asked for; nil where one is refused.
    static func outcome(of motion: Motion, in journal: Journal, _ ballots: [(Handle, Ballot.Choice)]) -> Outcome? {
        var journal = journal
        for (who, choice) in ballots {
            let vote = Request.vote(who: who, choice: choice, reason: nil)
            guard let acts = try? journal.consider(vote, at: .distantPast) else { return nil }
            for act in acts { journal.append(Entry(number: journal.nextNumber, at: .distantPast, act: act)) }
        }
        return journal.meeting.motion(motion.number).map { journal.meeting.liveTally(of: $0).outcome }
    }
}
