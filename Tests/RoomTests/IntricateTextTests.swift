import Council
import Foundation
import Screen
import Testing

@testable import Room

/// Text of any shape is drawn: as Markdown, or as it was written if reading it would take too long.
@Suite struct IntricateTextTests {
    /// Texts that are nested without end, or have more parts than can be read in the time of a frame.
    static let texts = [
        String(repeating: ">", count: 76_000), String(repeating: "- ", count: 45_000),
        String(repeating: "*a* ", count: 50_000), String(repeating: ">", count: 300_000),
        String(repeating: "*a ", count: 1000) + String(repeating: " b*", count: 1000),
        String(repeating: "![", count: 1000) + "a" + String(repeating: "](u)", count: 1000),
    ]

    @Test(arguments: texts.indices) func itStandsAsItWasWrittenBelowASentenceThatSaysSo(index: Int) {
        let text = Self.texts[index]
        let lines = MarkdownLines.lines(of: text, width: 60).map(\.text)
        #expect(lines.prefix(2).joined(separator: " ") == MarkdownLines.asWritten)
        let shown = lines.dropFirst(3).joined().filter { $0 != " " }
        #expect(shown == text.filter { $0 != " " })
    }

    /// Texts with few marks and more lines than are made at most.
    static let long = [
        "```\n" + String(repeating: "\n", count: 60_000) + "the end",
        "    a\n" + String(repeating: "    a\n", count: 30_000),
        "<div>\n" + String(repeating: "a\n", count: 35_000),
        String(repeating: ">", count: 40) + "a\n" + String(repeating: "aaaaaaaaa  \n", count: 30_000),
        "- - - - ```\n" + String(repeating: "\n", count: 30_000),
        String(repeating: "a  \n", count: 22_000),
    ]

    @Test(arguments: long.indices) func whatMakesTooManyLinesStandsAsItWasWrittenToo(index: Int) {
        let text = Self.long[index]
        let lines = MarkdownLines.lines(of: text, width: 60)
        #expect(lines.prefix(2).map(\.text).joined(separator: " ") == MarkdownLines.asWritten)
        #expect(lines.count >= text.utf8.count { $0 == 0x0A } + 4)
        #expect(lines[3].text == text.prefix { $0 != "\n" })
    }

    @Test func aLongProposalStaysMarkdown() {
        let section =
            "## Rollout\n\nThe *dispatcher* offers [the order](https://example.com) later, `prep - drive`.\n\n"
            + "- one city\n  - then nine\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n"
        let text = String(repeating: section, count: 400)
        #expect(text.utf8.count > 50_000)
        #expect(MarkdownLines.lines(of: text, width: 20).first?.text == "Rollout")
        let table = "| a | b | c |\n|---|--:|---|\n" + String(repeating: "| 12 | 13 | 14 |\n", count: 2_900)
        #expect(MarkdownLines.lines(of: table, width: 60).first?.text.contains("│ ") == true)
    }

    @Test func whatIsNestedDeepKeepsHalfOfTheWidth() {
        for text in [String(repeating: ">", count: 50) + " a word", String(repeating: "- ", count: 50) + "a word"] {
            for width in [8, 20, 60] {
                let lines = MarkdownLines.lines(of: text, width: width)
                #expect(lines.allSatisfy { $0.width <= width })
                #expect(lines.map(\.text).joined(separator: " ").hasSuffix(width == 8 ? "word" : "a word"))
            }
        }
    }

    @Test func aProposalAndATopicOfSuchShapeAreDrawn() throws {
        for text in Self.texts {
            var proposal = TestHall.prepTime
            proposal.body = text
            let topic = AgendaItem(id: ItemID("t"), subject: .topic(title: "Chair rotation", text: text))
            let agenda = Agenda(date: TestHall.day, items: [TestHall.items[0], topic])
            let docket = Docket(roster: TestHall.roster, agenda: agenda, proposals: [proposal.id: proposal])
            var desk = try Desk(Desk.opened, docket: docket)
            #expect(desk.text.contains("too complex to show as Markdown"))
            desk.run("go 2")
            #expect(desk.text.contains("too complex to show as Markdown"))
        }
    }

    /// Code is not wrapped.
    @Test func aLineOfCodeThatIsTooLongIsCutWithASign() throws {
        var proposal = TestHall.prepTime
        proposal.body = "```\n" + String(repeating: "offer ", count: 40) + "\n```"
        let docket = Docket(
            roster: TestHall.roster, agenda: Agenda(date: TestHall.day, items: [TestHall.items[0]]),
            proposals: [proposal.id: proposal])
        let desk = try Desk(Desk.opened, docket: docket, size: Size(rows: 24, columns: 60))
        let line = try #require((0..<desk.grid.rows).map(desk.row).first { $0.contains("offer offer") })
        #expect(line.trimmed.hasPrefix("offer") && line.trimmed.hasSuffix(" o…"), "\(line)")
    }

    @Test func itIsDrawnOnASmallStack() {
        let isDone = DispatchSemaphore(value: 0)
        let thread = Thread {
            let deepest = String(repeating: "> ", count: 61) + "a\n\n" + String(repeating: "- ", count: 30) + "a"
            for text in Self.texts + [deepest] { _ = MarkdownLines.lines(of: text, width: 60) }
            isDone.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        isDone.wait()
    }

    @Test func whatFollowsAZeroByteIsShown() {
        #expect(MarkdownLines.lines(of: "before\0after", width: 60).map(\.text) == ["before\u{FFFD}after"])
    }

    @Test func aColumnWiderThanAllOfTheRoomLeavesTheOthersTheirWords() {
        let table = "| a | b |\n|---|---|\n| " + String(repeating: "word ", count: 5000) + "| short |\n"
        let lines = MarkdownLines.lines(of: table, width: 60)
        #expect(lines.allSatisfy { $0.width <= 60 })
        #expect(lines.contains { $0.text.contains("short") })
    }

    @Test func aLongNameOfAColumnStandsThereWholeOnce() {
        let name = String(repeating: "n", count: 200)
        let table = "| \(name) | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"
        let text = MarkdownLines.lines(of: table, width: 40).map { $0.text.filter { $0 == "n" } }.joined()
        #expect((200..<250).contains(text.count))
    }
}
