/// The questions that lead to a proposal, and what was answered so far.
///
/// Answers are kept as they were typed, and the proposal follows from them, so that any of them can be changed, and what
/// was begun can be gone on with another day.
public struct Interview: Sendable {
    public let questions: [DraftQuestion]
    /// By the questions' keys. Those of a question that is asked again stand on a line each.
    public private(set) var answers: [String: String] = [:]
    /// The number of the question that is asked now, from 0.
    public private(set) var position = 0
    private let kind: Proposal.Kind
    private let pod: String?
    private let library: Library
    private let people: KnownPeople

    /// - Parameters:
    ///   - title: Nil if it is to be asked.
    ///   - pod: The pod that owns it; nil if it follows from who leads it.
    ///   - answers: What was answered before.
    ///   - addressProblem: What is wrong with `Name <address>`; nil if nothing is.
    public init(
        kind: Proposal.Kind, title: String?, pod: String? = nil, answers: [String: String] = [:], in library: Library,
        addressProblem: @escaping @Sendable (String) -> String?
    ) {
        (self.kind, self.pod, self.library) = (kind, pod, library)
        people = KnownPeople(in: library, addressProblem: addressProblem)
        let title = title ?? answers[DraftQuestion.title.key]
        questions = [DraftQuestion.title] + DraftQuestion.questions(for: kind)
        self.answers = answers.filter { key, _ in questions.contains { $0.key == key } }
        // Answers that were kept while there was a question for each of the two.
        if let lead = answers["tech_lead"] {
            self.answers["people"] = [lead, answers["team"]].compactMap { $0 }.joined(separator: "; ")
        }
        if let title { self.answers[DraftQuestion.title.key] = title }
        let last = questions.lastIndex { self.answers[$0.key] != nil }
        position = last.map { $0 + 1 } ?? 0
    }

    /// The question that is asked now; nil if all were asked.
    public var question: DraftQuestion? { questions.indices.contains(position) ? questions[position] : nil }

    /// The number of the question as people count, and of all.
    public var count: (number: Int, all: Int) { (position + 1, questions.count) }

    /// Takes an answer to the question that is asked now. An empty one leaves it open.
    ///
    /// - Throws: What is wrong with it, and what would be right. The question is asked again then.
    public mutating func answer(_ text: String) throws(Refusal) {
        guard let question else { return }
        let text = text.trimmed
        if question.isRepeated, !text.isEmpty {
            let earlier = answers[question.key].map { $0 + "\n" } ?? ""
            return try keep(earlier + text, for: question)
        }
        if text.isEmpty, question.key == DraftQuestion.title.key {
            throw Refusal("a proposal needs a title: write a few words")
        }
        if !question.isRepeated { try keep(text, for: question) }
        position += 1
    }

    /// Asks the question before this one once more.
    public mutating func back() { position = max(0, position - 1) }

    /// Asks the next question, and leaves this one's answer as it is.
    public mutating func skip() { position = min(position + 1, questions.count) }

    private mutating func keep(_ text: String, for question: DraftQuestion) throws(Refusal) {
        guard !text.isEmpty else { return answers[question.key] = nil }
        guard text.utf8.count <= Self.longest else {
            throw Refusal(
                "an answer has \(Self.longest / 1000) KB at most: shorten it, and write the rest in your editor")
        }
        var proposal = proposal(before: question)
        for line in question.isRepeated ? text.split(separator: "\n").map(String.init) : [text] {
            try question.take(line, &proposal, people)
        }
        answers[question.key] = text
    }

    private static let longest = 32_000

    private func proposal(before question: DraftQuestion?) -> Proposal {
        var proposal = Proposal(id: "", title: "", kind: kind, pod: pod)
        for earlier in questions {
            if earlier.key == question?.key { break }
            guard let answer = answers[earlier.key] else { continue }
            for line in earlier.isRepeated ? answer.split(separator: "\n").map(String.init) : [answer] {
                // An earlier answer that was changed since may no longer fit; what is left of it is open.
                var changed = proposal
                if (try? earlier.take(line, &changed, people)) != nil { proposal = changed }
            }
        }
        return proposal
    }

    /// What was said, and what follows from it: the pod of those who lead it, and that pod's own leads, whose reviews are
    /// pending.
    public var proposal: Proposal {
        var proposal = proposal(before: nil)
        proposal.pod = proposal.pod ?? library.pod(of: proposal)
        proposal.leads = library.pendingReviews(of: proposal)
        return proposal
    }

    /// What may stand in the place of the last word of what was typed.
    ///
    /// - Returns: The number of characters that are replaced, and what by.
    public func completions(of typed: String) -> (replaced: Int, words: [String]) {
        guard let question else { return (0, []) }
        switch question.completing {
        case .nothing: return (0, [])
        case .word(let words): return Self.matching(typed.trimmed, among: words, replacing: typed.count)
        case .option:
            let names = proposal(before: question).options.map(\.name)
            return Self.matching(typed.trimmed, among: names, replacing: typed.count)
        case .unit(let field):
            let word = String(typed[(typed.lastIndex(of: " ").map(typed.index(after:)) ?? typed.startIndex)...])
            let units = library.units(of: field)
            if word.contains(where: \.isNumber) { return (0, units.prefix(1).map { " \($0)" }) }
            return word == typed ? (0, []) : Self.matching(word, among: units, replacing: word.count)
        case .used(let field):
            let (word, before) = Self.lastPart(of: typed, separators: ",")
            let named = before.split(separator: ",").map(\.trimmed)
            return Self.matching(
                word, among: library.words(under: field).filter { !named.contains($0) }, replacing: word.count)
        case .people:
            let (entry, _) = Self.lastPart(of: typed, separators: ";")
            let (word, before) = Self.lastPart(of: entry, separators: ",")
            if !before.isEmpty {
                return Self.matching(word, among: TeamMember.Role.allCases.map(\.rawValue), replacing: word.count)
            }
            let begins = { (text: String) in text.folded.hasPrefix(word.folded) }
            // Those whose handle or name begins so come before those with such a word further on.
            let first = people.people.filter { begins($0.name) || $0.handle.map { begins($0.rawValue) } ?? false }
            let others = people.people.filter { person in
                !first.contains(person) && person.name.split(separator: " ").contains { begins(String($0)) }
            }
            return (word.count, (first + others).map(\.name))
        }
    }

    private static func matching(_ word: String, among words: [String], replacing count: Int) -> (Int, [String]) {
        (count, words.filter { $0.folded.hasPrefix(word.folded) && $0 != word })
    }

    /// What stands behind the last separator, without blanks before it, and what stands before.
    private static func lastPart(of text: String, separators: String) -> (part: String, before: String) {
        guard let place = text.lastIndex(where: { separators.contains($0) }) else {
            return (String(text.drop { $0 == " " }), "")
        }
        return (String(text[text.index(after: place)...].drop { $0 == " " }), String(text[..<place]))
    }
}
