import ArgumentParser
import Council

struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Prints which proposals use and offer which data, platform parts and reusable pieces.",
        discussion: """
            First come what several pods need and no proposal offers, what several proposals offer, and what is offered \
            and no other proposal uses. Proposals that were rejected, withdrawn, replaced or stopped don't count.
            """)

    @OptionGroup var options: AnswerOptions

    func run() throws { try options.print(answer) }

    func answer(from week: WeekFolder) throws -> Answer {
        let register = week.library.register(on: week.today)
        let lines =
            Self.list("needed by several pods, and offered by no proposal", register.askedFor)
            + Self.list("offered more than once", register.builtTwice)
            + Self.list("offered, and used by no other proposal", register.unused)
            + Self.list("all pieces", register.pieces)
        return try Answer(lines: lines.isEmpty ? ["no proposal names data, platform or reuse"] : lines, register)
    }

    private static func list(_ title: String, _ pieces: [Register.Piece]) -> [String] {
        guard !pieces.isEmpty else { return [] }
        let rows = pieces.map { piece in
            let parts = [("data of", piece.data), ("platform of", piece.platform), ("offered by", piece.reuse)]
            return [
                "  \(piece.name)", parts.filter { !$1.isEmpty }.map { "\($0) \(listed($1))" }.joined(separator: "; "),
            ]
        }
        return [title] + Columns(rows).lines
    }
}
