import Council

/// `consent: { approvals: quorum, up_to: 500000 USD, kinds: [application, technology] }`.
extension CouncilFile {
    /// - Parameter seats: How many members the council has; nil if that is not known.
    static func consent(_ fields: Fields, seats: Int?) -> ConsentRule? {
        let approvals = approvals(fields, seats: seats)
        let upTo = fields.line("up_to").flatMap { limit($0, fields) }
        let kinds = kinds(fields)
        if let costly = kinds.first(where: { $0 != .hiring }), !fields.isGiven("up_to") {
            fields.missing(
                "`up_to` is missing, and a proposal of the kind \(costly.rawValue) has a cost; write `up_to: 500000 USD`"
            )
        }
        return kinds.isEmpty ? nil : ConsentRule(approvals: approvals, upTo: upTo, kinds: kinds)
    }

    private static func approvals(_ fields: Fields, seats: Int?) -> Int? {
        guard let text = fields.line("approvals"), text != "quorum" else { return nil }
        guard text.utf8.count <= 4, let number = Int(text), number > 0 else {
            fields.fault(
                "approvals",
                "`approvals` must be `quorum`, or a number of members such as `approvals: 5`, not `\(visible(text))`")
            return nil
        }
        if let seats, number > seats {
            fields.fault(
                "approvals",
                "`approvals` is \(number), and the council has \(counted(seats, "seat")); ask for at most as many")
        }
        return number
    }

    private static func limit(_ text: String, _ fields: Fields) -> ConsentRule.Limit? {
        let parts = text.split(separator: " ", maxSplits: 1).map(\.trimmed)
        // `500 k USD` is not 500 of a unit `k USD`.
        let isScaled = parts.count == 2 && ["k", "K", "M", "B"].contains(parts[1].prefix { $0 != " " })
        if parts.count == 2, !isScaled, parts[0].utf8.count <= 15, parts[0].utf8.allSatisfy({ (48...57).contains($0) }),
            let value = Double(parts[0]), parts[1].first?.isLetter == true
        {
            return ConsentRule.Limit(value, parts[1])
        }
        fields.fault(
            "up_to",
            "`up_to` must be a plain number and its unit, such as `up_to: 500000 USD`, not `\(visible(text))`")
        return nil
    }

    private static func kinds(_ fields: Fields) -> [Proposal.Kind] {
        let words = Proposal.Kind.allCases.map(\.rawValue)
        guard fields.required("kinds", "[\(words.joined(separator: ", "))]", { fields.value($0) }) != nil else {
            return []
        }
        if fields.value("kinds")?.sequence?.isEmpty == true {
            fields.fault("kinds", "`kinds` is an empty list; name \(listed(words.map { "`\($0)`" }, "or"))")
        }
        var kinds: [Proposal.Kind] = []
        _ = fields.list("kinds", "[application]") { node -> Proposal.Kind? in
            guard let text = fields.line(of: node, "an entry of `kinds`") else { return nil }
            if let kind = Proposal.Kind(rawValue: text), !kinds.contains(kind) {
                kinds.append(kind)
            } else if words.contains(text) {
                fields.sheet.fault(at: node.place, "`\(text)` is already there; name each kind once")
            } else {
                fields.sheet.fault(
                    at: node.place,
                    "an entry of `kinds` must be \(listed(words.map { "`\($0)`" }, "or")), not `\(visible(text))`"
                        + meant(text, words))
            }
            return nil
        }
        return kinds
    }
}
