import Council

extension RecordReader {
    /// A proposal without its body and its addresses, which minutes don't have.
    struct ReadProposal {
        var proposal = Proposal(id: "", title: "")
        /// Of its file.
        var digest: String?
        var staleApprovals: [String] = []
    }

    func proposal(_ json: inout JSONReader) throws(Fault) -> ReadProposal {
        let start = try json.startOfValue()
        var (id, kind): (String?, Proposal.Kind?)
        var read = ReadProposal()
        var figures = Figures()
        try json.object { key, json throws(Fault) in
            switch key {
            case "id": id = try json.string()
            case "kind": kind = try json.one(of: Proposal.Kind.self)
            case "pod": read.proposal.pod = try optionalText(&json)
            case "sponsor": read.proposal.sponsor = try optionalText(&json)
            case "options": read.proposal.options = try json.list(option)
            case "recommendation": read.proposal.recommend = try optionalText(&json)
            case "digest" where version > 1: read.digest = try optionalText(&json)
            default:
                if try !readLater(key, &json, into: &read), try !figures.take(key, &json) { try json.skip() }
            }
        }
        guard let id, let kind else { throw Fault(place: start, sentence: missing(("id", id), ("kind", kind))) }
        read.proposal.id = id
        read.proposal.kind = kind
        figures.put(into: &read.proposal, of: version)
        return read
    }

    /// Reads what version 2 has beyond version 1; false for another name.
    private func readLater(
        _ key: String, _ json: inout JSONReader, into read: inout ReadProposal
    ) throws(Fault) -> Bool {
        guard version > 1 else { return false }
        switch key {
        case "leads":
            let leads = try json.list(lead)
            read.proposal.leads = leads.map(\.review)
            // Whoever has spoken again since stands by that.
            let last = leads.enumerated().filter { place, lead in
                !leads[(place + 1)...].contains { $0.review.role == lead.review.role }
            }.map(\.element)
            read.staleApprovals = last.filter { !$0.changedSince.isEmpty }.map(\.spoken)
            return true
        default: return try readLater(key, &json, into: &read.proposal)
        }
    }

    private func readLater(
        _ key: String, _ json: inout JSONReader, into proposal: inout Proposal
    ) throws(Fault) -> Bool {
        switch key {
        case "technicalLeadMembers": proposal.techLeads = try json.list(member)
        case "teamMembers": proposal.team = try json.list(member)
        case "baseline": proposal.baseline = try json.optional(baseline)
        case "thirdParty": proposal.thirdParty = try optionalText(&json)
        case "engineeringAlone":
            proposal.engineeringAlone = try json.optional { json throws(Fault) in try json.truth() }
        case "blocker":
            proposal.blocker = try json.optional { json throws(Fault) in try json.one(of: Proposal.Blocker.self) }
        case "data": proposal.data = try json.list(text)
        case "platform": proposal.platform = try json.list(text)
        case "reuse": proposal.reuse = try json.list(text)
        case "amended": proposal.amended = try json.list(leadAmendment)
        case "revises": proposal.revises = try optionalText(&json)
        case "priority":
            proposal.priority = try json.optional { json throws(Fault) in try json.one(of: Proposal.Priority.self) }
        case "minutes": proposal.minutes = try optionalNumber(&json)
        case "followUp": proposal.followUp = try json.optional(followUp)
        case "outcome": proposal.outcome = try json.optional(outcome) ?? nil
        default: return false
        }
        return true
    }

    // MARK: Parts of a proposal

    private func member(_ json: inout JSONReader) throws(Fault) -> TeamMember {
        let start = try json.startOfValue()
        var (name, role): (String?, TeamMember.Role?)
        try json.object { key, json throws(Fault) in
            switch key {
            case "name": name = try json.string()
            case "role": role = try json.optional { json throws(Fault) in try json.one(of: TeamMember.Role.self) }
            default: try json.skip()
            }
        }
        guard let name else { throw Fault(place: start, sentence: missing(("name", nil))) }
        return TeamMember(name: name, role: role)
    }

    private struct Lead {
        /// It does not say which version it approved: a proposal without its body can't be compared with that.
        var review: LeadReview
        var changedSince: [String]

        /// `Ola Berg (engineering) approved an earlier version: cost changed since`.
        var spoken: String {
            let names = changedSince.map { ProposalField(rawValue: $0)?.spoken ?? $0 }
            return "\(review.spoken) approved an earlier version: \(listed(names)) changed since"
        }
    }

