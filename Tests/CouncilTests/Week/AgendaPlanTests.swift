import Testing

@testable import Council

/// The agenda of 2 December 2026, planned on the 26th of November, by what has happened before.
@Suite struct AgendaPlanTests {
    struct Row: CustomTestStringConvertible {
        let testDescription: String
        let stories: [Story]
        let held: [String]
        let today: String
        let minutes: Int
        let plan: String

        init(
            _ what: String, _ stories: [Story], held: [String] = ["25 Nov"], today: String = "26 Nov",
            minutes: Int = 60, _ plan: String
        ) {
            testDescription = what
            self.stories = stories
            self.held = held
            self.today = today
            self.minutes = minutes
            self.plan = plan
        }
    }

    static let claims = [
        Row(
            "undecided", [Story("x", "25 Nov none")],
            "x 12 min, continues 2026-11-25 # undecided on Wed 25 Nov 2026"),
        Row(
            "undecided long ago", [Story("x", "4 Nov none")],
            "x 12 min, continues 2026-11-04 # undecided on Wed 4 Nov 2026"),
        Row(
            "undecided for the second time", [Story("x", "18 Nov none; 25 Nov none")],
            "x 12 min, continues 2026-11-25 # undecided on Wed 25 Nov 2026; "
                + "it was on 2 agendas: say under `again` what is different this time"),
        Row(
            "deferred without a day", [Story("x", "25 Nov defer")],
            "x 12 min, continues 2026-11-25 # deferred on Wed 25 Nov 2026"),
        Row(
            "deferred to the day", [Story("x", "25 Nov defer 2 Dec")],
            "x 12 min, continues 2026-11-25 # deferred on Wed 25 Nov 2026 until Wed 2 Dec 2026"),
        Row(
            "deferred to an earlier day", [Story("x", "25 Nov defer 1 Dec")],
            "x 12 min, continues 2026-11-25 # deferred on Wed 25 Nov 2026 until Tue 1 Dec 2026"),
        Row(
            "deferred to a later day", [Story("x", "25 Nov defer 3 Dec")],
            "not x: deferred on Wed 25 Nov 2026 until Thu 3 Dec 2026"),
        Row(
            "ready", [Story("x", "leads 25 Nov")],
            "x 12 min # ready since Wed 25 Nov 2026"),
        Row(
            "a draft", [Story("x", "incomplete")],
            "not x: a draft: no cost is estimated: give cost build, maintenance and a unit"),
        Row(
            "with the leads", [Story("x", "leads 20 Nov; pending product")],
            "not x: waits for the product lead"),
        Row(
            "sent back", [Story("x", "leads 20 Nov; 25 Nov revise")],
            "not x: sent back on Wed 25 Nov 2026, waits for a changed file"),
        Row(
            "sent back and mended", [Story("x", "leads 20 Nov; 25 Nov revise; changed; leads 27 Nov")],
            "x 12 min, continues 2026-11-25 # ready since Fri 27 Nov 2026"),
        Row(
            "sent back and replaced",
            [Story("x", "leads 20 Nov; 25 Nov revise"), Story("y", "revises x; leads 27 Nov")],
            "y 12 min, continues 2026-11-25 # ready since Fri 27 Nov 2026"),
        Row("rejected", [Story("x", "leads 20 Nov; 25 Nov reject; changed; leads 27 Nov")], ""),
        Row("withdrawn", [Story("x", "leads 20 Nov; 25 Nov withdraw; changed; leads 27 Nov")], ""),
        Row(
            "approved", [Story("x", "leads 20 Nov; 25 Nov approve; changed; leads 27 Nov")],
            "not x: its outcome is due on Tue 25 May 2027"),
        Row(
            "an outcome that is due", [Story("x", "follow up 1 Dec; 25 Nov approve")],
            "x 12 min, for outcome of 2026-11-25, continues 2026-11-25 "
                + "# approved on Wed 25 Nov 2026, and its outcome is due since Tue 1 Dec 2026"),
        Row(
            "an outcome that was measured", [Story("x", "11 Nov approve; measured 20 Nov")],
            "x 12 min, for outcome of 2026-11-11, continues 2026-11-11 "
                + "# approved on Wed 11 Nov 2026, and measured on Fri 20 Nov 2026"),
        Row(
            "an outcome with a measure", [Story("x", "follow up 1 Dec; by holdout; 25 Nov approve")],
            "x 12 min, for outcome of 2026-11-25, continues 2026-11-25 "
                + "# approved on Wed 25 Nov 2026, and its outcome is due since Tue 1 Dec 2026; measure: holdout"),
        Row(
            "an outcome that was deferred", [Story("x", "11 Nov approve; measured 12 Nov; 25 Nov outcome defer")],
            "x 12 min, for outcome of 2026-11-11, continues 2026-11-25 # deferred on Wed 25 Nov 2026"),
        Row(
            "an outcome on which nothing was decided",
            [Story("x", "11 Nov approve; measured 12 Nov; 25 Nov outcome none")],
            "x 12 min, for outcome of 2026-11-11, continues 2026-11-25 # undecided on Wed 25 Nov 2026"),
        Row(
            "an outcome that was not taken up, before it is due", [Story("x", "11 Nov approve; 25 Nov outcome none")],
            "x 12 min, for outcome of 2026-11-11, continues 2026-11-25 # undecided on Wed 25 Nov 2026"),
        Row(
            "an outcome heard once more that was not taken up",
            [Story("x", "11 Nov approve; 18 Nov confirmed; 25 Nov outcome none")],
            "x 12 min, for outcome of 2026-11-11, continues 2026-11-25 # undecided on Wed 25 Nov 2026; "
                + "it was on 2 agendas: say under `again` what is different this time"),
        Row("an outcome that was confirmed", [Story("x", "11 Nov approve; measured 20 Nov; 25 Nov confirmed")], ""),
        Row("an outcome that was changed", [Story("x", "11 Nov approve; measured 20 Nov; 25 Nov changed")], ""),
        Row("an outcome that was stopped", [Story("x", "11 Nov approve; measured 20 Nov; 25 Nov stopped")], ""),
        Row(
            "an outcome measured once more after it was confirmed",
            [Story("x", "11 Nov approve; 18 Nov confirmed; measured 20 Nov")],
            "x 12 min, for outcome of 2026-11-11, continues 2026-11-18 "
                + "# approved on Wed 11 Nov 2026, and measured on Fri 20 Nov 2026"),
        Row(
            "an outcome of a day to come", [Story("x", "11 Nov approve; measured 20 Dec")],
            "not x: its outcome is dated Sun 20 Dec 2026"),
        Row("an outcome that was heard", [Story("x", "11 Nov approve; measured 20 Nov; 25 Nov approve")], ""),
        Row(
            "a file that is gone", [Story("x", "25 Nov none; gone")],
            "not x: undecided on Wed 25 Nov 2026; its file proposals/x.md is gone"),
        Row("a file that is gone, and was rejected", [Story("x", "25 Nov reject; gone")], ""),
        Row(
            "on another agenda", [Story("x", "leads 20 Nov; on 9 Dec")],
            "not x: on the agenda of Wed 9 Dec 2026"),
        Row(
            "on the day's own agenda", [Story("x", "leads 25 Nov; on 2 Dec")],
            "x 12 min # ready since Wed 25 Nov 2026"),
        Row(
            "on an agenda that was not held", [Story("x", "leads 25 Nov; on 26 Nov")], today: "27 Nov",
            "x 12 min # ready since Wed 25 Nov 2026"),
        Row(
            "rejected, and to be heard again on a day without a meeting",
            [Story("x", "18 Nov reject; on 26 Nov again")], today: "27 Nov",
            "x 12 min, continues 2026-11-18, again: asked for "
                + "# on the agenda of Thu 26 Nov 2026, and no meeting was held that day"),
    ]

