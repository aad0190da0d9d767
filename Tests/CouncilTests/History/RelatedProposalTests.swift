import Council
import Testing

/// Which earlier proposals are near to one, and what is said of them.
@Suite struct RelatedProposalTests {
    /// Proposals in a dictionary, as an index would have them.
    private struct Shelf: ProposalWords {
        var subjects: [String: SearchSubject] = [:]
        var hearings: [String: RelatedProposal.Hearing] = [:]

        var count: Int { subjects.count }
        var names: Set<String> { ["speaker"] }

        func proposals(with word: String, atMost most: Int) -> [String]? {
            let ids = subjects.filter { SearchWords.of($1.entries[0].text).contains(word) }.keys.sorted()
            return ids.count > most ? nil : ids
        }

        func proposals(withPiece key: String, atMost most: Int) -> [String: String]? {
            let named = subjects.compactMapValues { $0.pieces[key] }
            return named.count > most ? nil : named
        }

        func lastHearing(of id: String, before day: CalendarDay?) -> RelatedProposal.Hearing? {
            hearings[id].flatMap { hearing in day.map { hearing.date < $0 } ?? true ? hearing : nil }
        }

        mutating func add(
            _ id: String, _ body: String, data: [String] = [], on date: String? = nil, _ reason: String? = nil
        ) {
            subjects[id] = Proposal(id: id, title: id, data: data, body: body).searchSubject
            guard let date = date.flatMap({ CalendarDay($0) }) else { return }
            hearings[id] = RelatedProposal.Hearing(
                title: id, date: date, decision: reason == nil ? nil : "sent back for revision", reason: reason)
        }
    }

    private static let shelf = {
        var shelf = Shelf()
        for number in 0..<40 { shelf.add("other\(number)", "couriers and kitchens", on: "2026-01-0\(number % 9 + 1)") }
        shelf.add("rewrite", "typos in searches", data: ["Search logs"], on: "2026-11-11", "simple rules reach 45 %")
        shelf.add("typo", "typos in zebra searches", on: "2026-10-07")
        shelf.add("alone", "zebra", on: "2026-10-14")
        shelf.add("draft", "typos in zebra searches", data: ["search-logs"])
        return shelf
    }()

    private func related(_ body: String, data: [String] = [], before day: String = "2026-12-02") throws -> [String] {
        let subject = Proposal(id: "new", title: "new", data: data, body: body).searchSubject
        return try subject.related(before: CalendarDay(day), among: Self.shelf).map(\.line)
    }

    @Test func rareWordsAndPiecesBringProposalsTogether() throws {
        #expect(
            try related("typos of a zebra", data: ["search-logs"]) == [
                "rewrite · 11 Nov 2026 · sent back for revision: “simple rules reach 45 %” · shares Search logs",
                "typo · 7 Oct 2026 · not decided · shares “typos”, “zebra”",
            ], "a draft was never heard, and one rare word alone is a coincidence")
        #expect(try related("couriers and kitchens").isEmpty, "what everybody says says nothing")
        #expect(try related("typos of a zebra", data: ["search-logs"], before: "2026-11-11").count == 1)
        let same = try #require(Self.shelf.subjects["typo"])
        #expect(try !same.related(among: Self.shelf).map(\.id).contains("typo"), "nothing is near to itself")
    }

    /// Two proposals of one team need not be about the same.
    @Test func namesOfPeopleBringNothingTogether() throws {
        var shelf = Self.shelf
        let team = [TeamMember(name: "Quirin Yamauchi", role: .engineer)]
        shelf.add("theirs", "Quirin Yamauchi, a speaker", on: "2026-11-11")
        let subject = Proposal(id: "new", title: "new", team: team, body: "Speaker").searchSubject
        #expect(subject.entries[0].text.contains("Quirin Yamauchi"))
        #expect(try subject.related(among: shelf).isEmpty)
    }

    @Test func aLongReasonIsCut() throws {
        var shelf = Self.shelf
        shelf.add("long", "typos searches", on: "2026-11-11", String(repeating: "why and ", count: 40) + "\nend")
        let subject = Proposal(id: "new", title: "new", body: "typos searches").searchSubject
        let line = try #require(try subject.related(among: shelf).first { $0.id == "long" }?.line)
        #expect(line.count < 170 && line.contains("…” · shares ") && !line.contains("\n"))
    }
}
