/// A proposal as its file states it: front matter and a Markdown body.
///
/// What the charter asks for may be missing here: a draft is a proposal too, and it is the gate that stops it.
public struct Proposal: Codable, Equatable, Sendable {
    /// The file's name without its ending.
    public var id: String
    public var title: String
    /// What it is called where room is short, as in a mail's subject; nil if its title is cut instead.
    public var shortTitle: String?
    public var kind: Kind
    public var pod: String?
    /// A name, with or without a mail address: `Lena Ortiz <lena@example.com>`.
    public var sponsor: String?
    /// As many as the file names; the charter wants exactly one.
    public var techLeads: [TeamMember]
    public var blocker: Blocker?
    public var team: [TeamMember]
    public var impact: Impact?
    public var cost: Cost?
    public var baseline: Baseline?
    /// What third-party solutions exist, and why they do or don't do.
    public var thirdParty: String?
    /// Whether engineering alone can build something good enough.
    public var engineeringAlone: Bool?
    public var data: [String]
    public var platform: [String]
    public var reuse: [String]
    public var leads: [LeadReview]
    /// Technology: what could be built, bought or kept.
    public var options: [TechnologyOption]
    /// Technology: the name of the option that is proposed.
    public var recommend: String?
    /// Hiring: whom for.
    public var opening: Opening?
    public var interested: [String]
    /// The id of the proposal that this one replaces.
    public var revises: String?
    public var priority: Priority?
    /// Minutes that it asks of the council.
    public var minutes: Int?
    /// When, and by what measure, the council wants to know what came of it.
    public var followUp: FollowUp?
    /// What was measured after an approval.
    public var outcome: MeasuredOutcome?
    /// Markdown.
    public var body: String
    /// Nil in proposals of records that were made before leads could amend.
    private var amendments: [LeadAmendment]?

    /// What leads have changed, oldest first. The fields have the changed values.
    public var amended: [LeadAmendment] {
        get { amendments ?? [] }
        set { amendments = newValue.isEmpty ? nil : newValue }
    }

    public init(
        id: String, title: String, shortTitle: String? = nil, kind: Kind = .application, pod: String? = nil,
        sponsor: String? = nil,
        techLeads: [TeamMember] = [], blocker: Blocker? = nil, team: [TeamMember] = [], impact: Impact? = nil,
        cost: Cost? = nil, baseline: Baseline? = nil, thirdParty: String? = nil, engineeringAlone: Bool? = nil,
        data: [String] = [], platform: [String] = [], reuse: [String] = [], leads: [LeadReview] = [],
        options: [TechnologyOption] = [], recommend: String? = nil, opening: Opening? = nil,
        interested: [String] = [], revises: String? = nil, priority: Priority? = nil, minutes: Int? = nil,
        followUp: FollowUp? = nil, outcome: MeasuredOutcome? = nil, amended: [LeadAmendment] = [], body: String = ""
    ) {
        self.id = id
        self.title = title
        self.shortTitle = shortTitle
        self.kind = kind
        self.pod = pod
        self.sponsor = sponsor
        self.techLeads = techLeads
        self.blocker = blocker
        self.team = team
        self.impact = impact
        self.cost = cost
        self.baseline = baseline
        self.thirdParty = thirdParty
        self.engineeringAlone = engineeringAlone
        self.data = data
        self.platform = platform
        self.reuse = reuse
        self.leads = leads
        self.options = options
        self.recommend = recommend
        self.opening = opening
        self.interested = interested
        self.revises = revises
        self.priority = priority
        self.minutes = minutes
        self.followUp = followUp
        self.outcome = outcome
        self.body = body
        self.amended = amended
    }

    /// What the council is asked to review.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case application
        /// Infrastructure technology, to build or to buy.
        case technology
        case hiring
    }

    /// How soon the proposal's authors need an answer; a proposal that names none is `normal`.
    public enum Priority: String, Codable, CaseIterable, Sendable {
        case high
        case normal
        case low
    }

    /// The biggest blocker to success.
    public enum Blocker: String, Codable, CaseIterable, Sendable {
        case production
        case statistical
    }
}

