import Agendas
import Council

/// A member of a new council as a person types one: `Priya Raman <priya@example.com>, engineering`.
struct TypedSeat: Equatable {
    let name: String
    let email: String?
    let discipline: Discipline?

    static let form = "Name <mail>, discipline"

    /// - Throws: What is wrong with it, and what would be right.
    init(_ text: String) throws(Refusal) {
        var person = text.writableLine
        var discipline: Discipline?
        if let comma = person.lastIndex(of: ",") {
            let word = person[person.index(after: comma)...].trimmed.lowercased().replacing(" ", with: "-")
            let known = Discipline.allCases.map(\.rawValue)
            guard let found = Discipline(rawValue: word) else {
                throw Refusal(
                    "`\(word)` is not a discipline\(suggestion(for: word, among: known)): write \(listed(known, "or"))")
            }
            discipline = found
            person = person[..<comma].trimmed
        }
        let named = NamedAddress(person)
        if person.contains(where: { "<>@".contains($0) }), let problem = CouncilText.problem(withMailbox: person) {
            throw Refusal("`\(person)` is not a mail address: \(problem); write \(Self.form)")
        }
        guard named.name.contains(where: \.isLetter), named.name != named.address else {
            throw Refusal("`\(text)` has no name: write \(Self.form)")
        }
        (name, email, self.discipline) = (named.name, named.address, discipline)
    }

    /// A handle for somebody: the first word of their name, with as much more as tells them from others.
    static func handle(for name: String, without taken: [Handle]) -> Handle {
        // `É` is `e`, and what is no letter or digit is no part of a handle.
        let words = (ItemID(topic: name).topicName ?? "").split(separator: "-").map(String.init)
        let first = words.first ?? "member"
        let longer = words.dropFirst().last.map { last in [first + last.prefix(1), "\(first)-\(last)"] } ?? []
        let free = ([first] + longer).first { Handle.isWellFormed($0) && !taken.contains(Handle($0)) }
        if let free { return Handle(free) }
        var number = 2
        while taken.contains(Handle("\(first)\(number)")) { number += 1 }
        return Handle("\(first)\(number)")
    }

    func member(_ handle: Handle) -> Member { Member(handle: handle, name: name, email: email, discipline: discipline) }
}
