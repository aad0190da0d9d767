import ArgumentParser
import Council

struct RegisterCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Prints which proposals use and offer which data, platform parts and reusable pieces.",
        discussion: """
            First come needs of several pods that nobody meets, offers of several proposals, and offers that no other \
            proposal uses; then every piece, with its owner, its state, and its users by pod and stage. \
            agendas/platform.yaml says what is live. Proposals that were rejected, withdrawn, replaced or stopped \
            don't count.
            """)

    @OptionGroup var options: AnswerOptions

    /// - Parameter columns: The width of the lines; nil for any.
    func answer(from week: WeekFolder, columns: Int? = nil) throws -> Answer {
        let register = week.library.register(on: week.today)
        guard !register.pieces.isEmpty else {
            return Answer(lines: ["no proposal names data, platform or reuse"], register)
        }
        var lines: [String] = []
        for list in Register.List.allCases {
            lines += [list.title] + Columns([["", list.meaning]]).lines(within: columns)
            lines += Self.rows(register[list], within: columns) + [""]
        }
        for kind in PlatformPart.Kind.allCases {
            let pieces = register.pieces.filter { $0.kind == kind }
            lines += [kind.title] + Self.rows(pieces, within: columns) + [""]
        }
        return Answer(lines: lines.dropLast(), register)
    }

    private static func rows(_ pieces: [Register.Piece], within columns: Int?) -> [String] {
        if pieces.isEmpty { return ["  none"] }
        return Columns(pieces.map { ["  \($0.name)", rest(of: $0)] }).lines(within: columns)
    }

    private static func rest(of piece: Register.Piece) -> String {
        let state = piece.state.map { [[$0.rawValue, piece.owner].compactMap { $0 }.joined(separator: ", ")] } ?? []
        let aka = piece.aka.isEmpty ? [] : ["also \(listed(piece.aka))"]
        let uses = piece.usesByPod.map { pod, uses in "\(pod ?? "no pod"): \(told(uses))" }
        let offers = piece.offers.isEmpty ? [] : ["offered by \(told(piece.offers))"]
        return (state + aka + uses + offers).joined(separator: "; ")
    }

    private static func told(_ uses: [Register.Use]) -> String {
        uses.map { "\($0.proposal) (\($0.stage))" }.joined(separator: ", ")
    }
}
