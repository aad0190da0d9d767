/// What was estimated of a proposal beside what was measured.
public struct OutcomeComparison: Equatable, Sendable {
    public let estimate: Impact?
    public let measured: MeasuredOutcome?
    public let cost: Cost?
    /// The day of the approval; nil if it is not known.
    public let approved: CalendarDay?
    /// The day on which it is looked at.
    private let day: CalendarDay

    public init(
        estimate: Impact?, measured: MeasuredOutcome?, cost: Cost?, approved: CalendarDay?, on day: CalendarDay
    ) {
        self.estimate = estimate
        self.measured = measured
        self.cost = cost
        self.approved = approved
        self.day = day
    }

    public init(of proposal: Proposal, approved: CalendarDay?, heard day: CalendarDay) {
        self.init(
            estimate: proposal.impact, measured: proposal.outcome, cost: proposal.cost, approved: approved, on: day)
    }

    /// The part of the estimate that was reached; nil if nothing was measured, or if it can't be said.
    public var ratio: Double? {
        guard let estimate, let measured, estimate.unit == measured.unit, estimate.value > 0 else { return nil }
        let ratio = measured.value / estimate.value
        return ratio.isFinite ? ratio : nil
    }

    /// Days from the approval to the measurement, or to the day on which it is looked at.
    public var days: Int? {
        approved.map { max(0, (measured?.on ?? day).daysSinceEpoch - $0.daysSinceEpoch) }
    }

    /// `4.2 M → 3.9 M USD/year, 93 % of the estimate`.
    public var figures: String {
        switch (estimate, measured) {
        case (let estimate?, let measured?) where estimate.unit == measured.unit:
            "\(spoken(amount: estimate.value)) → \(spoken(amount: measured.value)) \(measured.unit)"
                + (percent.map { ", \($0) of the estimate" } ?? "")
        case (let estimate?, let measured?):
            "\(estimate.spoken) estimated, \(measured.spoken) measured"
        case (let estimate?, nil): "\(estimate.spoken) estimated, nothing measured yet"
        case (nil, let measured?): "\(measured.spoken) measured, nothing estimated"
        case (nil, nil): "nothing estimated, nothing measured"
        }
    }

    /// The comparison in at most three lines: figures, days and cost.
    public var lines: [String] { [figures, dates, cost.map { "cost: \($0.spoken)" }].compactMap { $0 } }

    /// `93 %`.
    public var percent: String? { ratio.map { "\(short(($0 * 100).rounded())) %" } }

    /// `measured on Thu 20 May 2027, 169 days after the approval of Wed 2 Dec 2026`; nil if neither day is known.
    public var dates: String? {
        let since = approved.map { approved in
            "\(counted(days ?? 0, "day")) after the approval of \(approved.long)"
        }
        let parts = [measured.map { "measured on \($0.on.long)" }, since].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension MeasuredOutcome {
    /// `3.9 M USD/year`.
    public var spoken: String { "\(Council.spoken(amount: value)) \(unit)" }
}
