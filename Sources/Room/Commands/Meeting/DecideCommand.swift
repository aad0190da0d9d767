import Council
import Screen

extension Command {
    static let decide = Command(
        "decide", "VERDICT [DATE|anyway] [if N…] [as TEXT] [because TEXT]", key: "d", label: "decide", footer: 40,
        group: .deciding,
        completes: [.verdict, .choice(["because", "as", "if", "anyway"]), .text],
        completesAfter: [
            "defer": .either([.choice(["because"]), .day, .choice(["as"])]), "if": .concern, "as": .resolution,
            "anyway": .choice(["because", "as"]),
        ],
        help:
            "Decides the item. VERDICT: approve, revise, defer (until DATE), reject, withdraw; for a topic also noted; "
            + "for an outcome confirmed, changed, stopped or defer. `anyway` goes against the last vote. `if` binds an approval "
            + "to open concerns, and `as` says the resolution in other words than those that are composed.",
        probe: { _ in .decide(verdict: .defer, until: nil, reason: nil) },
        onKey: .opens(Form.decision),
        line: { request in
            guard
                case .decide(let verdict, let until, let reason, let anyway, let conditions, let resolution) = request
            else { return nil }
            let day = until.map { " \($0)" } ?? ""
            let bound = conditions.isEmpty ? "" : " if \(conditions.map(String.init).joined(separator: " "))"
            let words = resolution.map { " as \($0)" } ?? ""
            return "decide \(verdict.rawValue)\(anyway ? " anyway" : "")\(day)\(bound)\(words)\(because(reason))"
        }
    ) { words, meeting throws(Refusal) in
        let verdict = try words.requireVerdict(on: meeting.current, in: meeting)
        let anyway = words.take("anyway")
        var until: CalendarDay?
        if let word = words.peek?.lowercased(), !["because", "as", "if"].contains(word) {
            until = try words.requireDate(at: meeting)
        }
        let conditions = words.take("if") ? try words.requireNumbers() : []
        var resolution: String?
        if words.take("as") {
            resolution = words.untilReason()
            if resolution?.isEmpty == true {
                throw Refusal("`as` wants the resolution behind it: write `decide approve as TEXT`")
            }
        }
        return .ask(
            .decide(
                verdict: verdict, until: until, reason: try words.reason(), anyway: anyway, conditions: conditions,
                resolution: resolution))
    }
}

extension Form {
    /// The item's decision; the votes and the charter's findings are shown before it is made.
    ///
    /// The resolution stands in it as it is composed, behind the reason: who takes it as it is passes it by. Only what is
    /// deferred has a day.
    static func decision(in room: Model) -> Form {
        let verdicts = room.meeting.verdicts(on: room.meeting.current)
        let hasConcerns = room.meeting.current?.openConcerns.isEmpty == false
        var form = Form(
            title: "Decision",
            fields: [
                .choice("Decision", verdicts.map(\.rawValue), selected: suggestion(among: verdicts, in: room)),
                .text("Until", completing: .day), .text("Because"), .text("Resolution"),
            ] + (hasConcerns ? [.text("Condition")] : []),
            facts: facts, question: question,
            preview: { request, room in
                guard let acts = try? room.consider(request),
                    case .decided(let decided)? = acts.first
                else { return nil }
                return decided.decision.sentence(in: room.meeting, on: room.meeting.current)
            }
        ) { fields, room throws(Refusal) in
            var until: CalendarDay?
            if !fields[1].value.isEmpty {
                until = try CalendarDay.read(fields[1].value, at: room.meeting.agenda.date)
            }
            let reason = fields[2].value
            guard let verdict = Decision.Verdict(rawValue: fields[0].value) else {
                throw Refusal("no decision is chosen yet: the first letters of one choose it")
            }
            // The dialog asks by itself before anything goes against the vote.
            let anyway = room.meeting.current.flatMap { room.meeting.vote(against: verdict, on: $0) } != nil
            return .decide(
                verdict: verdict, until: until, reason: reason.isEmpty ? nil : reason, anyway: anyway,
                conditions: try conditions(in: fields),
                resolution: fields[3].value.isEmpty || fields[3].isSuggestion ? nil : fields[3].value)
        }
        form.keepUp = { fields, room in
            fields[1].isLeftOut = fields[0].value != Decision.Verdict.defer.rawValue
            guard let verdict = Decision.Verdict(rawValue: fields[0].value) else { return }
            let conditions = (try? Self.conditions(in: fields)) ?? []
            fields[3].follow(room.meeting.composedResolution(for: verdict, conditions: conditions) ?? "")
        }
        form.keepUp(&form.fields, room)
        return form
    }

