extension Library {
    /// Lines of `amended` that name a meeting which did not decide so. They take back no lead's approval, as if the council
    /// had spoken.
    func unfoundedAmendments(of id: String) -> [Remark] {
        guard let amended = drafts[id]?.proposal.amended else { return [] }
        return amended.enumerated().compactMap { place, line in
            guard let day = line.decided, let sentence = problem(with: line, of: id, asDecidedOn: day) else {
                return nil
            }
            return Remark(.entry(id, key: "amended", place, inner: "decided"), sentence)
        }
    }

    private func problem(with line: LeadAmendment, of id: String, asDecidedOn day: CalendarDay) -> String? {
        // Nobody knows what was decided before the first meeting that is known.
        guard let first = history.first?.date, day >= first else { return nil }
        let remedy = "name the meeting that did, or take `decided` out, and the leads are asked again"
        guard wasHeld(day) else { return "no minutes are known of a meeting on \(day.long); \(remedy)" }
        guard let hearing = hearings(of: ItemID(id)).first(where: { $0.date == day }) else {
            return "the meeting of \(day.long) did not hear `\(id)`; \(remedy)"
        }
        let name = line.field.rawValue
        let changes = hearing.item.amendments.filter { amendment in
            amendment.isAccepted && ProposalField(rawValue: amendment.field).map(line.field.overlaps) ?? false
        }
        guard !changes.isEmpty else { return "the meeting of \(day.long) did not amend \(name); \(remedy)" }
        // Minutes have no text; of a long one, they may have no more than what differs.
        guard line.field.section == nil, let proposal = hearing.item.proposal else { return nil }
        var written = proposal
        // The same figure can be written in several ways.
        let isReadable = (try? written.amend(line.field, to: line.after)) != nil
        let decided = proposal.value(of: line.field)
        guard !isReadable || written.value(of: line.field) != decided else { return nil }
        return "the meeting of \(day.long) amended \(name) to \(decided.nilIfEmpty ?? "nothing"), and this line says "
            + "\(line.after.nilIfEmpty ?? "nothing"); \(remedy)"
    }
}
