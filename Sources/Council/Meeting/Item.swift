import Foundation

/// One item of the agenda as the meeting has treated it so far.
public struct Item: Codable, Equatable, Sendable {
    public let agenda: AgendaItem
    public internal(set) var notes: [Note] = []
    /// Oldest first; a question that was put again appears again.
    public internal(set) var motions: [Motion] = []
    public internal(set) var amendments: [Amendment] = []
    public internal(set) var decision: Decision?
    public internal(set) var decidedAt: Date?
    public internal(set) var clock = ItemClock()

    public var id: ItemID { agenda.id }

    init(agenda: AgendaItem) { self.agenda = agenda }

    public var openMotion: Motion? { motions.last { $0.isOpen } }

    /// The motion that waits for the chair.
    public var motionAwaitingRuling: Motion? { motions.last { $0.awaitsRuling && isLatest($0) } }

    /// Whether the same question was not put again afterwards.
    public func isLatest(_ motion: Motion) -> Bool {
        motions.last { $0.question == motion.question }?.number == motion.number
    }

    public var openConcerns: [Note] { notes.filter(\.isOpenConcern) }

    /// Minutes of the time box with what was added; nil where the item has none.
    public var timeBox: Int? {
        guard let minutes = agenda.minutes else { return clock.addedMinutes > 0 ? clock.addedMinutes : nil }
        return max(0, minutes + clock.addedMinutes)
    }

    public func standing(of amendment: Amendment) -> Amendment.Standing {
        guard let motion = motions.last(where: { $0.question == .amendment(number: amendment.number) }) else {
            return .byConsent
        }
        guard let isCarried = motion.isCarried else { return .voting }
        return isCarried ? .carried : .lost
    }

    public var acceptedAmendments: [Amendment] { amendments.filter { standing(of: $0).isAccepted } }
}