    static let topics = [
        Row(
            "undecided", [Story("topic:rotation", "topic Chair rotation; 25 Nov none box 6")],
            "topic:rotation 6 min, continues 2026-11-25 # undecided on Wed 25 Nov 2026"),
        Row(
            "deferred", [Story("topic:rotation", "topic Chair rotation; 25 Nov defer 2 Dec")],
            "topic:rotation 12 min, continues 2026-11-25 # deferred on Wed 25 Nov 2026 until Wed 2 Dec 2026"),
        Row(
            "deferred further", [Story("topic:rotation", "topic Chair rotation; 25 Nov defer 9 Dec")],
            "not topic:rotation: deferred on Wed 25 Nov 2026 until Wed 9 Dec 2026"),
        Row(
            "sent back", [Story("topic:rotation", "topic Chair rotation; 25 Nov revise")],
            "not topic:rotation: sent back on Wed 25 Nov 2026, waits for a new text"),
        Row("decided", [Story("topic:rotation", "topic Chair rotation; 25 Nov approve")], ""),
        Row("dropped", [Story("topic:rotation", "topic Chair rotation; 25 Nov withdraw")], ""),
        Row(
            "on another agenda", [Story("topic:rotation", "topic Chair rotation; 25 Nov none; on 9 Dec")],
            "not topic:rotation: on the agenda of Wed 9 Dec 2026"),
        Row(
            "on an agenda that was not held", [Story("topic:rotation", "topic Chair rotation; on 26 Nov")],
            today: "27 Nov",
            "topic:rotation 12 min # on the agenda of Thu 26 Nov 2026, and no meeting was held that day"),
        Row(
            "on an agenda from before any meeting that is known",
            [Story("topic:rotation", "topic Chair rotation; on 24 Nov")], ""),
        Row(
            "known by an id that no file could have",
            [Story("topic:Größe-2-", "topic Size; 18 Nov none")],
            "topic:grosse-2 12 min, continues 2026-11-18 # undecided on Wed 18 Nov 2026"),
        // Minutes from before topics had ids call the first one of each week `topic-1`.
        Row(
            "known by its title alone",
            [
                Story("topic-1", "topic Chair rotation; 18 Nov none"),
                Story("topic-1", "topic New data; 25 Nov approve"),
            ],
            "topic:chair-rotation 12 min, continues 2026-11-18 # undecided on Wed 18 Nov 2026"),
    ]

