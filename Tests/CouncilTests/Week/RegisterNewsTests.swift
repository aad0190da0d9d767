import Testing

@testable import Council

/// What the meeting of 2 December changed in the lists, after one of 25 November.
@Suite struct RegisterNewsTests {
    struct Row: CustomTestStringConvertible {
        let story: RegisterStory
        var new: [String]
        var gone: [String]
        var testDescription: String { story.testDescription }

        init(_ lines: String..., new: [String] = [], gone: [String] = []) {
            // Both meetings were held.
            story = RegisterStory(lines: lines + ["p Other uses p; 25 Nov none; 2 Dec none"])
            self.new = new
            self.gone = gone
        }
    }

    static let rows = [
        Row("a Search uses x; 2 Dec approve"),
        Row("a Search uses x; 25 Nov approve", "b Fraud uses x; 2 Dec approve", new: ["askedFor x"]),
        Row("a Search uses x; 25 Nov approve", "b Fraud uses x; 2 Dec reject"),
        Row("a Search uses x; 25 Nov approve", "b Fraud uses x; 25 Nov none; 2 Dec reject", gone: ["askedFor x"]),
        Row("a Search uses x; 25 Nov approve", "b Fraud uses x; 25 Nov none; 2 Dec approve"),
        // Nobody but the files knows of these yet.
        Row("a Search uses x; 2 Dec approve", "b Fraud uses x"),
        Row("a Search offers x; 2 Dec approve", new: ["unused x"]),
        Row("a Search offers x; 25 Nov approve", "b Fraud uses x; 2 Dec none", gone: ["unused x"]),
        Row("a Search offers x; 25 Nov approve", "b Fraud offers x; 2 Dec none", new: ["builtTwice x"]),
        Row("a Search offers x; 25 Nov none", "b Search offers x revises a; 2 Dec none"),
        // A file that was deleted, or changed since, changes nothing.
        Row("a Search uses x; 25 Nov approve; gone", "b Fraud uses x; 2 Dec none", new: ["askedFor x"]),
        Row("a Search offers x; 25 Nov none; gone", "b Search offers x revises a; 2 Dec none; gone"),
        Row("a Search uses x; 25 Nov approve", "b Fraud uses x; 2 Dec approve", "platform x live"),
        // A third that needs it is no news: it was missing before.
        Row("a Search uses x; 25 Nov none", "b Fraud uses x; 25 Nov none", "c Maps uses x; 2 Dec none"),
        // What a later meeting does is told then.
        Row("a Search uses x; 25 Nov approve", "b Fraud uses x; 9 Dec approve"),
    ]

    @Test(arguments: rows) func theMeetingChanged(_ row: Row) throws {
        let library = row.story.library
        let meeting = try #require(library.history.first { $0.date == .of("2 Dec") })
        let news = library.registerNews(of: meeting)
        #expect(news.since == .of("25 Nov"))
        #expect(news.new.map { "\($0.list) \($0.piece.name)" } == row.new)
        #expect(news.gone.map { "\($0.list) \($0.piece.name)" } == row.gone)
        #expect(news.isEmpty == (row.new.isEmpty && row.gone.isEmpty))
    }

    @Test func atTheFirstMeetingEverythingIsNew() throws {
        let library = RegisterStory(lines: ["a Search offers x; 25 Nov none"]).library
        let news = library.registerNews(of: try #require(library.history.first))
        #expect(news.since == nil && news.new.map(\.piece.name) == ["x"] && news.gone.isEmpty)
    }
}
