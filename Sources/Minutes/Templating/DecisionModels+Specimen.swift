/// Facts of decisions with nothing left out.
extension DecisionEntryModel {
    fileprivate static let specimen = DecisionEntryModel(
        id: "id", kind: "proposal", title: "title", pod: "pod", owner: "name", ownerHandle: "handle",
        meeting: .specimen, revision: 1, number: 1, decidedAt: .specimen, verdict: "approve", spoken: "approved",
        isLatest: true, until: .specimen, resolution: "resolution", reason: "reason", basis: "basis",
        votes: [
            DecisionVoteModel(
                number: 1, question: "question", outcome: "carried", yes: 1, no: 1, ruling: "yes", ruledBy: "name",
                ruledByHandle: "handle", rulingReason: "reason")
        ],
        approvedInWriting: [PersonModel(name: "name", handle: "handle")], conditions: [.specimen],
        openConcerns: [.specimen],
        amendments: [
            DecisionAmendmentModel(number: 1, field: "title", before: "before", after: "after", reason: "reason")
        ],
        actions: [
            DecisionActionModel(
                reference: "1970-01-01/1", text: "text", owner: "name", ownerHandle: "handle", due: .specimen,
                state: "open")
        ],
        impactValue: 1.5, impactUnit: "USD", costBuild: 1.5, costMaintenance: 1.5, costUnit: "USD",
        outcomeDue: .specimen, supersedes: "id", supersededBy: ["id"], digest: String(repeating: "0", count: 64),
        minutes: "1970-01-01/minutes.html#item-id", file: "decisions/id.md")
}

extension DecisionConcernModel {
    fileprivate static let specimen = DecisionConcernModel(
        number: 1, text: "text", speaker: "name", speakerHandle: "handle")
}

extension DecisionsModel {
    static let specimen = DecisionsModel(schema: 1, council: "council", timeZone: "UTC", decisions: [.specimen])
}

extension DecisionRecordModel {
    static let specimen = DecisionRecordModel(
        council: "council", main: .specimen, since: "confirmed on a day", problem: MarkdownReader.block(of: "text"),
        estimated: "impact", cost: "cost", supersedes: RecordLink(id: "id", file: "id.md"),
        supersededBy: [RecordLink(id: "id", file: "id.md")], conditions: ["condition"], openConcerns: ["concern"],
        actions: ["action"], others: [.specimen], hasConsequences: true)
}
