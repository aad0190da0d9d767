import Council
import Testing

/// How a vote goes, for every majority, every denominator and both rules for the chair.
///
/// A column is one vote: the seats of the council in order, the chair's first. `y` yes, `n` no, `a` abstains, `r` is
/// recused, `.` is in the room and silent, `-` is not in the room; a capital: voted so, and left before the tally.
/// A row is a rule. The quorum is four of the seven seats.
@Suite struct OutcomeTests {
    @Test("Outcomes", arguments: tables)
    func outcomes(chair: String, table: String) throws {
        let rows = table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        let votes = rows[0]
        #expect(rows.count == 10)
        for row in rows.dropFirst() {
            let rule = row.prefix(3).joined(separator: " ")
            for (vote, expected) in zip(votes, row.dropFirst(3)) {
                let tally = try Review.tally(vote, "\(rule), chair \(chair)")
                #expect(
                    tally.outcome.rawValue.replacing(" ", with: "-") == expected, "\(vote) by \(rule), chair \(chair)")
            }
        }
    }

    static let tables = [
        (
            "member",
            """
                                    yyyynnn   yyynnna   yyyyynn   yyyaaa.   yyyn.--   yyyyy--   yyyyrrr
            simple of cast          carried   tied      carried   carried   carried   carried   carried
            simple of present       carried   tied      carried   lost      carried   carried   carried
            simple of seats         carried   tied      carried   lost      lost      carried   carried
            two-thirds of cast      lost      lost      carried   carried   carried   carried   carried
            two-thirds of present   lost      lost      carried   lost      lost      carried   carried
            two-thirds of seats     lost      lost      carried   lost      lost      carried   carried
            unanimous of cast       lost      lost      lost      carried   lost      carried   carried
            unanimous of present    lost      lost      lost      lost      lost      carried   carried
            unanimous of seats      lost      lost      lost      lost      lost      lost      carried
            """
        ),
        (
            "member",
            """
                                    yyyyyyy   nnnnnnn   aaaaaaa   .......   rrrrrrr   yyn----   YYYyynn
            simple of cast          carried   lost      lost      lost      lost      no-quorum carried
            simple of present       carried   lost      lost      lost      lost      no-quorum carried
            simple of seats         carried   lost      lost      lost      lost      no-quorum carried
            two-thirds of cast      carried   lost      lost      lost      lost      no-quorum carried
            two-thirds of present   carried   lost      lost      lost      lost      no-quorum carried
            two-thirds of seats     carried   lost      lost      lost      lost      no-quorum carried
            unanimous of cast       carried   lost      lost      lost      lost      no-quorum lost
            unanimous of present    carried   lost      lost      lost      lost      no-quorum lost
            unanimous of seats      carried   lost      lost      lost      lost      no-quorum lost
            """
        ),
        (
            "tie-break",
            """
                                    .yyynnn   .yynnna   .yyyynn   .yyaaa.   .yyn---   .yyyy--   .yyrrrr
            simple of cast          tied      lost      carried   carried   carried   carried   carried
            simple of present       tied      lost      carried   lost      carried   carried   carried
            simple of seats         tied      lost      carried   lost      lost      carried   carried
            two-thirds of cast      lost      lost      carried   carried   carried   carried   carried
            two-thirds of present   lost      lost      carried   lost      carried   carried   carried
            two-thirds of seats     lost      lost      carried   lost      lost      carried   carried
            unanimous of cast       lost      lost      lost      carried   lost      carried   carried
            unanimous of present    lost      lost      lost      lost      lost      carried   carried
            unanimous of seats      lost      lost      lost      lost      lost      lost      carried
            """
        ),
        (
            "tie-break",
            """
                                    .yyyyyy   .nnnnnn   raaaaaa   .......   rrrrrrr   .yn----   .YYYnnn
            simple of cast          carried   lost      lost      lost      lost      no-quorum tied
            simple of present       carried   lost      lost      lost      lost      no-quorum tied
            simple of seats         carried   lost      lost      lost      lost      no-quorum tied
            two-thirds of cast      carried   lost      lost      lost      lost      no-quorum lost
            two-thirds of present   carried   lost      lost      lost      lost      no-quorum lost
            two-thirds of seats     carried   lost      lost      lost      lost      no-quorum lost
            unanimous of cast       carried   lost      lost      lost      lost      no-quorum lost
            unanimous of present    carried   lost      lost      lost      lost      no-quorum lost
            unanimous of seats      carried   lost      lost      lost      lost      no-quorum lost
            """
        ),
    ]

    @Test(
        "How many make a quorum",
        arguments: [
            // seats, share, needed
            (7, "1/2", 4), (8, "1/2", 4), (6, "1/2", 3), (1, "1/2", 1), (2, "1/2", 1), (7, "2/3", 5), (6, "2/3", 4),
            (9, "2/3", 6), (7, "1/1", 7), (7, "3/2", 7), (7, "0/1", 1), (7, "1/7", 1), (7, "1/100", 1), (3, "1/3", 1),
        ])
    func quorum(seats: Int, share: String, needed: Int) {
        #expect(VotingRule(words: "quorum \(share)").quorumNeeded(seats: seats) == needed)
    }

    @Test(
        "At the edge of the quorum",
        arguments: [
            ("yyyy---", "1/2", Outcome.carried), ("yyy----", "1/2", .noQuorum), ("yyyyy--", "2/3", .carried),
            ("yyyy---", "2/3", .noQuorum), ("yyyyyy-", "1/1", .noQuorum), ("yyyyyyy", "1/1", .carried),
            // A recused member is in the room.
            ("yyyr---", "1/2", .carried),
            // Who has left is not, but their ballot stands.
            ("yyyY---", "1/2", .noQuorum), ("yyy.Y--", "1/2", .carried),
            // One seat.
            ("y", "1/2", .carried), ("n", "1/2", .lost), ("a", "1/2", .lost), ("r", "1/2", .lost),
            ("-", "1/2", .noQuorum),
        ])
    func quorumEdge(seats: String, share: String, outcome: Outcome) throws {
        #expect(try Review.tally(seats, "simple of cast, quorum \(share), chair member").outcome == outcome)
    }

    @Test("Recusals, abstentions and absences are counted apart")
    func countedApart() throws {
        let tally = try Review.tally("yynar.-", "chair member")
        #expect(
            [tally.yes, tally.no, tally.abstained, tally.recused, tally.silent, tally.absent] == [2, 1, 1, 1, 1, 1])
        #expect(tally.eligible.map(\.rawValue) == ["priya", "tomas", "wen", "bo", "ana"])
        #expect(tally.votingSeats == 6)
    }

    @Test(
        "What a majority is counted against",
        arguments: [
            // seats, of, chair, denominator
            ("yynar.-", "cast", "member", 3), ("yynar.-", "present", "member", 5), ("yynar.-", "seats", "member", 6),
            (".ynar.-", "cast", "tie-break", 2), (".ynar.-", "present", "tie-break", 4),
            (".ynar.-", "seats", "tie-break", 5),
            // The chair's recusal changes nothing where the chair does not vote.
            ("rynar.-", "seats", "tie-break", 5), ("rynar.-", "seats", "member", 5),
            // Ballots of those who left weigh as any; recused members who left don't.
            ("YYnar.-", "present", "member", 5), ("yynaR.-", "present", "member", 5), ("yynaR.-", "seats", "member", 6),
        ])
    func denominators(seats: String, of: String, chair: String, denominator: Int) throws {
        #expect(try Review.tally(seats, "simple of \(of), chair \(chair)").denominator == denominator)
    }
}
