import Foundation

/// A meeting that was held, in numbers.
public struct PastMeeting: Equatable, Sendable {
    public let date: CalendarDay
    /// Of the minutes, from 1.
    public let revision: Int
    /// From the call to order to the close; nil if no minutes say.
    public let minutes: Int?
    /// How long it was meant to take.
    public let plannedMinutes: Int?
    public let items: Int
    /// How people call its items: their ids and titles.
    public let names: [String]
    /// How many items were decided with each verdict; those of no item are left out.
    public let decisions: [Decision.Verdict: Int]
    /// The actions that it handed out and that are open still.
    public let openActions: Int

    init(_ meeting: HeldMeeting, openActions: Int) {
        date = meeting.date
        revision = meeting.revision
        minutes = meeting.openedAt.flatMap { opened in
            meeting.closedAt.map { Int(($0.timeIntervalSince(opened) / 60).rounded()) }
        }
        plannedMinutes = meeting.minutes
        items = meeting.items.count
        names = meeting.items.flatMap { [$0.lastingID.spoken, $0.title] }
        let verdicts = meeting.items.compactMap { $0.decision?.verdict }
        decisions = Dictionary(grouping: verdicts) { $0 }.mapValues(\.count)
        self.openActions = openActions
    }

    /// `3 approved, 1 sent back`; nil if nothing was decided.
    public var spokenDecisions: String? {
        let parts = Decision.Verdict.allCases.compactMap { verdict in
            decisions[verdict].map { "\($0) \(verdict.past)" }
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

extension PastMeeting: Encodable {
    private enum CodingKeys: CodingKey { case date, revision, minutes, plannedMinutes, items, decisions, openActions }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(date, forKey: .date)
        try container.encode(revision, forKey: .revision)
        try container.encodeIfPresent(minutes, forKey: .minutes)
        try container.encodeIfPresent(plannedMinutes, forKey: .plannedMinutes)
        try container.encode(items, forKey: .items)
        let byWord = Dictionary(uniqueKeysWithValues: decisions.map { ($0.key.rawValue, $0.value) })
        try container.encode(byWord, forKey: .decisions)
        try container.encode(openActions, forKey: .openActions)
    }
}

extension Library {
    /// Every meeting that was held, the newest first.
    public func meetings(on day: CalendarDay) -> [PastMeeting] {
        let open = Dictionary(grouping: openActions(on: day).flatMap(\.actions), by: \.reference.meeting)
        return history.reversed().map { PastMeeting($0, openActions: open[$0.date]?.count ?? 0) }
    }
}
