/// Something open, with its claim to a place on the agenda.
struct Candidate {
    let item: AgendaItem
    let title: String
    let claim: Claim
    let priority: Proposal.Priority
    /// Among equals, the one that has waited longer comes first.
    let since: CalendarDay
    /// The place on the agenda of the last hearing; 0 if there was none.
    let number: Int
    /// How often it was on the agenda of a held meeting.
    let hearings: Int
    /// What it needs to be decided together with others: `consent lane: needs 5 approvals`; nil if it can't be.
    var lane: String?

    var id: ItemID { item.id }
    var box: Int { item.minutes ?? TimeBoxes.fallback }

    /// Lower comes first.
    var place: Place {
        Place(
            group: claim.group?.rawValue ?? .max,
            priority: (claim.group ?? .undecided) < .overflow ? .normal : priority, since: since, number: number,
            id: id.rawValue)
    }

    struct Place: Comparable {
        let group: Int
        let priority: Proposal.Priority
        let since: CalendarDay
        let number: Int
        let id: String

        static func < (left: Place, right: Place) -> Bool {
            (left.group, left.priority, left.since, left.number, left.id)
                < (right.group, right.priority, right.since, right.number, right.id)
        }
    }

    /// The candidate on the agenda. From the third hearing on, `check` wants to know why.
    var planned: AgendaPlan.Item {
        let isOften = hearings >= 2 && item.again == nil
        // What is said under `again` keeps it out of the lane.
        let lane = isOften ? "" : lane.map { "; \($0)" } ?? ""
        let often = isOften ? "; it was on \(hearings) agendas: say under `again` what is different this time" : ""
        return AgendaPlan.Item(item: item, title: title, why: claim.why + often + lane)
    }

    /// The candidate beside the agenda, on which so many minutes are free.
    func left(free: Int) -> AgendaPlan.Left {
        guard case .none(let reason, let why) = claim else {
            let needs = "\(claim.why); it needs \(counted(box, "minute"))"
            return AgendaPlan.Left(
                id: id, title: title, reason: .full, why: "\(needs), and \(free) \(free == 1 ? "is" : "are") left")
        }
        return AgendaPlan.Left(id: id, title: title, reason: reason, why: why)
    }
}

/// Whether something open belongs on the agenda of a day, and why.
enum Claim: Equatable {
    case due(Group, _ why: String)
    case none(AgendaPlan.Reason, _ why: String)

    /// The order of the agenda.
    enum Group: Int, Comparable {
        /// Minutes of an earlier meeting that are a draft.
        case minutes
        case undecided
        case deferred
        /// Outcomes, and what the council wants to hear once more.
        case outcome
        /// Ready, and left over by a full agenda.
        case overflow
        case application
        /// Technology and hiring.
        case other
        case topic

        static func < (left: Group, right: Group) -> Bool { left.rawValue < right.rawValue }
    }

    var group: Group? { if case .due(let group, _) = self { group } else { nil } }

    var why: String {
        switch self {
        case .due(_, let why), .none(_, let why): why
        }
    }

    /// An agenda can't name a proposal that has no file.
    func waiting(forFileOf id: String) -> Claim {
        guard case .due(_, let why) = self else { return self }
        return .none(.waits, "\(why); its file proposals/\(id).md is gone")
    }
}

extension Proposal.Priority: Comparable {
    /// What is needed sooner comes first.
    public static func < (left: Proposal.Priority, right: Proposal.Priority) -> Bool { left.place < right.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
