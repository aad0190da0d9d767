import Council

extension Docket {
    /// The sample with a proposal that a lead has amended, and that another lead approved when its impact was different.
    package static let withLeadWords: Docket = {
        guard var proposal = sample.proposals["prep-time"] else { return sample }
        proposal.amended = [
            LeadAmendment(
                field: .costBuild, before: "450000", after: "", by: "Ola Berg", on: CalendarDay(daysSinceEpoch: 20_777),
                because: "two vendors\nagree")
        ]
        var earlier = proposal
        earlier.impact?.value += 1
        for place in proposal.leads.indices {
            switch proposal.leads[place].role {
            case .engineering: proposal.leads[place].of = proposal.version
            case .product: proposal.leads[place].of = earlier.version
            default: break
            }
        }
        return Docket(
            roster: sample.roster, agenda: sample.agenda,
            proposals: sample.proposals.merging(["prep-time": proposal]) { $1 })
    }()
}
