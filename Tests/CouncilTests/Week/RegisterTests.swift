import Testing

@testable import Council

/// Who uses and offers what, as far as proposals say.
@Suite struct RegisterTests {
    /// A proposal in a line: `a Search uses x, y offers z`.
    private static func draft(_ line: String) -> Library.Draft {
        let words = line.split(separator: " ").map { String($0).replacing(",", with: "") }
        var proposal = Weeks.proposal(words[0])
        proposal.pod = words[1]
        var isOffer = false
        for word in words.dropFirst(2) {
            switch word {
            case "uses": isOffer = false
            case "offers": isOffer = true
            default: if isOffer { proposal.reuse.append(word) } else { proposal.platform.append(word) }
            }
        }
        return Library.Draft(proposal)
    }

    struct Row: CustomTestStringConvertible {
        let lines: [String]
        var askedFor: [String] = []
        var builtTwice: [String] = []
        var unused: [String] = []
        var testDescription: String { lines.joined(separator: "; ") }
    }

    static let rows = [
        Row(lines: ["a Search uses x"]),
        Row(lines: ["a Search uses x", "b Search uses x"]),
        Row(lines: ["a Search uses x", "b Fraud uses x"], askedFor: ["x"]),
        Row(lines: ["a Search uses Feature-Store", "b Fraud uses feature-store"], askedFor: ["Feature-Store"]),
        Row(lines: ["a Search uses x", "b Fraud uses x", "c Maps offers x"]),
        Row(lines: ["a Search offers x"], unused: ["x"]),
        Row(lines: ["a Search uses x offers x"], unused: ["x"]),
        Row(lines: ["a Search offers x", "b Search uses x"]),
        Row(lines: ["a Search offers x", "b Fraud offers x"], builtTwice: ["x"], unused: ["x"]),
        Row(lines: ["a Search offers x", "b Fraud uses x offers x"], builtTwice: ["x"]),
    ]

    @Test(arguments: rows)
    func theListsFollowFromTheProposals(_ row: Row) {
        let register = Library(roster: Weeks.roster, drafts: row.lines.map(Self.draft)).register(on: .of("1 Dec"))
        #expect(register.askedFor.map(\.name) == row.askedFor)
        #expect(register.builtTwice.map(\.name) == row.builtTwice)
        #expect(register.unused.map(\.name) == row.unused)
    }

    @Test func whatWillNotBeBuiltDoesNotCount() {
        var held = HeldItem(id: ItemID("b"), number: 1, title: "b", proposal: Self.draft("b Fraud uses x").proposal)
        held.decision = HeldDecision(verdict: .reject, spoken: "rejected")
        let library = Library(
            roster: Weeks.roster, drafts: ["a Search uses x", "b Fraud uses x"].map(Self.draft),
            history: [HeldMeeting(date: .of("25 Nov"), items: [held])])
        #expect(library.register(on: .of("1 Dec")).pieces.map(\.users) == [["a"]])
    }
}
