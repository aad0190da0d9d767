extension Tally {
    /// Where the vote stands and what would change it: `3–3, 1 abstains, quorum 5 of 7: tied; one more yes carries`.
    ///
    /// The same sentence, frozen, stands in the minutes.
    public var sentence: String {
        "\(counts): \(outcome.rawValue)\(whatWouldChangeIt.map { "; \($0)" } ?? "")"
    }

    /// `3–3, 1 abstains, quorum 5 of 7`.
    public var counts: String {
        var parts = ["\(yes)–\(no)"]
        if abstained > 0 { parts.append("\(abstained) \(abstained == 1 ? "abstains" : "abstain")") }
        if recused > 0 { parts.append("\(recused) recused") }
        parts.append("quorum \(inRoom) of \(seats)")
        return parts.joined(separator: ", ")
    }

    /// What would make the outcome another; nil where no ballot that is left could.
    private var whatWouldChangeIt: String? {
        switch outcome {
        case .noQuorum:
            let missing = quorumNeeded - inRoom
            return "\(inWords(missing)) more in the room \(missing == 1 ? "makes" : "make") a quorum"
        case .carried:
            return change(adding: .no) ?? change(turning: .yes, into: .no)
        case .tied, .lost:
            return change(adding: .yes) ?? change(turning: .no, into: .yes)
        }
    }

    /// Ballots that can still be given: of those who have not voted, and of those who abstained.
    private var open: Int { silent + abstained }

    private func change(adding choice: Ballot.Choice) -> String? {
        guard open > 0 else { return nil }
        for more in 1...open {
            // Who has not voted is in the denominator of `present` and `seats` already, and in that of `cast` from then.
            let changed = outcome(yes: yes + (choice == .yes ? more : 0), no: no + (choice == .no ? more : 0))
            if changed != outcome {
                let further = count(choice) > 0 ? "more " : ""
                return "\(inWords(more)) \(further)\(choice.rawValue) \(changed.verb(plural: more > 1))"
            }
        }
        return nil
    }

    private func change(turning choice: Ballot.Choice, into other: Ballot.Choice) -> String? {
        let given = count(choice)
        guard given > 0 else { return nil }
        for turned in 1...given {
            let sign = other == .yes ? 1 : -1
            let changed = outcome(yes: yes + sign * turned, no: no - sign * turned)
            if changed != outcome {
                return "\(inWords(turned)) \(choice.rawValue) turned \(other.rawValue) \(changed.verb(plural: turned > 1))"
            }
        }
        return nil
    }

    private func outcome(yes: Int, no: Int) -> Outcome {
        let denominator = rule.of == .cast ? yes + no : denominator
        return Outcome(yes: yes, no: no, of: denominator, majority: rule.majority, hasQuorum: hasQuorum)
    }
}

extension Outcome {
    /// `carries`, `ties`, `loses it`.
    fileprivate func verb(plural: Bool) -> String {
        switch self {
        case .carried: plural ? "carry" : "carries"
        case .tied: plural ? "tie" : "ties"
        case .lost: plural ? "lose it" : "loses it"
        case .noQuorum: plural ? "break the quorum" : "breaks the quorum"
        }
    }
}
