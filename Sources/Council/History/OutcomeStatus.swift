/// What was expected of a proposal, what the council decided on it, and what was measured so far.
public struct OutcomeStatus: Equatable, Encodable, Sendable {
    public let id: String
    public let title: String
    /// `approved`, `measured`, `done`, `stopped`, or where it is before that.
    public let stage: String
    public let estimated: Impact?
    public let cost: Cost?
    /// The decision that approved it; nil if no meeting has.
    public let approval: PastDecision?
    /// When the council asks what came of it; nil if it has heard it, or does not ask.
    public let due: CalendarDay?
    public let measure: String?
    public let measured: MeasuredOutcome?
    /// What the council decided about its outcome, oldest first.
    public let heard: [PastDecision]
    /// The part of the estimate that was reached.
    public let ratio: Double?
}

extension Library {
    /// Nil if nobody knows the proposal.
    public func outcome(of id: String, on day: CalendarDay) -> OutcomeStatus? {
        guard let proposal = proposal(id), let stage = stage(of: id, on: day) else { return nil }
        let approval = approvalOrStopped(of: id)
        var due: CalendarDay?
        if case .approved(_, let day) = stage { due = day }
        let heard = hearings(of: ItemID(id)).filter { $0.verdict?.isOfOutcome ?? false }
        return OutcomeStatus(
            id: id, title: proposal.title, stage: stage.word, estimated: proposal.impact, cost: proposal.cost,
            approval: approval.flatMap { PastDecision(on: $0.item, at: $0.date) }, due: due,
            measure: proposal.followUp?.measure, measured: proposal.outcome,
            heard: heard.compactMap { PastDecision(on: $0.item, at: $0.date) },
            ratio: OutcomeComparison(of: proposal, approved: approval?.date, heard: day).ratio)
    }

    /// What a person says was measured, as the proposal's file would have it.
    ///
    /// - Parameters:
    ///   - words: `1.2M USD/year because TEXT`.
    ///   - on: The day of the measurement.
    /// - Throws: a sentence on why it can't be the outcome of this proposal.
    public func outcome(
        of id: String, saying words: [String], measuredOn on: CalendarDay, today: CalendarDay
    ) throws(Refusal) -> MeasuredOutcome {
        guard let proposal = drafts[id]?.proposal else { throw Refusal("there is no proposals/\(id).md") }
        guard let approval = approvalOrStopped(of: id) else {
            throw Refusal("no meeting has approved `\(id)`, and an outcome is what came of an approval")
        }
        guard let impact = proposal.impact else {
            throw Refusal("`\(id)` estimates no impact to compare with: give `impact` a value and a unit")
        }
        let typed = try TypedAmount(words, unit: impact.unit)
        guard typed.unit == impact.unit else {
            throw Refusal(
                "estimated in \(impact.unit), measured in \(typed.unit): state what was measured in \(impact.unit)")
        }
        guard on >= approval.date else {
            throw Refusal(
                "\(on) is before the approval of \(approval.date.long): `--on DATE` names the day of the measurement")
        }
        guard on <= today else {
            throw Refusal("\(on) is in the future: `--on DATE` names the day of the measurement")
        }
        return MeasuredOutcome(on: on, value: typed.value, unit: typed.unit, note: typed.reason)
    }
}

extension MeasuredOutcome {
    /// `3.9 M USD/year on Thu 20 May 2027: two cities`.
    public var told: String { "\(spoken) on \(on.long)\(note.map { ": \($0)" } ?? "")" }
}
