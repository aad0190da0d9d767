import Council

/// What a lead says or changes in a proposal's file. Each change touches its own span, and all other bytes stay.
public struct ProposalEdit: Equatable, Sendable {
    public let before: [UInt8]
    public let after: [UInt8]

    /// Why a program can't make a change.
    public struct Obstacle: Error, Equatable, Sendable {
        public let sentence: String
    }

    /// Adds a lead's word below the earlier ones.
    public init(adding review: LeadReview, to bytes: [UInt8]) throws(Obstacle) {
        self = try Self.edit(bytes) { edit throws(FrontMatterEdit.Obstacle) in
            try edit.append(ProposalText.flow(review), to: "leads")
        }
    }

    /// Changes a field, and notes who did it below the earlier changes.
    ///
    /// - Parameters:
    ///   - old: The proposal that the bytes say.
    ///   - new: The same with the field as it is to be.
    public init(
        _ amendment: LeadAmendment, of old: Proposal, to new: Proposal, in bytes: [UInt8]
    ) throws(Obstacle) {
        self = try Self.edit(bytes) { edit throws(FrontMatterEdit.Obstacle) in
            if let heading = amendment.field.section {
                try edit.setSection(heading, to: new.section(heading) ?? "", in: old)
            } else {
                for change in Self.values(of: amendment.field, in: old, new) {
                    try edit.set(change.way, to: change.yaml)
                }
            }
            try edit.append(ProposalText.flow(amendment), to: "amended")
        }
    }

    /// Writes what was measured after an approval in place of an earlier figure.
    public init(measured outcome: MeasuredOutcome, in bytes: [UInt8]) throws(Obstacle) {
        self = try Self.edit(bytes) { edit throws(FrontMatterEdit.Obstacle) in
            try edit.set(["outcome"], to: ProposalText.flow(outcome))
        }
    }

    private init(before: [UInt8], after: [UInt8]) { (self.before, self.after) = (before, after) }

    private static func edit(
        _ bytes: [UInt8], _ change: (inout FrontMatterEdit) throws(FrontMatterEdit.Obstacle) -> Void
    ) throws(Obstacle) -> ProposalEdit {
        var edit = FrontMatterEdit(bytes)
        do throws(FrontMatterEdit.Obstacle) {
            try change(&edit)
        } catch {
            throw Obstacle(sentence: error.sentence)
        }
        return ProposalEdit(before: bytes, after: edit.bytes)
    }

    /// The keys that a field consists of, as far as they change.
    private static func values(
        of field: ProposalField, in old: Proposal, _ new: Proposal
    ) -> [(way: [String], yaml: String)] {
        func changed<Value: Equatable>(
            _ way: String..., from before: Value?, to after: Value?, _ yaml: (Value) -> String
        ) -> [(way: [String], yaml: String)] {
            before == after ? [] : [(way, after.map(yaml) ?? "~")]
        }
        let line = YAMLText.line
        switch field {
        case .title: return changed("title", from: old.title, to: new.title, line)
        case .pod: return changed("pod", from: old.pod, to: new.pod, line)
        case .sponsor: return changed("sponsor", from: old.sponsor, to: new.sponsor, line)
        case .techLead:
            return changed("tech_lead", from: old.techLeads, to: new.techLeads, ProposalText.leads)
        case .blocker: return changed("blocker", from: old.blocker, to: new.blocker) { $0.rawValue }
        case .team: return changed("team", from: old.team, to: new.team, ProposalText.people)
        case .impact, .impactNote:
            return changed("impact", "value", from: old.impact?.value, to: new.impact?.value, ProposalText.number)
                + changed("impact", "unit", from: old.impact?.unit, to: new.impact?.unit, line)
                + changed("impact", "note", from: old.impact?.note, to: new.impact?.note, YAMLText.value)
        case .cost, .costBuild, .costMaintenance, .costNote:
            return changed("cost", "build", from: old.cost?.build, to: new.cost?.build, ProposalText.number)
                + changed(
                    "cost", "maintenance", from: old.cost?.maintenance, to: new.cost?.maintenance, ProposalText.number)
                + changed("cost", "unit", from: old.cost?.unit, to: new.cost?.unit, line)
                + changed("cost", "note", from: old.cost?.note, to: new.cost?.note, YAMLText.value)
        case .baseline, .baselineShare:
            return changed("baseline", "method", from: old.baseline?.method, to: new.baseline?.method, line)
                + changed("baseline", "share", from: old.baseline?.share, to: new.baseline?.share, ProposalText.percent)
        case .thirdParty: return changed("third_party", from: old.thirdParty, to: new.thirdParty, YAMLText.value)
        case .engineeringAlone:
            return changed("engineering_alone", from: old.engineeringAlone, to: new.engineeringAlone) { "\($0)" }
        case .data: return changed("data", from: old.data, to: new.data, ProposalText.list)
        case .platform: return changed("platform", from: old.platform, to: new.platform, ProposalText.list)
        case .reuse: return changed("reuse", from: old.reuse, to: new.reuse, ProposalText.list)
        case .recommend: return changed("recommend", from: old.recommend, to: new.recommend, line)
        case .opening:
            return changed("opening", "role", from: old.opening?.role, to: new.opening?.role) { $0.rawValue }
                + changed("opening", "level", from: old.opening?.level, to: new.opening?.level, line)
                + changed("opening", "count", from: old.opening?.count, to: new.opening?.count) { "\($0)" }
        case .problem, .solution, .platformEffect, .description, .process: return []
        }
    }
}

extension AgendaFolder {
    /// The path of a proposal's file, whether it is there or not.
    public func path(ofProposal id: String) -> String { Shelf.join(agendas, "\(Shelf.proposals)/\(id).md") }

    /// The proposal that a text would be in this folder, and what the charter finds in it.
    ///
    /// - Throws: Its errors, as `check` would find them.
    public func proposal(_ id: String, in bytes: [UInt8]) throws(Faults) -> (proposal: Proposal, notes: [Fault]) {
        try Shelf(folder: agendas).proposal(id, saying: bytes)
    }

    /// Whether a text can be a proposal's id.
    public static func isProposalID(_ text: String) -> Bool { ProposalFile.problem(withID: text) == nil }
}
