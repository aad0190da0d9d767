/// What somebody may read of a meeting that another program records.
public struct ReadingRight: Hashable, Sendable {
    /// Nil for a guest.
    public let who: Handle?
    public let mayReadPrivateNotes: Bool

    /// - Parameter isGuest: Whether they read as a guest does, whoever they are.
    public init(_ who: Handle?, in meeting: Meeting, isGuest: Bool = false) {
        let roles = isGuest ? [.guest] : meeting.roles(of: who)
        self.who = roles == [.guest] ? nil : who
        let may = Authority.of(.privateNote).others
        mayReadPrivateNotes = roles.contains { may.contains($0) }
    }
}

extension Meeting {
    /// Whether a ballot is nobody's business but its member's yet.
    public func isSealed(_ ballot: Ballot, on motion: Motion) -> Bool {
        roster.voting.shown == .atTally && motion.isOpen && ballot.choice != .recuse
    }

    /// Whether nobody may know yet how a vote stands.
    public func isSealed(_ motion: Motion) -> Bool { roster.voting.shown == .atTally && motion.isOpen }

    /// A member's ballot as it may be shown: without its choice, if nobody but the member may know that yet.
    ///
    /// - Parameter viewer: Who looks on; nil for a screen that many see.
    public func shownBallot(of who: Handle, on motion: Motion, to viewer: Handle? = nil) -> Ballot? {
        motion.ballots[who].map { isSealed($0, on: motion) && viewer != who ? $0.sealed : $0 }
    }
}

extension Journal {
    /// An entry as somebody may read it: the words of private notes and the choices of an open vote are left out.
    ///
    /// - Parameter hidden: `privateEntries`, which takes a while to find and is the same for everybody.
    public func entry(_ entry: Entry, readBy right: ReadingRight, hiding hidden: Set<Int>) -> Entry {
        func other(_ act: Act) -> Entry {
            Entry(number: entry.number, at: entry.at, act: act, request: entry.request, author: entry.author)
        }
        let isHidden = !right.mayReadPrivateNotes && hidden.contains(entry.number)
        switch entry.act {
        case .noted(let noted) where isHidden:
            return other(
                .noted(Act.Noted(item: noted.item, number: noted.number, speaker: nil, kind: .private, text: "")))
        case .reworded(let reworded) where isHidden:
            return other(.reworded(Act.Reworded(item: reworded.item, number: reworded.number, text: "")))
        case .resolved(let resolved) where isHidden:
            return other(.resolved(Act.Resolved(item: resolved.item, number: resolved.number, reason: nil)))
        case .corrected(let corrected) where isHidden:
            guard case .speaker = corrected.change else { return entry }
            return other(
                .corrected(
                    Act.Corrected(item: corrected.item, number: corrected.number, change: .speaker(is: nil))))
        case .balloted(let balloted) where right.who != balloted.ballot.who:
            guard let motion = meeting.motion(balloted.motion), meeting.isSealed(balloted.ballot, on: motion) else {
                return entry
            }
            return other(.balloted(Act.Balloted(motion: balloted.motion, ballot: balloted.ballot.sealed)))
        default: return entry
        }
    }

    /// The first ballot that others may read now, or may not read any more; nil if nothing of what they have has changed.
    ///
    /// - Parameter added: The entries that were added last.
    public func firstBallotReadAnew(after added: ArraySlice<Entry>) -> Int? {
        guard meeting.roster.voting.shown == .atTally else { return nil }
        return added.lazy.compactMap { entry -> Int? in
            let act = entry.act.undoneOrRedone.flatMap { number in self.entries.first { $0.number == number }?.act }
            guard case .tallied(let tallied) = act ?? entry.act else { return nil }
            return self.firstBallot(on: tallied.motion)
        }.min()
    }

    private func firstBallot(on motion: Int) -> Int? {
        entries.first { if case .balloted(let balloted) = $0.act { balloted.motion == motion } else { false } }?.number
    }
}

extension Act {
    /// Whether it can change who may read what was recorded before it.
    public var changesReading: Bool {
        switch self {
        case .corrected, .undone, .redone, .scribed, .chaired, .docket, .tallied: true
        default: false
        }
    }
}

extension Ballot {
    /// The ballot without its choice: only that there is one.
    public var sealed: Ballot {
        var sealed = Ballot(who: who, choice: .abstain, by: by)
        sealed.isSealed = true
        return sealed
    }
}
