import Council
import Screen

extension Finding {
    /// The finding as the screen shows it: a glyph and a word, never colour alone.
    var shownLine: Line {
        switch weight {
        case .gate:
            Line([Span("! gate: ", Style(.error, .page, .bold)), Span("\(sentence) [\(field)]", Style(.error))])
        case .advice:
            Line([
                Span("~ \(principle.rawValue): ", Style(.warning, .page, .bold)),
                Span("\(sentence) [\(field)]", Style(.warning)),
            ])
        }
    }
}

extension Style {
    init(_ role: Role, _ ground: Ground, _ traits: Traits) { self.init(role, on: ground, traits) }
}

extension Motion {
    /// `The proposal: 3–2, quorum 5 of 7: carried`, with the ruling where there is one.
    func resultSentence(in meeting: Meeting) -> String {
        let tally = meeting.tally(of: self)
        var text = "\(question.title): \(tally.counts): \(isOpen ? "open" : tally.outcome.rawValue)"
        if escalation != nil { text += ", escalated" }
        if let ruling {
            text += ", ruled \(ruling.answer.rawValue) by \(meeting.roster.name(of: ruling.by)): \(ruling.reason)"
        }
        return text
    }

    func role(in meeting: Meeting) -> Role {
        switch isCarried {
        case true?: .yes
        case false?: .no
        case nil: meeting.tally(of: self).outcome == .tied ? .tied : .warning
        }
    }
}

extension Decision.Basis {
    /// What a decision rests on, as a sentence goes on with it.
    func spoken(in meeting: Meeting) -> String {
        switch self {
        case .motion(let number):
            meeting.motion(number).map { "the vote on \($0.question.title), \(meeting.tally(of: $0).counts)" }
                ?? "a vote"
        case .ruling(let number):
            meeting.motion(number).map { "the chair's ruling on \($0.question.title)" } ?? "a ruling"
        case .consensus: "consensus: nobody asked for a vote"
        case .withoutQuorum: "no vote: there is no quorum, and this needs none"
        }
    }
}

extension Ballot.Choice {
    /// A glyph and a word.
    var shown: String {
        switch self {
        case .yes: "✓ yes"
        case .no: "✗ no"
        case .abstain: "○ abstains"
        case .recuse: "⊘ recused"
        }
    }

    var role: Role {
        switch self {
        case .yes: .yes
        case .no: .no
        case .abstain: .abstain
        case .recuse: .recuse
        }
    }
}

extension Outcome {
    var role: Role {
        switch self {
        case .carried: .yes
        case .lost: .no
        case .tied: .tied
        case .noQuorum: .warning
        }
    }
}
