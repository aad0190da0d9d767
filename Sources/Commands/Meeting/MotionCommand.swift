import Council

extension Command {
    static let motion = Command(
        "motion", "[proposal|solution|team|lead|amendment N|TEXT]", key: "m", label: "motion", group: .voting,
        completes: [.choice(["proposal", "solution", "team", "lead", "amendment"]), .amendment],
        help: "Puts a question to the council; the proposal if nothing is named.",
        probe: { meeting in
            // A topic has no proposal, but anything else can be asked about it.
            let hasProposal = meeting.current.flatMap { meeting.baseProposal(of: $0) } != nil
            return .motion(hasProposal ? .proposal : .text("…"))
        }
    ) { words, _ throws(Refusal) in
        let text = words.remainder()
        switch text.lowercased() {
        case "", "proposal": return .ask(.motion(.proposal))
        case "solution": return .ask(.motion(.solution))
        case "team": return .ask(.motion(.team))
        case "lead": return .ask(.motion(.lead))
        default:
            let parts = text.split(whereSeparator: \.isWhitespace)
            if parts.count == 2, parts[0].lowercased() == "amendment", let number = Int(parts[1]) {
                return .ask(.motion(.amendment(number: number)))
            }
            if parts.count == 1, parts[0].lowercased() == "amendment" {
                throw Refusal("which amendment? write `motion amendment N`")
            }
            return .ask(.motion(.text(text)))
        }
    }
}
