import ArgumentParser
import Council

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Prints the reviews that wait for you; adds a lead's word or amendment to a proposal.",
        usage: """
            mlreview review [--as ROLE|HANDLE]
            mlreview review ID [--as ROLE|HANDLE] approve|changes|pending [because TEXT]
            mlreview review ID [--as ROLE|HANDLE] amend FIELD = VALUE because TEXT
            """,
        discussion: """
            A word is added below the earlier ones, which stay. An approval says which problem, impact, cost, solution \
            and lead it is of; if one of them changes, the gate asks again. You are the person that --as names, else \
            $MLREVIEW_HANDLE, else the person with your git mail address.
            """)

    @OptionGroup var options: AnswerOptions
    @OptionGroup var writing: WritingOptions
    @Option(
        name: .customLong("as"), help: ArgumentHelp("Who is speaking: a role or a handle.", valueName: "role|handle"),
        completion: .of(\.reviewers))
    var who: String?
    @Argument(help: "The proposal's id.", completion: .proposals)
    var id: String?
    @Argument(help: ArgumentHelp("What the lead says of it.", valueName: "words"), completion: .of(\.reviewWords))
    var words: [String] = []

    func run() throws {
        guard let id else {
            return try options.print(to: WhoIsIt.signs(in: options.folder.folder)) { try waiting(in: $0) }
        }
        try complaining {
            let words = try ReviewWords(words)
            let week = try WeekFolder(options.folder.folder, out: options.output.out, evenIfMeetingIsOpen: true)
            let proposal = try ReviewedProposal(id, by: try WhoIsIt(in: week).reviewer(named: who), in: week)
            switch words {
            case .verdict(let verdict, let reason):
                try writing.perform(try proposal.change(to: verdict, because: reason))
            case .amend(let field, let value, let reason):
                try writing.perform(try proposal.change(of: field, to: value, because: reason))
            }
            try week.tellComplaints()
        }
    }

    func waiting(in week: WeekFolder) throws -> Answer {
        let reviewer = try WhoIsIt(in: week).reviewer(named: who)
        let reviews = week.library.awaitedReviews(of: reviewer, on: week.today)
        let rows = reviews.map { review in
            [
                review.id, review.role.spoken + (reviewer == nil ? review.name.map { " (\($0))" } ?? "" : ""),
                review.days.map { counted($0, "day") } ?? "", review.state, review.title,
            ]
        }
        let none = reviewer.map { "no review waits for \($0.spoken)" } ?? "no review is awaited"
        return Answer(lines: rows.isEmpty ? [none] : Columns(rows).lines, reviews)
    }
}
