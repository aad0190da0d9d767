import Council
import Foundation

/// `agendas/proposals/prep-time.md`: one proposal, keys first, then its text in Markdown.
///
/// A gap in a draft is no fault of the file. The gate and the advice speak of it.
enum ProposalFile {
    /// The other proposals that a proposal may refer to.
    struct Surroundings {
        /// The ids of all proposals; nil if they are not known.
        var proposals: ProposalIDs?
        /// The id that a proposal says it revises.
        var revised: (String) -> String? = { _ in nil }
    }

    /// Nil if the file is faulty.
    ///
    /// - Parameter tellsFindings: Whether the sheet is to have what the charter finds in it, too.
    static func read(
        _ text: String, id: String, _ surroundings: Surroundings = Surroundings(), tellsFindings: Bool = true,
        on sheet: Sheet
    ) -> Proposal? {
        let parts: FrontMatter
        do {
            parts = try FrontMatter(text)
        } catch {
            sheet.fault(at: .start, error.message)
            return nil
        }
        guard let root = YAMLReader.root(of: parts.yaml, such: "title: Dispatch by predicted prep time", on: sheet)
        else {
            return nil
        }
        let proposal = sheet.mapping(root, "a proposal") { fields in
            let proposal = read(fields, id: id, body: parts.body, surroundings)
            if tellsFindings { tellFindings(on: proposal, fields) }
            return proposal
        }
        return sheet.hasErrors ? nil : proposal
    }

    private static func read(
        _ fields: Fields, id: String, body: String, _ surroundings: Surroundings
    ) -> Proposal {
        let title = fields.required("title", "Dispatch by predicted prep time", fields.line)
        let kind = fields.isGiven("kind") ? fields.choice("kind", of: Proposal.Kind.self) : .application
        var proposal = Proposal(id: id, title: title ?? id, kind: kind ?? .application, body: body)
        proposal.shortTitle = fields.line("short")
        proposal.pod = fields.line("pod")
        proposal.sponsor = fields.person("sponsor")
        proposal.techLeads = teamMembers(fields, "tech_lead")
        proposal.blocker = fields.choice("blocker", of: Proposal.Blocker.self)
        proposal.team = teamMembers(fields, "team")
        proposal.impact = fields.mapping("impact", impact)
        proposal.cost = fields.mapping("cost", cost)
        proposal.baseline = fields.mapping("baseline", baseline)
        proposal.thirdParty = fields.text("third_party")
        proposal.engineeringAlone = fields.flag("engineering_alone")
        proposal.data = fields.lines("data")
        proposal.platform = fields.lines("platform")
        proposal.reuse = fields.lines("reuse")
        proposal.leads = fields.mappings("leads", "a lead's review", leadReview)
        proposal.amended = fields.mappings("amended", "a lead's amendment", amendment)
        proposal.interested = fields.mailboxes("interested")
        proposal.options = fields.mappings("options", "an option", option)
        proposal.recommend = recommendation(fields, among: proposal.options)
        proposal.opening = fields.mapping("opening", opening)
        proposal.revises = revised(fields, by: id, surroundings)
        proposal.priority = fields.choice("priority", of: Proposal.Priority.self)
        proposal.minutes = fields.whole("minutes", in: 1...1440, " of minutes")
        proposal.followUp = fields.mapping("follow_up", followUp)
        proposal.outcome = fields.mapping("outcome", outcome)
        checkOutcome(of: proposal, fields)
        refuse(["options", "recommend"], unless: .technology, kind, fields)
        refuse(["opening"], unless: .hiring, kind, fields)
        return proposal
    }

    /// Notes each of the charter's findings on the proposal at the key that it is about.
    private static func tellFindings(on proposal: Proposal, _ fields: Fields) {
        for finding in Charter.findings(on: proposal) {
            let key = String(finding.field.prefix { $0 != "." })
            fields.fault(key, visible("\(finding.line) [\(finding.field)]", atMost: 400), severity: .note)
        }
    }

    /// Reports keys that belong to another kind of proposal. Reports nothing if the kind can't be read.
    private static func refuse(_ keys: [String], unless own: Proposal.Kind, _ kind: Proposal.Kind?, _ fields: Fields) {
        guard let kind, kind != own else { return }
        fields.refuse(keys, "belongs to `kind: \(own.rawValue)`; this is `kind: \(kind.rawValue)`")
    }