    static let order = [
        Row(
            "of the claims",
            [
                Story("a", "technology; leads 25 Nov"), Story("b", "leads 25 Nov"), Story("c", "leads 20 Nov"),
                Story("d", "follow up 20 Nov; 4 Nov approve"), Story("e", "25 Nov defer"), Story("f", "25 Nov none"),
                Story("topic:g", "topic G; on 26 Nov"),
            ], today: "27 Nov", minutes: 90,
            """
            f 12 min, continues 2026-11-25 # undecided on Wed 25 Nov 2026
            e 12 min, continues 2026-11-25 # deferred on Wed 25 Nov 2026
            d 12 min, for outcome of 2026-11-04, continues 2026-11-04 # approved on Wed 4 Nov 2026, and its outcome is due since Fri 20 Nov 2026
            c 12 min # ready since Fri 20 Nov 2026
            b 12 min # ready since Wed 25 Nov 2026
            a 12 min # ready since Wed 25 Nov 2026
            topic:g 12 min # on the agenda of Thu 26 Nov 2026, and no meeting was held that day
            """),
        Row(
            "of what is undecided: as the agenda had it, whatever its priority",
            [Story("b", "25 Nov none"), Story("a", "high; 25 Nov none"), Story("c", "18 Nov none")],
            """
            c 12 min, continues 2026-11-18 # undecided on Wed 18 Nov 2026
            b 12 min, continues 2026-11-25 # undecided on Wed 25 Nov 2026
            a 12 min, continues 2026-11-25 # undecided on Wed 25 Nov 2026
            """),
        Row(
            "of what is ready: by priority, then by the days it has waited, then by name",
            [
                Story("a", "low; leads 25 Nov"), Story("b", "leads 27 Nov"), Story("c", "leads 26 Nov"),
                Story("d", "high; leads 27 Nov"), Story("e", "normal; leads 26 Nov"),
            ], minutes: 90,
            """
            d 12 min # ready since Fri 27 Nov 2026
            c 12 min # ready since Thu 26 Nov 2026
            e 12 min # ready since Thu 26 Nov 2026
            b 12 min # ready since Fri 27 Nov 2026
            a 12 min # ready since Wed 25 Nov 2026
            """),
        Row(
            "of technology and hiring: after applications, by waiting time",
            [
                Story("a", "hiring; leads 26 Nov"), Story("b", "technology; leads 25 Nov"),
                Story("c", "low; leads 26 Nov"),
            ],
            """
            c 12 min # ready since Thu 26 Nov 2026
            b 12 min # ready since Wed 25 Nov 2026
            a 12 min # ready since Thu 26 Nov 2026
            """),
        Row(
            "of what a full agenda left over: before what is newly ready, of whatever kind and priority",
            [Story("a", "high; leads 26 Nov"), Story("b", "low; hiring; leads 20 Nov")],
            """
            b 12 min # ready since Fri 20 Nov 2026
            a 12 min # ready since Thu 26 Nov 2026
            """),
    ]

