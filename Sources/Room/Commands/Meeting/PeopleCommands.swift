import Council

extension Command {
    static let guest = Command(
        "guest", "NAME [<MAIL>] [of ORG]", label: "guest", group: .meeting, completes: [.text],
        help: "Adds a guest from outside the roster, who may speak and own actions, but not vote.",
        probe: { _ in .guest(name: "Guest", email: nil, organisation: nil) },
        line: { request in
            guard case .guest(let name, let email, let organisation) = request else { return nil }
            return "guest \(name)\(email.map { " <\($0)>" } ?? "")\(organisation.map { " of \($0)" } ?? "")"
        }
    ) { words, _ throws(Refusal) in
        let typed = TypedGuest(words.remainder())
        if let refusal = typed.refusal { throw refusal }
        return .ask(.guest(name: typed.name, email: typed.email, organisation: typed.organisation))
    }

    static let scribe = Command(
        "scribe", "WHO", label: "scribe", group: .meeting, completes: [.person],
        help: "Makes somebody else the scribe.",
        probe: { meeting in
            let other = meeting.roster.everybody.first { meeting.isInRoom($0.handle) && $0.handle != meeting.scribe }
            return (other ?? meeting.roster.everybody.first).map { .scribe(who: $0.handle) }
        },
        line: { if case .scribe(let who) = $0 { "scribe \(who)" } else { nil } }
    ) { words, _ throws(Refusal) in .ask(.scribe(who: try words.requireHandle())) }

    static let lead = Command(
        "lead", "ROLE approved|changes [because TEXT]", label: "lead", group: .deciding,
        completes: [
            .choice(LeadReview.Role.allCases.map(\.rawValue)), .choice(Said.allCases.map(\.rawValue)),
            .choice(["because"]), .text,
        ],
        help: "Records a lead's review that is given in the room; the gate counts it.",
        probe: { _ in .lead(.product, .changes, reason: "…") },
        line: { request in
            guard case .lead(let role, let verdict, let reason) = request else { return nil }
            return "lead \(role.rawValue) \(verdict.rawValue)\(because(reason))"
        }
    ) { words, _ throws(Refusal) in
        let role = try words.requireChoice(LeadReview.Role.self)
        let said = try words.requireChoice(Said.self)
        return .ask(.lead(role, said == .approved ? .approved : .changes, reason: try words.reason()))
    }

    private enum Said: String, CaseIterable { case approved, changes }
}

/// A guest as they are typed: `Kim Park <kim@example.com> of Acme`.
private struct TypedGuest {
    private(set) var name: String
    private(set) var email: String?
    private(set) var organisation: String?
    private(set) var refusal: Refusal?

    init(_ typed: String) {
        var text = typed.trimmed
        if text.hasPrefix("@") { text = String(text.dropFirst()) }
        if let open = text.firstIndex(of: "<") {
            guard let close = text[open...].firstIndex(of: ">") else {
                refusal = Refusal("`<` begins a mail address, and `>` ends it: write `guest NAME <MAIL> of ORG`")
                name = ""
                return
            }
            email = text[text.index(after: open)..<close].trimmed
            text = text[..<open].trimmed + " " + text[text.index(after: close)...].trimmed
        }
        name = text.trimmed
        if let of = name.firstRange(of: " of ") {
            organisation = name[of.upperBound...].trimmed
            name = name[..<of.lowerBound].trimmed
        }
    }
}
