extension Library {
    /// A proposal that takes the place of an older one: its facts and text with what the council has amended, reviews that
    /// are pending, and a list of what the council asked for.
    public func revision(of id: String, titled title: String?) -> Proposal? {
        guard var proposal = drafts[id]?.proposal else { return nil }
        let heard = unanswered(id)
        takeAmendments(of: heard.map(\.item), into: &proposal)
        if let title { proposal.title = title }
        proposal.revises = id
        proposal.outcome = nil
        proposal.amended = []
        let last = proposal.reviews
        proposal.leads = last.map { LeadReview(role: $0.role, name: $0.name, verdict: .pending, email: $0.email) }
        let points = points(of: heard)
        if !points.isEmpty {
            proposal.setSection(Self.asked, to: points.map { "- \($0)" }.joined(separator: "\n"))
        }
        return proposal
    }

    /// What a revision begins with, for the person who makes it.
    public func takenOver(from id: String) -> String {
        let heard = unanswered(id)
        let amendments = heard.flatMap(\.item.amendments).count(where: \.isAccepted)
        let points = points(of: heard).count
        let parts =
            ["its text and facts"] + (amendments > 0 ? ["\(counted(amendments, "amendment")) of the council"] : [])
            + (points > 0 ? ["\(counted(points, "point")) to answer under “\(Self.asked)”"] : [])
        return "taken over from \(id): \(listed(parts)); the leads review it again"
    }

    /// The hearings of the file as it was heard last, the newest first: what was said of it at an earlier one, such as one
    /// that put it off, has no answer yet either.
    private func unanswered(_ id: String) -> [Hearing] {
        let heard = hearings(of: ItemID(id))
        guard let last = heard.last else { return [] }
        let earlier = heard.dropLast().reversed().prefix { $0.item.digest != nil && $0.item.digest == last.item.digest }
        return [last] + earlier
    }

    /// - Parameter items: The newest first. What the council has changed twice is as it was changed last.
    private func takeAmendments(of items: [HeldItem], into proposal: inout Proposal) {
        var taken: Set<ProposalField> = []
        for item in items {
            let later = taken
            for amendment in item.amendments where amendment.isAccepted {
                guard let field = ProposalField(rawValue: amendment.field),
                    !later.contains(where: { $0.overlaps(field) })
                else { continue }
                taken.insert(field)
                if field.section == nil {
                    guard let amended = item.proposal else { continue }
                    try? proposal.amend(field, to: amended.value(of: field))
                } else if amendment.before == proposal.value(of: field), let after = amendment.after {
                    // Of a long text, minutes may have no more than what differs.
                    try? proposal.amend(field, to: after)
                }
            }
        }
    }

    /// The last meeting that changed a field, if the proposal says now what the field was then; nil if it does not.
    public func meeting(thatDecided field: ProposalField, asIn proposal: Proposal) -> CalendarDay? {
        for hearing in hearings(of: ItemID(proposal.id)).reversed() {
            let amendments = hearing.item.amendments.filter { amendment in
                amendment.isAccepted && ProposalField(rawValue: amendment.field).map(field.overlaps) ?? false
            }
            guard let last = amendments.last else { continue }
            // Minutes have no text; of a long one, they may have no more than what differs.
            let decided = field.section == nil ? hearing.item.proposal?.value(of: field) : last.after
            return decided == proposal.value(of: field) ? hearing.date : nil
        }
        return nil
    }

    /// The heading above what is to be answered.
    static let asked = "What the council asked for"

    /// What hearings left to answer, each point once.
    private func points(of hearings: [Hearing]) -> [String] {
        var seen: Set<String> = []
        return hearings.flatMap(points).filter { seen.insert($0).inserted }
    }

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
