import Council
import Foundation
import Screen
import Testing

@testable import Room

/// Each documented form of a screen command changes the screen, and answers on the console.
@Suite struct ScreenCommandTests {
    @Test(arguments: ScreenForm.all)
    func aFormChangesTheScreen(form: ScreenForm) throws {
        let hall = try Hall(form.state)
        var room = Model(journal: hall.journal, size: Size(rows: 40, columns: 120), now: hall.now)
        room.layers = []
        let effects = room.run(form.line)
        #expect(effects == form.effects)
        #expect(form.isSeen(room), "\(form.line) does not show on the screen")
    }

    @Test(arguments: ScreenForm.all)
    func aFormAnswersOnTheConsole(form: ScreenForm) throws {
        let hall = try Hall(form.state)
        switch try Command.parse(form.line, in: hall.meeting) {
        case .ask(let request): Issue.record("asks the meeting for \(request)")
        case .effect(let effect): #expect([effect] == form.effects && form.console == nil)
        case .screen(let change):
            do throws(Refusal) {
                let printed = try change.lines(Narrator(hall.journal, at: hall.now)).first
                #expect(printed == form.console)
            } catch {
                #expect(error == .needsScreen && form.console == nil)
            }
        }
    }

    @Test(arguments: [
        ("publish", "the meeting is not closed: `close` writes minutes and mail"),
        ("edit minutes", "the meeting is not closed: `close` it, then edit what was written"),
    ])
    func whatNeedsAClosedMeetingIsRefusedBefore(line: String, sentence: String) throws {
        #expect(try Hall(Hall.atItem).refusal(of: line) == sentence)
    }

    @Test func everyCommandOfTheScreenHasAForm() {
        let tried = Set(ScreenForm.all.map { $0.line.trimmed.prefix { $0 != " " && $0 != ":" } })
        for command in Command.all where command.group == .screen {
            #expect(tried.contains(command.name[...]), "no test runs `\(command.usage)`")
        }
    }
}

/// A line, and what it does.
struct ScreenForm: Sendable, CustomTestStringConvertible {
    let line: String
    let state: String
    let effects: [Effect]
    /// The first line that the console prints; nil if the command needs a screen, or has an effect on the console too.
    let console: String?
    /// Whether the screen shows the change.
    let isSeen: @Sendable (Model) -> Bool

    init(
        _ line: String, in state: String = Hall.atItem, _ effects: Effect..., console: String? = nil,
        isSeen: @escaping @Sendable (Model) -> Bool = { _ in true }
    ) {
        self.line = line
        self.state = state
        self.effects = effects
        self.console = console
        self.isSeen = isSeen
    }

    var testDescription: String { line }

    private static let closed = Hall.atItem + " / close anyway"
    private static let found = Hall.atItem + " / note the holdout is short"

    static let all: [ScreenForm] = [
        ScreenForm("show", console: "item 1 of 2: Prep time") { $0.focus == .proposal },
        ScreenForm("show agenda", console: "1: Prep time: no decision, before the council") { $0.focus == .agenda },
        ScreenForm("show proposal", console: "item 1 of 2: Prep time") { $0.focus == .proposal },
        ScreenForm("show notes", console: "no notes on this item") { $0.focus == .notes },
        ScreenForm("show votes", console: "no votes on this item") { $0.focus == .votes },
        ScreenForm("show roll", console: "priya: Priya Raman: present") { $0.layers.last is RollCall },
        ScreenForm("show Actions", console: "no actions") { $0.layers.last is ActionsPage },
        ScreenForm("find the holdout", in: found, console: console(found)) { $0.search?.wanted == "the holdout" },
        ScreenForm("notes", in: found, console: console(found).map { "1/\($0)" }) { $0.layers.last is NotesPage },
        ScreenForm("menu", in: found, .beep) { $0.notice?.weight == .refusal },
        ScreenForm("private", in: found, .beep, console: "no private notes on this item") {
            $0.notice?.text == "this item has no private notes: `note private: TEXT` takes one"
        },
        ScreenForm("find", console: "find what? `find TEXT`") { $0.notice?.text == "find what? `/` and a text" },
        ScreenForm("search holdout", .search("holdout"), console: SearchAnswer.nothing) {
            $0.layers.last is SearchList
        },
        ScreenForm("copy", .copy("Prep time\napplication, lead Lena Ortiz, ML engineer", what: "item 1")),
        ScreenForm("copy item", .copy("Prep time\napplication, lead Lena Ortiz, ML engineer", what: "item 1")),
        ScreenForm("copy Decision", .beep) {
            $0.notice?.text == "item 1 has no decision yet: `copy item` copies what it is"
        },
        ScreenForm("mouse", .mouse(true)),
        ScreenForm("presenter") { $0.isPresenting },
        ScreenForm("theme", .listThemes),
        ScreenForm("theme light", .theme("light")),
        ScreenForm("actions", .readLibrary, console: "no actions of earlier meetings") {
            $0.layers.last is ActionsPage
        },
        ScreenForm("complete item add proposal", .readLibrary, console: "proposal") {
            $0.layers.last is CommandEntry
        },
        ScreenForm("complete go cha", console: "2: Chair rotation") { ($0.layers.last as? CommandEntry) != nil },
        ScreenForm("portfolio", console: "portfolio: no proposal names both an impact and a cost") {
            $0.layers.last is PortfolioPage
        },
        ScreenForm("reload", .loadFiles),
        ScreenForm(":reload", .loadFiles),
        ScreenForm("publish", in: closed, .publish(nil)),
        ScreenForm("publish keep", in: closed, .publish(.keep)),
        ScreenForm("publish Replace", in: closed, .publish(.replace)),
        ScreenForm("preview", .preview(nil)),
        ScreenForm("preview prep-time", .preview("prep-time")),
        ScreenForm("edit minutes", in: closed, .editDocument("minutes")),
        ScreenForm("record", .moveRecord(to: nil)),
        ScreenForm("record /mnt/usb stick", .moveRecord(to: "/mnt/usb stick")),
        ScreenForm(
            "help",
            console:
                "roll as last time|WHO present|remote|absent: Records attendance, with the time of each arrival "
                + "and departure. `as last time` puts everybody on the roll as they were at the last meeting."
        ) {
            $0.layers.last is HelpPage
        },
        ScreenForm(
            "help Vote",
            console:
                "vote WHO yes|no|abstain|recuse|A, C [because TEXT]: Records a member's ballot, which can change until "
                + "the tally. In a choice it names options, or none."
        ) {
            $0.layers.last is HelpPage
        },
        ScreenForm(
            "help library",
            console:
                "library [pipeline|actions|decisions|register|meetings]: Opens the library: proposals, open actions, "
                + "decisions, the register, meetings. The console prints one of them."
        ) {
            $0.layers.last is DocumentReader
        },
        ScreenForm("help votes", console: "Votes") { $0.layers.last is DocumentReader },
        ScreenForm("library", .readLibrary) { ($0.layers.last as? LibraryScreen)?.tab == 0 },
        ScreenForm("library Decisions", .readLibrary) { ($0.layers.last as? LibraryScreen)?.tab == 2 },
        ScreenForm("history", .readLibrary) { $0.layers.last is DocumentReader },
        ScreenForm("history wide", .readLibrary) { $0.layers.last is DocumentReader },
        ScreenForm("quit", .quit),
        ScreenForm("who", .listTerminals), ScreenForm("host", .host),
    ]

    /// The line of a note as the console prints it.
    private static func console(_ state: String) -> String? {
        guard let hall = try? Hall(state) else { return nil }
        return Narrator(hall.journal, at: hall.now).notes.first
    }
}
