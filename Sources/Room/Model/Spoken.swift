import Council
import Foundation
import Screen

extension Finding {
    /// The finding as the screen shows it: a glyph and a word, never colour alone.
    var shownLine: Line {
        let (sign, role): (String, Role) =
            switch weight {
            case .gate: ("! gate, \(principle.rawValue)", .error)
            case .advice: ("~ \(principle.rawValue)", .warning)
            }
        return Line([
            Span(sign, Style(role, .page, .bold)), Span("  \(sentence) ", .plain), Span("[\(field)]", Style(.muted)),
        ])
    }
}

extension Tally {
    /// The sentence beside the votes, its outcome in bold.
    func shownSpans(isOpen: Bool, on ground: Ground = .page) -> [Span] {
        let sentence = sentenceBesideVotes(isOpen: isOpen)
        let word = isOpen ? self.outcome.whileOpen : self.outcome.rawValue
        let outcome = Span(word, Style(self.outcome.role, on: ground, .bold))
        let text = Style(.text, on: ground)
        guard let found = sentence.range(of: ": \(word)") else { return [Span(sentence, text)] }
        return [
            Span(sentence[..<found.lowerBound] + ": ", text), outcome,
            Span(String(sentence[found.upperBound...]), text),
        ]
    }
}

extension Style {
    init(_ role: Role, _ ground: Ground, _ traits: Traits) { self.init(role, on: ground, traits) }
}

extension Motion {
    /// `The proposal: 3–2, 5 of 7 present: carried`, with the ruling if there is one.
    func resultSentence(in meeting: Meeting) -> String {
        let tally = meeting.tally(of: self)
        let outcome = tally.outcome.rawValue + (ruling == nil ? chosen.map { ", \($0)" } ?? "" : "")
        var text = "\(question.title): \(tally.counts): \(isOpen ? "open" : outcome)"
        if escalation != nil { text += ", escalated" }
        if let ruling {
            text += ", ruled \(ruling.said) by \(meeting.roster.name(of: ruling.by)): \(ruling.reason)"
        }
        return text
    }

    func role(in meeting: Meeting) -> Role {
        switch isCarried {
        case true?: .yes
        case false?: .no
        case nil:
            switch meeting.tally(of: self).outcome {
            case .tied: .tied
            case .polled: .muted
            default: .warning
            }
        }
    }
}

extension Ballot {
    /// The ballot as a word in a block of colour; in a choice, the digits of the options, which stand above with their
    /// names.
    func badge(on ground: Ground, among offered: [String]?) -> Span {
        if isSealed == true { return Span(" ● \(spoken) ", Style(.accent, on: ground, .bold)) }
        guard let options, let offered, !options.isEmpty else {
            return options == nil ? choice.badge(on: ground) : Span(" ✗ none ", Style(.no, on: ground, .bold))
        }
        let digits = options.compactMap { option in offered.firstIndex(of: option).map { "\($0 + 1)" } }
        return Span(" ✓ \(digits.joined(separator: " ")) ", Style(.yes, on: ground, .bold))
    }
}

extension Question {
    /// The title where the options stand beside it.
    var shownTitle: String { options == nil ? title : "Which of these?" }
}

extension Tally {
    /// What the ballots are counted by, with how many each has: yes and no, or the options and none of them.
    var bars: [(word: String, count: Int, role: Role)] {
        guard let options else { return [("yes", yes, .yes), ("no", no, .no)] }
        return options.enumerated().map { ("\($0.offset + 1) \($0.element)", count(of: $0.element), .yes) }
    }
}

extension Ballot.Choice {
    /// A glyph and a word.
    var shown: String { "\(glyph) \(spoken)" }

    /// The ballot as a word in a block of colour, which can be told apart across a room.
    func badge(on ground: Ground) -> Span {
        let isSide = self == .yes || self == .no
        let text = isSide ? " \(glyph) \(spoken.uppercased()) " : " \(glyph) \(spoken) "
        let wide = text + (self == .no ? " " : "")
        return Span(wide, Style(role, on: ground, isSide ? [.bold, .reverse] : .bold))
    }

    private var glyph: String {
        switch self {
        case .yes: "✓"
        case .no: "✗"
        case .abstain: "○"
        case .recuse: "⊘"
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
        case .polled: .label
        }
    }
}

extension Decision.Verdict {
    /// The sign of a decision; its word always stands beside it.
    var glyph: String {
        switch self {
        case .approve: "✓"
        case .revise: "↻"
        case .defer: "…"
        case .reject: "✗"
        case .withdraw: "–"
        case .noted: "•"
        case .confirmed: "✓"
        case .changed: "↻"
        case .stopped: "✗"
        }
    }

    var role: Role {
        switch self {
        case .approve, .confirmed: .yes
        case .reject, .stopped: .no
        case .revise, .defer, .withdraw, .noted, .changed: .tied
        }
    }
}
