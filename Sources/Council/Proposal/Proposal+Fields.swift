/// A part of a proposal that the council can amend, by the name it has in the file.
public enum ProposalField: String, Codable, CaseIterable, Sendable {
    case title
    case pod
    case sponsor
    case techLead = "tech_lead"
    case blocker
    case team
    case impact
    case impactNote = "impact.note"
    case cost
    case costBuild = "cost.build"
    case costMaintenance = "cost.maintenance"
    case costNote = "cost.note"
    case baseline
    case baselineShare = "baseline.share"
    case thirdParty = "third_party"
    case engineeringAlone = "engineering_alone"
    case data
    case platform
    case reuse
    case recommend
    case opening
    case problem
    case solution
    case platformEffect = "platform_effect"
    case description
    case process

    /// Names that people also use, such as `lead` for `tech_lead`.
    public init?(spoken name: String) {
        let plain = name.lowercased().trimmed.replacing(" ", with: "_").replacing("-", with: "_")
        if let field = ProposalField(rawValue: plain) {
            self = field
            return
        }
        switch plain {
        case "lead", "technical_lead": self = .techLead
        case "business_problem": self = .problem
        case "build": self = .costBuild
        case "maintenance", "upkeep": self = .costMaintenance
        case "job_description": self = .description
        default: return nil
        }
    }

    /// Whether another field is this one or a part of it, as `cost.build` is of `cost`.
    func covers(_ other: ProposalField) -> Bool {
        self == other || other.rawValue.hasPrefix("\(rawValue).")
    }

    /// Whether a change of one field changes the other.
    func overlaps(_ other: ProposalField) -> Bool { covers(other) || other.covers(self) }

    /// The heading of the body section that this field is, if it is one.
    public var section: String? {
        switch self {
        case .problem: "Business problem"
        case .solution: "Solution"
        case .platformEffect: "Effect on the platform"
        case .description: "Job description"
        case .process: "Process"
        default: nil
        }
    }

    /// How a value is written, for help and refusals.
    public var form: String {
        switch self {
        case .techLead: "NAME, ROLE"
        case .team: "NAME, ROLE; NAME, ROLE; …"
        case .blocker: "production or statistical"
        case .impact: "NUMBER UNIT, such as 4200000 USD/year"
        case .cost: "BUILD + UPKEEP UNIT, such as 450000 + 150000 USD"
        case .costBuild, .costMaintenance: "a number, such as 450k"
        case .baselineShare: "a percentage, such as 25%"
        case .engineeringAlone: "true or false"
        case .data, .platform, .reuse: "a list with commas"
        case .opening: "ROLE, LEVEL, COUNT"
        default: "text"
        }
    }
}

extension Proposal {
    /// The field's value as a person would write it after `amend FIELD =`; empty if there is none.
    public func value(of field: ProposalField) -> String {
        if let heading = field.section { return section(heading) ?? "" }
        switch field {
        case .title: return title
        case .pod: return pod ?? ""
        case .sponsor: return sponsor ?? ""
        case .techLead: return techLeads.map(\.written).joined(separator: "; ")
        case .blocker: return blocker?.rawValue ?? ""
        case .team: return team.map(\.written).joined(separator: "; ")
        case .impact: return impact.map { "\(short($0.value)) \($0.unit)" } ?? ""
        case .impactNote: return impact?.note ?? ""
        case .cost:
            guard let cost else { return "" }
            let amounts = [cost.build, cost.maintenance].map { $0.map(short) ?? "?" }
            return "\(amounts[0]) + \(amounts[1]) \(cost.unit)"
        case .costBuild: return cost?.build.map(short) ?? ""
        case .costMaintenance: return cost?.maintenance.map(short) ?? ""
        case .costNote: return cost?.note ?? ""
        case .baseline: return baseline?.method ?? ""
        case .baselineShare: return baseline?.share.map { short($0) + "%" } ?? ""
        case .thirdParty: return thirdParty ?? ""
        case .engineeringAlone: return engineeringAlone.map(String.init) ?? ""
        case .data: return data.joined(separator: ", ")
        case .platform: return platform.joined(separator: ", ")
        case .reuse: return reuse.joined(separator: ", ")
        case .recommend: return recommend ?? ""
        case .opening:
            let parts = [opening?.role?.rawValue, opening?.level, opening?.count.map(String.init)]
            return parts.compactMap { $0 }.joined(separator: ", ")
        case .problem, .solution, .platformEffect, .description, .process: return ""
        }
    }

