import Council

/// A proposal's figures and people as a record has them: spoken, and from version 2 on one by one.
struct Figures {
    private var texts: [String: String] = [:]
    private var numbers: [String: Double] = [:]
    private var openingRole: TeamMember.Role?
    private var openingCount: Int?
    private var technicalLeads: [String] = []
    private var team: [String] = []

    /// Reads the value of a name that belongs here; false for another name.
    mutating func take(_ name: String, _ json: inout JSONReader) throws(JSONReader.Fault) -> Bool {
        switch name {
        case "impact", "impactUnit", "impactNote", "cost", "costUnit", "costNote", "opening", "openingLevel":
            texts[name] = try json.optional { json throws(JSONReader.Fault) in try json.string() }
        case "impactValue", "costBuild", "costMaintenance":
            numbers[name] = try json.optional { json throws(JSONReader.Fault) in try json.real() }
        case "openingRole":
            openingRole = try json.optional { json throws(JSONReader.Fault) in
                try json.one(of: TeamMember.Role.self)
            }
        case "openingCount":
            openingCount = try json.optional { json throws(JSONReader.Fault) in try json.integer() }
        case "technicalLeads": technicalLeads = try json.list { json throws(JSONReader.Fault) in try json.string() }
        case "team": team = try json.list { json throws(JSONReader.Fault) in try json.string() }
        default: return false
        }
        return true
    }

    func put(into proposal: inout Proposal, of version: Int) {
        if version == 1 { putSpoken(into: &proposal) } else { putOneByOne(into: &proposal) }
        proposal.impact?.note = texts["impactNote"]
        proposal.cost?.note = texts["costNote"]
    }

    private func putOneByOne(into proposal: inout Proposal) {
        if let value = numbers["impactValue"], let unit = texts["impactUnit"] {
            proposal.impact = Impact(value: value, unit: unit)
        }
        proposal.cost = texts["costUnit"].map { unit in
            Cost(build: numbers["costBuild"], maintenance: numbers["costMaintenance"], unit: unit)
        }
        if openingRole != nil || texts["openingLevel"] != nil || openingCount != nil {
            proposal.opening = Opening(role: openingRole, level: texts["openingLevel"], count: openingCount)
        }
    }

    private func putSpoken(into proposal: inout Proposal) {
        proposal.impact = texts["impact"].flatMap(Impact.init(spoken:))
        proposal.cost = texts["cost"].flatMap(Cost.init(spoken:))
        proposal.opening = texts["opening"].flatMap(Opening.init(spoken:))
        proposal.techLeads = technicalLeads.map(TeamMember.init(spoken:))
        proposal.team = team.map(TeamMember.init(spoken:))
    }
}
