import Council
import Testing

@testable import Agendas

@Suite struct AgendaTextTests {
    @Test func anAgendaSaysWhyAndWhyNot() throws {
        let last = Agenda(
            date: CalendarDay(daysSinceEpoch: 20_782), start: "10:00", minutes: 60, place: "https://example.com/a",
            scribe: Handle("tomas"), items: [])
        let item = AgendaItem(
            id: ItemID("prep-time"), subject: .proposal(id: "prep-time"), minutes: 12, presenter: Handle("lena"),
            continues: last.date)
        let topic = AgendaItem(
            id: ItemID("topic:data"), subject: .topic(title: "New data: events", text: "One.\n\n  Two.\n"), minutes: 6,
            presenter: Handle("lena"))
        let plan = AgendaPlan(
            date: .december, minutes: 75,
            items: [
                AgendaPlan.Item(item: item, title: "Prep time", why: "undecided on Wed 25 Nov 2026"),
                AgendaPlan.Item(item: topic, title: "New data", why: "deferred on Wed 25 Nov 2026"),
            ],
            left: [
                AgendaPlan.Left(id: ItemID("a"), title: "A", reason: .waits, why: "waits for Kim Park (product)"),
                AgendaPlan.Left(id: ItemID("b"), title: "B", reason: .full, why: "ready; it needs 60 minutes"),
                AgendaPlan.Left(id: ItemID("c"), title: "C", reason: .outcome, why: "its outcome is due later"),
                AgendaPlan.Left(id: ItemID("d"), title: "D", reason: .elsewhere, why: "on the agenda of\nWed"),
            ])
        let text = AgendaText.text(of: plan, like: last)
        #expect(
            text == """
                date: 2026-12-02
                start: "10:00"
                minutes: 75
                place: https://example.com/a
                items:
                  # undecided on Wed 25 Nov 2026
                  - { proposal: prep-time, minutes: 12, presenter: lena, continues: 2026-11-25 }
                  # deferred on Wed 25 Nov 2026
                  - topic: "New data: events"
                    id: data
                    minutes: 6
                    presenter: lena
                    text: |
                      One.

                        Two.

                # No time is left for:
                # - b: ready; it needs 60 minutes

                # Not ready:
                # - a: waits for Kim Park (product)

                # On another agenda:
                # - d: on the agenda of\\u{A}Wed

                # Approved, and not yet asked what came of it:
                # - c: its outcome is due later

                """)
        let folder = try TemporaryFolder()
        let agenda = try folder.folder.agenda(in: Array(text.utf8), of: .december)
        #expect(agenda.items.map(\AgendaItem.id) == [item.id, topic.id])
        #expect(agenda.items[1].subject == .topic(title: "New data: events", text: "One.\n\n  Two."))
    }

    @Test func anAgendaMayBeEmpty() throws {
        let plan = AgendaPlan(date: .december, minutes: 75, items: [], left: [])
        let text = AgendaText.text(of: plan, like: nil)
        #expect(text == "date: 2026-12-02\nminutes: 75\nitems: []\n")
        let folder = try TemporaryFolder()
        #expect(try folder.folder.agenda(in: Array(text.utf8), of: .december).items == [])
    }

    @Test func anOutcomeIsReadBack() throws {
        let item = AgendaItem(
            id: ItemID("prep-time"), subject: .proposal(id: "prep-time"), minutes: 9,
            continues: CalendarDay("2026-11-25"),
            purpose: .outcome, approved: CalendarDay("2026-05-20"))
        let planned = AgendaPlan.Item(item: item, title: "T", why: "approved; measure: orders\nan hour")
        let lines = AgendaText.entry(planned).lines(column: 2)
        #expect(lines[0] == "  # approved; measure: orders\\u{A}an hour")
        let file = "date: 2026-12-02\nitems:\n" + lines.map { $0 + "\n" }.joined()
        let folder = try TemporaryFolder()
        #expect(try folder.folder.agenda(in: Array(file.utf8), of: .december).items == [item])
    }

    /// Whatever was said at a meeting is read back as it was, characters that no file may have aside.
    @Test(arguments: [
        "plain", "a: b", "# x", "- x", "null", "~", "'x'", "\"x\\", "{x}", "[x]", "x:", "&x", "*x", "!x", "%x", "@x",
        "`x", "|", ">", "? x", "10:00", "2026-12-02", "true", "x # y", "Ünï – “x”", "x, y",
    ])
    func linesAreReadBack(_ text: String) throws {
        let item = AgendaItem(
            id: ItemID(topic: text), subject: .topic(title: text, text: "\(text)\n\(text)"), again: text)
        let planned = AgendaPlan.Item(item: item, title: text, why: text)
        let folder = try TemporaryFolder()
        for lines in [AgendaText.entry(planned).lines(column: 2), ["  - " + AgendaText.entry(planned).flow]] {
            let file = "date: 2026-12-02\nitems:\n" + lines.map { $0 + "\n" }.joined()
            let agenda = try folder.folder.agenda(in: Array(file.utf8), of: .december)
            #expect(agenda.items == [item], "\(file)")
        }
    }
}
