@testable import Council

/// The council's rule for a vote, written down a second time and in another way: from who was in the room, who was
/// recused and who said what.
enum BallotOracle {
    static func outcome(of motion: Motion, in meeting: Meeting) -> Outcome {
        if motion.question.isPoll { return .polled }
        let rule = meeting.roster.voting
        let seats = meeting.roster.members.map(\.handle)
        let inRoom = seats.filter { (meeting.presence(of: $0) ?? .absent) != .absent }
        // A share of the seats: so many of `denominator` equal parts.
        let share = inRoom.count * rule.quorum.denominator
        guard share >= seats.count * rule.quorum.numerator, !inRoom.isEmpty else { return .noQuorum }

        let said = motion.ballots.mapValues(\.choice)
        let yes = said.values.filter { $0 == .yes }.count
        let no = said.values.filter { $0 == .no }.count
        if yes == 0 { return .lost }
        let options = motion.question.options
        if options == nil, yes == no, rule.majority == .simple { return .tied }

        let mayVote = seats.filter { seat in
            if said[seat] == .recuse { return false }
            let chairWaits = rule.chair == .tieBreak && seat == meeting.presiding
            return said[seat] != nil || !chairWaits
        }
        let whole =
            switch rule.of {
            case .cast: yes + no
            case .present: mayVote.filter { inRoom.contains($0) || said[$0] != nil }.count
            case .seats: mayVote.count
            }
        if let options {
            let votes = options.map { option in
                motion.ballots.values.filter { $0.options?.contains(option) == true }.count
            }
            guard let most = votes.max(), most > 0 else { return .lost }
            let isAlone = votes.filter { $0 == most }.count == 1
            let (carries, ties) =
                switch rule.majority {
                case .simple: (most * 2 > whole, most * 2 >= whole)
                case .twoThirds: (most * 3 >= whole * 2, most * 3 >= whole * 2)
                case .unanimous: (most == whole, most == whole)
                }
            return isAlone ? (carries ? .carried : .lost) : (ties ? .tied : .lost)
        }
        // In sixths of the whole, so that halves and thirds are whole numbers.
        let isEnough =
            switch rule.majority {
            case .simple: 6 * yes > 3 * whole
            case .twoThirds: 6 * yes >= 4 * whole
            case .unanimous: yes == whole
            }
        return isEnough ? .carried : .lost
    }
}
