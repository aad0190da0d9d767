import Council

extension Command {
    static let amend = Command(
        "amend", "FIELD = VALUE [because TEXT]", key: "e", label: "amend", group: .deciding,
        completes: [.field, .choice(["="]), .value, .text],
        help: "A change to the proposal, kept as before → after.",
        probe: { _ in .amend(field: .thirdParty, value: "…", reason: nil) }
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
        // The last one: a value may well say why, too.
        if let because = value.ranges(of: " because ").last {
            reason = value[because.upperBound...].trimmed
            value = value[..<because.lowerBound].trimmed
        }
        return .ask(.amend(field: field, value: value, reason: reason))
    }
}
