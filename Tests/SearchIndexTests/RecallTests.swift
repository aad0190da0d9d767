import Council
import Foundation
import SearchIndex
import TestMeetings
import Testing

/// The index finds what a person would find who read every text, no more and no less.
@Suite struct RecallTests {
    private static let seed =
        ProcessInfo.processInfo.environment["SEARCH_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0 ... .max)

    @Test func aThousandQueriesFindWhatAPlainScanFinds() throws {
        print("SEARCH_SEED=\(Self.seed)")
        let past = MadeUpPast(seed: Self.seed)
        let index = try SearchIndex()
        // Some are taken in twice, and others are taken out, as files change.
        try index.take([Array(past.sources.prefix(3))])
        try index.take([past.sources])
        let scan = PlainScan(past)
        var random = SeededGenerator(seed: Self.seed)
        var found = 0
        for _ in 0..<1000 {
            let text = query(past, &random)
            guard let query = SearchQuery(text) else {
                #expect(PlainScan.words(text).isEmpty, "\(text.debugDescription) seed \(Self.seed)")
                continue
            }
            let answer = try index.search(query, atMost: 1_000_000)
            let expected = scan.keys(for: text)
            let isSame = answer.hits.map(PlainScan.key).sorted() == expected && answer.total == expected.count
            #expect(isSame, "\(text.debugDescription): \(answer.total), not \(expected.count), seed \(Self.seed)")
            found += min(1, expected.count)
        }
        #expect(found > 300, "most queries should find something, and \(found) did")
    }

    private func query(_ past: MadeUpPast, _ random: inout SeededGenerator) -> String {
        let source = past.sources.randomElement(using: &random)?.subjects.randomElement(using: &random)
        let text =
            Bool.random(using: &random)
            ? MadeUpPast.odd.randomElement(using: &random) : source?.entries.randomElement(using: &random)?.text
        let words = (text ?? "").split(separator: " ").map(String.init)
        let start = words.indices.randomElement(using: &random) ?? 0
        var typed = words[start...].prefix(Int.random(in: 1...3, using: &random)).map { $0 }
        switch Int.random(in: 0...11, using: &random) {
        case 0: typed = ["\"" + typed.joined(separator: " ") + "\""]
        case 1: typed = [String((typed.first ?? "").prefix(Int.random(in: 1...4, using: &random))) + "*"]
        case 2: typed = ["\"" + typed.joined(separator: " ") + "*\""]
        case 3: typed = ["\"" + typed.joined(separator: " ")]
        case 4: typed.insert(Self.hostile.randomElement(using: &random) ?? "", at: 0)
        case 5: typed = [typed.joined(separator: Self.hostile.randomElement(using: &random) ?? "")]
        case 6: typed = typed.map { $0.uppercased() }
        case 7: typed = [String(repeating: typed.joined(separator: " ") + " ", count: 5000).prefix(5000).description]
        case 8: typed = [Self.hostile.randomElement(using: &random) ?? ""]
        default: break
        }
        return typed.joined(separator: " ")
    }

    private static let hostile = [
        "\"", "*", "NEAR(", "OR", "AND", "NOT", "-", ":", "^", "\0", "\"\"", "\"*", "* *", "said:", "{said named} :",
        ")",
        "'", "''", ";", "--", "+", "\\", "🚀", "שלום", "设计", "\u{202E}", "NEAR(a b, 3)", "a AND", "%", "_", "\u{FEFF}",
    ]

    /// The words alone, each, from every text: nothing of any text is lost.
    @Test func everyWordOfEveryTextLeadsToIt() throws {
        let past = MadeUpPast(seed: 5, meetings: 3)
        let index = try SearchIndex()
        try index.take([past.sources])
        for text in MadeUpPast.odd {
            for word in PlainScan.words(text) {
                let answer = try index.search(try #require(SearchQuery(word)), atMost: 1000)
                #expect(answer.hits.contains { $0.snippet.text.contains(text.prefix(4)) || $0.total(text) }, "\(word)")
            }
        }
    }
}

extension SearchHit {
    fileprivate func total(_ text: String) -> Bool { snippet.text == text.replacing("\0", with: " ") }
}
