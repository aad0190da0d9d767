extension Library {
    /// A proposal that takes the place of an older one: its facts and text with what the council has amended, reviews that
    /// are pending, and a list of what the council asked for.
    public func revision(of id: String, titled title: String?) -> Proposal? {
        guard var proposal = drafts[id]?.proposal else { return nil }
        let heard = hearings(of: ItemID(id))
        if let item = heard.last?.item { takeAmendments(of: item, into: &proposal) }
        if let title { proposal.title = title }
        proposal.revises = id
        proposal.outcome = nil
        proposal.amended = []
        let last = proposal.reviews
        proposal.leads = last.map { LeadReview(role: $0.role, name: $0.name, verdict: .pending, email: $0.email) }
        let points = heard.last.map(points) ?? []
        if !points.isEmpty {
            proposal.setSection(Self.asked, to: points.map { "- \($0)" }.joined(separator: "\n"))
        }
        return proposal
    }

    /// What a revision begins with, for the person who makes it.
    public func takenOver(from id: String) -> String {
        let last = hearings(of: ItemID(id)).last
        let amendments = last?.item.amendments.count(where: \.isAccepted) ?? 0
        let points = last.map(points)?.count ?? 0
        let parts =
            ["its text and facts"] + (amendments > 0 ? ["\(counted(amendments, "amendment")) of the council"] : [])
            + (points > 0 ? ["\(counted(points, "point")) to answer under “\(Self.asked)”"] : [])
        return "taken over from \(id): \(listed(parts)); the leads review it again"
    }

    private func takeAmendments(of item: HeldItem, into proposal: inout Proposal) {
        for amendment in item.amendments where amendment.isAccepted {
            guard let field = ProposalField(rawValue: amendment.field) else { continue }
            if field.section == nil {
                guard let amended = item.proposal else { continue }
                try? proposal.amend(field, to: amended.value(of: field))
            } else if amendment.before == proposal.value(of: field), let after = amendment.after {
                // Of a long text, minutes may have no more than what differs.
                try? proposal.amend(field, to: after)
            }
        }
    }

    /// The heading above what is to be answered.
    static let asked = "What the council asked for"

    /// What a hearing left to answer: its concerns, the reasons of those who said no, of the ruling, and of the decision.
    private func points(of hearing: Hearing) -> [String] {
        let item = hearing.item
        let concerns = item.notes.filter { $0.kind == .concern && !$0.isResolved }.map { note in
            "Concern\(note.speaker.map { " of \($0.name)" } ?? ""): \(note.text)"
        }
        let ballots = (item.votes.last?.ballots ?? []).filter { $0.choice == .no }.compactMap { ballot in
            ballot.reason.map { "\(ballot.who.name) voted no: \($0)" }
        }
        let rulings = item.votes.compactMap { $0.ruling }.map { ruling in
            "\(ruling.by.name) ruled \(ruling.answer.rawValue): \(ruling.reason)"
        }
        let amendments = item.amendments.filter(\.isAccepted).map { amendment in
            "Amended, \(amendment.field): \(amendment.before ?? "nothing") → \(amendment.after ?? "nothing")"
                + (amendment.reason.map { ": \($0)" } ?? "")
        }
        let decision = item.decision.map { decision in
            "\(decision.spoken.prefix(1).uppercased())\(decision.spoken.dropFirst()) on \(hearing.date.long)"
                + (decision.reason.map { ": \($0)" } ?? "")
        }
        // Each on one line: a list whose entries begin headings would take the text apart.
        return ([decision].compactMap { $0 } + concerns + ballots + rulings + amendments).map { point in
            point.split(whereSeparator: \.isNewline).map(\.trimmed).joined(separator: " ")
        }
    }
}