    /// Changes a field to what a person wrote.
    ///
    /// - Throws: a refusal that says how the value is to be written.
    public mutating func amend(_ field: ProposalField, to value: String) throws(Refusal) {
        let text = value.trimmed
        let wrong = Refusal(
            text.isEmpty
                ? "\(field.rawValue) can't be empty: write \(field.form) after the ="
                : "`\(text)` is not a value for \(field.rawValue): write \(field.form)")
        if let heading = field.section {
            setSection(heading, to: text)
            return
        }
        switch field {
        case .title:
            guard !text.isEmpty else { throw wrong }
            title = text
        case .pod: pod = text.nilIfEmpty
        case .sponsor: sponsor = text.nilIfEmpty
        case .techLead: techLeads = withAddresses(try Self.people(in: text, orThrow: wrong))
        case .team: team = withAddresses(try Self.people(in: text, orThrow: wrong))
        case .blocker:
            guard let value = Blocker(rawValue: text) else { throw wrong }
            blocker = value
        case .impact:
            guard let amount = WrittenAmount(text), let unit = amount.unit ?? impact?.unit else { throw wrong }
            impact = Impact(value: amount.number, unit: unit, note: impact?.note)
        case .impactNote:
            guard impact != nil else { throw Refusal("there is no impact to note anything on: amend impact first") }
            impact?.note = text.nilIfEmpty
        case .cost:
            guard let written = Cost(written: text, unit: cost?.unit, note: cost?.note) else { throw wrong }
            cost = written
        case .costBuild, .costMaintenance:
            let isBuild = field == .costBuild
            guard let amount = WrittenAmount(text, isYearly: !isBuild), !isBuild || amount.unit?.contains("/") != true
            else { throw wrong }
            var changed = cost ?? Cost(unit: amount.unit ?? "USD")
            try changed.take(amount, isBuild ? \.build : \.maintenance)
            cost = changed
        case .costNote:
            guard cost != nil else { throw Refusal("there is no cost to note anything on: amend cost first") }
            cost?.note = text.nilIfEmpty
        case .baseline:
            guard !text.isEmpty else { throw wrong }
            baseline = Baseline(method: text, share: baseline?.share)
        case .baselineShare:
            let digits = text.hasSuffix("%") ? text.dropLast().trimmed : text
            guard let share = Double(digits), (0...100).contains(share) else { throw wrong }
            baseline = Baseline(method: baseline?.method ?? "not described", share: share)
        case .thirdParty: thirdParty = text.nilIfEmpty
        case .engineeringAlone:
            guard let value = Bool(text) else { throw wrong }
            engineeringAlone = value
        case .data: data = Self.list(in: text)
        case .platform: platform = Self.list(in: text)
        case .reuse: reuse = Self.list(in: text)
        case .recommend:
            guard options.contains(where: { $0.name == text }) else {
                throw Refusal(
                    "no option is named `\(text)`: the options are "
                        + (options.isEmpty ? "still to be written" : listed(options.map(\.name))))
            }
            recommend = text
        case .opening:
            let parts = Self.list(in: text)
            guard let role = parts.first.flatMap(TeamMember.Role.init(rawValue:)) else { throw wrong }
            let count = parts.last.flatMap { Int($0) }
            guard (1...1000).contains(count ?? 1) else { throw wrong }
            opening = Opening(role: role, level: parts.count > 1 && Int(parts[1]) == nil ? parts[1] : nil, count: count)
        case .problem, .solution, .platformEffect, .description, .process: break
        }
    }

    private static func list(in text: String) -> [String] {
        text.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    }

    private static func people(in text: String, orThrow wrong: Refusal) throws(Refusal) -> [TeamMember] {
        var people: [TeamMember] = []
        for part in text.split(separator: ";") {
            let words = part.split(separator: ",").map(\.trimmed)
            guard let name = words.first, !name.isEmpty, words.count <= 2 else { throw wrong }
            let person = NamedAddress(name)
            guard words.count == 2 else {
                people.append(TeamMember(name: person.name, email: person.address))
                continue
            }
            let spelled = words[1].lowercased().replacing(" ", with: "-")
            guard let role = TeamMember.Role(rawValue: spelled) else {
                let known = TeamMember.Role.allCases.map(\.rawValue)
                let hint = nearest(to: spelled, among: known).map { "did you mean `\($0)`?" }
                throw Refusal("`\(words[1])` is not a role: \(hint ?? "the roles are " + listed(known))")
            }
            people.append(TeamMember(name: person.name, role: role, email: person.address))
        }
        guard !people.isEmpty else { throw wrong }
        return people
    }

    /// People keep the address that the proposal has for them: nobody types it again to change a role.
    private func withAddresses(_ people: [TeamMember]) -> [TeamMember] {
        let known = techLeads + team
        return people.map { person in
            var person = person
            person.email = person.email ?? known.first { $0.name == person.name }?.email
            return person
        }
    }
}

extension TeamMember {
    /// As it is written after `amend tech_lead =`: `Lena Ortiz, ml-engineer`.
    var written: String { role.map { "\(name), \($0.rawValue)" } ?? name }
}

extension String {
    var nilIfEmpty: String? { isEmpty ? nil : self }
}