/// Somebody on a proposal's team.
public struct TeamMember: Codable, Equatable, Sendable {
    public var name: String
    public var role: Role?
    /// Where mail reaches them; nil if only their name is known.
    public var email: String?

    public init(name: String, role: Role? = nil, email: String? = nil) {
        self.name = name
        self.role = role
        self.email = email
    }

    public enum Role: String, Codable, CaseIterable, Sendable {
        case mlEngineer = "ml-engineer"
        case dataScientist = "data-scientist"
        case engineer
        case analyst
        case productManager = "product-manager"

        /// As a person says it: `ML engineer`.
        public var spoken: String {
            switch self {
            case .mlEngineer: "ML engineer"
            case .dataScientist: "data scientist"
            case .engineer: "engineer"
            case .analyst: "analyst"
            case .productManager: "product manager"
            }
        }
    }
}

/// The estimated impact of a proposal.
public struct Impact: Codable, Equatable, Sendable {
    public var value: Double
    public var unit: String
    public var note: String?

    public init(value: Double, unit: String, note: String? = nil) {
        self.value = value
        self.unit = unit
        self.note = note
    }
}

/// What a proposal costs to build, and to keep going.
public struct Cost: Codable, Equatable, Sendable {
    public var build: Double?
    public var maintenance: Double?
    public var unit: String
    public var note: String?

    public init(build: Double? = nil, maintenance: Double? = nil, unit: String, note: String? = nil) {
        self.build = build
        self.maintenance = maintenance
        self.unit = unit
        self.note = note
    }
}

/// What simple analytics or rules reach without ML.
public struct Baseline: Codable, Equatable, Sendable {
    public var method: String
    /// Percent of the impact, 0 to 100.
    public var share: Double?

    public init(method: String, share: Double? = nil) {
        self.method = method
        self.share = share
    }
}

/// What one of the pod's leads says of a proposal.
public struct LeadReview: Codable, Equatable, Sendable {
    public var role: Role
    public var name: String?
    public var verdict: Verdict
    public var date: CalendarDay?
    public var note: String?
    /// Where mail reaches them; nil if only their name is known.
    public var email: String?
    /// The version that was approved, as ``Proposal/version`` writes it; nil if nobody wrote it down.
    public var of: String?

    public init(
        role: Role, name: String? = nil, verdict: Verdict, date: CalendarDay? = nil, note: String? = nil,
        email: String? = nil, of: String? = nil
    ) {
        self.role = role
        self.name = name
        self.verdict = verdict
        self.date = date
        self.note = note
        self.email = email
        self.of = of
    }

    public enum Role: String, Codable, CaseIterable, Sendable {
        case product
        case engineering
        case dataScience = "data-science"
        case analytics

        /// As a person says it: `data science`.
        public var spoken: String { self == .dataScience ? "data science" : rawValue }
    }

    public enum Verdict: String, Codable, CaseIterable, Sendable {
        case approved
        case changes
        case pending
    }
}

/// One way to get a technology.
public struct TechnologyOption: Codable, Equatable, Sendable {
    public var name: String
    public var choice: Choice?
    public var cost: String?
    public var runBy: String?
    public var note: String?

    public init(name: String, choice: Choice? = nil, cost: String? = nil, runBy: String? = nil, note: String? = nil) {
        self.name = name
        self.choice = choice
        self.cost = cost
        self.runBy = runBy
        self.note = note
    }

    public enum Choice: String, Codable, CaseIterable, Sendable {
        case build
        case buy
        case keep
    }
}

/// Whom a hiring proposal is for.
public struct Opening: Codable, Equatable, Sendable {
    public var role: TeamMember.Role?
    public var level: String?
    public var count: Int?

    public init(role: TeamMember.Role? = nil, level: String? = nil, count: Int? = nil) {
        self.role = role
        self.level = level
        self.count = count
    }
}
