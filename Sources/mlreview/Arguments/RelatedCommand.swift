import ArgumentParser
import Council

struct RelatedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "related",
        abstract: "Prints the nearest proposals of earlier meetings, what became of them, and what they share.",
        discussion: "Proposals are near if they share rare words, data, parts of the platform or reusable pieces.")

    @OptionGroup var options: AnswerOptions
    @Argument(help: "The proposal's id.", completion: .proposals)
    var id: String

    func run() throws { try options.print(answer) }

    func answer(from folder: SearchFolder) throws -> Answer {
        guard let proposal = try folder.index.proposal(id) else {
            throw Complaint(
                "no proposal is called `\(id)`\(suggestion(for: id, among: try folder.index.proposalIDs()))")
        }
        let related = try folder.index.related(to: proposal)
        let lines = related.isEmpty ? ["no proposal of an earlier meeting is near \(id)"] : related.map(\.line)
        return Answer(lines: lines, related)
    }
}
