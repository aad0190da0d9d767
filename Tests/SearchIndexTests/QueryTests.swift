import Council
import Testing

/// What a typed text asks for.
@Suite struct QueryTests {
    private static let cases: [(String, [(words: [String], isBeginning: Bool)])] = [
        ("holdout", [(["holdout"], false)]),
        ("Holdout SHORT", [(["holdout"], false), (["short"], false)]),
        ("\"late delivery\" rain", [(["late", "delivery"], false), (["rain"], false)]),
        ("prep-time", [(["prep", "time"], false)]),
        ("cour*", [(["cour"], true)]),
        ("\"late deliv*\"", [(["late", "deliv"], true)]),
        ("\"late deliv\"* x", [(["late", "deliv"], true), (["x"], false)]),
        ("“late delivery” «rain»", [(["late", "delivery"], false), (["rain"], false)]),
        ("\"late delivery", [(["late", "delivery"], false)]),
        ("late\"rain", [(["late"], false), (["rain"], false)]),
        (
            "Yıldız Łódź Søren Đorđe straße",
            [
                (["yildiz"], false), (["lodz"], false), (["soren"], false), (["dorde"], false), (["strasse"], false),
            ]
        ),
        ("ÉTÉ ｆｕｌｌ", [(["ete"], false), (["full"], false)]),
        (
            "NEAR(a b, 2) OR NOT said:x ^y",
            [
                (["near", "a"], false), (["b"], false), (["2"], false), (["or"], false), (["not"], false),
                (["said", "x"], false), (["y"], false),
            ]
        ),
        ("设计 🚀", [(["设", "计"], false), (["🚀"], false)]),
        ("rain rain Rain", [(["rain"], false)]), ("a\0b", [(["a", "b"], false)]),
        ("שלום עולם", [(["שלום"], false), (["עולם"], false)]),
    ]

    @Test(arguments: cases.indices) func aTextIsReadAsPhrases(_ place: Int) throws {
        let (text, expected) = Self.cases[place]
        let query = try #require(SearchQuery(text))
        #expect(query.phrases == expected.map { SearchQuery.Phrase($0.words, isBeginning: $0.isBeginning) })
    }

    @Test(arguments: ["", " ", "\"", "\"\"", "***", "- : ^ ( )", "\0", "—", "…“”"])
    func nothingIsLookedForWithoutAWord(_ text: String) { #expect(SearchQuery(text) == nil) }

    @Test func theWordBeingTypedMayGoOn() {
        #expect(SearchQuery("late del", isUnfinished: true)?.phrases.map(\.isBeginning) == [false, true])
        #expect(SearchQuery("late del ", isUnfinished: true)?.phrases.map(\.isBeginning) == [false, false])
    }

    @Test func theSnippetShowsTheHits() throws {
        let text = "A first line.\nThe prep time of a kitchen, and Prep-Time again.\n\nPrep alone."
        let query = try #require(SearchQuery("prep-time kitch*"))
        let snippet = Snippet(of: text, for: query)
        #expect(snippet.marked == "The [prep time] of a [kitchen], and [Prep-Time] again.")
        let long = (1...60).map { "w\($0)" }.joined(separator: " ")
        let cut = Snippet(of: long, for: try #require(SearchQuery("w30"))).marked
        #expect(cut == "… w24 w25 w26 w27 w28 w29 [w30] " + (31...47).map { "w\($0)" }.joined(separator: " ") + " …")
        #expect(Snippet(of: "Emre Yıldız", for: try #require(SearchQuery("YILDIZ"))).marked == "Emre [Yıldız]")
        #expect(Snippet(of: "nothing here", for: query).marked == "nothing here")
        #expect(Snippet(of: "", for: query).marked == "")
    }
}
