import Council
import Screen

extension Form {
    /// Puts a question to the council.
    static func motion(in room: Model) -> Form {
        let item = room.meeting.current
        let hasProposal = item.flatMap { room.meeting.baseProposal(of: $0) } != nil
        // A topic has nothing but what is asked in words of one's own.
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

    /// The chair's answer to a tie or an escalation.
    static func ruling(in room: Model) -> Form {
        Form(
            title: "The chair decides", fields: [.answer("Ruling", ["yes", "no"]), .text("Because")],
            facts: { room in
                guard let motion = room.meeting.current?.motionAwaitingRuling else { return [] }
                var lines = [
                    Line(motion.question.title, Style(.strong, on: .dialog, .bold)),
                    Line(room.meeting.tally(of: motion).sentence, Style(.tied, on: .dialog)),
                ]
                if let escalation = motion.escalation {
                    lines.append(Line("escalated: \(escalation.reason)", Style(.warning, on: .dialog)))
                }
                let who = room.meeting.roster.name(of: room.meeting.presiding)
                let office = room.meeting.actingChair == nil ? "chair" : "acting chair"
                lines.append(Line("\(who) rules as \(office)", Style(.label, on: .dialog)))
                return lines
            }
        ) { fields, _ throws(Refusal) in
            guard let answer = Ruling.Answer(rawValue: fields[0].value) else {
                throw Refusal("no ruling is chosen yet: y or n chooses one")
            }
            return .rule(answer: answer, reason: fields[1].value)
        }
    }

    /// The item's decision: what speaks against it is shown before it is made.
    static func decision(in room: Model) -> Form {
        let verdicts = Decision.Verdict.allCases
        return Form(
            title: "Decision",
            fields: [
                .choice("Decision", verdicts.map(\.rawValue), selected: suggestedVerdict(in: room)),
                .text("Until", completing: .day), .text("Because"),
            ],
            facts: { room in
                guard let item = room.meeting.current else { return [] }
                let title = Line(room.meeting.title(of: item), Style(.strong, on: .dialog, .bold))
                let votes = item.motions.filter { item.isLatest($0) }.map { motion in
                    Line(motion.resultSentence(in: room.meeting), Style(motion.role(in: room.meeting), on: .dialog))
                }
                return [title] + votes + room.meeting.findings(on: item).map { $0.shownLine }
            },
            question: { fields, room in
                guard let item = room.meeting.current else { return nil }
                var parts: [String] = []
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
            return .decide(verdict: verdict, until: until, reason: reason.isEmpty ? nil : reason)
        }
    }

    /// What the rules would let the council decide: approval where nothing stands against it; nil where the chair's
    /// answer comes first.
    private static func suggestedVerdict(in room: Model) -> Int? {
        guard room.meeting.current?.motionAwaitingRuling == nil else { return nil }
        let order: [Decision.Verdict] = [.approve, .revise, .defer]
        let allowed = order.first { verdict in
            (try? room.journal.consider(.decide(verdict: verdict, until: nil, reason: nil), at: room.now)) != nil
        }
        return Decision.Verdict.allCases.firstIndex(of: allowed ?? .defer)
    }

    static func action(in room: Model) -> Form {
        Form(
            title: "Action",
            fields: [.text("Owner", completing: .person), .text("By", completing: .day), .text("Action")],
            facts: { _ in
                [Line("Owner is a handle or a part of a name, By a date or a weekday.", Style(.muted, on: .dialog))]
            },
            preview: { request, room in
                guard case .action(let owner, let due, _) = request else { return nil }
                let who = owner.map { room.meeting.roster.name(of: $0) } ?? "nobody yet"
                return "for \(who), \(due.map { "by \($0.long)" } ?? "no date")"
            }
        ) { fields, room throws(Refusal) in
            let owner = fields[0].value.hasPrefix("@") ? String(fields[0].value.dropFirst()) : fields[0].value
            var due: CalendarDay?
            if !fields[1].value.isEmpty {
                due = try CalendarDay.read(fields[1].value, at: room.meeting.agenda.date)
            }
            return .action(owner: owner.isEmpty ? nil : Handle(owner), due: due, text: fields[2].value)
        }
    }

    static func amendment(in room: Model) -> Form {
        var form = Form(
            title: "Amendment",
            fields: [.text("Field", completing: .field), .text("Value", isMultiline: true), .text("Because")],
            preview: { request, room in
                guard case .amend = request,
                    let acts = try? room.journal.consider(request, at: room.now),
                    case .amended(let amended)? = acts.first
                else { return nil }
                return amended.amendment.spoken
            }
        ) { fields, room throws(Refusal) in
            guard let field = ProposalField(spoken: fields[0].value) else {
                let known = ProposalField.allCases.map(\.rawValue)
                let hint = nearest(to: fields[0].value, among: known).map { "did you mean `\($0)`?" }
                throw Refusal(
                    fields[0].value.isEmpty
                        ? "name the field to amend"
                        : "a proposal has no field `\(fields[0].value)`: \(hint ?? "the fields are listed below it")")
            }
            if fields[1].value.isEmpty, let item = room.meeting.current,
                let proposal = room.meeting.effectiveProposal(of: item)
            {
                let now = proposal.value(of: field)
                throw Refusal(
                    "\(field.rawValue) is \(now.isEmpty ? "empty" : "`\(now)`") now; write it as \(field.form)")
            }
            return .amend(field: field, value: fields[1].value, reason: fields[2].value.isEmpty ? nil : fields[2].value)
        }
        // What the field says now is there to be changed.
        form.afterLeaving = { index, fields, room in
            guard index == 0, let field = ProposalField(spoken: fields[0].value), let item = room.meeting.current,
                let proposal = room.meeting.effectiveProposal(of: item)
            else { return }
            fields[1].suggest(proposal.value(of: field))
        }
        form.suggest(in: room)
        return form
    }
}
