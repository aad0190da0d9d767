extension Library {
    /// What the council hears a proposal for at its stage: what was approved comes for its outcome, and so does an outcome
    /// on which the council has still to decide.
    func purpose(of id: String, in stage: Stage) -> AgendaItem.Purpose? {
        switch stage {
        case .approved, .measured: .outcome
        case .done: undecidedOutcome(of: id) == nil ? nil : .outcome
        case .undecided, .deferred: hearings(of: ItemID(id)).last?.item.purpose
        default: nil
        }
    }

    /// The day of the approval whose outcome the council hears if a meeting adds a proposal to its agenda; nil if it is to
    /// be approved.
    ///
    /// - Parameter date: The day of that meeting.
    public func approvalToFollowUp(of id: String, on date: CalendarDay) -> CalendarDay? {
        guard let approval = approval(of: id), let stage = stage(of: id, on: date, except: date) else { return nil }
        let purpose: AgendaItem.Purpose? =
            switch stage {
            // An agenda to come says it itself.
            case .onAgenda(let day):
                listings(of: ItemID(id)).first { $0.date == day }?.items.first { $0.id == ItemID(id) }?.purpose
            // Nobody approves again what stands approved.
            case .done: .outcome
            default: purpose(of: id, in: stage)
            }
        return purpose == .outcome ? approval.date : nil
    }
}
