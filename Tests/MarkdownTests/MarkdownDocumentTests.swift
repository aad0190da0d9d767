import Foundation
import Synchronization
import Testing

@testable import Markdown

/// Text of any shape is read within limits, or not at all; what people write is far below them.
@Suite struct MarkdownDocumentTests {
    private static let many = 300_000

    private static func repeated(_ part: String, upTo bytes: Int = many) -> String {
        String(repeating: part, count: bytes / part.utf8.count)
    }

    /// Shapes for which the parser takes seconds or minutes, or a tree too deep for a stack.
    static let intricate: [(name: String, text: String)] = [
        ("emphases", repeated("*a* ")), ("brackets", repeated("[")), ("images within images", repeated("![[]()")),
        ("addresses", repeated("a@b.cd ")), ("signs of addresses", repeated("a@")),
        ("sites", repeated("www.a.bc ", upTo: 700_000)),
        ("instructions", "x " + repeated("<? abc abc abc ")), ("declarations", "x " + repeated("<!A abc abc abc ")),
        ("quotes in quotes", repeated(">", upTo: 76_000)), ("lists in lists", repeated("- ", upTo: 89_000)),
        ("numbers in numbers", repeated("1. ", upTo: 89_000)), ("300,000 quotes", repeated(">", upTo: 300_000)),
        ("nested emphasis", repeated("*a ", upTo: 3000) + repeated(" b*", upTo: 3000)),
        ("nested images", repeated("![", upTo: 2000) + "a" + repeated("](u)", upTo: 4000)),
        ("nested strikes", repeated("~~a ", upTo: 4000) + repeated(" b~~", upTo: 4000)),
        ("a list by indents", (0..<200).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
        ("many columns", repeated("|a", upTo: 4000) + "|\n" + repeated("|-", upTo: 4000) + "|\n|b|\n"),
        (
            "rows shorter than their head",
            repeated("|a", upTo: 900) + "|\n" + repeated("|-", upTo: 900) + "|\n"
                + repeated("|b|\n", upTo: 100_000)
        ),
        ("one address for many links", "[a]: " + repeated("b", upTo: 100_000) + "\n\n" + repeated("[a] ", upTo: 9000)),
        ("zeros", repeated("\0")),
    ]

    @Test(arguments: intricate) func whatIsTooIntricateIsNotRead(name: String, text: String) {
        #expect(MarkdownDocument(text) == nil)
    }

    /// Large, and quick to read all the same.
    static let plain: [(name: String, text: String)] = [
        ("a word", repeated("a")), ("words", repeated("abc ")), ("ideographs", repeated("漢字")),
        ("newlines", repeated("\n")), ("tabs", repeated("\t")), ("marks", repeated("\u{301}")),
        (
            "prose",
            repeated(
                "The *dispatcher* offers [the order](https://example.com/log) later, `prep - drive`.\n\n",
                upTo: 200_000)
        ),
        ("a table", "| a | b |\n|---|--:|\n" + repeated("| 1 | 2 |\n", upTo: 50_000)),
        ("a picture", "![p](data:image/png;base64," + repeated("iVBORw0KGgo", upTo: 500_000) + ")"),
        ("notes within notes", (0..<12).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()),
        ("quotes of an answer", "> > > a\n> > b\n> c\nd"), ("a long rule", repeated("-", upTo: 5000) + "\n\na"),
        ("comments", repeated("<!-- a --> b\n\n", upTo: 20_000)),
    ]

    @Test(arguments: plain) func whatPeopleWriteIsRead(name: String, text: String) {
        #expect(MarkdownDocument(text) != nil)
    }

    @Test func aWholeDocumentMayBeLonger() {
        let text = Self.repeated("- **Lena**: a note\n", upTo: 1_500_000)
        #expect(MarkdownDocument(text) == nil)
        #expect(MarkdownDocument(text, within: .document) != nil)
    }

    @Test func inADocumentNothingIsNestedDeeperThanItSays() throws {
        for levels in [10, 25, 60, 61, 62, 63, 64, 65, 80] {
            let text = String(repeating: "> ", count: levels) + "a"
            // The document, the quotes, a paragraph, a text.
            #expect((MarkdownDocument(text) != nil) == (levels + 3 <= MarkdownDocument.mostLevels), "\(levels)")
        }
    }

    @Test func innerNodesAreVisitedFirstAndEachOnce() throws {
        let document = try #require(MarkdownDocument("> *a* b\n\n- c\n"))
        var last: OpaquePointer?
        var seen: [OpaquePointer] = []
        document.visit {
            last = $0
            seen.append($0)
        }
        #expect(last == document.root)
        #expect(Set(seen).count == seen.count && seen.count >= 9)
    }

    @Test func textsAreReadAlikeByAllThreadsAtOnce() {
        let text = Self.repeated("~~old~~ new\n\n", upTo: 20_000)
        let expected = MarkdownDocument(text)?.html
        let wrong = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: 400) { _ in
            if MarkdownDocument(text)?.html != expected { wrong.withLock { $0 += 1 } }
        }
        #expect(wrong.withLock { $0 } == 0)
    }

    @Test func costIsCountedByBytes() {
        let cost = MarkdownCost(of: "> > [a]: b@c\n\n| a | b |\n|---|---|\n| 1 |\n")
        #expect(cost.levels == 2)
        #expect(cost.brackets == 2)
        #expect(cost.scans == 1)
        #expect(cost.columns == 4)
        #expect(cost.definition == 14)
    }

    @Test func aThreadWithASmallStackReadsAnyShape() {
        let isDone = DispatchSemaphore(value: 0)
        let thread = Thread {
            for (_, text) in Self.intricate { _ = MarkdownDocument(text)?.html }
            isDone.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        isDone.wait()
    }
}
