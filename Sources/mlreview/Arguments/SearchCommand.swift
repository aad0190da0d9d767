import ArgumentParser
import Council

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Searches notes, decisions, actions and proposals of all meetings, best match first.",
        discussion: """
            All words must occur: word, "some words" that follow one another, or the beginning* of a word. Case and \
            accents don't count. Private notes are never found.
            """)

    @OptionGroup var options: AnswerOptions
    @Argument(help: ArgumentHelp("What to look for.", valueName: "text"))
    var words: [String]
    @Option(
        help: "One of \(SearchKind.allCases.map(\.rawValue).joined(separator: ", ")). A note is of any kind of note.",
        completion: .list(SearchKind.allCases.map(\.rawValue)))
    var kind: String?
    @Option(help: ArgumentHelp("Who said it, owes it, or leads the proposal.", valueName: "name"), completion: .people)
    var who: String?
    @Option(help: "The pod of the proposal.", completion: .pods)
    var pod: String?
    @Option(
        help: ArgumentHelp(
            "What the meeting decided on the item: one of "
                + "\(Decision.Verdict.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "verdict"),
        completion: .list(Decision.Verdict.allCases.map(\.rawValue)))
    var verdict: String?
    @Option(help: ArgumentHelp("The first day, as YYYY-MM-DD.", valueName: "date"), completion: .meetings)
    var since: CalendarDay?
    @Option(help: ArgumentHelp("The last day, as YYYY-MM-DD.", valueName: "date"), completion: .meetings)
    var until: CalendarDay?
    @Option(help: ArgumentHelp("How many to print.", valueName: "number"))
    var limit = 20

    func validate() throws {
        if SearchQuery(text) == nil { throw ValidationError(SearchQuery.nothing) }
        if limit < 1 { throw ValidationError("the least is one: `--limit 1`") }
        _ = try filter
    }

    func run() throws { try options.print(answer) }

    func answer(from folder: SearchFolder) throws -> Answer {
        guard let query = SearchQuery(text) else { throw ValidationError(SearchQuery.nothing) }
        let answer = try folder.index.search(query, try filter, atMost: limit)
        if answer.total == 0 { try checkNames(in: folder) }
        return Answer(lines: Self.lines(answer), answer)
    }

    private var text: String { words.joined(separator: " ") }

    private var filter: SearchFilter {
        get throws {
            SearchFilter(
                kind: try Self.read(kind, "kind"), who: who.map { PersonQuery($0) }, pod: pod,
                verdict: try Self.read(verdict, "verdict"), since: since, until: until)
        }
    }

    private static func read<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String?, _ what: String
    ) throws -> Word? {
        guard let text else { return nil }
        if let word = Word(rawValue: text.lowercased()) { return word }
        let all = Word.allCases.map(\.rawValue)
        throw ValidationError(
            "there is no \(what) `\(text)`"
                + (nearest(to: text, among: all).map { "; did you mean `\($0)`?" }
                    ?? ": write one of \(listed(all, "or"))"))
    }

    /// Nothing is found where nobody has the name: then it may be a slip.
    private func checkNames(in folder: SearchFolder) throws {
        let pods = try folder.index.pods()
        if let pod, !pods.contains(where: { Library.isSame($0, pod) }) {
            throw Complaint("no proposal is of a pod called `\(pod)`\(suggestion(for: pod, among: pods))")
        }
        let people = try folder.index.people()
        if let who, !people.contains(where: PersonQuery(who).matches) {
            let names = people.map(\.name) + people.compactMap(\.handle?.rawValue)
            throw Complaint("nobody is called `\(who)`\(suggestion(for: who, among: names))")
        }
    }

    private static func lines(_ answer: SearchAnswer) -> [String] {
        if answer.hits.isEmpty { return [SearchAnswer.nothing] }
        let lines = answer.hits.flatMap { hit in
            [hit.place.joined(separator: "  "), "            \(hit.snippet.marked)"]
        }
        return lines
            + (answer.more > 0 ? ["\(answer.more) more: add a word, or `--limit \(answer.total)` for all"] : [])
    }
}
