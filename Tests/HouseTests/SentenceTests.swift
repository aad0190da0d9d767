import Foundation
import Testing

/// `Tests/Sentences.txt` lists every sentence in the program's sources, so that a person can read them all
/// in one go.
@Suite struct SentenceTests {
    @Test func theListHasEverySentenceOfTheSources() throws {
        let list = try House.sources().compactMap { source -> String? in
            let sentences = Sentences(of: source.lines.joined(separator: "\n")).all
            guard !sentences.isEmpty else { return nil }
            let path = source.path.dropFirst("Sources/".count)
            return ([String(path)] + sentences.map { "  \($0)" }).joined(separator: "\n")
        }
        let text = Self.heading + list.joined(separator: "\n\n") + "\n"
        let kept = House.root.appending(path: "Tests/Sentences.txt")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
            try text.write(to: kept, atomically: true, encoding: .utf8)
            Issue.record("recorded Sentences.txt: read the difference, then run the tests without RECORD_SNAPSHOTS")
            return
        }
        let old = (try? String(contentsOf: kept, encoding: .utf8)) ?? ""
        let changes = text.split(separator: "\n").difference(from: old.split(separator: "\n"))
        for change in changes.prefix(20) {
            switch change {
            case .insert(_, let line, _): Issue.record("Sentences.txt lacks: \(line)")
            case .remove(_, let line, _): Issue.record("no source has: \(line)")
            }
        }
        // The two texts would fill the terminal.
        let isUpToDate = text == old
        #expect(isUpToDate, "RECORD_SNAPSHOTS=1 swift test --filter SentenceTests writes Sentences.txt")
    }

    @Test(
        arguments: [
            (#"say("the clock stands")"#, ["the clock stands"]),
            (#"say("no item \(number): \(hint ?? "`help` lists them")")"#, ["no item …: …", "`help` lists them"]),
            (#"say("one", "of \(count)")"#, ["of …"]),
            (##"say(#"a \n and \#(name) of"#)"##, [#"a \n and … of"#]),
            ("say(\"\"\"\n    first line \\\n    goes on\n    second\n    \"\"\")", ["first line goes on / second"]),
            (#"say("one \"quoted\" and more\n")"#, [#"one "quoted" and more"#]),
            (#"say("half " + "a sentence")"#, ["half a sentence"]),
            (#"// says "nothing of it""#, []), (#"/* says "nothing of it" */"#, []),
            (#"line.contains(/[^"]\//) ? "the first word" : "the second""#, ["the first word", "the second"]),
            ("\"SELECT name FROM person\"", []),
        ])
    func sentencesAreFound(code: String, sentences: [String]) {
        #expect(Sentences(of: code).all == sentences)
    }

    private static let heading = """
        Every sentence in Sources/**/*.swift, in the order of the files; … stands for what the program fills in.
        Written by `RECORD_SNAPSHOTS=1 swift test --filter SentenceTests`. The templates' sentences are in
        Sources/Minutes/Templates.


        """
}
