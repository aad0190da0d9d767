import Council
import Foundation

/// Who sits at this terminal, as far as the council's files can tell.
struct WhoIsIt {
    private let library: Library
    private let folder: String

    init(in week: WeekFolder) { (library, folder) = (week.library, week.place.folder) }

    /// What tells who sits at this terminal if the command does not say it.
    static func signs(in folder: String) -> [String] {
        [
            "handle \(ProcessInfo.processInfo.environment[Speaker.variable] ?? "")",
            "mail \(Speaker.address(in: folder) ?? "")",
        ]
    }

    /// The reviewer whom the person named; else the one whom the environment or git names; nil if nobody does.
    ///
    /// - Parameter name: A role, a handle, or the name of a lead.
    func reviewer(named name: String?) throws -> Reviewer? {
        if let name { return try named(name) }
        let environment = ProcessInfo.processInfo.environment
        if let handle = environment[Speaker.variable], !handle.isEmpty { return try named(handle) }
        return byGit
    }

    private func named(_ text: String) throws -> Reviewer {
        let roles = LeadReview.Role.allCases
        if let role = roles.first(where: { [$0.rawValue, $0.spoken].contains(text.lowercased()) }) {
            return .role(role)
        }
        let query = PersonQuery(text)
        if let member = library.roster.everybody.first(where: {
            query.matches(HeldPerson(name: $0.name, handle: $0.handle))
        }) {
            return .person(name: member.name, email: member.email)
        }
        if let lead = leads.first(where: { query.matches(name: $0.name) }) {
            return .person(name: lead.name, email: lead.email)
        }
        let known = roles.map(\.rawValue) + library.roster.everybody.map(\.handle.rawValue) + leads.map(\.name)
        throw Complaint(
            "`\(text)` is not a lead's role, handle or name\(suggestion(for: text, among: known)); the roles are "
                + listed(roles.map(\.rawValue)))
    }

    private var byGit: Reviewer? {
        guard let email = Speaker.address(in: folder)?.lowercased() else { return nil }
        if let member = library.roster.everybody.first(where: { $0.email?.lowercased() == email }) {
            return .person(name: member.name, email: member.email)
        }
        return leads.first { $0.email?.lowercased() == email }.map { .person(name: $0.name, email: $0.email) }
    }

    /// Everybody who is a lead of a proposal, with the address that some file has.
    private var leads: [(name: String, email: String?)] {
        let reviews = library.drafts.keys.sorted().flatMap { library.drafts[$0]?.proposal.leads ?? [] }
        let emails = Dictionary(
            reviews.compactMap { review in review.name.flatMap { name in review.email.map { (name, $0) } } }
        ) { first, _ in first }
        return Set(reviews.compactMap(\.name)).sorted().map { ($0, emails[$0]) }
    }
}
