import Council

extension Command {
    static let vote = Command(
        "vote", "WHO yes|no|abstain|recuse [because TEXT]", key: "v", label: "vote", group: .voting,
        completes: [.member, .choice(Ballot.Choice.allCases.map(\.rawValue)), .choice(["because"]), .text],
        help: "A ballot; it can be changed until the tally.",
        probe: { meeting in
            let member = meeting.membersInRoom.first { !meeting.isKeptFromVoting($0.handle) }
            return member.map { .vote(who: $0.handle, choice: .yes, reason: nil) } ?? .tally
        }
    ) { words, _ throws(Refusal) in
        .ask(
            .vote(
                who: try words.requireHandle(), choice: try words.requireChoice(Ballot.Choice.self),
                reason: try words.reason()))
    }
}
