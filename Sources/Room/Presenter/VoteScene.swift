import Council
import Screen

/// A vote: its question, how it stands or went, and everybody's ballot.
///
/// It is drawn from the tally and the ballots alone, whatever they are about.
struct VoteScene {
    let motion: Motion
    let room: Model
    let easel: Easel

    var blocks: [PresenterBlock] {
        let answers =
            motion.question.options.map { [Self.digits(1...$0.count), Self.none] }
            ?? [Ballot.Choice.yes, .no].map(\.spoken)
        let others = [Ballot.Choice.abstain, .recuse].map(\.spoken) + ["not yet", "absent"]
        let tiles = PresenterTiles(motion.order.map { tile(of: $0) }, answers: answers, others: others, on: easel)
        guard motion.isOpen else {
            return [strip, answer] + asked(rank: 2) + reason + options
                + [easel.fine(tally.sentence, rank: 2), tiles.block(rank: 4)]
        }
        return [strip] + asked(rank: 1) + [tiles.block(rank: 0)] + standing
    }

    private var meeting: Meeting { room.meeting }

    private var tally: Tally { meeting.tally(of: motion) }

    private var strip: PresenterBlock {
        let item = meeting.item(motion.item)
        let title = item.map { meeting.numberedTitle(of: $0) } ?? ""
        return easel.strip(title, "vote \(motion.number), \(motion.isOpen ? "open" : "closed")")
    }

    /// The question: a vote on the proposal as a whole asks about its title.
    private func asked(rank: Int) -> [PresenterBlock] {
        let title = motion.question == .proposal ? meeting.item(motion.item).map(meeting.title) : nil
        let text = title.map { "Approve \($0)?" } ?? motion.question.shownTitle
        let question = easel.large(text, .title, rank: rank, upTo: easel.sizes().suffix(2).first)
        guard case .amendment(let number) = motion.question,
            let amendment = meeting.item(motion.item)?.amendments.first(where: { $0.number == number })
        else { return [question] }
        let change = "\(amendment.field.spoken): \(amendment.before) → \(amendment.after)"
        return [question, easel.fine(change, .added, rank: rank + 1)]
    }

    /// Where an open vote stands. A ballot changes few cells of it, and moves nothing.
    private var standing: [PresenterBlock] {
        let most = easel.width < 76 || tally.options != nil ? 2 : 1
        let lines = easel.normal(tally.shownSpans(isOpen: true), most: most)
        let missing = Array(repeating: Line(), count: max(0, most - lines.count))
        let score = easel.large("\(tally.yes)–\(tally.no)", .text, rank: 1, upTo: easel.sizes().suffix(3).first)
        if meeting.isSealed(motion) {
            return (motion.question.options == nil ? [] : options) + [
                PresenterBlock(rank: 1, [], small: [lines + missing])
            ]
        }
        return (motion.question.options == nil ? [score] : options)
            + [PresenterBlock(rank: 1, [], small: [lines + missing])]
    }

    /// What can be chosen, each with its digit and its votes; nothing for a question of yes and no.
    private var options: [PresenterBlock] {
        guard let options = tally.options else { return [] }
        let isSealed = meeting.isSealed(motion)
        let parts = tally.bars.map {
            easel.fine(isSealed ? $0.word : "\($0.word): \($0.count)", $0.role, rank: 1, most: 1).variants
        }
        let bars = OptionBars(
            options: zip(options, tally.bars).map {
                OptionBars.Option(words: $0, votes: isSealed ? 0 : $1.count, role: $1.role)
            }, most: motion.order.count, easel: easel)
        // In letters of one size, so that none looks as if it led: all of them, or none.
        let large =
            parts.allSatisfy { $0.count > 1 }
            ? [Array(parts.flatMap { ($0.first ?? []) + [Line()] }.dropLast())] : bars.large
        return [PresenterBlock(rank: 1, large, small: [bars.small])]
    }

    // MARK: The answer

    private var answer: PresenterBlock {
        if let ruling = motion.ruling {
            let isYes = ruling.answer == .yes
            return easel.band("ruled \(ruling.said)", sign: isYes ? "✓" : "✗", isYes ? .yes : .no)
        }
        if motion.escalation != nil { return easel.band("escalated", sign: "→", .tied) }
        return easel.band(
            "\(tally.outcome.rawValue)\(result)", sign: tally.outcome.sign, tally.outcome.role)
    }

    /// What stands beside the word of the outcome: the option that was chosen, or yes and no.
    private var result: String {
        if tally.options != nil { return tally.outcome == .carried ? ": \(tally.leaders.first ?? "")" : "" }
        return tally.outcome == .noQuorum ? "" : " \(tally.yes)–\(tally.no)"
    }

    private var reason: [PresenterBlock] {
        if let ruling = motion.ruling {
            let office = ruling.isActing ? "as acting chair" : "as chair"
            return [easel.fine("\(meeting.roster.name(of: ruling.by)) \(office): \(ruling.reason)", rank: 1)]
        }
        let escalated = motion.escalation.map { [easel.fine("to the chair: \($0.reason)", rank: 1)] } ?? []
        guard motion.awaitsRuling else { return escalated }
        let chair = meeting.roster.name(of: meeting.presiding)
        return escalated + [easel.fine("\(chair) decides", .tied, rank: 1)]
    }

    // MARK: Ballots

    private static let none = "none"

    private static func digits(_ numbers: some Sequence<Int>) -> String {
        numbers.map(String.init).joined(separator: " ")
    }

    /// A ballot of a choice names the digits of its options.
    private func word(of ballot: Ballot) -> String {
        guard let offered = motion.question.options, let named = ballot.options else { return ballot.choice.spoken }
        return named.isEmpty ? Self.none : Self.digits(named.compactMap { offered.firstIndex(of: $0).map { $0 + 1 } })
    }

    private func tile(of handle: Handle) -> PresenterTile {
        let name = meeting.roster.shortName(of: handle)
        if let ballot = meeting.shownBallot(of: handle, on: motion) {
            if ballot.isSealed == true {
                return PresenterTile(name: name, sign: "●", word: ballot.spoken, role: .accent)
            }
            let choice = ballot.choice
            let isSide = choice == .yes || choice == .no
            return PresenterTile(
                name: name, sign: choice.sign, word: word(of: ballot), role: choice.role, isFilled: isSide)
        }
        let isNext = motion.isOpen && room.voting?.highlighted == handle
        func quiet(_ word: String) -> PresenterTile {
            PresenterTile(name: name, sign: "", word: word, role: .muted, isNext: isNext)
        }
        if meeting.isKeptFromVoting(handle) { return quiet("chair") }
        guard motion.isOpen else { return quiet(tally.eligible.contains(handle) ? "no vote" : "absent") }
        guard meeting.isInRoom(handle) else { return quiet("absent") }
        return PresenterTile(name: name, sign: "·", word: "not yet", role: .pending, isNext: isNext)
    }
}

extension Outcome {
    /// The sign of an outcome; its word always stands beside it.
    fileprivate var sign: String {
        switch self {
        case .carried: "✓"
        case .lost: "✗"
        case .tied: "="
        case .noQuorum: "!"
        case .polled: "~"
        }
    }
}

extension Ballot.Choice {
    /// The sign of a ballot in letters that are drawn large.
    fileprivate var sign: String {
        switch self {
        case .yes: "✓"
        case .no: "✗"
        case .abstain: "–"
        case .recuse: "×"
        }
    }
}
