import Council

// One value of each model, with nothing left out and an element in every list. Templates are checked against it. The
// compiler asks for each new property here, and a test checks it against the schema of `record.json`.

extension MinutesModel {
    static let specimen = MinutesModel(
        council: "council", date: .specimen, place: "place", timeZone: "UTC", link: "https://example.com", revision: 1,
        revisions: [.specimen], isClosed: true, isDraft: true, approved: .specimen,
        outcome: "outcome", register: [.specimen], attendance: .specimen,
        events: [EventModel(at: .specimen, sentence: "sentence")], owners: [.specimen],
        earlierActions: .specimen, longest: 1,
        items: [.specimen], leftOpen: ["gap"], record: .specimen)
}

extension Day {
    static let specimen = Day(CalendarDay(daysSinceEpoch: 0))
}

extension Moment {
    static let specimen = Moment(
        day: CalendarDay(daysSinceEpoch: 0), second: 0, offset: 0, isOnMeetingDay: true)
}

extension RecordModel {
    fileprivate static let specimen = RecordModel(
        head: HeadModel(entry: 1, digest: HeadDigest(String(repeating: "0", count: 64))))
}

extension RevisionModel {
    fileprivate static let specimen = RevisionModel(
        number: 2, reason: "reason", reopened: .specimen, closed: .specimen, changes: ["change"])
}

extension RegisterModel {
    fileprivate static let specimen = RegisterModel(
        number: 1, anchor: "anchor", title: "title", decision: "decision", verdict: "approve", isOvertaken: true,
        dropped: "reason", resolution: "resolution", listsAmendments: true, basis: "basis", reason: "reason",
        rulingReason: "reason", amended: ["amendment"],
        owner: "owner")
}

extension AttendanceModel {
    fileprivate static let specimen = AttendanceModel(
        opened: .specimen, closed: .specimen, plannedStart: "10:00", plannedMinutes: 1, chair: "chair",
        chairHandle: "handle", chairTerm: "term",
        acting: [ActingModel(at: .specimen, name: "name", handle: "handle", isReturn: true, reason: "reason")],
        scribe: "scribe", scribeHandle: "handle",
        scribes: [ScribeModel(at: .specimen, name: "name", handle: "handle")], seats: 1, quorumNeeded: 1,
        inRoomAtOpening: 1,
        hadQuorumAtOpening: true,
        quorumChanges: [QuorumChangeModel(at: .specimen, inRoom: 1, hasQuorum: true)], rule: "rule",
        members: [.specimen], practitioners: [.specimen], former: [.specimen],
        guests: [
            GuestModel(name: "name", organisation: "organisation", presence: "present", movements: ["left 10:40"])
        ],
        queue: [SpeakingModel(name: "name", handle: "handle", turns: 1, seconds: 1, said: "name: 1 turn, 0:01")]
    )
}

extension AttendeeModel {
    fileprivate static let specimen = AttendeeModel(
        name: "name", handle: "handle", isChair: true, presence: "present", movements: ["left 10:40"])
}

extension OwnerModel {
    fileprivate static let specimen = OwnerModel(name: "name", handle: "handle", actions: [.specimen])
}

extension ActionModel {
    fileprivate static let specimen = ActionModel(
        number: 1, reference: "1970-01-01/1", text: "text", due: .specimen, isDone: true,
        item: ItemReference(number: 1, id: "id", anchor: "anchor", title: "title"), enteredLater: true)
}

extension EarlierActionsModel {
    fileprivate static let specimen = EarlierActionsModel(
        summary: "2 done",
        settled: [
            SettledActionModel(
                reference: "1970-01-01/1", text: "text", owner: "owner", ownerHandle: "handle", item: "id",
                title: "title", word: "later", outcome: "put off", until: .specimen, to: "name",
                toHandle: "handle", on: .specimen, because: "reason",
                by: "name", byHandle: "handle", said: "name, Thu 1 Jan 1970")
        ],
        owners: [
            EarlierOwnerModel(
                name: "name", handle: "handle",
                actions: [
                    EarlierActionModel(
                        reference: "1970-01-01/1", text: "text", due: .specimen, daysOverdue: 1, overdue: "1 day",
                        item: "id", title: "title")
                ])
        ])
}