    static let packing = [
        Row(
            "three minutes stay unplanned",
            [Story("a", "minutes 57; leads 26 Nov"), Story("b", "minutes 1; leads 26 Nov")],
            """
            a 57 min # ready since Thu 26 Nov 2026
            not b: ready since Thu 26 Nov 2026; it needs 1 minute, and 0 are left
            """),
        Row(
            "what does not fit gives way to what does",
            [
                Story("a", "minutes 40; 25 Nov none"), Story("b", "minutes 20; leads 26 Nov"),
                Story("c", "minutes 16; leads 27 Nov"),
            ],
            """
            a 40 min, continues 2026-11-25 # undecided on Wed 25 Nov 2026
            c 16 min # ready since Fri 27 Nov 2026
            not b: ready since Thu 26 Nov 2026; it needs 20 minutes, and 1 is left
            """),
        Row(
            "outcomes take a third as long as others wait",
            (10...15).map { Story("x\($0)", "minutes 10; 4 Nov approve; measured \($0) Nov") }
                + [Story("a", "minutes 10; leads 26 Nov"), Story("b", "minutes 20; leads 26 Nov")], minutes: 63,
            """
            x10 10 min, for outcome of 2026-11-04, continues 2026-11-04 \
            # approved on Wed 4 Nov 2026, and measured on Tue 10 Nov 2026
            x11 10 min, for outcome of 2026-11-04, continues 2026-11-04 \
            # approved on Wed 4 Nov 2026, and measured on Wed 11 Nov 2026
            x12 10 min, for outcome of 2026-11-04, continues 2026-11-04 \
            # approved on Wed 4 Nov 2026, and measured on Thu 12 Nov 2026
            a 10 min # ready since Thu 26 Nov 2026
            b 20 min # ready since Thu 26 Nov 2026
            not x13: approved on Wed 4 Nov 2026, and measured on Fri 13 Nov 2026; it needs 10 minutes, and 0 are left
            not x14: approved on Wed 4 Nov 2026, and measured on Sat 14 Nov 2026; it needs 10 minutes, and 0 are left
            not x15: approved on Wed 4 Nov 2026, and measured on Sun 15 Nov 2026; it needs 10 minutes, and 0 are left
            """),
        Row(
            "one outcome has room in a short meeting",
            [Story("x", "minutes 12; 4 Nov approve; measured 10 Nov"), Story("a", "minutes 10; leads 26 Nov")],
            minutes: 20,
            """
            x 12 min, for outcome of 2026-11-04, continues 2026-11-04 \
            # approved on Wed 4 Nov 2026, and measured on Tue 10 Nov 2026
            not a: ready since Thu 26 Nov 2026; it needs 10 minutes, and 5 are left
            """),
        Row(
            "a meeting shorter than its slack", [Story("a", "25 Nov none")], minutes: 2,
            "not a: undecided on Wed 25 Nov 2026; it needs 12 minutes, and 0 are left"),
    ]

    static let boxes = [
        Row(
            "as the proposal asks", [Story("x", "minutes 7; 25 Nov none in 30 box 20")],
            "x 7 min, continues 2026-11-25 # undecided on Wed 25 Nov 2026"),
        Row(
            "as last time", [Story("x", "18 Nov none box 9; 25 Nov none in 30 box 20")],
            "x 20 min, continues 2026-11-25 # undecided on Wed 25 Nov 2026; "
                + "it was on 2 agendas: say under `again` what is different this time"),
        Row(
            "what its kind took lately, topics and other kinds aside",
            [
                Story("x", "leads 26 Nov"), Story("a", "18 Nov reject in 10"), Story("b", "18 Nov reject in 20"),
                Story("c", "25 Nov reject in 15"), Story("d", "technology; 25 Nov reject in 50"),
                Story("topic:e", "topic E; 25 Nov approve in 1"),
            ],
            "x 15 min # ready since Thu 26 Nov 2026"),
        Row(
            "between the two in the middle, rounded up",
            [Story("x", "leads 26 Nov"), Story("a", "18 Nov reject in 10"), Story("b", "18 Nov reject in 13")],
            "x 12 min # ready since Thu 26 Nov 2026"),
        Row(
            "the last twelve hearings alone",
            [Story("x", "leads 26 Nov"), Story("a", "4 Nov reject in 50"), Story("b", "5 Nov reject in 50")]
                + (6...17).map { Story("c\($0)", "\($0) Nov reject in \($0 <= 11 ? 8 : 10)") },
            "x 9 min # ready since Thu 26 Nov 2026"),
        Row(
            "what was only listed or passed over took no time",
            [
                Story("x", "leads 26 Nov"), Story("a", "18 Nov reject in 10"), Story("b", "25 Nov reject"),
                Story("c", "25 Nov none in 0"),
            ],
            """
            c 10 min, continues 2026-11-25 # undecided on Wed 25 Nov 2026
            x 10 min # ready since Thu 26 Nov 2026
            """),
    ]

