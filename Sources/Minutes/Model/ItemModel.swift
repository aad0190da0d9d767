/// One item of the agenda, from the proposal to the decision.
struct ItemModel {
    let number: Int
    /// What the agenda knows it by: the proposal's id, or a topic's.
    let id: String
    /// `proposal` or `topic`.
    let kind: String
    let anchor: String
    let title: String
    let presenter: String?
    let presenterHandle: String?
    /// Whether the agenda names a presenter who was never in the room.
    let lacksPresenter: Bool
    /// The same in words: `absent` if the roll says so, `not on the roll` if it says nothing; nil for a presenter who was
    /// there.
    let lackOfPresenter: String?
    /// The meeting whose hearing this one went on with.
    let continues: Day?
    /// Why the council heard again what it had decided, or had heard often.
    let again: String?
    /// `outcome` if it was approved before, and the council heard what came of it.
    let purpose: String?
    /// The day of that approval.
    let approved: Day?
    /// What came of it: `4.2 M → 3.9 M USD/year, 93 % of the estimate`; nil for other items.
    let comparison: String?
    /// The proposal; nil for a topic.
    let proposal: ProposalModel?
    /// A topic's text; nil for a proposal, and for a topic without a text.
    let topic: MarkdownBlock?
    /// The same in the words of the agenda, Markdown that nobody has looked through.
    let topicText: String?
    let amendments: [AmendmentModel]
    let concerns: [ConcernModel]
    let notes: [NoteModel]
    let votes: [VoteModel]
    /// Why it was not in the consent lane, as far as somebody was against that: `flagged by Mei Chen (one city)`.
    let objections: [String]
    let decision: DecisionModel?
    /// What leads said of the proposal at the meeting: `Ola Berg (product) approves`.
    let leadWords: [String]
    /// Why the meeting took it off its agenda; nil if it did not.
    let dropped: String?
    let time: TimeModel
}

/// A proposal in brief, with its accepted amendments.
struct ProposalModel {
    let id: String
    let kind: String
    /// Whether the charter asks this kind of proposal for a team, and for impact and cost. Otherwise a missing one is no
    /// gap.
    let asksForTeam: Bool
    let asksForImpact: Bool
    let pod: String?
    let sponsor: String?
    /// The charter asks for exactly one.
    let technicalLeads: [String]
    /// What they are called: `Technical lead`, and `Hiring lead` of a position.
    let leadTitle: String
    let technicalLeadMembers: [TeamMemberModel]
    let team: [String]
    let teamMembers: [TeamMemberModel]
    let impact: String?
    let impactValue: Double?
    let impactUnit: String?
    let impactNote: String?
    /// The figure that the council's amendments replaced, with what was noted on it; nil if they replaced none.
    let impactWas: String?
    let cost: String?
    let costBuild: Double?
    let costMaintenance: Double?
    let costUnit: String?
    let costNote: String?
    /// The same of the cost.
    let costWas: String?
    let baseline: BaselineModel?
    let thirdParty: String?
    let engineeringAlone: Bool?
    /// `production` or `statistical`.
    let blocker: String?
    let data: [String]
    let platform: [String]
    let reuse: [String]
    let leads: [LeadModel]
    /// What leads changed in the proposal's file before the meeting, oldest first.
    let amended: [LeadAmendmentModel]
    let options: [OptionModel]
    let recommendation: String?
    let opening: String?
    let openingRole: String?
    let openingLevel: String?
    let openingCount: Int?
    /// The id of the proposal that this one replaces.
    let revises: String?
    let priority: String?
    /// Minutes that it asks of the council.
    let minutes: Int?
    let followUp: FollowUpModel?
    let outcome: OutcomeModel?
    /// SHA-256 of the file as it was debated, in hexadecimal digits; nil if nobody kept it.
    let digest: String?
    /// The findings that block approval.
    let gate: [String]
    /// The charter's advice, each with its principle.
    let advice: [String]
}

/// Somebody on a proposal's team.
struct TeamMemberModel {
    let name: String
    /// As the proposal's file writes it: `ml-engineer`.
    let role: String?
}

/// What simple analytics or rules reach without ML.
struct BaselineModel {
    let method: String
    /// Percent of the impact.
    let share: Double?
}

/// What one of the pod's leads said of a proposal.
struct LeadModel {
    let role: String
    let name: String?
    let verdict: String
    let date: Day?
    let note: String?
    /// The version that was approved, as the proposal's file names it; nil if it names none.
    let of: String?
    /// The fields that have changed since the approval, as the proposal's file calls them.
    let changedSince: [String]
    /// Whether it was said at the meeting.
    let inRoom: Bool
    /// The same in words: `Ola Berg (engineering) approved, Mon 9 Nov 2026`.
    let said: String
}

