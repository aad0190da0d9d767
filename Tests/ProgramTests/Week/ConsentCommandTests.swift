import ArgumentParser
import Council
import Foundation
import Minutes
import TestMeetings
import Testing

@testable import mlreview

/// The consent lane of the sample folder, from the first word in a file to the minutes.
@Suite struct ConsentCommandTests {
    private static let today = CalendarDay(daysSinceEpoch: 20_780)
    private static let members = ["bo", "idris", "tomas", "mei", "anais"]

    private func folder() throws -> MeetingFolder {
        let folder = try MeetingFolder()
        let path = folder.path + "/agendas/council.yaml"
        let council = try String(contentsOfFile: path, encoding: .utf8)
        try (council + "\nconsent: { up_to: 500000 USD, kinds: [technology, hiring] }\n")
            .write(toFile: path, atomically: true, encoding: .utf8)
        return folder
    }

    private func say(_ line: String, in folder: MeetingFolder) throws {
        let words = ["consent", MeetingFolder.day] + line.split(separator: " ").map(String.init)
        var command = try MLReview.parseAsRoot(words + ["--dir", folder.path, "--yes"])
        try command.run()
    }

    private func approve(_ item: String, in folder: MeetingFolder) throws {
        for name in Self.members { try say("approve \(item) --as \(name)", in: folder) }
    }

    private func list(_ folder: MeetingFolder) throws -> Answer {
        let command = try MLReview.parseAsRoot(["consent", MeetingFolder.day]) as? ConsentCommand
        let week = try WeekFolder(folder.path, today: Self.today, evenIfMeetingIsOpen: true)
        return try #require(command).answer(from: week)
    }

