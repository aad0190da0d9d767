/// What would change a choice, found by trying it: ballots are given or changed, and the result is counted.
extension Tally {
    /// The smallest change that those in the room could make and that would change the outcome; nil if none would.
    ///
    /// As for a question of yes and no, new ballots come first, then ballots that change, then both together.
    var whatWouldChangeTheChoice: String? {
        byNewBallots ?? (1...max(1, changeable.count)).lazy.compactMap { changes(of: $0) }.first ?? byBoth
    }

    /// `one more ballot for Our cluster ties it`.
    private var byNewBallots: String? {
        for number in 1...max(1, open.count) where number <= open.count {
            for option in favourites {
                let tried = giving([option], to: open.prefix(number))
                guard isChanged(in: tried) else { continue }
                let isFirst = leaders.isEmpty || outcome == .carried && count(of: option) == 0
                let more = "\(inWords(number)) \(isFirst ? "" : "more ")ballot\(number == 1 ? "" : "s")"
                if leaders.isEmpty { return "\(more) for any option \(tried.verb(number, named: option))" }
                if outcome == .tied {
                    return "\(more) for \(listed(leaders, "or")) \(tried.verb(number, named: option))"
                }
                // What only makes the majority larger need not name any other option.
                if tried.outcome == .lost, let first = leaders.first {
                    return "\(more) without \(first) \(verb(tried, number))"
                }
                return "\(more) for \(option) \(verb(tried, number, named: option))"
            }
        }
        return nil
    }

    /// So many ballots that name another option instead, one more option, or one fewer.
    private func changes(of number: Int) -> String? {
        for option in favourites {
            for other in favourites.map(Optional.some) + [nil] where other != option {
                guard let tried = turning(number, from: other, to: option), isChanged(in: tried) else { continue }
                return "\(change(number, from: other, to: option)) \(verb(tried, number, named: option))"
            }
        }
        for option in favourites {
            let pool = changeable.filter { $0.choice == .yes && !$0.names(option) }
            let tried = replacing(pool.prefix(number)) { $0 + [option] }
            guard pool.count >= number, isChanged(in: tried) else { continue }
            let ballots = number == 1 ? "ballot that names" : "ballots that name"
            return "\(inWords(number)) \(ballots) \(option), too, \(verb(tried, number, named: option))"
        }
        for option in favourites {
            let pool = changeable.filter { $0.names(option) }
            let tried = replacing(pool.prefix(number)) { $0.filter { $0 != option } }
            guard pool.count >= number, isChanged(in: tried) else { continue }
            return "\(inWords(number)) fewer for \(option) \(verb(tried, number))"
        }
        return nil
    }

    /// All new ballots, and as few changes as it takes.
    private var byBoth: String? {
        for number in 1...max(1, changeable.count) where !open.isEmpty {
            for option in favourites {
                for other in favourites.map(Optional.some) + [nil] where other != option {
                    let given = giving([option], to: open[...])
                    guard let tried = given.turning(number, from: other, to: option), isChanged(in: tried) else {
                        continue
                    }
                    return "\(inWords(open.count)) more for \(option) and \(change(number, from: other, to: option)) "
                        + verb(tried, open.count + number, named: option)
                }
            }
        }
        return nil
    }

    /// `two changes from Managed to Our cluster`.
    private func change(_ number: Int, from other: String?, to option: String) -> String {
        "\(inWords(number)) change\(number == 1 ? "" : "s") from \(other ?? "none") to \(option)"
    }

    /// A tie is left by what carries: the chair's ruling is the other way out of it.
    private func isChanged(in tried: Tally) -> Bool {
        switch outcome {
        case .carried: tried.outcome != .carried || tried.leaders != leaders
        case .tied: tried.outcome == .carried
        case .lost, .noQuorum, .polled: tried.outcome != outcome
        }
    }

    /// What so many ballots do: `ties it`, `carry`, `carries Managed`.
    private func verb(_ tried: Tally, _ number: Int, named option: String? = nil) -> String {
        let isNamed = outcome != .carried && tried.leaders == [option]
        return tried.verb(number, named: isNamed ? option : nil)
    }

    private func verb(_ number: Int, named option: String?) -> String {
        let isOne = number == 1
        return switch outcome {
        case .carried: (isOne ? "carries" : "carry") + (option == nil ? " \(listed(leaders))" : "")
        case .tied: isOne ? "ties it" : "tie it"
        case .lost: isOne ? "leaves no majority" : "leave no majority"
        case .noQuorum, .polled: isOne ? "changes nothing" : "change nothing"
        }
    }

    // MARK: Trying

    /// The options, those with most votes first.
    private var favourites: [String] {
        let counts = (options ?? []).enumerated().map {
            (place: $0.offset, option: $0.element, votes: count(of: $0.element))
        }
        return counts.sorted { ($1.votes, $0.place) < ($0.votes, $1.place) }.map(\.option)
    }

    /// Who could still say something: those who are silent, and those who abstain and are here.
    private var open: [Handle] {
        eligible.filter { who in
            guard let ballot = ballots.first(where: { $0.who == who }) else { return true }
            return ballot.choice == .abstain && !fixed.contains(who)
        }
    }

    /// Ballots that name options or none, and whose members are here.
    private var changeable: [Ballot] {
        ballots.filter { ($0.choice == .yes || $0.choice == .no) && !fixed.contains($0.who) }
    }

    /// With so many ballots naming an option instead of another, or of none; nil if there are not so many.
    private func turning(_ number: Int, from other: String?, to option: String) -> Tally? {
        let pool = changeable.filter { ballot in
            guard let other else { return ballot.choice == .no }
            return ballot.names(other) && !ballot.names(option)
        }
        guard pool.count >= number else { return nil }
        return replacing(pool.prefix(number)) { $0.filter { $0 != other } + [option] }
    }

    private func replacing(_ some: ArraySlice<Ballot>, with change: ([String]) -> [String]) -> Tally {
        some.reduce(self) { $0.giving(change($1.options ?? []), to: [$1.who]) }
    }

    private func giving(_ named: [String], to people: ArraySlice<Handle>) -> Tally {
        let given = people.map { Ballot(who: $0, choice: named.isEmpty ? .no : .yes, options: named) }
        return Tally(
            rule: rule, seats: seats, inRoom: inRoom, eligible: eligible,
            ballots: ballots.filter { !people.contains($0.who) } + given, votingSeats: votingSeats, fixed: fixed,
            options: options, isPoll: isPoll)
    }
}

extension Ballot {
    fileprivate func names(_ option: String) -> Bool { options?.contains(option) ?? false }
}
