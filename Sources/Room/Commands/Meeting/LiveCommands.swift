import Council

extension Command {
    static let here = Command(
        "here", "[remote]", label: "here", group: .meeting, completes: [.choice(["remote"])],
        help: "Puts you on the roll, at your own terminal."
    ) { words, _ throws(Refusal) in
        let isRemote = words.take("remote")
        return .ask(.roll(who: Handle("me"), presence: isRemote ? .remote : .present))
    }

    static let leave = Command(
        "leave", label: "leave", group: .meeting,
        help: "Takes you off the roll, at your own terminal."
    ) { _, _ in .ask(.roll(who: Handle("me"), presence: .absent)) }

    static let who = Command(
        "who", label: "who", group: .screen,
        help: "Lists the terminals at this meeting: who, from where, since when, last heard of."
    ) { _, _ in .effect(.listTerminals) }

    static let host = Command(
        "host", label: "host", group: .screen,
        help: "Goes on with a meeting whose host is gone, at this terminal."
    ) { _, _ in .effect(.host) }
}