extension ItemModel {
    fileprivate static let specimen = ItemModel(
        number: 1, id: "id", kind: "proposal", anchor: "anchor", title: "title", presenter: "presenter",
        presenterHandle: "handle", lacksPresenter: true, lackOfPresenter: "absent", continues: .specimen,
        again: "reason", purpose: "outcome",
        approved: .specimen,
        comparison: "comparison", proposal: .specimen,
        topic: MarkdownBlock(markdown: "text", html: "<p>text</p>"), topicText: "text", amendments: [.specimen],
        concerns: [
            ConcernModel(
                number: 1, at: .specimen, speaker: "speaker", speakerHandle: "handle", lines: ["line"],
                since: .specimen, isResolved: true,
                resolvedAt: .specimen, resolution: "resolution", wasDecidedOver: true, became: "decided over it")
        ],
        notes: [
            NoteModel(
                number: 1, at: .specimen, speaker: "speaker", speakerHandle: "handle", kind: "idea", isConcern: true,
                lines: ["line"], enteredLater: true)
        ],
        votes: [.specimen], objections: ["flagged"], decision: .specimen,
        leadWords: ["the lead"], dropped: "reason",
        time: TimeModel(
            used: "1:00", box: 1, added: 1, over: 1, seconds: 1, boxSeconds: 1, overSeconds: 1))
}

extension ProposalModel {
    fileprivate static let specimen = ProposalModel(
        id: "id", kind: "application", asksForTeam: true, asksForImpact: true, pod: "pod", sponsor: "sponsor",
        technicalLeads: ["lead"], leadTitle: "Technical lead",
        technicalLeadMembers: [TeamMemberModel(name: "name", role: "engineer")],
        team: ["name"], teamMembers: [TeamMemberModel(name: "name", role: "analyst")], impact: "impact",
        impactValue: 0.5, impactUnit: "unit", impactNote: "note", impactWas: "impact", cost: "cost", costBuild: 0.5,
        costMaintenance: 0.5,
        costUnit: "unit", costNote: "note", costWas: "cost", baseline: BaselineModel(method: "method", share: 0.5),
        thirdParty: "text", engineeringAlone: true, blocker: "production", data: ["name"], platform: ["name"],
        reuse: ["name"],
        leads: [
            LeadModel(
                role: "product", name: "name", verdict: "approved", date: .specimen, note: "note", of: "0000",
                changedSince: ["cost"], inRoom: true, said: "name approved")
        ],
        amended: [
            LeadAmendmentModel(
                field: "cost.build", before: "before", after: "after", by: "name", on: .specimen, because: "reason")
        ],
        options: [OptionModel(name: "name", choice: "build", cost: "cost", runBy: "name", note: "note")],
        recommendation: "recommendation", opening: "opening",
        openingRole: "engineer", openingLevel: "level", openingCount: 1, revises: "id", priority: "high", minutes: 1,
        followUp: FollowUpModel(after: .specimen, measure: "measure"),
        outcome: OutcomeModel(on: .specimen, value: 0.5, unit: "unit", note: "note"),
        digest: String(repeating: "0", count: 64), gate: ["finding"], advice: ["finding"])
}

extension AmendmentModel {
    fileprivate static let specimen = AmendmentModel(
        number: 1, name: "name", field: "cost.build", isNamedOtherwise: true, before: "before", after: "after",
        saidBefore: "before", saidAfter: "after", change: "before → after", wholeBefore: "before", wholeAfter: "after",
        section: MarkdownReader.block(of: "after"),
        reason: "reason", standing: "carried")
}

extension VoteModel {
    fileprivate static let specimen = VoteModel(
        number: 1, question: "question", movedBy: "name", secondedBy: "name",
        options: [VoteOptionModel(name: "option", votes: 1)], chosen: "option", at: .specimen, tallied: .specimen,
        outcome: "carried", tally: "tally",
        rule: "rule", isUnderOtherRule: true, yes: 1, no: 1, abstained: 1, recused: 1, seats: 1, couldVote: ["name"],
        ballots: [
            BallotModel(
                who: "name", whoHandle: "handle", choice: "yes", options: ["option"], without: "absent",
                reason: "reason", byVoice: "name")
        ],
        putAgain: 2,
        escalation: EscalationModel(at: .specimen, reason: "reason"),
        ruling: RulingModel(
            answer: "yes", option: "option", by: "name", byHandle: "handle", isActing: true, at: .specimen,
            cause: "a tie",
            reason: "reason",
            earlierBallot: "yes", tally: "tally"),
        awaitsRuling: true)
}

extension DecisionModel {
    fileprivate static let specimen = DecisionModel(
        spoken: "approved", verdict: "approve", at: .specimen, until: .specimen, reason: "reason",
        resolution: "resolution", basis: "basis", overrodeGate: "name", overrodeGateHandle: "handle",
        overriddenGate: ["finding"], overConcerns: [1],
        conditions: [1], concerns: "over open concern 1", amendments: [1], approvedInWriting: ["name"],
        approvedInWritingHandles: ["handle"], isOvertaken: true,
        earlier: ["approved"], outcomeDue: .specimen, outcomeMeasure: "measure")
}

extension NoticeModel {
    static let specimen = NoticeModel(
        council: "council", date: .specimen, revision: 1, correction: "reason", changes: ["change"], isClosed: true,
        number: 1,
        anchor: "anchor", title: "title", proposal: "id", decision: .specimen, basis: "basis", rulingReason: "reason",
        owner: "owner", amendments: [.specimen], dutiesTitle: "To do now", duties: ["duty"], conditions: ["condition"],
        actions: [NoticeActionModel(owner: "owner", action: .specimen)], link: "https://example.com",
        preheader: "step", next: ["step"],
        record: .specimen)
}

