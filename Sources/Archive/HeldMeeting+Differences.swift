import Council

extension HeldMeeting {
    /// What two accounts of a meeting tell differently, such as `the decision on item 2`.
    func differences(from other: HeldMeeting) -> [String] {
        var found: [String] = []
        if (openedAt, closedAt) != (other.openedAt, other.closedAt) { found.append("when it began and ended") }
        if minutes != other.minutes { found.append("how long it was meant to take") }
        if items.map(\.id) != other.items.map(\.id) {
            found.append("the agenda")
        } else {
            found += zip(items, other.items).flatMap { $0.differences(from: $1) }
        }
        let numbers = Set((actions + other.actions).map(\.reference.number)).sorted()
        found += numbers.filter { number in
            actions.filter { $0.reference.number == number } != other.actions.filter { $0.reference.number == number }
        }.map { "action \($0)" }
        return found
    }
}

extension HeldItem {
    fileprivate func differences(from other: HeldItem) -> [String] {
        let parts = [
            (number == other.number && title == other.title, "the title"),
            (proposesTheSame(as: other) && text == other.text && digest == other.digest, "what was proposed"),
            (presenter == other.presenter, "the presenter"),
            (seconds == other.seconds && box == other.box, "the time"),
            (notes == other.notes, "the notes"), (amendments == other.amendments, "the amendments"),
            (votesCast == other.votesCast, "the votes"), (objections == other.objections, "the objections"),
            (decidesTheSame(as: other), "the decision"),
        ]
        return parts.filter { !$0.0 }.map { "\($0.1) on item \(number)" }
    }

    /// The votes without the sentence on each: older records word it differently, and the ballots say the same.
    private var votesCast: [HeldVote] {
        votes.map { vote in
            var vote = vote
            vote.tally = ""
            return vote
        }
    }

    /// The decision without the sentence on what it rests on, which follows from the votes. Older records have no
    /// resolution, which is no difference.
    private func decidesTheSame(as other: HeldItem) -> Bool {
        var (mine, theirs) = (decision, other.decision)
        mine?.basis = ""
        theirs?.basis = ""
        if mine?.resolution == nil || theirs?.resolution == nil {
            mine?.resolution = nil
            theirs?.resolution = nil
        }
        return mine == theirs
    }

    /// Older records don't say what leads amended, and have the note on a figure that was replaced on the new one, which
    /// is no difference.
    private func proposesTheSame(as other: HeldItem) -> Bool {
        var (mine, theirs) = (proposal, other.proposal)
        let fields = amendments.filter(\.isAccepted).map(\.field)
        if fields.contains("impact") {
            mine?.impact?.note = nil
            theirs?.impact?.note = nil
        }
        if fields.contains(where: { $0.hasPrefix("cost") }) {
            mine?.cost?.note = nil
            theirs?.cost?.note = nil
        }
        if mine?.amended.isEmpty != theirs?.amended.isEmpty {
            mine?.amended = []
            theirs?.amended = []
        }
        return mine == theirs
    }
}
