import Council

extension Command {
    static let clock = Command(
        "clock", "pause|resume|add MINUTES", label: "clock", group: .meeting,
        completes: [.choice(["pause", "resume", "add"])],
        help: "The item's time box.",
        probe: { _ in .clock(.add(minutes: 1)) }
    ) { words, _ throws(Refusal) in
        enum Change: String, CaseIterable { case pause, resume, add }
        switch try words.requireChoice(Change.self) {
        case .pause: return .ask(.clock(.pause))
        case .resume: return .ask(.clock(.resume))
        case .add: return .ask(.clock(.add(minutes: try words.requireNumber("MINUTES"))))
        }
    }
}
