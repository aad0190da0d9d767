import Council
import Foundation

extension RecordReader {
    func decision(_ json: inout JSONReader) throws(Fault) -> HeldDecision {
        let start = try json.startOfValue()
        var (verdict, spoken): (Decision.Verdict?, String?)
        var held = HeldDecision(verdict: .approve, spoken: "")
        var (names, handles): ([String], [String]) = ([], [])
        try json.object { key, json throws(Fault) in
            switch key {
            case "spoken": spoken = try json.string()
            case "verdict": verdict = try json.one(of: Decision.Verdict.self)
            case "at": held.at = try json.optional(moment)
            case "until": held.until = try json.optional(day)
            case "reason": held.reason = try optionalText(&json)
            case "resolution": held.resolution = try optionalText(&json)
            case "conditions": held.conditions = try json.list(number)
            case "basis": held.basis = try json.string()
            case "overConcerns": held.overConcerns = try json.list(number)
            case "approvedInWriting": names = try json.list(text)
            case "approvedInWritingHandles": handles = try json.list(text)
            default: try json.skip()
            }
        }
        guard let verdict, let spoken else {
            throw Fault(place: start, sentence: missing(("verdict", verdict), ("spoken", spoken)))
        }
        held.verdict = verdict
        held.spoken = spoken
        held.approvals = names.enumerated().compactMap { place, name in
            person(name, handles.indices.contains(place) ? handles[place] : nil)
        }
        return held
    }

    /// How an amendment stands at the end.
    private enum Standing: String, CaseIterable {
        case byConsent = "by consent"
        case carried
        case lost
        case voting = "vote not finished"

        var isAccepted: Bool { self == .byConsent || self == .carried }
    }

    func amendment(_ json: inout JSONReader) throws(Fault) -> HeldAmendment {
        let start = try json.startOfValue()
        var (number, field, standing): (Int?, ProposalField?, Standing?)
        var held = HeldAmendment(number: 0, field: "", before: nil, after: nil, isAccepted: false)
        // Version 1 has nothing but the shortened values.
        let (before, after) = version == 1 ? ("before", "after") : ("wholeBefore", "wholeAfter")
        try json.object { key, json throws(Fault) in
            switch key {
            case "number": number = try json.integer()
            case "field": field = try json.one(of: ProposalField.self)
            case before: held.before = try optionalText(&json)
            case after: held.after = try optionalText(&json)
            case "reason": held.reason = try optionalText(&json)
            case "standing": standing = try json.one(of: Standing.self)
            default: try json.skip()
            }
        }
        guard let number, let field, let standing else {
            throw Fault(
                place: start, sentence: missing(("number", number), ("field", field), ("standing", standing)))
        }
        held.number = number
        held.field = field.rawValue
        held.isAccepted = standing.isAccepted
        return held
    }

    // MARK: Votes

    func vote(_ json: inout JSONReader) throws(Fault) -> HeldVote {
        let start = try json.startOfValue()
        var (number, question, tally): (Int?, String?, String?)
        var held = HeldVote(number: 0, question: "", outcome: nil, tally: "")
        try json.object { key, json throws(Fault) in
            switch key {
            case "number": number = try json.integer()
            case "question": question = try json.string()
            case "outcome": held.outcome = try json.optional { json throws(Fault) in try json.one(of: Outcome.self) }
            case "tally": tally = try json.string()
            case "yes": held.yes = try json.integer()
            case "no": held.no = try json.integer()
            case "ballots": held.ballots = try json.list(ballot).compactMap { $0 }
            case "escalation": held.escalation = try json.optional(escalation)
            case "ruling": held.ruling = try json.optional(ruling)
            default: try json.skip()
            }
        }
        guard let number, let question, let tally else {
            throw Fault(
                place: start, sentence: missing(("number", number), ("question", question), ("tally", tally)))
        }
        held.number = number
        held.question = question
        held.tally = tally
        return held
    }

    private enum Choice: String, CaseIterable {
        case yes, no, none, abstain, recused

        var choice: Ballot.Choice { self == .none ? .no : Ballot.Choice(rawValue: rawValue) ?? .recuse }
    }

    /// Nil for a seat that gave none.
    private func ballot(_ json: inout JSONReader) throws(Fault) -> HeldBallot? {
        let start = try json.startOfValue()
        var (who, handle, reason): (String?, String?, String?)
        var choice: Choice?
        var options: [String] = []
        try json.object { key, json throws(Fault) in
            switch key {
            case "who": who = try json.string()
            case "whoHandle": handle = try optionalText(&json)
            case "options": options = try json.list { json throws(Fault) in try json.string() }
            case "choice": choice = try json.optional { json throws(Fault) in try json.one(of: Choice.self) }
            case "reason": reason = try optionalText(&json)
            default: try json.skip()
            }
        }
        guard let person = person(who, handle) else { throw Fault(place: start, sentence: missing(("who", nil))) }
        return choice.map { HeldBallot(who: person, choice: $0.choice, reason: reason, options: options) }
    }

    /// Why the council handed the question to the chair.
    private func escalation(_ json: inout JSONReader) throws(Fault) -> String {
        let start = try json.startOfValue()
        var reason: String?
        try json.object { key, json throws(Fault) in
            if key == "reason" { reason = try json.string() } else { try json.skip() }
        }
        guard let reason else { throw Fault(place: start, sentence: missing(("reason", nil))) }
        return reason
    }

    private func ruling(_ json: inout JSONReader) throws(Fault) -> HeldRuling {
        let start = try json.startOfValue()
        var option: String?
        var answer: Ruling.Answer?
        var (by, handle, reason): (String?, String?, String?)
        try json.object { key, json throws(Fault) in
            switch key {
            case "answer": answer = try json.one(of: Ruling.Answer.self)
            case "option": option = try optionalText(&json)
            case "by": by = try json.string()
            case "byHandle": handle = try optionalText(&json)
            case "reason": reason = try json.string()
            default: try json.skip()
            }
        }
        guard let answer, let person = person(by, handle), let reason else {
            throw Fault(place: start, sentence: missing(("answer", answer), ("by", by), ("reason", reason)))
        }
        return HeldRuling(answer: answer, by: person, reason: reason, option: option)
    }
}
