import Council

extension Command {
    static let vote = Command(
        "vote", "WHO yes|no|abstain|recuse [because TEXT]", key: "v", label: "vote", footer: 30,
        group: .voting,
        completes: [.member, .choice(Ballot.Choice.allCases.map(\.rawValue)), .choice(["because"]), .text],
        help: "A ballot; it can be changed until the tally.",
        probe: ballot,
        // The key puts a motion first.
        keyProbe: { $0.openMotion == nil ? motion.probe($0) : ballot(in: $0) },
        onKey: .does { room in
            guard room.meeting.openMotion != nil else { return putToVote(in: &room) }
            room.focus = .votes
            room.layers.append(Voting(in: room))
            return []
        },
        line: { request in
            guard case .vote(let who, let choice, let reason) = request else { return nil }
            return "vote \(who) \(choice.rawValue)\(because(reason))"
        }
    ) { words, _ throws(Refusal) in
        .ask(
            .vote(
                who: try words.requireHandle(), choice: try words.requireChoice(Ballot.Choice.self),
                reason: try words.reason()))
    }
}

extension Command {
    static let tally = Command(
        "tally", key: "T", label: "tally", group: .voting,
        help: "Closes the vote.",
        probe: { _ in .tally },
        line: { $0 == .tally ? "tally" : nil }
    ) { _, _ in .ask(.tally) }

    /// A ballot that somebody could give now.
    private static func ballot(in meeting: Meeting) -> Request {
        let member = meeting.membersInRoom.first { !meeting.isKeptFromVoting($0.handle) }
        return member.map { .vote(who: $0.handle, choice: .yes, reason: nil) } ?? .tally
    }

    /// Puts the proposal to the vote; asks for the question if it had its vote, or if there is no proposal.
    private static func putToVote(in room: inout Model) -> [Effect] {
        guard let item = room.meeting.current, item.motions.isEmpty, room.meeting.baseProposal(of: item) != nil else {
            room.open(Form.motion(in: room))
            return []
        }
        return room.ask(.motion(.proposal))
    }
}
