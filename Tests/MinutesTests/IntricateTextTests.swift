import Foundation
import Testing

@testable import Minutes

/// Text of any shape is printed: as Markdown, or as it was written if reading it would take too long.
@Suite struct IntricateTextTests {
    static let texts = [
        String(repeating: ">", count: 300_000), String(repeating: "- ", count: 45_000),
        String(repeating: "*a* ", count: 50_000), String(repeating: "1. ", count: 30_000),
        String(repeating: "*a ", count: 1000) + String(repeating: " b*", count: 1000),
        String(repeating: "~~a ", count: 500) + String(repeating: " b~~", count: 500),
        String(repeating: "<? abc ", count: 20_000),
    ]

    @Test(arguments: texts.indices) func itStandsInTheMinutesAsItWasWritten(index: Int) throws {
        let text = Self.texts[index].trimmed
        let block = try #require(MarkdownReader.block(of: text))
        #expect(block.markdown == MarkdownText.escaped(text))
        #expect(block.html == "<p>\(HTMLText.escaped(text))</p>")
    }

    @Test func eachLineOfItIsAParagraph() throws {
        let text = "first\n\n  \n" + Self.texts[0] + "\n# last"
        let block = try #require(MarkdownReader.block(of: text))
        #expect(block.markdown.hasPrefix("first\n\n\\>>>"))
        #expect(block.markdown.hasSuffix(">>>\n\n\\# last"))
        #expect(block.html.hasPrefix("<p>first</p>\n<p>&gt;"))
    }

    @Test func editedMinutesOfSuchShapeStandAsTheyWereWritten() {
        let page = EditedPage("a <b>\n" + Self.texts[0], title: "t", style: Templates().style).html
        #expect(page.contains("<pre>a &lt;b&gt;\n&gt;&gt;"))
    }

    @Test func itIsPrintedOnASmallStack() {
        let isDone = DispatchSemaphore(value: 0)
        let thread = Thread {
            let deepest = String(repeating: "> ", count: 61) + "a\n\n" + String(repeating: "- ", count: 30) + "a"
            for text in Self.texts + [deepest] { _ = MarkdownReader.block(of: text) }
            isDone.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        isDone.wait()
    }

    @Test func blankEndsGoAndFlagsStay() throws {
        // Backwards, each flag of a row is searched for from the first one.
        let flags = String(repeating: "🇯🇵", count: 20_000)
        #expect(try #require(MarkdownReader.block(of: "\n\n\(flags)\n\n")).markdown == flags)
    }
}
