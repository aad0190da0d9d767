import Agendas
import Council
import Foundation
import Minutes
import Testing

@testable import mlreview

/// The agenda of the week after a meeting that was held on 25 November 2026.
@Suite struct AgendaCommandTests {
    private static let today = CalendarDay(daysSinceEpoch: 20_783)
    private static let file = "agendas/2026-12-02.yaml"

    /// Item 1 is deferred to the week after, 2 sent back, 3 approved over the gate, and the rest is left undecided.
    private static let script = """
        roll priya present\nroll tomas present\nroll wen present\nroll bo present\nroll mei present\nopen\ngo 1
        decide defer 2026-12-02 because More data.\ngo 2\naction @lena by 2026-11-30 Ask the kitchens.
        decide revise because The holdout.\ngo 4\ndecide approve because It is urgent.\nclose anyway
        """

    private func held() throws -> MeetingFolder {
        let folder = try MeetingFolder()
        let reader = try Reader(folder)
        reader.run(Self.script)
        #expect(!reader.wasRefused, "\(reader.lines)")
        #expect(reader.lines.last == "next: mlreview agenda next")
        return folder
    }

    private func week(_ folder: MeetingFolder, on today: CalendarDay = today) throws -> WeekFolder {
        try WeekFolder(folder.path, today: today)
    }