/// A change that a lead made to a proposal before the meeting.
struct LeadAmendmentModel {
    /// As the proposal's file calls it: `cost.build`.
    let field: String
    let before: String?
    let after: String?
    let by: String
    let on: Day
    let because: String
}

/// When, and by what measure, the council wants to know what came of a proposal.
struct FollowUpModel {
    let after: Day
    let measure: String?
}

/// What was measured after an approval.
struct OutcomeModel {
    let on: Day
    let value: Double?
    let unit: String
    let note: String?
}

/// One way to get a technology.
struct OptionModel {
    let name: String
    let choice: String?
    let cost: String?
    let runBy: String?
    let note: String?
}

/// A change to a proposal.
struct AmendmentModel {
    let number: Int
    /// The field in people's words: `cost to build`.
    let name: String
    /// The field in the proposal's file: `cost.build`.
    let field: String
    /// Whether the two differ.
    let isNamedOtherwise: Bool
    /// The value before as it was written, of a long text what differs; nil if there was none.
    let before: String?
    /// The value after; nil if the council removed it.
    let after: String?
    /// Both on one line as people say them: whole, and amounts with their units.
    let saidBefore: String?
    let saidAfter: String?
    /// What changed: `450 k USD → 520 k USD`, and of a long text its words, `“three” → “nine”`.
    let change: String
    /// Both values as they were written.
    let wholeBefore: String?
    let wholeAfter: String?
    /// A section as it was amended; nil for other fields.
    let section: MarkdownBlock?
    let reason: String?
    /// `by consent`, `carried`, `lost`, `vote not finished`.
    let standing: String
}

/// How long an item took.
struct TimeModel {
    /// Minutes and seconds before the council: `14:20`; nil if the item was not taken up.
    let used: String?
    /// Minutes of the time box, added ones included.
    let box: Int?
    /// Minutes added to it.
    let added: Int?
    /// Minutes over the box, rounded up; nil if the box was kept.
    let over: Int?
    /// Seconds before the council; nil if the item was not taken up.
    let seconds: Int?
    /// Seconds of the time box.
    let boxSeconds: Int?
    /// Seconds over the box; nil if the box was kept.
    let overSeconds: Int?
}

/// Something said in the debate.
struct NoteModel {
    let number: Int
    let at: Moment
    let speaker: String?
    let speakerHandle: String?
    /// `question`, `idea`, `data`, `reuse`, `concern`; nil for a plain note.
    let kind: String?
    let isConcern: Bool
    let lines: [String]
    /// Whether it arrived when the council had moved on from the item; nil if it did not.
    let enteredLater: Bool?
}

/// A concern, and its outcome.
struct ConcernModel {
    let number: Int
    let at: Moment
    let speaker: String?
    let speakerHandle: String?
    let lines: [String]
    /// The meeting that left it open; nil if it was raised at this one.
    let since: Day?
    let isResolved: Bool
    let resolvedAt: Moment?
    let resolution: String?
    /// Whether the item was decided while the concern was open.
    let wasDecidedOver: Bool
    /// What it was for the decision: `the item was sent back because of it`; nil if it was not open then.
    let became: String?
}

/// The decision on an item, and its basis.
struct DecisionModel {
    /// `approved with amendments`.
    let spoken: String
    let verdict: String
    let at: Moment?
    let until: Day?
    let reason: String?
    /// What was decided, without the verdict and the reason; nil if there is nothing to say beside them.
    let resolution: String?
    /// The basis: `carried 5–3, 8 of 9 present`.
    let basis: String
    /// The name of the person who overrode the gate, if somebody did.
    let overrodeGate: String?
    let overrodeGateHandle: String?
    let overriddenGate: [String]
    let overConcerns: [Int]
    /// Numbers of those that the decision is bound to.
    let conditions: [Int]
    /// How the open concerns belong to it: `because of concerns 2 and 6`; nil if none was open.
    let concerns: String?
    let amendments: [Int]
    /// The members who had approved it in writing, if it was decided in the consent lane.
    let approvedInWriting: [String]
    let approvedInWritingHandles: [String]
    /// Whether the item was amended or put to the council again after the decision.
    let isOvertaken: Bool
    /// Earlier decisions on the item, oldest first.
    let earlier: [String]
    /// The day after which the council looks at it again; nil if it does not, or not because of this decision.
    let outcomeDue: Day?
    /// By what measure; nil if the proposal names none.
    let outcomeMeasure: String?
}