extension SummaryModel {
    private static let deadline = DeadlineModel(due: "Thu 1 Jan", owner: "owner", text: "text", item: 1)

    static let specimen = SummaryModel(
        subject: "subject", isDraft: true, preheader: "preheader", money: "money",
        deadlines: [deadline], dated: [deadline], undated: [deadline],
        groups: [VerdictModel(title: "Approved", items: [.specimen])])
}

extension SummaryItemModel {
    fileprivate static let specimen = SummaryItemModel(
        number: 1, anchor: "anchor", title: "title", owner: "owner", isOvertaken: true, until: .specimen,
        resolution: "resolution", amounts: "amounts", reason: "reason", rulingReason: "reason", tally: "5–0",
        setAside: "finding", open: ["concern"], dropped: "reason")
}

extension IndexModel {
    static let specimen = IndexModel(
        meetings: [
            IndexedMeeting(
                date: .specimen, council: "council", outcome: "outcome", revision: 1, isDraft: true,
                decisions: [
                    IndexedDecision(
                        number: 1, anchor: "anchor", title: "title", decision: "decision", verdict: "approve",
                        isOvertaken: true, owner: "owner", decisionRecord: "decisions/id")
                ],
                hasPage: true, hasMarkdown: true)
        ], hasPipeline: true, hasRegister: true, hasFeed: true)
}

extension PipelineModel {
    static let specimen = PipelineModel(
        council: "council", date: .specimen, openCount: 1, median: "median 1 day this quarter", open: [.specimen],
        closed: [.specimen])
}

extension PipelineEntryModel {
    fileprivate static let specimen = PipelineEntryModel(
        id: "id", title: "title", pod: "pod", stage: "leads", since: .specimen, age: "1 day", waitsFor: "name",
        isOverdue: true,
        concerns: "1 concern", revisedBy: "id", estimated: "impact", minutes: "1970-01-01/minutes.html#item-id")
}

extension PieceListModel {
    fileprivate static let specimen = PieceListModel(
        anchor: "anchor", title: "title", meaning: "meaning", pieces: [.specimen])
}

extension PieceModel {
    fileprivate static let specimen = PieceModel(
        name: "name", kind: "data", state: "live", owner: "owner", note: "note", aka: ["name"],
        pods: [PodModel(name: "pod", uses: [.specimen])], offers: [.specimen])
}

extension UseModel {
    fileprivate static let specimen = UseModel(proposal: "id", title: "title", pod: "pod", stage: "leads")
}

extension RegisterPageModel {
    static let specimen = RegisterPageModel(
        council: "council", date: .specimen, knowsWhatIsLive: true, lists: [.specimen])
}

extension RegisterMailModel {
    static let specimen = RegisterMailModel(
        council: "council", date: .specimen, revision: 1, correction: "reason", since: .specimen,
        new: [.specimen], gone: [.specimen], lists: [.specimen], link: "https://example.com",
        record: .specimen)
}

extension OwnerMailModel {
    fileprivate static let specimen = OwnerMailModel(
        subject: "subject", name: "name", date: .specimen, revision: 2, correction: "reason", isClosed: true,
        owesNothing: true,
        actions: [
            OwnedActionModel(
                reference: "1970-01-01/1", text: "text", due: .specimen, isDone: true, item: "item 1, title")
        ],
        items: [OwnedItemModel(number: 1, title: "title", spoken: "deferred", reason: "reason", next: "next")],
        done: "mlreview actions done 1970-01-01/1", hasCalendar: true, link: "https://example.com", record: .specimen)
}

extension Templates.Name {
    /// Facts for the template, with nothing left out.
    var specimen: Fact {
        switch self {
        case .minutesMarkdown, .minutesHTML: Fact(reflecting: MinutesModel.specimen)
        case .summaryText, .summaryHTML:
            Fact(reflecting: MinutesModel.specimen).adding(SummaryModel.specimen, named: "summary")
        case .noticeText, .noticeHTML: Fact(reflecting: NoticeModel.specimen)
        case .indexMarkdown, .indexHTML: Fact(reflecting: IndexModel.specimen)
        case .pipelineHTML: Fact(reflecting: PipelineModel.specimen)
        case .registerHTML: Fact(reflecting: RegisterPageModel.specimen)
        case .decisionMarkdown: Fact(reflecting: DecisionRecordModel.specimen)
        case .ownerText, .ownerHTML: Fact(reflecting: OwnerMailModel.specimen)
        case .registerMailText, .registerMailHTML: Fact(reflecting: RegisterMailModel.specimen)
        }
    }
}
