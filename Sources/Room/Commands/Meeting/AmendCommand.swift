import Council
import Screen

extension Command {
    static let amend = Command(
        "amend", "FIELD = VALUE [because TEXT]", key: "e", label: "amend", footer: 70, group: .deciding,
        completes: [.field, .choice(["="]), .value, .text],
        help: "Amends the proposal; the record keeps before and after.",
        probe: { _ in .amend(field: .thirdParty, value: "…", reason: nil) },
        onKey: .opens(Form.amendment),
        line: { request in
            guard case .amend(let field, let value, let reason) = request else { return nil }
            return "amend \(field.rawValue) = \(value)\(because(reason))"
        }
    ) { words, _ throws(Refusal) in
        let text = words.remainder()
        guard let equals = text.firstIndex(of: "=") else {
            throw Refusal("the = between field and value is missing: write `amend FIELD = VALUE [because TEXT]`")
        }
        let name = text[..<equals].trimmed
        guard let field = ProposalField(spoken: name) else {
            let known = ProposalField.allCases.map(\.rawValue)
            let hint = nearest(to: name, among: known).map { "did you mean `\($0)`?" }
            throw Refusal("a proposal has no field `\(name)`: \(hint ?? "the fields are " + listed(known))")
        }
        var value = text[text.index(after: equals)...].trimmed
        var reason: String?
        // The last one counts: a value may contain the word, too.
        if let because = value.ranges(of: " because ").last {
            reason = value[because.upperBound...].trimmed
            value = value[..<because.lowerBound].trimmed
        }
        return .ask(.amend(field: field, value: value, reason: reason))
    }
}

extension Form {
    static func amendment(in room: Model) -> Form {
        var form = Form(
            title: "Amendment",
            fields: [.text("Field", completing: .field), .text("Value", isMultiline: true), .text("Because")],
            preview: { request, room in
                guard case .amend = request,
                    let acts = try? room.consider(request),
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
        // The field's present value is there to be changed.
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
