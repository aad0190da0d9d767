import Council
import Foundation
import Testing

@testable import mlreview

/// Minutes that are a draft until the next meeting approves them.
@Suite struct DraftMinutesTests {
    private static let roll =
        "roll priya present\nroll tomas present\nroll wen present\nroll bo present\nroll mei present\nopen\n"
    private static let next = "2026-12-02"
    private static let agenda = """
        date: 2026-12-02
        items:
          - topic: Minutes of Wed 25 Nov 2026
            id: minutes-2026-11-25
            minutes: 2

        """
    private static let mark = "the council has not approved these minutes yet"

    /// A folder in which a meeting was held by a council that wants drafts.
    private func held(_ stage: String = "minutes: draft\n") throws -> MeetingFolder {
        let folder = try MeetingFolder()
        let council = try folder.text("agendas/council.yaml").replacing("timezone:", with: "\(stage)timezone:")
        try Data(council.utf8).write(to: URL(filePath: folder.path + "/agendas/council.yaml"))
        let reader = try Reader(folder)
        reader.run(Self.roll + "go 1\ndecide approve\nclose anyway")
        #expect(!reader.wasRefused, "\(reader.lines)")
        return folder
    }

    private func hold(_ lines: String, in folder: MeetingFolder, after days: Double = 7) throws -> Reader {
        try Data(Self.agenda.utf8).write(to: URL(filePath: folder.path + "/agendas/\(Self.next).yaml"))
        let clock = Clock()
        clock.pass(seconds: days * 86_400)
        let reader = try Reader(folder, on: Self.next, clock: clock)
        reader.run(lines)
        #expect(!reader.wasRefused, "\(reader.lines)")
        return reader
    }

    private func texts(_ folder: MeetingFolder) throws -> [String] {
        try ["minutes.md", "minutes.html", "record.json", "summary.eml"].map {
            try folder.text("minutes/2026-11-25/\($0)")
        }
    }

    private func library(_ folder: MeetingFolder) throws -> Library {
        try WeekFolder(folder.path, today: CalendarDay("2026-11-27")).library
    }

    @Test func aDraftSaysThatItIsOne() throws {
        let folder = try held()
        let texts = try texts(folder)
        #expect(texts[0].contains("\n**Draft: \(Self.mark).**\n"))
        #expect(texts[1].contains("<p class=\"gap\">Draft: \(Self.mark).</p>"))
        #expect(texts[2].contains("\"isDraft\": true"))
        #expect(texts[3].contains("The minutes are a draft until the next meeting approves them."))
        #expect(try folder.text("minutes/README.md").contains("*Draft:* "))
    }

