import Council

// A property that is forgotten here comes back empty; then the whole is not kept, and a test fails.

extension Library.Draft: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(try bytes.take(), digest: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(proposal)
        bytes.put(digest)
    }
}

extension Proposal.Kind: KeptWord {}
extension Proposal.Priority: KeptWord {}
extension Proposal.Blocker: KeptWord {}
extension TeamMember.Role: KeptWord {}
extension LeadReview.Role: KeptWord {}
extension LeadReview.Verdict: KeptWord {}
extension TechnologyOption.Choice: KeptWord {}
extension ProposalField: KeptWord {}

extension Proposal: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            id: try bytes.take(), title: try bytes.take(), shortTitle: try bytes.take(), kind: try bytes.take(),
            pod: try bytes.take(), sponsor: try bytes.take(), techLeads: try bytes.take(), blocker: try bytes.take(),
            team: try bytes.take(), impact: try bytes.take(), cost: try bytes.take(), baseline: try bytes.take(),
            thirdParty: try bytes.take(), engineeringAlone: try bytes.take(), data: try bytes.take(),
            platform: try bytes.take(), reuse: try bytes.take(), leads: try bytes.take(), options: try bytes.take(),
            recommend: try bytes.take(), opening: try bytes.take(), interested: try bytes.take(),
            revises: try bytes.take(), priority: try bytes.take(), minutes: try bytes.take(),
            followUp: try bytes.take(), outcome: try bytes.take(), amended: try bytes.take(), body: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(id)
        bytes.put(title)
        bytes.put(shortTitle)
        bytes.put(kind)
        bytes.put(pod)
        bytes.put(sponsor)
        bytes.put(techLeads)
        bytes.put(blocker)
        bytes.put(team)
        bytes.put(impact)
        bytes.put(cost)
        bytes.put(baseline)
        bytes.put(thirdParty)
        bytes.put(engineeringAlone)
        bytes.put(data)
        bytes.put(platform)
        bytes.put(reuse)
        bytes.put(leads)
        bytes.put(options)
        bytes.put(recommend)
        bytes.put(opening)
        bytes.put(interested)
        bytes.put(revises)
        bytes.put(priority)
        bytes.put(minutes)
        bytes.put(followUp)
        bytes.put(outcome)
        bytes.put(amended)
        bytes.put(body)
    }
}

extension TeamMember: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(name: try bytes.take(), role: try bytes.take(), email: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(name)
        bytes.put(role)
        bytes.put(email)
    }
}

extension Impact: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(value: try bytes.take(), unit: try bytes.take(), note: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(value)
        bytes.put(unit)
        bytes.put(note)
    }
}

extension Cost: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            build: try bytes.take(), maintenance: try bytes.take(), unit: try bytes.take(), note: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(build)
        bytes.put(maintenance)
        bytes.put(unit)
        bytes.put(note)
    }
}

extension Baseline: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(method: try bytes.take(), share: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(method)
        bytes.put(share)
    }
}

extension LeadReview: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            role: try bytes.take(), name: try bytes.take(), verdict: try bytes.take(), date: try bytes.take(),
            note: try bytes.take(), email: try bytes.take(), of: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(role)
        bytes.put(name)
        bytes.put(verdict)
        bytes.put(date)
        bytes.put(note)
        bytes.put(email)
        bytes.put(of)
    }
}

extension TechnologyOption: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            name: try bytes.take(), choice: try bytes.take(), cost: try bytes.take(), runBy: try bytes.take(),
            note: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(name)
        bytes.put(choice)
        bytes.put(cost)
        bytes.put(runBy)
        bytes.put(note)
    }
}

extension Opening: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(role: try bytes.take(), level: try bytes.take(), count: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(role)
        bytes.put(level)
        bytes.put(count)
    }
}

extension FollowUp: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(after: try bytes.take(), measure: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(after)
        bytes.put(measure)
    }
}

extension MeasuredOutcome: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(on: try bytes.take(), value: try bytes.take(), unit: try bytes.take(), note: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(on)
        bytes.put(value)
        bytes.put(unit)
        bytes.put(note)
    }
}

extension LeadAmendment: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            field: try bytes.take(), before: try bytes.take(), after: try bytes.take(), by: try bytes.take(),
            on: try bytes.take(), because: try bytes.take(), decided: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(field)
        bytes.put(before)
        bytes.put(after)
        bytes.put(by)
        bytes.put(on)
        bytes.put(because)
        bytes.put(decided)
    }
}