    private static func facts(in room: Model) -> [Line] {
        guard let item = room.meeting.current else { return [] }
        let title = Line(room.meeting.title(of: item), Style(.strong, on: .dialog, .bold))
        let votes = item.motions.filter { item.isLatest($0) }.map { motion in
            Line(motion.resultSentence(in: room.meeting), Style(motion.role(in: room.meeting), on: .dialog))
        }
        let outcome = room.meeting.outcome(of: item).map { $0.lines.map { Line($0, Style(.text, on: .dialog)) } }
        return [title] + (outcome ?? []) + votes + room.meeting.findings(on: item).map { $0.shownLine }
    }

    private static func question(_ fields: [FormField], in room: Model) -> String? {
        guard let item = room.meeting.current else { return nil }
        var parts: [String] = []
        let verdict = Decision.Verdict(rawValue: fields[0].value)
        if let motion = verdict.flatMap({ room.meeting.vote(against: $0, on: item) }) {
            let answer = room.meeting.answer(to: motion)
            parts.append("\(answer.capitalizedFirst), and this goes against it.")
        }
        let conditions = (try? conditions(in: fields)) ?? []
        let concerns = item.openConcerns.map(\.number).filter { !conditions.contains($0) }.map(String.init)
        // What sends an item back is no surprise: it is the list of what to bring.
        if !concerns.isEmpty, verdict != .revise {
            parts.append(
                "\(concerns.count == 1 ? "Concern" : "Concerns") \(listed(concerns)) "
                    + "\(concerns.count == 1 ? "is" : "are") open, and the minutes will say so.")
        }
        if verdict == .approve, !room.meeting.gate(on: item).isEmpty {
            parts.append("The gate is not clear: this records the chair's override, with the reason.")
        }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }

    /// The numbers of the concerns that the decision is bound to.
    private static func conditions(in fields: [FormField]) throws(Refusal) -> [Int] {
        guard fields.count > 4 else { return [] }
        let words = fields[4].value.split { " ,".contains($0) }.filter { $0.lowercased() != "and" }
        var numbers: [Int] = []
        for word in words {
            guard let number = Int(word) else {
                throw Refusal("`\(word)` is no number of a concern: write the numbers of those that are to be answered")
            }
            numbers.append(number)
        }
        return numbers
    }

    /// The place of the first decision that the rules allow, approval if nothing stands against it, and about an outcome
    /// what was carried; nil while the chair's ruling is awaited, and if only what goes against a yes is left.
    private static func suggestion(among verdicts: [Decision.Verdict], in room: Model) -> Int? {
        guard let item = room.meeting.current, item.motionAwaitingRuling == nil else { return nil }
        // A reason overrides the gate, so that only a decision that has to have one is tried with it.
        let reason = item.agenda.isForOutcome ? "…" : nil
        let isCarried = room.meeting.lastVote(on: item)?.isCarried == true
        let order: [Decision.Verdict] =
            [.approve, .confirmed, .changed, .stopped] + (isCarried ? [] : [.revise, .defer])
        let allowed = order.first { verdict in
            (try? room.consider(.decide(verdict: verdict, until: nil, reason: reason))) != nil
        }
        return (allowed ?? (isCarried ? nil : .defer)).flatMap(verdicts.firstIndex)
    }
}

extension Words {
    /// One number or several: `2 6`, `2, 6`, `2 and 6`.
    fileprivate mutating func requireNumbers() throws(Refusal) -> [Int] {
        var numbers = try Self.numbers(in: try require("the number of an open concern"), orThrow: noNumber)
        while let word = peek, !["as", "because"].contains(word.lowercased()) {
            _ = next()
            if word.lowercased() != "and" { numbers += try Self.numbers(in: word, orThrow: noNumber) }
        }
        return numbers
    }

    private static func numbers(
        in word: String, orThrow refusal: (String) -> Refusal
    ) throws(Refusal) -> [Int] {
        let numbers = word.split(separator: ",").map { Int($0) }
        guard !numbers.isEmpty, !numbers.contains(nil) else { throw refusal(word) }
        return numbers.compactMap { $0 }
    }

    /// A decision. One that this item can't have is left to the rules; one that is none is answered with those that it can.
    fileprivate mutating func requireVerdict(on item: Item?, in meeting: Meeting) throws(Refusal) -> Decision.Verdict {
        if let verdict = peek.flatMap({ Decision.Verdict(rawValue: $0.lowercased()) }) {
            _ = next()
            return verdict
        }
        let verdicts = meeting.verdicts(on: item)
        return verdicts[try requirePlace(among: verdicts.map(\.rawValue))]
    }
}
