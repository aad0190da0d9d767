import Testing

@testable import mlreview

/// The console, for people who have it read aloud line by line.
@Suite struct ConsoleTests {
    /// Each line states one fact, since it may be read aloud.
    @Test func anItemIsToldOneFactALine() throws {
        let reader = try Reader(try MeetingFolder())
        let lines = reader.run("roll priya present\nopen\ngo 2")
        #expect(
            lines.prefix(6) == [
                "item 2 of 6: Dispatch by predicted prep time", "kind: application", "pod: Dispatch",
                "technical lead: Lena Ortiz, ML engineer", "impact: 4.2 M USD/year",
                "cost: build 450 k, upkeep 150 k USD",
            ], "\(lines)")
    }

    /// As on the screen, where Enter in the roll does both.
    @Test func theCallToOrderTakesUpTheFirstItem() throws {
        let reader = try Reader(try MeetingFolder())
        let lines = reader.run("roll priya present\nopen")
        #expect(lines.first == "the meeting is open")
        #expect(lines.contains("item 1 of 6: Fraud ring detection on the account graph"), "\(lines)")
        reader.run("undo")
        #expect(
            reader.run("note A") == [
                "refused: the meeting has not been called to order: `open` it before you take notes"
            ])
    }

    /// The screen shows its checklist and asks. Here the word `anyway` is the answer.
    @Test func closingIsRefusedAsLongAsSomethingIsLeftOpen() throws {
        let reader = try Reader(try MeetingFolder())
        reader.run("roll priya present\nopen")
        for _ in 1...5 { reader.run("decide defer because no time\ngo next") }
        reader.run("action Ask")
        let lines = reader.run("close")
        #expect(lines.first == "checklist: 2 things left open")
        #expect(lines.last?.hasSuffix(" and action 1 are left open: `close anyway` closes all the same") == true)
        #expect(lines.last?.hasPrefix("refused: item 6 (") == true, "\(lines)")
        #expect(reader.run("close anyway").contains("the meeting is closed"))
        reader.run("reopen because no time was needed\ndecide defer because no time\ndrop 1 because a slip")
        #expect(reader.run("close").starts(with: ["checklist: nothing is left open", "the meeting is closed"]))
    }

    @Test func aTextIsFoundHoweverItIsWritten() throws {
        let reader = try Reader(MeetingFolder())
        reader.run("roll priya present\nopen\ngo 2\nnote Cafe\u{301} KITCHENS say so")
        #expect(reader.run("find caf\u{E9} kitchens").count == 1)
        #expect(reader.run("find CAFE\u{301} k").first?.hasSuffix("KITCHENS say so") == true)
        #expect(reader.run("find kitchen says") == ["“kitchen says” does not stand in this item"])
    }

    /// Nothing is drawn: no lines, no bars, no colours.
    @Test func nothingIsDrawn() throws {
        let reader = try Reader(try MeetingFolder())
        reader.run(
            "roll priya present\nroll bo present\nroll tomas present\nroll mei present\nroll wen present\nopen\ngo 2\n"
                + "note one\nmotion\nvote bo yes\nvote tomas yes\nshow votes\nshow agenda\nshow notes\nportfolio\ntally\nclose anyway"
        )
        #expect(reader.lines.contains("the meeting is closed"))
        for line in reader.lines {
            #expect(!line.unicodeScalars.contains { $0.value < 0x20 || 0x2500...0x259F ~= $0.value }, "\(line)")
        }
    }
}
