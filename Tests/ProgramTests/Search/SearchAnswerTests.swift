import Council
import Foundation
import Testing

@testable import mlreview

/// What `mlreview search` and `mlreview related` answer.
@Suite struct SearchAnswerTests {
    @Test func textsAreFoundWithTheirPlace() throws {
        let past = try SearchedFolder()
        #expect(
            try past.answer("geofence").lines == [
                "2026-11-25  fraud-ring-graph  concern 2 of Tomás Vidal", "            The [geofence] drifts at night.",
            ])
        #expect(
            try past.answer("ask the kitchens").lines.prefix(2) == [
                "2026-11-25  prep-time  action 1 of Lena Ortiz", "            [Ask] [the] [kitchens].",
            ])
        #expect(
            try past.answer("\"the holdout\"", "--kind", "decision", "--limit", "100").lines.contains {
                $0.contains("To be answered: ") && $0.contains("Why: [The holdout].")
            })
        #expect(try past.answer("zzyzx").lines == ["nothing found: no text has all of these words"])
        #expect(try past.answer("the", "--limit", "1").lines.last?.hasSuffix(" for all") == true)
    }

    @Test func whatIsFoundIsNarrowedDown() throws {
        let past = try SearchedFolder()
        let concern = ["2026-11-25  prep-time  concern 1 of Tomás Vidal", "            The [holdout] is [shortish]."]
        for narrowed in [
            ["--kind", "concern"], ["--kind", "note"],
            ["--who", "tomas", "--since", "2026-11-25", "--verdict", "revise"],
            ["--who", "VIDAL", "--kind", "concern"], ["--pod", "dispatch", "--who", "Tomás", "--until", "2026-11-25"],
        ] {
            let command = try #require(
                try MLReview.parseAsRoot(["search", "holdout", "shortish"] + narrowed) as? SearchCommand)
            #expect(try command.answer(from: try past.open()).lines == concern, "\(narrowed)")
        }
        #expect(try past.answer("holdout", "--until", "2026-11-24").lines.count == 1)
        #expect(try past.answer("geofence", "--since", "2026-11-26").lines.count == 1)
    }

    @Test func aSlipIsNamed() throws {
        let past = try SearchedFolder()
        #expect(
            complaint { _ = try past.answer("holdout", "--pod", "Dispach") }
                == "no proposal is of a pod called `Dispach`; did you mean `Dispatch`?")
        #expect(
            complaint { _ = try past.answer("holdout", "--who", "tomaz") }
                == "nobody is called `tomaz`; did you mean `tomas`?")
        for (words, sentence) in [
            (["--kind", "concrn"], "there is no kind `concrn`; did you mean `concern`?"),
            (["--verdict", "aprove"], "there is no verdict `aprove`; did you mean `approve`?"),
            (["--limit", "0"], "at least one has to be printed: `--limit 1`"),
        ] {
            let refusal = #expect(throws: (any Error).self) { try MLReview.parseAsRoot(["search", "x"] + words) }
            #expect(refusal.map { MLReview.message(for: $0) } == sentence)
        }
        #expect(throws: (any Error).self) { try MLReview.parseAsRoot(["search", "\""]) }
    }

    @Test func jsonHasTheHits() throws {
        struct Found: Decodable {
            struct Hit: Decodable {
                struct Snippet: Decodable { let text: String, hits: [String] }
                let date: String?, item: String?, kind: String, number: Int?, who: String?, verdict: String?
                let snippet: Snippet
            }
            let hits: [Hit], total: Int
        }
        let json = try SearchedFolder().answer("geofence").json
        let found = try JSONDecoder().decode(Found.self, from: Data(json.utf8))
        let hit = try #require(found.hits.first)
        #expect(
            found.total == 1 && hit.snippet.text == "The geofence drifts at night." && hit.snippet.hits == ["geofence"])
        #expect(hit.date == "2026-11-25" && hit.item == "fraud-ring-graph" && hit.kind == "concern" && hit.number == 2)
        #expect(hit.who == "Tomás Vidal" && hit.verdict == "defer")
    }

    @Test func relatedProposalsAreThoseOfEarlierMeetings() throws {
        let past = try SearchedFolder()
        func related(_ id: String) throws -> [String] {
            let command = try #require(try MLReview.parseAsRoot(["related", id]) as? RelatedCommand)
            return try command.answer(from: try past.open()).lines
        }
        let draft = """
            ---\ntitle: Kitchens that tell when they are ready\nkind: application\npod: Dispatch
            data: [courier-pings, pos-events]\nplatform: [feature-store]\n---\n\nThe geofence of the dispatcher.\n
            """
        try past.write(draft, to: "agendas/proposals/kitchen-clock.md")
        #expect(
            try related("kitchen-clock").contains {
                $0.hasPrefix("prep-time · 25 Nov 2026 · sent back for revision: “The holdout.” · shares ")
                    && $0.contains("pos-events")
            })
        #expect(complaint { _ = try related("kitchen-clok") }.hasSuffix("; did you mean `kitchen-clock`?"))
    }
}
