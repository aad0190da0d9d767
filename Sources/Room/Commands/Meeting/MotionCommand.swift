import Council
import Screen

extension Command {
    static let motion = Command(
        "motion", "[proposal|solution|team|lead|amendment N|TEXT]", key: "m", label: "motion", footer: 130,
        group: .voting,
        completes: [.choice(["proposal", "solution", "team", "lead", "amendment"]), .amendment],
        help: "Puts a question to the council; the proposal if nothing is named.",
        probe: { meeting in
            // A topic has no proposal, and takes questions in a person's own words.
            let hasProposal = meeting.current.flatMap { meeting.baseProposal(of: $0) } != nil
            return .motion(hasProposal ? .proposal : .text("…"))
        },
        onKey: .opens(Form.motion),
        line: { request in
            switch request {
            case .motion(.proposal): "motion proposal"
            case .motion(.solution): "motion solution"
            case .motion(.team): "motion team"
            case .motion(.lead): "motion lead"
            case .motion(.amendment(let number)): "motion amendment \(number)"
            case .motion(.text(let text)): "motion \(text)"
            default: nil
            }
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

extension Form {
    /// Puts a question to the council.
    static func motion(in room: Model) -> Form {
        let item = room.meeting.current
        let hasProposal = item.flatMap { room.meeting.baseProposal(of: $0) } != nil
        // A topic takes questions in a person's own words alone.
        var words = hasProposal ? ["proposal", "solution", "team", "lead"] : []
        var shown = words
        for amendment in item?.amendments ?? [] {
            words.append("amendment \(amendment.number)")
            shown.append("amendment \(amendment.number)")
        }
        words.append("text")
        shown.append("own words")
        return Form(
            title: "Motion", fields: [.choice("Question", words, shown: shown), .text("Own words")],
            facts: { room in
                guard let item = room.meeting.current else { return [] }
                return [Line(room.meeting.title(of: item), Style(.strong, on: .dialog, .bold))]
                    + [Line(room.meeting.roster.voting.summary, Style(.muted, on: .dialog))]
            }
        ) { fields, _ throws(Refusal) in
            if !fields[1].value.isEmpty || fields[0].value == "text" { return .motion(.text(fields[1].value)) }
            switch fields[0].value {
            case "solution": return .motion(.solution)
            case "team": return .motion(.team)
            case "lead": return .motion(.lead)
            case let word where word.hasPrefix("amendment "):
                return .motion(.amendment(number: Int(word.dropFirst("amendment ".count)) ?? 0))
            default: return .motion(.proposal)
            }
        }
    }
}
