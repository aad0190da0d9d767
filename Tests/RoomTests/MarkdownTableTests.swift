import Screen
import Testing

@testable import Room

/// Tables in proposals are drawn in columns if there is room for their words, and as a list if not.
@Suite struct MarkdownTableTests {
    private static let table = """
        | option | what it is | who runs it |
        | --- | --- | ---: |
        | Elasticsearch | a search engine that we have already, with vectors as a plugin | infrastructure |
        | pgvector | an extension | nobody |
        """

    private func lines(_ width: Int) -> [String] {
        MarkdownLines.lines(of: Self.table, width: width).map(\.text)
    }

    @Test(arguments: [45, 50, 60, 80])
    func wordsStayWholeInColumns(width: Int) {
        let lines = lines(width)
        #expect(lines.allSatisfy { TextWidth.of($0) <= width })
        #expect(lines.first?.contains("option") == true && lines.first?.contains("│") == true)
        for word in ["Elasticsearch", "extension", "infrastructure"] {
            #expect(lines.contains { $0.contains(word) }, "\(word) at \(width):\n\(lines.joined(separator: "\n"))")
        }
    }

    @Test func whereWordsWouldBeCutEachRowIsAList() {
        let lines = lines(30)
        #expect(
            lines.prefix(6) == [
                "option: Elasticsearch", "what it is: a search engine", "  that we have already, with",
                "  vectors as a plugin", "who runs it: infrastructure", "",
            ], "\(lines)")
    }
}