    /// One person or a list of them. Each is a name, or a mapping with a role.
    private static func teamMembers(_ fields: Fields, _ key: String) -> [TeamMember] {
        func read(_ node: Node, _ label: String) -> TeamMember? {
            if node.scalar != nil {
                return fields.person(of: node, label).map { TeamMember(name: $0.name, email: $0.address) }
            }
            return fields.sheet.mapping(node, label, teamMember)
        }
        guard let node = fields.value(key) else { return [] }
        if node.sequence == nil, key == "tech_lead" { return [read(node, "`\(key)`")].compactMap { $0 } }
        return fields.list(key, "[{ name: Sam Okafor, role: data-scientist }]") { read($0, "an entry of `\(key)`") }
    }

    private static func teamMember(_ fields: Fields) -> TeamMember? {
        let person = fields.required("name", "Lena Ortiz", fields.person).map { NamedAddress($0) }
        let role = fields.choice("role", of: TeamMember.Role.self)
        return person.map { TeamMember(name: $0.name, role: role, email: $0.address) }
    }

    private static func impact(_ fields: Fields) -> Impact? {
        let value = fields.required("value", "4200000") { fields.number($0) }
        let unit = fields.required("unit", "USD/year", fields.line)
        let note = fields.text("note")
        guard let value, let unit else { return nil }
        return Impact(value: value, unit: unit, note: note)
    }

    private static func cost(_ fields: Fields) -> Cost? {
        let build = fields.number("build", atLeast: 0)
        let maintenance = fields.number("maintenance", atLeast: 0)
        let unit = fields.required("unit", "USD", fields.line)
        let note = fields.text("note")
        return unit.map { Cost(build: build, maintenance: maintenance, unit: $0, note: note) }
    }

    private static func baseline(_ fields: Fields) -> Baseline? {
        let method = fields.required("method", "\"oldest order first\"", fields.line)
        let share = fields.percent("share")
        return method.map { Baseline(method: $0, share: share) }
    }

    private static func leadReview(_ fields: Fields) -> LeadReview? {
        let role = fields.required("role", "product") { fields.choice($0, of: LeadReview.Role.self) }
        let person = fields.person("name").map { NamedAddress($0) }
        let verdict = fields.required("verdict", "pending") { fields.choice($0, of: LeadReview.Verdict.self) }
        let date = fields.day("date")
        let note = fields.text("note")
        let version = version(fields, verdict)
        guard let role, let verdict else { return nil }
        return LeadReview(
            role: role, name: person?.name, verdict: verdict, date: date, note: note, email: person?.address,
            of: version)
    }

    /// The version that a lead approved.
    private static func version(_ fields: Fields, _ verdict: LeadReview.Verdict?) -> String? {
        guard let text = fields.line("of") else { return nil }
        if let verdict, verdict != .approved {
            fields.refuse(["of"], "says which version was approved; remove it from a line that approves nothing")
        } else if !Proposal.isVersion(text) {
            fields.fault(
                "of",
                "`of` is what `mlreview review` writes, such as `3f9a-77c2-a1b0-9d4e-22f1`, not `\(visible(text))`; take it "
                    + "out if you approve by hand")
        } else {
            return text
        }
        return nil
    }

    private static func amendment(_ fields: Fields) -> LeadAmendment? {
        let field = fields.required("field", "cost.build") { fields.choice($0, of: ProposalField.self) }
        let (before, after) = (fields.text("before"), fields.text("after"))
        let by = fields.required("by", "Ola Berg", fields.line)
        let on = fields.required("on", "2026-11-27", fields.day)
        let because = fields.required("because", "\"two vendors agree\"", fields.text)
        let decided = fields.day("decided")
        guard let field, let by, let on, let because else { return nil }
        return LeadAmendment(
            field: field, before: before ?? "", after: after ?? "", by: by, on: on, because: because, decided: decided)
    }

    /// The id of the proposal that this one replaces.
    private static func revised(_ fields: Fields, by id: String, _ surroundings: Surroundings) -> String? {
        guard let old = fields.line("revises") else { return nil }
        if let problem = problem(withID: old) {
            fields.fault("revises", problem)
        } else if let known = surroundings.proposals, !known.contains(old) {
            fields.fault(
                "revises", "there is no `proposals/\(visible(old)).md`\(meant(old, known.sorted.filter { $0 != id }))"
            )
        } else if let ring = ring(from: id, to: old, surroundings) {
            let way = ring.map { "`\($0)`" }.joined(separator: ", which revises ")
            fields.fault("revises", "\(way); a proposal can't revise itself, so remove one of these lines")
        } else {
            return old
        }
        return nil
    }