    @Test(arguments: ["", "minutes: final\n"])
    func otherwiseMinutesAreFinal(stage: String) throws {
        let folder = try held(stage)
        let texts = try texts(folder)
        #expect(texts.allSatisfy { !$0.contains("draft until") && !$0.contains(Self.mark) })
        #expect(texts[2].contains("\"isDraft\": false"))
        let next = try #require(CalendarDay(Self.next))
        #expect(
            try library(folder).plan(for: next, on: next, minutes: 60).items.allSatisfy { $0.item.id.minutesDay == nil }
        )
    }

    @Test func theNextAgendaBeginsWithTheApproval() throws {
        let folder = try held()
        let next = try #require(CalendarDay(Self.next))
        let first = try #require(try library(folder).plan(for: next, on: next, minutes: 60).items.first)
        #expect(first.item.id.rawValue == "topic:minutes-2026-11-25" && first.item.minutes == 2)
        #expect(first.title == "Minutes of Wed 25 Nov 2026")
        #expect(first.why == "these minutes are a draft until a meeting approves them")
    }

    @Test func approvedMinutesAreWrittenAsFinal() throws {
        let folder = try held()
        let mail = try texts(folder)[3]
        let reader = try hold(Self.roll + "go 1\ndecide approve\nclose anyway", in: folder)
        #expect(reader.lines.contains { $0.hasSuffix("minutes/2026-11-25/minutes.md") }, "\(reader.lines.suffix(12))")
        let texts = try texts(folder)
        #expect(texts[0].contains("\n- Approved by the meeting of Wed 2 Dec 2026\n") && !texts[0].contains(Self.mark))
        #expect(texts[1].contains("2 Dec 2026") && !texts[1].contains(Self.mark))
        #expect(texts[2].contains("\"approved\": \"2026-12-02\"") && texts[2].contains("\"isDraft\": false"))
        #expect(texts[3] == mail, "what was sent stays as it was")
        let later = try #require(CalendarDay("2026-12-09"))
        let plan = try library(folder).plan(for: later, on: later, minutes: 60)
        #expect(!plan.items.contains { $0.item.id.minutesDay == CalendarDay("2026-11-25") })
        // The meeting that approved them has a draft of its own.
        #expect(plan.items.first?.item.id.rawValue == "topic:minutes-2026-12-02")
        // What the program wrote is no edit by hand, and is shown as it is.
        let again = try Reader(folder)
        let shown = again.run("preview minutes").joined(separator: "\n")
        #expect(shown.contains("Approved by the meeting of Wed 2 Dec 2026") && !shown.contains(Self.mark))
        again.run("publish")
        #expect(!again.wasRefused && !again.lines.contains { $0.contains("edited by hand") }, "\(again.lines)")
        #expect(try self.texts(folder) == texts)
    }

    @Test func withoutAnApprovalTheyStayADraft() throws {
        let folder = try held()
        let before = try texts(folder)
        _ = try hold(Self.roll + "go 1\ndecide approve\nundo\nclose anyway", in: folder)
        #expect(try texts(folder) == before)
        let later = try #require(CalendarDay("2026-12-09"))
        let first = try library(folder).plan(for: later, on: later, minutes: 60).items.first
        #expect(first?.item.id.rawValue == "topic:minutes-2026-11-25")
    }

    @Test func aCorrectionTakesTheApprovalBack() throws {
        let folder = try held()
        let before = try texts(folder)
        let lines =
            Self.roll + "go 1\ndecide approve\nclose anyway\nreopen because page 2 was missing\ngo 1\n"
            + "decide defer because page 2 was missing\nclose anyway"
        _ = try hold(lines, in: folder)
        #expect(try texts(folder) == before)
    }

    /// An edit by hand keeps its words, and loses the mark.
    @Test func editedMinutesAreApprovedToo() throws {
        let folder = try held()
        let path = folder.path + "/minutes/2026-11-25/minutes.md"
        let text = try String(contentsOfFile: path, encoding: .utf8) + "\nA word by hand.\n"
        try Data(text.utf8).write(to: URL(filePath: path))
        try Reader(folder).run("publish keep")
        _ = try hold(Self.roll + "go 1\ndecide approve\nclose anyway", in: folder)
        let texts = try texts(folder)
        #expect(texts[0].contains("A word by hand.") && !texts[0].contains(Self.mark))
        #expect(texts[0].contains("Approved by the meeting of Wed 2 Dec 2026."))
        #expect(texts[1].contains("A word by hand.") && !texts[1].contains(Self.mark))
    }

    @Test func checkNamesMinutesThatThereAreNot() throws {
        let folder = try held()
        let agenda = Self.agenda.replacing("minutes-2026-11-25", with: "minutes-2026-11-24")
        try Data(agenda.utf8).write(to: URL(filePath: folder.path + "/agendas/\(Self.next).yaml"))
        let day = try #require(CalendarDay("2026-11-27"))
        let sentences = try library(folder).remarks(on: day).map(\.sentence)
        #expect(
            sentences.contains(
                "no meeting was held on 2026-11-24, so there are no minutes of it to approve; take the topic out"),
            "\(sentences)")
    }
}