    @Test(arguments: claims + topics + order + packing + boxes)
    func plans(_ row: Row) {
        let library = Weeks(row.stories, held: row.held).library
        let plan = library.plan(for: .of("2 Dec"), on: .of(row.today), minutes: row.minutes)
        #expect(plan.told == row.plan)
        #expect(plan == library.plan(for: .of("2 Dec"), on: .of(row.today), minutes: row.minutes))
    }

    /// A topic's id is the id of itself, wherever a long title is cut.
    @Test func idsOfTopicsAreTheirOwnIds() {
        for length in 70...90 {
            let id = ItemID(topic: String(repeating: "a", count: length) + " – Ünï b")
            #expect(ItemID(topic: id.topicName ?? "") == id && id.rawValue.count <= 86)
        }
    }

    /// An agenda of 60 minutes that has `x` for 30, compared with what would be planned now.
    @Test(arguments: [
        (Story("x", "leads 26 Nov; on 2 Dec"), Story("y", "25 Nov none"), "+ y"),
        (Story("x", "leads 26 Nov; on 2 Dec"), Story("y", "minutes 40; 25 Nov none"), "not y"),
        (Story("x", "incomplete; on 2 Dec"), Story("y", "leads 26 Nov; on 9 Dec"), "not y"),
        (
            Story("x", "leads 20 Nov; 25 Nov reject; on 2 Dec"), Story("y", "incomplete"),
            "- x: rejected on Wed 25 Nov 2026\nnot y"
        ),
        (Story("x", "leads 20 Nov; 25 Nov withdraw; on 2 Dec again"), Story("y", "incomplete"), "not y"),
        (
            Story("x", "25 Nov approve; on 2 Dec"), Story("y", "incomplete"),
            "- x: its outcome is due on Tue 25 May 2027\nnot y"
        ),
        (
            Story("x", "25 Nov defer 9 Dec; on 2 Dec"), Story("y", "incomplete"),
            "- x: deferred on Wed 25 Nov 2026 until Wed 9 Dec 2026\nnot y"
        ),
        (Story("x", "leads 26 Nov; on 2 Dec"), Story("y", "revises x; leads 27 Nov"), "- x: replaced by y\n+ y"),
        (
            Story("x", "leads 26 Nov; on 1 Dec; on 2 Dec"), Story("y", "incomplete"),
            "- x: on the agenda of Tue 1 Dec 2026\nnot y"
        ),
    ])
    func changes(_ x: Story, _ y: Story, _ changes: String) {
        let library = Weeks([x, y], held: ["25 Nov"]).library
        let item = library.agendas.first { $0.date == .of("2 Dec") }?.items[0]
        let boxed = AgendaItem(id: ItemID("x"), subject: .proposal(id: "x"), minutes: 30, again: item?.again)
        let agenda = Agenda(date: .of("2 Dec"), minutes: 60, items: [boxed])
        let found = library.changes(to: agenda, on: .of("26 Nov"))
        let lines =
            found.settled.map { "- \($0.id): \($0.why)" } + found.missing.map { "+ \($0.item.id)" }
            + found.left.map { "not \($0.id)" }
        #expect(lines.joined(separator: "\n") == changes)
    }
}

extension AgendaPlan {
    var told: String {
        (items.map { planned in
            let item = planned.item
            let purpose = item.purpose.map { ", for \($0) of \(item.approved.map(\.description) ?? "?")" } ?? ""
            return "\(item.id) \(item.minutes ?? 0) min\(purpose)" + (item.continues.map { ", continues \($0)" } ?? "")
                + (item.again.map { ", again: \($0)" } ?? "") + " # \(planned.why)"
        } + left.map { "not \($0.id): \($0.why)" }).joined(separator: "\n")
    }
}
