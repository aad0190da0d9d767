import Foundation
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

    @Test(arguments: [
        ("complete go f", "1: Fraud ring detection on the account graph"),
        ("complete roll pri", "priya: Priya Raman"),
        // A word that is whole is followed by what comes next.
        ("complete roll priya", "present"),
        ("complete Item", "add"),
        // Proposals that are on no agenda, from their files.
        ("complete item add proposal wh", "why-now: Why now"),
        ("complete note well", "nothing is known that could come next: `help COMMAND` says what may"),
    ])
    func aLineIsCompleted(line: String, first: String) throws {
        let folder = try MeetingFolder()
        try folder.text("agendas/proposals/prep-time.md")
            .replacing("Dispatch by predicted prep time", with: "Why now")
            .write(toFile: folder.path + "/agendas/proposals/why-now.md", atomically: true, encoding: .utf8)
        let reader = try Reader(folder)
        #expect(reader.run(line).first == first)
        #expect(!reader.wasRefused)
    }

    @Test func whyAnActionIsPutOffIsSaid() throws {
        let reader = try Reader(try MeetingFolder())
        reader.run("roll priya present\nopen\naction @lena Ask the vendor")
        #expect(
            reader.run("later 1 2026-12-02 because the vendor is away")
                == ["action 1: Lena Ortiz, by 2026-12-02: Ask the vendor, because: the vendor is away"])
        #expect(
            reader.run("reassign 1 to bo because Lena leaves").first?.hasSuffix("Ask the vendor, because: Lena leaves")
                == true)
        #expect(!reader.wasRefused)
    }

    @Test func whyAnActionIsDoneIsSaidAndMinuted() throws {
        let reader = try Reader(try MeetingFolder())
        reader.run("roll priya present\nopen\naction @lena Ask the vendor")
        #expect(reader.run("done 1 because they wrote back") == ["action 1 done: they wrote back"])
        #expect(reader.run("show actions").contains { $0.hasSuffix("Ask the vendor (done: they wrote back)") })
        reader.run("reword action 1 Ask both vendors")
        #expect(reader.run("preview minutes").contains { $0.contains("Done: Ask both vendors: they wrote back") })
    }

    // MARK: What earlier meetings have to do with it

    @Test func theRollIsCalledAsLastTime() throws {
        let folder = try MeetingFolder()
        let reader = try Reader(folder)
        #expect(
            reader.refusal(of: "roll as last time")
                == "no earlier meeting says who was there: `roll WHO present`, one by one")
        let before = try Reader(folder, on: "2026-11-18")
        before.run("roll priya present\nroll bo remote\nopen\nclose anyway")
        #expect(reader.run("roll as last time").prefix(1) == ["as on Wed 18 Nov 2026: 2 people"], "\(reader.lines)")
        #expect(reader.run("show roll").contains("bo: Bo Håkansson: remote"))
        #expect(
            reader.refusal(of: "roll as last time")
                == "all who were there on Wed 18 Nov 2026 are already on the roll")
        reader.run("undo")
        #expect(reader.run("show roll").contains("bo: Bo Håkansson: not called"))
    }

    /// As `mlreview agenda next` would have put it on the agenda.
    @Test func whatWasApprovedIsAddedForItsOutcome() throws {
        let folder = try MeetingFolder()
        let before = try Reader(folder, on: "2026-11-11")
        let present = ["priya", "bo", "tomas", "mei", "wen", "idris", "anais"].map { "roll \($0) present" }
        before.run(present.joined(separator: "\n") + "\nopen\ngo 1\nlead analytics approved\nlead engineering approved")
        before.run("lead product approved\nlead data-science approved\ndecide approve because it is worth it")
        let lines = before.lines
        let title = try #require(lines.first { $0.hasPrefix("item 1 of ") }).split(separator: ": ").last.map(
            String.init)
        let id = try #require(
            folder.text("agendas/2026-11-11.yaml").firstMatch(of: /proposal: ([a-z0-9-]+)/)?.output.1)
        before.run("close anyway")
        let reader = try Reader(folder)
        reader.run(present.joined(separator: "\n") + "\nopen")
        #expect(
            reader.run("item add proposal \(id)")
                == ["\(title ?? "") is on the agenda as item 7, for its outcome"], "\(lines)")
        #expect(reader.run("go 7").contains("here for its outcome"))
        #expect(
            reader.refusal(of: "decide approve")?.hasPrefix("this was approved before and is here for its outcome")
                == true)
    }

    /// The console has no Tab: the beginning of an id is answered with those that begin so.
    @Test func theBeginningOfAnIdIsAnsweredWithThoseThatBeginSo() throws {
        let reader = try Reader(try MeetingFolder())
        reader.run("roll priya present\nopen")
        #expect(
            reader.refusal(of: "item add proposal pr")?.hasSuffix(": `prep-time` and `promo-uplift` begin so") == true,
            "\(reader.lines.last ?? "")")
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
