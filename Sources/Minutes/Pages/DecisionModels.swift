import Council
import Foundation

/// The decisions of all meetings, as `decisions.json` has them.
struct DecisionsModel {
    let schema: Int
    let council: String
    /// The zone of all times.
    let timeZone: String
    /// The latest meeting first, each in the order of its agenda.
    let decisions: [DecisionEntryModel]
}

/// What one meeting decided on one item.
struct DecisionEntryModel {
    /// The proposal's id, or a topic's.
    let id: String
    /// `proposal` or `topic`.
    let kind: String
    let title: String
    let pod: String?
    let owner: String?
    let ownerHandle: String?
    let meeting: Day
    /// Of the minutes.
    let revision: Int
    /// The place on the agenda, from 1.
    let number: Int
    let decidedAt: Moment?
    let verdict: String
    /// `approved with amendments`.
    let spoken: String
    /// Whether no later meeting decided anything on it.
    let isLatest: Bool
    let until: Day?
    let resolution: String?
    let reason: String?
    let basis: String
    let votes: [DecisionVoteModel]
    /// Members who had approved it in writing, if it was decided in the consent lane.
    let approvedInWriting: [PersonModel]
    /// Concerns that the decision is bound to.
    let conditions: [DecisionConcernModel]
    /// Concerns that were open, and are no conditions.
    let openConcerns: [DecisionConcernModel]
    let amendments: [DecisionAmendmentModel]
    let actions: [DecisionActionModel]
    let impactValue: Double?
    let impactUnit: String?
    let costBuild: Double?
    let costMaintenance: Double?
    let costUnit: String?
    /// The day from which the council wants to know what came of it.
    let outcomeDue: Day?
    /// The id of the proposal that this one takes the place of.
    let supersedes: String?
    let supersededBy: [String]
    /// SHA-256 of the proposal's file as it was debated.
    let digest: String?
    /// Where the minutes are, from the folder of all minutes; nil if they have no page.
    let minutes: String?
    /// Where the record of the decision is, from there; nil for a topic.
    let file: String?
}

/// A vote in brief.
struct DecisionVoteModel {
    let number: Int
    let question: String
    /// Nil if it was never closed.
    let outcome: String?
    let yes: Int
    let no: Int
    /// The chair's answer, which may be an option.
    let ruling: String?
    let ruledBy: String?
    let ruledByHandle: String?
    let rulingReason: String?
}

struct PersonModel {
    let name: String
    let handle: String?
}

struct DecisionConcernModel {
    let number: Int
    let text: String
    let speaker: String?
    let speakerHandle: String?
}

/// A change that the meeting accepted.
struct DecisionAmendmentModel {
    let number: Int
    /// As the proposal's file calls it.
    let field: String
    let before: String?
    let after: String?
    let reason: String?
}

/// What was promised, as far as minutes know it.
struct DecisionActionModel {
    let reference: String
    let text: String
    let owner: String?
    let ownerHandle: String?
    let due: Day?
    /// `open`, `done` or `dropped`.
    let state: String
}

extension DecisionsModel {
    init(_ log: DecisionLog, roster: Roster, pages: Set<CalendarDay>) {
        self.init(
            schema: 1, council: roster.name,
            timeZone: WallClock(timeZone: roster.timeZone, meetingDay: CalendarDay(daysSinceEpoch: 0)).zoneName,
            decisions: log.decisions.map { DecisionEntryModel($0, timeZone: roster.timeZone, pages: pages) })
    }
}

extension DecisionEntryModel {
    init(_ decided: DecidedItem, timeZone: String, pages: Set<CalendarDay>) {
        let clock = WallClock(timeZone: timeZone, meetingDay: decided.date)
        let (item, decision, proposal) = (decided.item, decided.decision, decided.item.proposal)
        let id = item.lastingID.rawValue
        self.init(
            id: id, kind: item.isTopic ? "topic" : "proposal", title: item.title, pod: proposal?.pod,
            owner: item.presenter?.name, ownerHandle: item.presenter?.handle?.rawValue, meeting: Day(decided.date),
            revision: decided.revision, number: item.number, decidedAt: decision.at.map(clock.moment),
            verdict: decision.verdict.rawValue, spoken: decision.spoken, isLatest: decided.isLatest,
            until: decision.until.map { Day($0) }, resolution: decision.resolution, reason: decision.reason,
            basis: decision.basis, votes: item.votes.map { DecisionVoteModel($0) },
            approvedInWriting: decision.approvals.map { PersonModel(name: $0.name, handle: $0.handle?.rawValue) },
            conditions: decided.conditions.map { DecisionConcernModel($0) },
            openConcerns: decided.openConcerns.map { DecisionConcernModel($0) },
            amendments: item.amendments.filter(\.isAccepted).map { DecisionAmendmentModel($0) },
            actions: decided.actions.map { DecisionActionModel($0) }, impactValue: proposal?.impact?.value,
            impactUnit: proposal?.impact?.unit, costBuild: proposal?.cost?.build,
            costMaintenance: proposal?.cost?.maintenance, costUnit: proposal?.cost?.unit,
            outcomeDue: decided.outcomeDue.map { Day($0) }, supersedes: decided.supersedes,
            supersededBy: decided.supersededBy, digest: item.digest,
            minutes: pages.contains(decided.date) ? Self.minutes(of: decided) : nil,
            file: item.isTopic ? nil : DecisionRecordModel.file(of: id))
    }

    private static func minutes(of decided: DecidedItem) -> String {
        let anchor = JournalReader.anchor(of: decided.item.id.rawValue, number: decided.item.number)
        return "\(decided.date)/\(Minutes.Format.html.fileName)#\(anchor)"
    }
}

extension DecisionVoteModel {
    fileprivate init(_ vote: HeldVote) {
        self.init(
            number: vote.number, question: vote.question, outcome: vote.outcome?.rawValue, yes: vote.yes, no: vote.no,
            ruling: vote.ruling?.said, ruledBy: vote.ruling?.by.name, ruledByHandle: vote.ruling?.by.handle?.rawValue,
            rulingReason: vote.ruling?.reason)
    }
}

extension DecisionConcernModel {
    fileprivate init(_ note: HeldNote) {
        self.init(
            number: note.number, text: note.text, speaker: note.speaker?.name,
            speakerHandle: note.speaker?.handle?.rawValue)
    }
}

extension DecisionAmendmentModel {
    fileprivate init(_ amendment: HeldAmendment) {
        self.init(
            number: amendment.number, field: amendment.field, before: amendment.before, after: amendment.after,
            reason: amendment.reason)
    }
}

extension DecisionActionModel {
    fileprivate init(_ fate: ActionFate) {
        let standing = fate.recordedStanding
        let owner = standing.newOwner ?? fate.action.owner
        self.init(
            reference: fate.action.reference.description, text: fate.action.text, owner: owner?.name,
            ownerHandle: owner?.handle?.rawValue, due: standing.due.map { Day($0) }, state: standing.state.rawValue)
    }
}