    private func lead(_ json: inout JSONReader) throws(Fault) -> Lead {
        let start = try json.startOfValue()
        var (role, verdict): (LeadReview.Role?, LeadReview.Verdict?)
        var review = LeadReview(role: .product, verdict: .pending)
        var changedSince: [String] = []
        try json.object { key, json throws(Fault) in
            switch key {
            case "role": role = try json.one(of: LeadReview.Role.self)
            case "name": review.name = try optionalText(&json)
            case "verdict": verdict = try json.one(of: LeadReview.Verdict.self)
            case "date": review.date = try json.optional(day)
            case "note": review.note = try optionalText(&json)
            case "changedSince": changedSince = try json.list(text)
            default: try json.skip()
            }
        }
        guard let role, let verdict else {
            throw Fault(place: start, sentence: missing(("role", role), ("verdict", verdict)))
        }
        review.role = role
        review.verdict = verdict
        return Lead(review: review, changedSince: changedSince)
    }

    private func leadAmendment(_ json: inout JSONReader) throws(Fault) -> LeadAmendment {
        let start = try json.startOfValue()
        var (field, by, on, because): (ProposalField?, String?, CalendarDay?, String?)
        var (before, after): (String?, String?)
        try json.object { key, json throws(Fault) in
            switch key {
            case "field": field = try json.one(of: ProposalField.self)
            case "before": before = try optionalText(&json)
            case "after": after = try optionalText(&json)
            case "by": by = try json.string()
            case "on": on = try day(&json)
            case "because": because = try json.string()
            default: try json.skip()
            }
        }
        guard let field, let by, let on, let because else {
            throw Fault(
                place: start, sentence: missing(("field", field), ("by", by), ("on", on), ("because", because)))
        }
        return LeadAmendment(field: field, before: before ?? "", after: after ?? "", by: by, on: on, because: because)
    }

    private func option(_ json: inout JSONReader) throws(Fault) -> TechnologyOption {
        let start = try json.startOfValue()
        var name: String?
        var option = TechnologyOption(name: "")
        try json.object { key, json throws(Fault) in
            switch key {
            case "name": name = try json.string()
            case "choice":
                option.choice = try json.optional { json throws(Fault) in
                    try json.one(of: TechnologyOption.Choice.self)
                }
            case "cost": option.cost = try optionalText(&json)
            case "runBy": option.runBy = try optionalText(&json)
            case "note": option.note = try optionalText(&json)
            default: try json.skip()
            }
        }
        guard let name else { throw Fault(place: start, sentence: missing(("name", nil))) }
        option.name = name
        return option
    }

    private func baseline(_ json: inout JSONReader) throws(Fault) -> Baseline {
        let start = try json.startOfValue()
        var (method, share): (String?, Double?)
        try json.object { key, json throws(Fault) in
            switch key {
            case "method": method = try json.string()
            case "share": share = try json.optional(real)
            default: try json.skip()
            }
        }
        guard let method else { throw Fault(place: start, sentence: missing(("method", nil))) }
        return Baseline(method: method, share: share)
    }

    private func followUp(_ json: inout JSONReader) throws(Fault) -> FollowUp {
        let start = try json.startOfValue()
        var (after, measure): (CalendarDay?, String?)
        try json.object { key, json throws(Fault) in
            switch key {
            case "after": after = try day(&json)
            case "measure": measure = try optionalText(&json)
            default: try json.skip()
            }
        }
        guard let after else { throw Fault(place: start, sentence: missing(("after", nil))) }
        return FollowUp(after: after, measure: measure)
    }

    /// Nil if the value is beyond what a record can hold.
    private func outcome(_ json: inout JSONReader) throws(Fault) -> MeasuredOutcome? {
        let start = try json.startOfValue()
        var (on, value, unit): (CalendarDay?, Double?, String?)
        var note: String?
        try json.object { key, json throws(Fault) in
            switch key {
            case "on": on = try day(&json)
            case "value": value = try json.optional(real)
            case "unit": unit = try json.string()
            case "note": note = try optionalText(&json)
            default: try json.skip()
            }
        }
        guard let on, let unit else { throw Fault(place: start, sentence: missing(("on", on), ("unit", unit))) }
        return value.map { MeasuredOutcome(on: on, value: $0, unit: unit, note: note) }
    }
}
