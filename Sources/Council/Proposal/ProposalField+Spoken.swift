extension ProposalField {
    /// As people call it; the raw value is what the file calls it.
    public var spoken: String {
        switch self {
        case .title: "title"
        case .pod: "pod"
        case .sponsor: "sponsor"
        case .techLead: "technical lead"
        case .blocker: "biggest blocker"
        case .team: "team"
        case .impact: "impact"
        case .impactNote: "note on the impact"
        case .cost: "cost"
        case .costBuild: "cost to build"
        case .costMaintenance: "cost of maintenance"
        case .costNote: "note on the cost"
        case .baseline: "baseline"
        case .baselineShare: "share that the baseline reaches"
        case .thirdParty: "third-party solutions"
        case .engineeringAlone: "whether engineering alone would do"
        case .data: "data"
        case .platform: "platform parts"
        case .reuse: "parts that others could use"
        case .recommend: "recommendation"
        case .opening: "opening"
        case .problem: "business problem"
        case .solution: "solution"
        case .platformEffect: "effect on the platform"
        case .description: "job description"
        case .process: "hiring process"
        }
    }
}
