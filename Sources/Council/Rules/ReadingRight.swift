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
    public func entry(_ entry: Entry, readBy right: ReadingRight) -> Entry {
        func other(_ act: Act) -> Entry {
            Entry(number: entry.number, at: entry.at, act: act, request: entry.request, author: entry.author)
        }
        switch entry.act {
        case .noted(let noted) where !right.mayReadPrivateNotes && isPrivate(noted.number, of: noted.item):
            return other(
                .noted(Act.Noted(item: noted.item, number: noted.number, speaker: nil, kind: .private, text: "")))
        case .reworded(let reworded) where !right.mayReadPrivateNotes && isPrivate(reworded.number, of: reworded.item):
            return other(.reworded(Act.Reworded(item: reworded.item, number: reworded.number, text: "")))
        case .balloted(let balloted) where right.who != balloted.ballot.who:
            guard let motion = meeting.motion(balloted.motion), meeting.isSealed(balloted.ballot, on: motion) else {
                return entry
            }
            return other(.balloted(Act.Balloted(motion: balloted.motion, ballot: balloted.ballot.sealed)))
        default: return entry
        }
    }

    /// The first entry that somebody may read otherwise than before, now that the last entries have been added; nil if
    /// nothing of what they have has changed.
    ///
    /// - Parameter added: The entries that were added last.
    public func firstReadAnew(after added: ArraySlice<Entry>) -> Int? {
        added.lazy.compactMap { entry -> Int? in
            switch entry.act {
            case .tallied(let tallied):
                self.meeting.roster.voting.shown == .atTally ? self.firstBallot(on: tallied.motion) : nil
            case .corrected(let corrected): self.firstNote(corrected.number, of: corrected.item)
            case .undone(let undone): self.target(undone.entry)
            case .redone(let redone): self.target(redone.entry)
            default: nil
            }
        }.min()
    }

    private func target(_ number: Int) -> Int? {
        switch entries.first(where: { $0.number == number })?.act {
        case .corrected(let corrected)?: firstNote(corrected.number, of: corrected.item)
        case .tallied(let tallied)?: firstBallot(on: tallied.motion)
        default: nil
        }
    }

    private func firstBallot(on motion: Int) -> Int? {
        entries.first { if case .balloted(let balloted) = $0.act { balloted.motion == motion } else { false } }?.number
    }

    private func firstNote(_ number: Int, of item: ItemID) -> Int? {
        entries.first {
            if case .noted(let noted) = $0.act { noted.number == number && noted.item == item } else { false }
        }?.number
    }

    /// Whether a note is private now. One that is not in the meeting any more, since it was undone, is as it was noted.
    private func isPrivate(_ number: Int, of item: ItemID) -> Bool {
        if let note = meeting.note(number, of: item) { return note.kind == .private }
        return entries.contains {
            if case .noted(let noted) = $0.act {
                noted.number == number && noted.item == item && noted.kind == .private
            } else {
                false
            }
        }
    }
}

extension Ballot {
    /// The ballot without its choice: only that there is one.
    fileprivate var sealed: Ballot {
        var sealed = Ballot(who: who, choice: .abstain, by: by)
        sealed.isSealed = true
        return sealed
    }
}
