/// What is asked of technology and hiring alone.
extension DraftQuestion {
    static let options = DraftQuestion(
        "options", "What are the options? Each as NAME, build|buy|keep, COST, RUN BY.",
        why: "The gate asks for at least two, with their cost and who would run them.",
        example: "Managed service, buy, 300k USD/year, infrastructure",
        help: "One at a time; Enter on an empty line moves on. `keep` means what you have now.", isRepeated: true
    ) { answer, proposal, _ throws(Refusal) in
        let parts = answer.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false).map(\.trimmed)
        guard let name = parts.first, !name.isEmpty, parts.count > 1 else {
            throw Refusal("`\(answer)` is not an option: write NAME, build|buy|keep, COST, RUN BY")
        }
        guard let choice = TechnologyOption.Choice(rawValue: parts[1].lowercased()) else {
            throw Refusal("`\(parts[1])` is not a way to get \(name): write build, buy or keep after its name")
        }
        if proposal.options.contains(where: { $0.name == name }) {
            throw Refusal("\(name) is already among the options: give each a name of its own")
        }
        let rest = parts.dropFirst(2).map(\.nilIfEmpty)
        proposal.options.append(
            TechnologyOption(
                name: name, choice: choice, cost: rest.first ?? nil,
                runBy: rest.count > 1 ? rest[rest.startIndex + 1] : nil))
    }

    static let recommend = DraftQuestion(
        .recommend, "Which option do you recommend?",
        why: "The council wants a recommendation; it may decide otherwise.",
        example: "Managed service", help: "The name of one of the options, as you wrote it.", completing: .option)

    static let platformEffect = DraftQuestion(
        .platformEffect, "What does it change for the platform and those who use it?",
        why: "Platform technology serves all pods.",
        example: "Search and Ads move their indexes within two quarters; the old cluster is switched off.",
        help: "A sentence or two: who gains, who has to move, what is switched off.")

    static let opening = DraftQuestion(
        .opening, "What is the position?", why: "The council compares it with the roles that it has.",
        example: "ml-engineer, senior, 2",
        help: "The role, ml-engineer or data-scientist, then the level and the number of people.",
        completing: .word([TeamMember.Role.mlEngineer.rawValue, TeamMember.Role.dataScientist.rawValue]))

    static let description = DraftQuestion(
        .description, "What does the person do?", why: "The gate asks for a job description.",
        example: "Owns the serving of the ranking models, and mentors two engineers.",
        help: "A sentence or two; the editor comes later. It becomes the section `Job description`.")

    static let process = DraftQuestion(
        .process, "How are candidates interviewed, and who decides?",
        why: "The gate asks for it; both crafts review it.",
        example: "A case on our own data, two interviews in each craft, and one with a product manager.",
        help: "A sentence or two; the editor comes later. It becomes the section `Process`.")
}

extension Proposal {
    /// Takes `450k + 150k/year USD`, or what it costs to build alone. Without a currency, that of the impact is meant.
    mutating func estimate(_ answer: String) throws(Refusal) {
        let wrong = Refusal("`\(answer)` is not a value for cost: write \(ProposalField.cost.form)")
        let isWhole = answer.contains("+")
        let currency = impact.map { String($0.unit.prefix { $0 != "/" }).trimmed }?.nilIfEmpty
        if currency == nil {
            let amounts = answer.split(separator: "+").compactMap { WrittenAmount($0, isYearly: isWhole) }
            if !amounts.isEmpty, amounts.allSatisfy({ $0.unit == nil }) {
                throw Refusal("`\(answer)` has no currency: write it as 450k + 150k USD")
            }
        }
        var estimated = self
        if let currency, cost == nil { estimated.cost = Cost(unit: currency) }
        guard (try? estimated.amend(isWhole ? .cost : .costBuild, to: answer)) != nil else { throw wrong }
        self = estimated
    }
}
