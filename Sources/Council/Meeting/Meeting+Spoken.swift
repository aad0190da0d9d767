/// Where the meeting stands, in lines that the console and the acts share.
extension Meeting {
    public var quorumLine: String {
        hasQuorum
            ? "quorum: \(membersInRoom.count) of \(counted(roster.seats, "seat")) in the room, \(quorumNeeded) needed"
            : "no quorum: \(quorumSentence(or: nil))"
    }

    /// The tally's sentence, or what it would be while the vote is open.
    public func sentence(of motion: Motion) -> String {
        motion.tally?.sentence ?? liveTally(of: motion).openSentence
    }

    /// How a vote went, or how it stands while it is open.
    public func report(of motion: Motion) -> String {
        motion.tally?.report ?? liveTally(of: motion).openSentence
    }

    /// How a vote stands, and who is still to vote.
    public func standing(of motion: Motion) -> [String] {
        let tally = tally(of: motion)
        var lines = ["vote \(motion.isOpen ? "open" : "closed") on \(motion.question.spoken): \(sentence(of: motion))"]
        if motion.isOpen {
            let waiting = tally.eligible.filter { motion.ballots[$0] == nil }
            if !waiting.isEmpty {
                lines.append("to vote: \(listed(motion.order.filter(waiting.contains).map(\.rawValue)))")
            }
        }
        return lines
    }

    /// The number of an item in the agenda, for people; its id if the agenda no longer has it.
    func place(of id: ItemID) -> String { number(of: id).map(String.init) ?? id.rawValue }

    func note(_ number: Int, of id: ItemID) -> Note? { item(id)?.notes.first { $0.number == number } }
}

extension Meeting {
    /// `6 of 8 have voted; not yet: Wen, Zsófia`; nil if nobody could vote.
    public func awaitedVoters(on motion: Motion) -> String? {
        let voters = motion.order.filter { isInRoom($0) && !isKeptFromVoting($0) }
        guard !voters.isEmpty else { return nil }
        let silent = voters.filter { motion.ballots[$0] == nil }
        let given = "\(voters.count - silent.count) of \(voters.count) have voted"
        return silent.isEmpty ? given : "\(given); not yet: \(listed(silent.map(roster.shortName(of:)), "and"))"
    }
}
