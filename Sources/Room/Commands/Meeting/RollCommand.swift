import Council

extension Command {
    static let roll = Command(
        "roll", "as last time|WHO present|remote|absent", key: "r", label: "roll", footer: 90, group: .meeting,
        completes: [.either([.person, .choice(["as"])]), .choice(Presence.allCases.map(\.rawValue))],
        completesAfter: ["as": .choice(["last"]), "last": .choice(["time"])],
        help:
            "Records attendance, with the time of each arrival and departure. `as last time` puts everybody on the roll "
            + "as they were at the last meeting.",
        probe: { meeting in
            let first = meeting.roster.everybody.first
            return first.map {
                .roll(who: $0.handle, presence: meeting.presence(of: $0.handle) == .present ? .absent : .present)
            }
        },
        onKey: .opens { RollCall(in: $0.meeting) },
        line: { request in
            if case .roll(let who, let presence) = request { return "roll \(who) \(presence.rawValue)" }
            return request == .rollAsLastTime ? "roll as last time" : nil
        }
    ) { words, _ throws(Refusal) in
        var ahead = words
        if ahead.take("as"), ahead.take("last") {
            guard ahead.take("time") else { throw Refusal("`as last` needs `time`: write `roll as last time`") }
            words = ahead
            return .ask(.rollAsLastTime)
        }
        return .ask(.roll(who: try words.requireHandle(), presence: try words.requireChoice(Presence.self)))
    }
}

extension Model {
    /// Puts everybody on the roll as they were at the last meeting, but for those who are on it already, as soon
    /// as it is known who was there.
    mutating func rollAsLastTime() throws(Refusal) -> [Effect] {
        guard let library else {
            waiting = .roll
            notice = Notice("the minutes of earlier meetings are being read for who was there")
            return readLibrary()
        }
        let last = try library.rollAsLastTime(for: meeting)
        let effects = ask(.rolls(last.entries))
        guard !effects.isEmpty, notice?.weight != .refusal else { return effects }
        var undo = keys.label(of: "undo") ?? ":undo"
        for place in layers.indices {
            guard var roll = layers[place] as? RollCall else { continue }
            roll.goToNext(in: meeting)
            layers[place] = roll
            undo = "u"
        }
        let people = counted(last.entries.count, "person", plural: "people")
        notice = Notice("as on \(last.day.long): \(people); \(undo) takes it back")
        return effects
    }
}
