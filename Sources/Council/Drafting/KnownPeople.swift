/// The people whom the council's file and proposals name, by handle, name, or one word of the name.
public struct KnownPeople: Sendable {
    public struct Person: Equatable, Sendable {
        public let name: String
        public let handle: Handle?
        public let email: String?
        public let role: TeamMember.Role?
    }

    public private(set) var people: [Person] = []
    private let addressProblem: @Sendable (String) -> String?

    /// - Parameter addressProblem: What is wrong with `Name <address>`; nil if nothing is.
    public init(in library: Library, addressProblem: @escaping @Sendable (String) -> String?) {
        self.addressProblem = addressProblem
        var roles: [String: TeamMember.Role] = [:]
        var emails: [String: String] = [:]
        var names: [String] = []
        for proposal in library.proposalIDs.compactMap(library.proposal) {
            for member in proposal.techLeads + proposal.team {
                if let role = member.role { roles[member.name] = role }
                if let email = member.email { emails[member.name] = email }
                names.append(member.name)
            }
            for review in proposal.leads {
                guard let name = review.name else { continue }
                if let email = review.email { emails[name] = email }
                names.append(name)
            }
        }
        let seated = library.roster.everybody
        people = seated.map { Person(name: $0.name, handle: $0.handle, email: nil, role: roles[$0.name]) }
        for name in Set(names).subtracting(seated.map(\.name)).sorted() {
            people.append(Person(name: name, handle: nil, email: emails[name], role: roles[name]))
        }
    }

    /// Somebody as the file is to have them: their full name, the address that other files have, and the role that they
    /// have elsewhere if none is given here.
    func known(_ member: TeamMember) throws(Refusal) -> TeamMember {
        let text = member.email.map { "\(member.name) <\($0)>" } ?? member.name
        if text.dropFirst().contains(where: { "<>@".contains($0) }) || "<>".contains(text.prefix(1)),
            let problem = addressProblem(text)
        {
            throw Refusal("`\(text)` is not a mail address: \(problem): write it as Lena Ortiz <lena@example.com>")
        }
        guard let person = try person(called: member.name) else { return member }
        return TeamMember(name: person.name, role: member.role ?? person.role, email: member.email ?? person.email)
    }

    /// Nil for a new person.
    private func person(called text: String) throws(Refusal) -> Person? {
        let handle = text.hasPrefix("@") ? String(text.dropFirst()) : text
        if let person = people.first(where: { $0.handle?.rawValue.folded == handle.folded }) { return person }
        if let person = people.first(where: { $0.name.folded == text.folded }) { return person }
        let found = people.filter { PersonQuery(text).matches(name: $0.name) }
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            throw Refusal("`\(text)` may be \(listed(found.map(\.name), "or")): write the full name or the handle")
        }
        // A new person has a full name. A single word is more likely a slip.
        guard text.hasPrefix("@") || !text.contains(where: \.isWhitespace) else { return nil }
        let words = people.flatMap { person in
            [person.handle?.rawValue].compactMap { $0 } + person.name.split(separator: " ").map(String.init)
        }
        let hint = nearest(to: handle, among: words).map { "did you mean `\($0)`?" } ?? "write a new person's full name"
        throw Refusal("nobody is called `\(text)`: \(hint)")
    }
}
