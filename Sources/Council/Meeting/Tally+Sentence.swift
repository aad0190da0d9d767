extension Tally {
    /// How a closed vote went: `3–3, 1 abstention, 5 of 7 present: tied`.
    ///
    /// What would have changed it is told only as long as it can be changed, by ``openSentence``.
    public var sentence: String {
        if isPoll == true { return "\(counts): \(outcome.rawValue), which decides nothing" }
        guard options == nil else { return "\(counts): \(outcome.rawValue)\(whatWasChosen)" }
        return "\(counts): \(outcome.rawValue)\(isWithoutVoice ? " without a yes" : "")"
    }

    /// The same for people who were not there: `carried 5–0, 1 abstention; 7 of 7 seats present (quorum 4)`.
    ///
    /// The console says it when the vote is closed, and the minutes have it.
    public var report: String {
        let votes = votesAlone
        let presence = "; \(inRoom) of \(counted(seats, "seat")) present (quorum \(quorumNeeded))"
        if isPoll == true { return "\(outcome.rawValue), which decides nothing: \(votes)\(presence)" }
        if options != nil { return "\(outcome.rawValue)\(whatWasChosen): \(votes)\(presence)" }
        let result = isWithoutVoice ? "\(outcome.rawValue) without a yes," : outcome.rawValue
        return "\(result)\(hasQuorum ? "" : ":") \(votes)\(presence)"
    }

    /// What follows the outcome of a choice: `, Managed`, ` between Managed and Our cluster`.
    private var whatWasChosen: String {
        switch outcome {
        case .carried: ", \(listed(leaders))"
        case .tied: " between \(listed(leaders))"
        case .lost: ", no option has a majority"
        case .noQuorum, .polled: ""
        }
    }

    /// The same while the vote is open: what it would be if it were closed now.
    public var openSentence: String {
        if rule.shown == .atTally, isPoll != true || !ballots.isEmpty {
            let given = eligible.count - silent
            let recusals = recused > 0 ? ", \(recused) recused" : ""
            return "\(given) of \(eligible.count) have voted\(recusals), \(presence): the tally shows how"
        }
        let change = whatWouldChangeIt.map { "; \($0)" } ?? ""
        guard ballots.isEmpty else {
            if options != nil { return "\(counts): \(choiceWhileOpen)\(change)" }
            return "\(counts): \(outcome.whileOpen)\(isWithoutVoice ? " without a yes" : "")\(change)"
        }
        return
            "no votes yet, \(presence)\(hasQuorum && isPoll != true ? "" : ": \(outcome.whileOpen)")\(change)"
    }

    private var choiceWhileOpen: String {
        switch outcome {
        case .carried: "\(listed(leaders)) would carry"
        case .tied: "\(listed(leaders)) would be tied"
        case .lost: "no option would have a majority"
        case .noQuorum, .polled: outcome.whileOpen
        }
    }

    /// Whether nobody is for it or against it, so that `lost` alone would sound like a no.
    private var isWithoutVoice: Bool { yes == 0 && no == 0 && outcome == .lost }

    /// `3–3, 1 abstention, 5 of 7 present`.
    public var counts: String { (votes + countsBesideVotes + [presence]).joined(separator: ", ") }

    /// `5–0, 1 abstention`; `Managed 5, Our cluster 3, 1 recused`.
    public var votesAlone: String { (votes + countsBesideVotes).joined(separator: ", ") }

    private var votes: [String] { options?.map { "\($0) \(count(of: $0))" } ?? ["\(yes)–\(no)"] }

    /// `5 of 7 present`.
    private var presence: String { "\(inRoom) of \(seats) present" }

    /// `none 1`, `1 abstention`, `1 recused`.
    private var countsBesideVotes: [String] {
        var parts: [String] = []
        if options != nil, no > 0 { parts.append("none \(no)") }
        if abstained > 0 { parts.append(counted(abstained, "abstention")) }
        if recused > 0 { parts.append("\(recused) recused") }
        return parts
    }

    /// The sentence of a choice beside its options, whose votes are shown already; the whole one for any other question.
    public func sentenceBesideVotes(isOpen: Bool) -> String {
        let whole = isOpen ? openSentence : sentence
        guard options != nil, whole.hasPrefix(counts) else { return whole }
        return (countsBesideVotes + [presence]).joined(separator: ", ") + whole.dropFirst(counts.count)
    }

    /// The smallest change that those in the room could make and that would change the outcome; nil if none
    /// would. A tie is left by what carries: the chair's ruling is the other way out of it.
    var whatWouldChangeIt: String? {
        if options != nil, outcome != .noQuorum { return whatWouldChangeTheChoice }
        switch outcome {
        case .polled: return nil
        case .noQuorum:
            let missing = quorumNeeded - inRoom
            return "\(inWords(missing)) more in the room \(missing == 1 ? "makes" : "make") a quorum"
        case .carried: return swing(to: .no) { $0 != .carried }
        case .tied: return swing(to: .yes) { $0 == .carried }
        case .lost: return swing(to: .yes) { $0 != .lost }
        }
    }

    /// Looks first among new ballots, then among ballots that turn, then at both together.
    private func swing(to side: Ballot.Choice, until isReached: (Outcome) -> Bool) -> String? {
        let other: Ballot.Choice = side == .yes ? .no : .yes
        let open = silent + changeable(.abstain)
        let turnable = changeable(other)
        let few = (1...max(1, open)).map { ($0, 0) } + (1...max(1, turnable)).map { (0, $0) }
        let many = (1...max(1, turnable)).map { (open, $0) }
        for (more, turned) in few + many where more <= open && turned <= turnable {
            let outcome = outcome(adding: more, turning: turned, to: side)
            guard isReached(outcome) else { continue }
            let change = [
                more > 0 ? "\(inWords(more)) \(count(side) > 0 ? "more " : "")\(side.counted(more))" : nil,
                turned > 0
                    ? "\(inWords(turned)) change\(turned == 1 ? "" : "s") from \(other.rawValue) to \(side.rawValue)"
                    : nil,
            ]
            return "\(change.compactMap { $0 }.joined(separator: " and ")) \(outcome.verb(plural: more + turned > 1))"
        }
        return nil
    }

    /// Ballots of one kind that those who gave them could still change.
    private func changeable(_ choice: Ballot.Choice) -> Int {
        ballots.count { $0.choice == choice && !fixed.contains($0.who) }
    }

    /// The denominators of `present` and `seats` count members who have not voted yet; that of `cast` counts them once
    /// they vote.
    private func outcome(adding more: Int, turning turned: Int, to side: Ballot.Choice) -> Outcome {
        let isYes = side == .yes
        let yes = yes + (isYes ? more + turned : -turned)
        let no = no + (isYes ? -turned : more + turned)
        let denominator = rule.of == .cast ? yes + no : denominator
        return Outcome(yes: yes, no: no, of: denominator, majority: rule.majority, hasQuorum: hasQuorum)
    }
}

extension Ballot.Choice {
    /// `yes`, `yeses`; `no`, `noes`.
    fileprivate func counted(_ number: Int) -> String { number == 1 ? rawValue : rawValue + "es" }
}

extension Outcome {
    /// `would carry`, `would be tied`: the outcome of a vote that can still change.
    public var whileOpen: String {
        switch self {
        case .carried: "would carry"
        case .lost: "would be lost"
        case .tied: "would be tied"
        case .noQuorum, .polled: rawValue
        }
    }

    /// `carries`, `ties it`, `loses it`.
    fileprivate func verb(plural: Bool) -> String {
        switch self {
        case .carried: plural ? "carry" : "carries"
        case .tied: plural ? "tie it" : "ties it"
        case .lost: plural ? "lose it" : "loses it"
        case .noQuorum: plural ? "break the quorum" : "breaks the quorum"
        case .polled: plural ? "change nothing" : "changes nothing"
        }
    }
}