    @Test func theNextAgendaGoesOnWhereTheMeetingStopped() throws {
        let folder = try held()
        let next = try NextAgenda(nil, in: try week(folder))
        #expect(next.date == CalendarDay("2026-12-02"))
        #expect(
            next.text.hasPrefix(
                """
                date: 2026-12-02
                start: "10:00"
                minutes: 75
                place: https://meet.example.com/ml-review
                items:
                  # undecided on Wed 25 Nov 2026
                  - proposal: promo-uplift
                """), "\(next.text)")
        for text in [
            "\n  # deferred on Wed 25 Nov 2026 until Wed 2 Dec 2026\n  - proposal: fraud-ring-graph\n    minutes: 14\n",
            "\n# Not ready:\n# - prep-time: sent back on Wed 25 Nov 2026, waits for a changed file\n",
            "\n# - vector-store: its outcome is due on Tue 25 May 2027\n",
            "\n  - topic: Chair rotation\n    minutes: 6\n    presenter: priya\n    continues: 2026-11-25\n    text: |\n",
            "\n      The last three chairs came from engineering, engineering and data science. Infrastructure\n",
        ] { #expect(next.text.contains(text), "\(text) is not in \(next.text)") }
        #expect(try NextAgenda(nil, in: try week(folder)).text == next.text)

        let change = next.change
        #expect(
            change.commitLine.hasSuffix(
                "add agendas/2026-12-02.yaml && git -C \(folder.path) commit -m 'Agenda of Wed 2 Dec 2026'"))
        try change.write()
        #expect(try folder.text(Self.file) == next.text)
        let errors = AgendaFolder(path: folder.path).check().filter { $0.severity == .error }
        #expect(errors == [])
        // Somebody else was faster.
        #expect(complaint(change.write) == "\(folder.path)/\(Self.file): it is there already, and stays as it is")
        #expect(try folder.text(Self.file) == next.text)
        #expect(try leftovers(in: folder) == [])
    }

    /// A folder that was only copied, without the record, gives the same agenda.
    @Test func minutesAreEnough() throws {
        let folder = try held()
        let text = try NextAgenda(nil, in: try week(folder)).text
        try FileManager.default.removeItem(atPath: folder.path + "/.mlreview")
        #expect(try NextAgenda(nil, in: try week(folder)).text == text)
    }

    /// What was closed, and whose minutes are not written, is known from the record.
    @Test func theRecordIsEnough() throws {
        let folder = try held()
        let text = try NextAgenda(nil, in: try week(folder)).text
        try FileManager.default.removeItem(atPath: folder.path + "/minutes")
        #expect(try NextAgenda(nil, in: try week(folder)).text == text)
    }

    @Test(arguments: [
        (nil, "2026-12-08", "2026-12-09"), (nil, "2026-12-09", "2026-12-09"), (nil, "2026-11-20", "2026-12-02"),
        ("2026-12-03", "2026-11-26", "2026-12-03"),
    ])
    func theDayIsAWeekLater(_ named: String?, _ today: String, _ day: String) throws {
        let folder = try held()
        let today = CalendarDay(today) ?? Self.today
        let next = try NextAgenda(named.flatMap { CalendarDay($0) }, in: try week(folder, on: today))
        #expect(next.date.description == day)
    }

    @Test func daysThatCanNotBeAreRefused() throws {
        let folder = try held()
        let week = try week(folder)
        func refusal(_ day: String) -> String { complaint { _ = try NextAgenda(CalendarDay(day), in: week) } }
        #expect(
            refusal("2026-11-25")
                == "\(folder.path)/agendas/2026-11-25.yaml is already there, and stays as it is: its meeting was held")
        #expect(
            refusal("2026-11-24")
                == "2026-11-24 is not after the last meeting, which was held on 2026-11-25: name a later day")
        let later = try WeekFolder(folder.path, today: CalendarDay("2026-12-10"))
        #expect(
            complaint { _ = try NextAgenda(CalendarDay("2026-12-09"), in: later) }
                == "2026-12-09 has passed: name a day from 2026-12-10 on")
        try "date: 2026-12-02\nitems:\n  - topic: Other\n    minutes: 40\n".write(
            toFile: folder.path + "/" + Self.file, atomically: true, encoding: .utf8)
        let lacking = complaint { _ = try NextAgenda(CalendarDay("2026-12-02"), in: try self.week(folder)) }
        #expect(lacking.contains("It lacks\n  promo-uplift: undecided on Wed 25 Nov 2026\n"), "\(lacking)")
        #expect(lacking.hasSuffix("`mlreview agenda refresh 2026-12-02` adds them"))
    }

    /// Nothing is planned from files that are wrong.
    @Test func faultyFilesAreNamed() throws {
        let folder = try held()
        try "---\ntitle: x\nkind: y\n---\n".write(
            toFile: folder.path + "/agendas/proposals/bad.md", atomically: true, encoding: .utf8)
        #expect(complaint { _ = try week(folder) }.contains("bad.md:3:7: error: `kind` must be"))
    }

    /// What is before the council now may be decided in an hour.
    @Test func anOpenMeetingIsClosedFirst() throws {
        let folder = try MeetingFolder()
        let reader = try Reader(folder)
        reader.run("roll priya present\nopen")
        #expect(
            complaint { _ = try week(folder) } == "the meeting of 2026-11-25 is not closed, and may decide what is "
                + "planned here: `mlreview 2026-11-25` resumes it")
        reader.run("close anyway")
        _ = try week(folder)
    }

    /// A meeting that can't be read is left out by name.
    @Test func aCutRecordIsNamed() throws {
        let folder = try held()
        try FileManager.default.createDirectory(
            atPath: folder.path + "/minutes/2026-11-18", withIntermediateDirectories: true)
        try "{".write(toFile: folder.path + "/minutes/2026-11-18/record.json", atomically: true, encoding: .utf8)
        let complaints = try week(folder).complaints
        #expect(complaints.count == 1 && complaints[0].contains("2026-11-18/record.json:1:"), "\(complaints)")
    }

    // MARK: refresh

    private static let written = """
        # Ours.
        date: 2026-12-02
        minutes: 75
        items:
          - { topic: 'First',   minutes: 5 }   # stays
          - proposal: prep-time
            minutes: 10

        # The end.
        """

    private func refreshed(_ folder: MeetingFolder, saying text: String = written) throws -> AgendaRefresh {
        try text.write(toFile: folder.path + "/" + Self.file, atomically: true, encoding: .utf8)
        return try AgendaRefresh(of: try #require(CalendarDay("2026-12-02")), in: try week(folder))
    }

    @Test func whatIsMissingIsAdded() throws {
        let folder = try held()
        let refresh = try refreshed(folder)
        #expect(
            refresh.lines.prefix(3) == [
                "still on it: prep-time, sent back on Wed 25 Nov 2026, waits for a changed file; remove it, or say why "
                    + "under `again`",
                "missing: promo-uplift, undecided on Wed 25 Nov 2026",
                "missing: hire-senior-mle, undecided on Wed 25 Nov 2026",
            ], "\(refresh.lines)")
        let change = try #require(refresh.change)
        #expect(change.shown.first == "\(folder.path)/\(Self.file):8:")
        #expect(change.shown.dropFirst().allSatisfy { $0.hasPrefix("+") })
        let path = folder.path + "/" + Self.file
        #expect(chmod(path, 0o640) == 0)
        try change.write()
        let text = try folder.text(Self.file)
        let (head, tail) = ("    minutes: 10\n", "\n# The end.")
        let parts = Self.written.split(separator: head)
        #expect(text.hasPrefix(parts[0] + head) && text.hasSuffix(tail) && text.contains("- proposal: promo-uplift"))
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
        let again = try AgendaRefresh(of: try #require(CalendarDay("2026-12-02")), in: try week(folder))
        #expect(again.change == nil || again.changes.missing.isEmpty)
        #expect(again.text == text)
        #expect(try leftovers(in: folder) == [])
    }

    /// What a person has taken out stays out, and its reason is told; nobody has to guess how to say so.
    @Test func whatAPersonKeepsOffStaysOff() throws {
        let folder = try held()
        #expect(
            try refreshed(folder).lines.last
                == "to keep one off this agenda, write why into its file: `not: { promo-uplift: WHY }`")
        let not =
            "not:\n  promo-uplift: Emre is away\n  hire-senior-mle: no seat is open\n  chair-rotation: in January\n"
        let refresh = try refreshed(folder, saying: Self.written + "\n" + not)
        #expect(!refresh.changes.missing.contains { ["promo-uplift", "hire-senior-mle"].contains($0.item.id.spoken) })
        #expect(refresh.lines.contains("kept off: promo-uplift, Emre is away"), "\(refresh.lines)")
        #expect(refresh.text.hasSuffix(not))
        let week = try week(folder)
        let survey = week.place.agendas.survey()
        let notes = survey.warnings(for: week.library.remarks(on: week.today)).filter { $0.severity == .note }
        #expect(
            notes.map(\.message) == [
                "`promo-uplift` is kept off this agenda: Emre is away",
                "`hire-senior-mle` is kept off this agenda: no seat is open",
                "`chair-rotation` is kept off this agenda: in January",
            ])
        #expect(notes.map(\.line) == [11, 12, 13] && notes.allSatisfy { $0.column > 3 })
    }

    @Test(arguments: [
        ("not: { prep-time: Why }", "`prep-time` is among the `items`, too; take it out here or there"),
        ("not: { promo-uplift: }", "`promo-uplift` is kept off without a reason; write `promo-uplift: WHY`"),
        ("not: [promo-uplift]", "`not` is a list; name each item with its reason, as in `not: { prep-time: WHY }`"),
    ])
    func whatIsKeptOffInAWrongWayIsAFault(_ not: String, _ sentence: String) throws {
        let folder = try held()
        let heard = complaint { _ = try refreshed(folder, saying: Self.written + "\n" + not + "\n") }
        #expect(heard.contains("2026-12-02.yaml:10:") && heard.contains("error: \(sentence)"), "\(heard)")
    }

    @Test func aFileThatHasChangedMeanwhileStays() throws {
        let folder = try held()
        let change = try #require(try refreshed(folder).change)
        let other = Self.written + "\n# More.\n"
        try other.write(toFile: folder.path + "/" + Self.file, atomically: true, encoding: .utf8)
        #expect(complaint(change.write).hasSuffix("it has changed meanwhile, and was not written: start again"))
        #expect(try folder.text(Self.file) == other)
        #expect(try leftovers(in: folder) == [])
    }

    @Test func whatCanNotBeRefreshedIsSaid() throws {
        let folder = try held()
        let week = try week(folder)
        func refusal(_ day: String) -> String {
            complaint { _ = try AgendaRefresh(of: try #require(CalendarDay(day)), in: week) }
        }
        #expect(
            refusal("2026-12-02")
                == "there is no \(folder.path)/\(Self.file): `mlreview agenda next 2026-12-02` writes it")
        #expect(refusal("2026-11-25") == "the meeting of 2026-11-25 was held, and its agenda stays as it is")
        let list = "date: 2026-12-02\nplace: &x Room\nitems: [ *x ]\n"
        #expect(complaint { _ = try refreshed(folder, saying: list) }.contains("2026-12-02.yaml:2:"))
    }

    private func leftovers(in folder: MeetingFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path + "/agendas").filter { $0.hasPrefix(".") }
    }
}
