import Testing

@testable import Council

/// What is refused in the consent lane, and the sentence it is answered with.
@Suite struct ConsentRefusalTests {
    @Test("Refusals", arguments: rows)
    func refusal(row: RefusalRow) throws { try row.check { try ConsentLaneTests.review($0) } }

    private typealias Row = RefusalRow

    private static let carried = ConsentLaneTests.carried

    private static let rows = [
        Row("", "flag 2 @raj", "a flag needs a reason: say it after `because`"),
        Row("", "flag 9 @raj because X", "there is no item 9: there are items 1 to 4"),
        Row(
            "", "flag 4 @raj because X",
            "item 4 is not for the consent lane, which takes application, technology and hiring: `go 4` takes it up"),
        Row("", "flag 2 @rai because X", "nobody on the roster has the handle rai: did you mean raj?"),
        Row("hold 2 @raj", "hold 2 @raj", "item 2 is already held by Raj Das: `go 2` takes it up"),
        Row(
            "flag 2 @raj because X", "flag 2 @raj because X",
            "item 2 is already flagged by Raj Das (X): `go 2` takes it up"),
        Row("", "unflag 2 @raj", "nobody has flagged or held item 2: there is nothing to take back"),
        Row(
            "flag 2 @raj because X", "unflag 2 @mei",
            "item 2 is flagged or held by Raj Das: only the person who objected can take it back, as in `unflag 2 @raj`"
        ),
        Row(
            "flag 2 @raj because X", "unflag 2",
            "item 2 is flagged or held by Raj Das: only the person who objected can take it back, as in `unflag 2 @raj`"
        ),
        Row("hold 2", "unflag 2 @mei", "nobody is named who objects to item 2: `unflag 2` alone takes it back"),
        Row(
            carried, "flag 2 @raj because X",
            "item 2 was already approved: `go 2` takes it up, and the council decides again"),
        Row(carried, "unflag 3 @raj", "item 3 was already approved: `go 3` takes it up, and the council decides again"),
        Row(
            carried, "consent",
            "no item is in the consent lane (prep-time has none of the 4 approvals it needs): `go N` takes one up"),
        Row("consent", "consent", "the vote on the consent items 2 and 3 is open: `tally` it before the next motion"),
        Row(
            "consent", "vote mei recuse",
            "nobody is recused from all consent items at once: `hold 2 @mei because TEXT` takes one of them out, and "
                + "Mei Chen votes on the others"),
        Row(
            "consent / vote tomas yes / vote wen no", "escalate because X",
            "the chair does not answer for the consent items 2 and 3: `go N` takes up an item, where the council can "
                + "vote on it"),
        Row(
            "consent / vote tomas yes / vote wen no / tally", "rule yes because X",
            "the chair does not rule on the consent items 2 and 3: `go N` takes up an item, where the council can vote "
                + "on it"),
        Row(
            "consent / vote tomas yes / vote wen no / tally", "consent approve",
            "the vote on the consent items 2 and 3 was tied (1–1, 5 of 7 present): `consent` puts them again, and `go N` "
                + "takes one up"),
        Row(
            "roll tomas absent / roll wen absent", "consent approve",
            "3 of 7 seats are in the room and quorum is 4: roll one more member, or defer"),
    ]

    @Test("A council without a lane")
    func noLane() throws {
        let review = try Review("simple of cast", present: 5)
        let sentence =
            "this council has no consent lane: `consent` in council.yaml makes one, and `go N` takes up an item"
        for line in ["consent", "consent approve", "flag 1 because X", "unflag 1"] {
            #expect(review.refusal(of: line) == sentence)
        }
    }

    @Test("Before the call to order")
    func beforeTheCallToOrder() {
        let review = Review(ConsentLaneTests.docket())
        #expect(
            review.refusal(of: "consent")
                == "the meeting has not been called to order: `open` it before you decide the consent items")
        #expect(
            review.refusal(of: "hold 1")
                == "the meeting has not been called to order: `open` it before you hold an item")
    }
}
