import Screen
import Testing

@testable import Room

/// Files that were found are shown as Markdown, as the pane of a proposal shows them.
@Suite struct MarkdownPageTests {
    private static let file = """
        ---
        title: Arrival times
        ---
        # Why

        The first line of a paragraph
        goes on **here**.

        - one
        - two

        ```
        a

        b
        ```

        <a id="item-eta"></a>
        ## Then

        The end.
        """

    @Test func aPartForEachParagraph() {
        let parts = DocumentPage.Line.parts(ofMarkdown: Self.file)
        #expect(parts.prefix(3) == [.text("---"), .text("title: Arrival times"), .text("---")])
        #expect(
            parts.contains(
                .markdown("The first line of a paragraph\ngoes on **here**.\n\n- one\n- two\n\n```\na\n\nb\n```")))
        #expect(parts.last == .markdown("The end."))
        #expect(!parts.contains { $0.words.contains("<a id") })
    }

    @Test func paragraphsAreBrokenOnceAndMarksAreGone() throws {
        var desk = try Desk(Desk.opened)
        let lines = DocumentPage.Line.parts(ofMarkdown: Self.file)
        desk.press("S")
        desk.send(.foundPages([DocumentPage(name: "eta", lines: lines)]))
        #expect(desk.text.contains("The first line of a paragraph goes on here."))
        #expect(desk.text.contains("• one") && !desk.text.contains("## Then"), "\(desk.text)")
        for columns in [60, 100, 40] {
            desk.send(.input(.resize(Size(rows: 20, columns: columns))))
            desk.press("End Home")
        }
    }
}
