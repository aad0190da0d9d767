import Council
import Screen

extension Command {
    static let decide = Command(
        "decide", "VERDICT [DATE|anyway] [because TEXT]", key: "d", label: "decide", footer: 40, group: .deciding,
        completes: [.verdict, .choice(["because", "anyway"]), .text],
        completesAfter: ["defer": .either([.choice(["because"]), .day])],
        help:
            "Decides the item. VERDICT: approve, revise, defer (until DATE), reject, withdraw; for a topic also noted; "
            + "for an outcome confirmed, changed, stopped or defer. `anyway` goes against the last vote.",
        probe: { _ in .decide(verdict: .defer, until: nil, reason: nil) },
        onKey: .opens(Form.decision),
        line: { request in
            guard case .decide(let verdict, let until, let reason, let anyway) = request else { return nil }
            let day = until.map { " \($0)" } ?? ""
            return "decide \(verdict.rawValue)\(anyway ? " anyway" : "")\(day)\(because(reason))"
        }
    ) { words, meeting throws(Refusal) in
        let verdict = try words.requireVerdict(on: meeting.current, in: meeting)
        let anyway = words.take("anyway")
        var until: CalendarDay?
        if let word = words.peek, word.lowercased() != "because" { until = try words.requireDate(at: meeting) }
        return .ask(.decide(verdict: verdict, until: until, reason: try words.reason(), anyway: anyway))
    }
}

extension Form {
    /// The item's decision; the votes and the charter's findings are shown before it is made.
    static func decision(in room: Model) -> Form {
        let verdicts = room.meeting.verdicts(on: room.meeting.current)
        return Form(
            title: "Decision",
            fields: [
                .choice("Decision", verdicts.map(\.rawValue), selected: suggestion(among: verdicts, in: room)),
                .text("Until", completing: .day), .text("Because"),
            ],
            facts: { room in
                guard let item = room.meeting.current else { return [] }
                let title = Line(room.meeting.title(of: item), Style(.strong, on: .dialog, .bold))
                let votes = item.motions.filter { item.isLatest($0) }.map { motion in
                    Line(motion.resultSentence(in: room.meeting), Style(motion.role(in: room.meeting), on: .dialog))
                }
                let outcome = room.meeting.outcome(of: item).map {
                    $0.lines.map { Line($0, Style(.text, on: .dialog)) }
                }
                return [title] + (outcome ?? []) + votes + room.meeting.findings(on: item).map { $0.shownLine }
            },
            question: { fields, room in
                guard let item = room.meeting.current else { return nil }
                var parts: [String] = []
                let verdict = Decision.Verdict(rawValue: fields[0].value)
                if let motion = verdict.flatMap({ room.meeting.vote(against: $0, on: item) }) {
                    let answer = room.meeting.answer(to: motion)
                    parts.append("\(answer.prefix(1).uppercased() + answer.dropFirst()), and this goes against it.")
                }
                let concerns = item.openConcerns.map { String($0.number) }
                if !concerns.isEmpty {
                    parts.append(
                        "\(concerns.count == 1 ? "Concern" : "Concerns") \(listed(concerns)) "
                            + "\(concerns.count == 1 ? "is" : "are") open, and the minutes will say so.")
                }
                if fields[0].value == "approve", !room.meeting.gate(on: item).isEmpty {
                    parts.append("The gate is not clear: this records the chair's override, with the reason.")
                }
                return parts.isEmpty ? nil : parts.joined(separator: " ")
            },
            preview: { request, room in
                guard let acts = try? room.journal.consider(request, at: room.now),
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
            return .decide(verdict: verdict, until: until, reason: reason.isEmpty ? nil : reason, anyway: anyway)
        }
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
            (try? room.journal.consider(.decide(verdict: verdict, until: nil, reason: reason), at: room.now)) != nil
        }
        return (allowed ?? (isCarried ? nil : .defer)).flatMap(verdicts.firstIndex)
    }
}

extension Words {
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
