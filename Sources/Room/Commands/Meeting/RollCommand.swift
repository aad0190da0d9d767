import Council

extension Command {
    static let roll = Command(
        "roll", "WHO present|remote|absent", key: "r", label: "roll", footer: 90, group: .meeting,
        completes: [.person, .choice(Presence.allCases.map(\.rawValue))],
        help: "Attendance; arrivals and departures are stamped with the time.",
        probe: { meeting in
            let first = meeting.roster.everybody.first
            return first.map {
                .roll(who: $0.handle, presence: meeting.presence(of: $0.handle) == .present ? .absent : .present)
            }
        },
        onKey: .opens { RollCall(in: $0.meeting) },
        line: { if case .roll(let who, let presence) = $0 { "roll \(who) \(presence.rawValue)" } else { nil } }
    ) { words, _ throws(Refusal) in
        .ask(.roll(who: try words.requireHandle(), presence: try words.requireChoice(Presence.self)))
    }
}