    @Test func aWordIsAddedToOnesOwnFile() throws {
        let folder = try folder()
        try say("approve vector-store --as bo", in: folder)
        try say("flag vector-store because the test ran in one city --as bo", in: folder)
        let day = LocalTime(zone: "America/Los_Angeles").day(Date())
        #expect(
            try folder.text("agendas/people/bo.yaml") == """
                consent:
                  - { meeting: 2026-11-25, item: vector-store, word: approve, on: \(day) }
                  - { meeting: 2026-11-25, item: vector-store, word: flag, on: \(day), because: "the test ran in one city" }

                """)
    }

    @Test func theListSaysWhatEachItemNeeds() throws {
        let folder = try folder()
        try approve("vector-store", in: folder)
        try say("hold hire-senior-mle --as lena", in: folder)
        let answer = try list(folder)
        #expect(
            answer.lines == [
                "consent lane of Wed 25 Nov 2026: 1 of 2 items, 5 approvals each",
                "4  A vector store for retrieval, 95 k USD to build", "   vector-store is in the lane",
                "   approved by Bo Håkansson, Idris Bello, Tomás Vidal, 陳美玲 (Mei Chen) and Anaïs Lefèvre",
                "5  Two senior ML engineers for online serving",
                "   hire-senior-mle has none of the 5 approvals it needs and is held by Lena Ortiz",
            ])
        let json = try JSONSerialization.jsonObject(with: Data(answer.json.utf8)) as? [String: Any]
        let items = json?["items"] as? [[String: Any]]
        #expect(json?["needed"] as? Int == 5)
        #expect(items?[0]["approvals"] as? [String] == Self.members)
        #expect(items?[0]["isInLane"] as? Bool == true)
        #expect((items?[1]["objections"] as? [[String: Any]])?.first?["who"] as? String == "lena")
        #expect(
            (items?[1]["missing"] as? [[String: Any]])?.compactMap { $0["kind"] as? String } == ["approvals", "hold"])
    }

    @Test(arguments: [
        ("2026-11-25 approve", "after `approve`, name the item by its id"),
        ("2026-11-25 approve vector-store it is good", "after the item, write `because` and the reason, or nothing"),
        ("2026-11-25 --as bo", "`--as`, `--yes` and `--stdout` are for a word: approve, flag, hold or unflag"),
        ("2026-11-25 hold vector-store --json", "`--json` is for the list: leave the word out"),
    ])
    func whatIsTypedWrongIsToldApart(line: String, sentence: String) {
        do {
            _ = try MLReview.parseAsRoot(["consent"] + line.split(separator: " ").map(String.init))
            Issue.record("taken: \(line)")
        } catch {
            #expect(MLReview.message(for: error) == sentence)
        }
    }

    @Test func whatTheItemStillNeedsIsSaidOnceTheWordIsWritten() throws {
        let folder = try folder()
        let week = try WeekFolder(folder.path, today: Self.today, evenIfMeetingIsOpen: true)
        let word = ConsentWord(
            meeting: try #require(CalendarDay(MeetingFolder.day)), item: ItemID("vector-store"), word: .approve,
            on: Self.today)
        let change = try ConsentCommand.change(adding: word, of: Handle("idris"), in: week)
        #expect(change.notes == ["vector-store has 1 of the 5 approvals it needs"])
    }

    private static let gathering =
        (members + ["priya"]).map { "roll \($0) present" }.joined(separator: "\n") + "\nopen\n"

    /// What was written is what the meeting decides by, what its minutes say, and what later weeks are told.
    @Test func whatWasWrittenIsDecidedTogether() throws {
        let folder = try folder()
        for item in ["vector-store", "hire-senior-mle"] {
            // Bo's own opening.
            for name in ["idris", "tomas", "mei", "anais", "zsofia"] {
                try say("approve \(item) --as \(name)", in: folder)
            }
        }
        let reader = try Reader(folder)
        reader.run(Self.gathering + "consent show\nconsent\n")
        reader.run(
            Self.members.map { "vote \($0) yes" }.joined(separator: "\n") + "\ntally\nundo\nredo\nclose anyway\n")
        #expect(!reader.wasRefused, "\(reader.lines)")
        #expect(reader.lines.contains("motion 1: Approve the consent items: 4, 5"))
        let item = "item 4 of 6: A vector store for retrieval"
        let undone = reader.lines.drop { !$0.hasPrefix("undone:") }.prefix { !$0.hasPrefix("done again:") }
        #expect(undone.count { $0 == item } == 1)
        let minutes = try folder.text("minutes/2026-11-25/minutes.md")
        #expect(minutes.components(separatedBy: "consent lane: carried 5–0, 6 of 9 present (vote 1)").count == 5)

        let week = try WeekFolder(folder.path, today: Self.today, evenIfMeetingIsOpen: true)
        let decisions = try #require(try MLReview.parseAsRoot(["decisions"]) as? DecisionsCommand).answer(from: week)
        #expect(decisions.lines.contains { $0.contains("consent lane: carried 5–0") })
        let history = try #require(try MLReview.parseAsRoot(["history", "hire-senior-mle"]) as? HistoryCommand)
        #expect(try history.answer(from: week).lines.contains { $0.contains("(consent lane: carried 5–0") })
        #expect(complaint { try say("approve vector-store --as wen", in: folder) } == "ExitCode(rawValue: 1)")
    }

    @Test func aConcernOfAnEarlierMeetingKeepsAnItemOut() throws {
        let folder = try folder()
        try approve("vector-store", in: folder)
        let agenda = Agenda(date: CalendarDay(daysSinceEpoch: 20_775), items: [Docket.sample.agenda.items[3]])
        var earlier = SampleMeeting(
            docket: Docket(roster: .sample, agenda: agenda, proposals: Docket.sample.proposals), start: 1_795_024_800)
        try earlier.roll(Self.members)
        try earlier.ask(.open)
        try earlier.ask(.go(.item(1)))
        try earlier.say("mei", "Recall under filters", as: .concern)
        try earlier.ask(.decide(verdict: .defer, until: nil, reason: nil))
        try earlier.ask(.close)
        let path = folder.path + "/minutes/\(agenda.date)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Minutes.record(of: earlier.journal).write(toFile: path + "/record.json", atomically: true, encoding: .utf8)

        let reader = try Reader(folder)
        reader.run(Self.gathering + "consent\n")
        let sentence = "vector-store has a concern open since \(agenda.date.long) (Recall under filters)"
        #expect(
            reader.lines.contains("item 4: concern 1 is open since \(agenda.date.long): Recall under filters"),
            "\(reader.lines)")
        #expect(reader.lines.last?.contains("vector-store has an open concern (Recall under filters)") == true)
        #expect(try list(folder).lines.contains { $0.contains(sentence) })
    }

    /// A word that comes in during the meeting counts once the files are taken in again; a meeting that goes on after a
    /// stop is the same to the last word.
    @Test func whatIsWrittenMeanwhileCountsOnReload() throws {
        let folder = try folder()
        try approve("vector-store", in: folder)
        let lane = try laneAfterReload(in: folder)
        #expect(lane.contains { $0.contains("vector-store is flagged by Lena Ortiz (one city)") })
        #expect(try Reader(folder).run("consent show") == lane)
    }

    private func laneAfterReload(in folder: MeetingFolder) throws -> [String] {
        let reader = try Reader(folder)
        reader.run(Self.gathering)
        try say("flag vector-store because one city --as lena", in: folder)
        #expect(reader.run("consent show").contains { $0.contains("in the lane") })
        reader.run("reload")
        return reader.run("consent show")
    }
}
