import Foundation

/// One item of the agenda as the meeting has treated it so far.
public struct Item: Codable, Equatable, Sendable {
    public let agenda: AgendaItem
    public internal(set) var notes: [Note] = []
    /// Oldest first; a question that was put again appears again.
    public internal(set) var motions: [Motion] = []
    /// Motions that were taken back before they were closed; nil if there are none. Nothing rests on them.
    public internal(set) var withdrawn: [Motion]?
    public internal(set) var amendments: [Amendment] = []
    public internal(set) var decision: Decision?
    public internal(set) var decidedAt: Date?
    /// What the council had decided before it decided again, oldest first.
    public internal(set) var earlierDecisions: [Decision] = []
    /// Whether the item was amended, or put to the council again, since it was decided.
    public internal(set) var isDecisionOvertaken = false
    public internal(set) var clock = ItemClock()
    /// What people have said on it for the consent lane, one voice a person.
    public internal(set) var voices: [ConsentVoice] = []

    /// What leads said of the proposal in the room, oldest first; nil if none did.
    public internal(set) var leadWords: [LeadReview]?
    /// Why the meeting took it off its agenda; nil if it did not.
    public internal(set) var dropped: String?
    /// Whether the meeting itself put it on its agenda.
    public internal(set) var isAdded = false

    public var id: ItemID { agenda.id }

    init(agenda: AgendaItem) { self.agenda = agenda }

    public var openMotion: Motion? { motions.last { $0.isOpen } }

    /// The motion that waits for the chair; the latest, if several do.
    public var motionAwaitingRuling: Motion? { motions.last { $0.awaitsRuling && isLatest($0) } }

    /// Whether the same question was not put again afterwards.
    public func isLatest(_ motion: Motion) -> Bool {
        motions.last { $0.question == motion.question }?.number == motion.number
    }

    public var openConcerns: [Note] { notes.filter(\.isOpenConcern) }

    /// Whether concerns of earlier hearings were brought back.
    var hasEarlierConcerns: Bool { notes.contains { $0.since != nil } }

    var nextNoteNumber: Int { (notes.map(\.number).max() ?? 0) + 1 }

    /// Minutes of the time box with what was added; nil if the item has none.
    public var timeBox: Int? {
        guard let minutes = agenda.minutes else { return clock.addedMinutes > 0 ? clock.addedMinutes : nil }
        return max(0, minutes + clock.addedMinutes)
    }

    /// Whether a vote speaks of the item as a whole, or of a part that it can't go without. On a topic every question
    /// does; on a proposal neither an amendment nor a question in somebody's own words does. About an outcome there are
    /// questions of its own.
    public func isAboutTheWhole(_ question: Question) -> Bool {
        switch question {
        case .proposal, .solution, .team, .lead: !agenda.isForOutcome
        case .confirmed, .changed, .stopped: agenda.isForOutcome
        case .amendment, .consent, .poll: false
        case .text, .choice: agenda.isTopic
        }
    }

    /// Whether the council has begun to deal with what the proposal says.
    var isBeforeTheCouncil: Bool {
        motions.contains { !$0.question.isConsent && !$0.question.isPoll } || !amendments.isEmpty || decision != nil
    }

    public func standing(of amendment: Amendment) -> Amendment.Standing {
        guard let motion = motion(on: amendment) else { return .byConsent }
        guard let isCarried = motion.isCarried else { return .voting }
        return isCarried ? .carried : .lost
    }

    /// The last vote on an amendment; nil if it was taken by consent.
    public func motion(on amendment: Amendment) -> Motion? {
        motions.last { $0.question == .amendment(number: amendment.number) }
    }

    public var acceptedAmendments: [Amendment] { amendments.filter { standing(of: $0).isAccepted } }
}
