import Council

extension Command {
    static let decide = Command(
        "decide", "approve|revise|defer [DATE]|reject|withdraw [because TEXT]", key: "d", label: "decide",
        group: .deciding,
        completes: [.choice(Decision.Verdict.allCases.map(\.rawValue)), .choice(["because"]), .text],
        help: "The item's decision.",
        probe: { _ in .decide(verdict: .defer, until: nil, reason: nil) }
    ) { words, meeting throws(Refusal) in
        let verdict = try words.requireChoice(Decision.Verdict.self)
        var until: CalendarDay?
        if let word = words.peek, word.lowercased() != "because" { until = try words.requireDate(at: meeting) }
        return .ask(.decide(verdict: verdict, until: until, reason: try words.reason()))
    }
}
