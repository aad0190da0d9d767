import Council
import Testing

@testable import mlreview

/// A search that is not given to the parser is the one that the parser would make of it.
@Suite struct PlainSearchTests {
    @Test(arguments: [
        ["search", "holdout"], ["search", "the", "\"geofence drifts\"", "mod*"],
        ["search", "--dir", "/tmp/x", "holdout"], ["search", "a", "--dir", "../there", "b"], ["search", "ürün", "数据"],
    ])
    func asTheParserHasIt(_ words: [String]) throws {
        let plain = try #require(SearchCommand(plain: words))
        let parsed = try #require(try MLReview.parseAsRoot(words) as? SearchCommand)
        #expect(plain.options.folder.folder == parsed.options.folder.folder)
        #expect(plain.options.output.out == parsed.options.output.out && plain.options.json == parsed.options.json)
        #expect(plain.words == parsed.words && plain.limit == parsed.limit)
        #expect(
            [plain.kind, plain.who, plain.pod, plain.verdict] == [parsed.kind, parsed.who, parsed.pod, parsed.verdict])
        #expect(plain.since == parsed.since && plain.until == parsed.until)
    }

    @Test(arguments: [
        ["search"], ["search", "…"], ["search", "a", "--kind", "note"], ["search", "a", "--limit", "3"],
        ["search", "--json", "a"], ["search", "--", "a"], ["search", "a", "--dir"], ["search", "a", "--dir", "-x"],
        ["search", "a", "--dir", "x", "--dir", "y"], ["search", "--help"], ["search", "help"], ["related", "a"], [],
    ])
    func theParserHasToSeeIt(_ words: [String]) { #expect(SearchCommand(plain: words) == nil) }
}