    /// The proposals on the way from `id` by what each revises back to `id`; nil if the way ends.
    private static func ring(from id: String, to old: String, _ surroundings: Surroundings) -> [String]? {
        var way = [id, old]
        while let last = way.last, last != id {
            guard let next = surroundings.revised(last), !way.dropFirst().contains(next) else { return nil }
            way.append(next)
        }
        return way
    }

    /// The id that a file says it revises, whatever else is wrong with it.
    static func revised(in text: String) -> String? {
        // Few files have the word; YAML can hide it behind backslashes alone.
        guard let parts = try? FrontMatter(text),
            strstr(parts.yaml, "revises") != nil || strchr(parts.yaml, 0x5C) != nil
        else { return nil }
        let sheet = Sheet(file: "")
        guard let root = YAMLReader.root(of: parts.yaml, such: "", on: sheet), sheet.isUntagged(root) else {
            return nil
        }
        // Nobody reads here what is wrong with the other keys.
        let own = root.mapping?.filter { $0.key.scalar?.string == "revises" } ?? []
        return Fields(own, at: root.place, "a proposal", on: sheet).line("revises")
    }

    private static func followUp(_ fields: Fields) -> FollowUp? {
        let after = fields.required("after", "2027-05-01", fields.day)
        let measure = fields.text("measure")
        return after.map { FollowUp(after: $0, measure: measure) }
    }

    private static func outcome(_ fields: Fields) -> MeasuredOutcome? {
        let on = fields.required("on", "2027-05-20", fields.day)
        let value = fields.required("value", "3900000") { fields.number($0) }
        let unit = fields.required("unit", "USD/year", fields.line)
        let note = fields.text("note")
        guard let on, let value, let unit else { return nil }
        return MeasuredOutcome(on: on, value: value, unit: unit, note: note)
    }

    /// What was measured can be set beside the estimate only in the estimate's unit.
    private static func checkOutcome(of proposal: Proposal, _ fields: Fields) {
        guard let outcome = proposal.outcome else { return }
        guard let impact = proposal.impact else {
            fields.fault("outcome", "an outcome is compared with the estimate; give `impact` a value and a unit")
            return
        }
        if impact.unit != outcome.unit {
            fields.fault(
                "outcome",
                "the impact is estimated in \(visible(impact.unit)) and measured in \(visible(outcome.unit)); "
                    + "state the outcome in \(visible(impact.unit))")
        }
    }

    private static func option(_ fields: Fields) -> TechnologyOption? {
        let name = fields.required("name", "Managed service", fields.line)
        let choice = fields.choice("choice", of: TechnologyOption.Choice.self)
        let cost = fields.text("cost")
        let runBy = fields.text("run_by")
        let note = fields.text("note")
        return name.map { TechnologyOption(name: $0, choice: choice, cost: cost, runBy: runBy, note: note) }
    }

    private static func recommendation(_ fields: Fields, among options: [TechnologyOption]) -> String? {
        guard let name = fields.line("recommend") else { return nil }
        let names = options.map(\.name)
        guard !names.isEmpty, !names.contains(name) else { return name }
        let known = listed(names.prefix(8).map { "`\(visible($0))`" }, "or")
        fields.fault("recommend", "none of the options is named `\(visible(name))`; write \(known)")
        return nil
    }

    private static func opening(_ fields: Fields) -> Opening? {
        Opening(
            role: fields.choice("role", of: TeamMember.Role.self), level: fields.line("level"),
            count: fields.whole("count", in: 1...1000, " of people"))
    }
}

extension ProposalFile {
    /// Why `id` can't be the id of a proposal, which is the name of its file without `.md`; nil if it can.
    ///
    /// An id never leads out of the folder, and never looks like the id of a topic.
    static func problem(withID id: String) -> String? {
        let isWord = id.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
        guard isWord, !id.isEmpty, !id.hasPrefix("."), id.utf8.count <= 200 else {
            return
                "`\(visible(id))` can't be a proposal's id; write the name of its file in `proposals/` without `.md`: "
                + "letters, digits, `-`, `_` and `.`, not beginning with a dot"
        }
        if id.hasPrefix("topic-"), id.dropFirst(6).allSatisfy(\.isNumber) {
            return "`\(id)` can't be a proposal's id, because topics are called that; rename its file"
        }
        return nil
    }
}
