import Council
import Foundation
import Room
import Screen
import Testing

@testable import Curses

extension CursesTerminalTests {
    /// A shared screen is often a video of a terminal over a network: a ballot sends what it changes.
    @Test(arguments: [Size(rows: 50, columns: 200), Size(rows: 40, columns: 120), Size(rows: 24, columns: 80)])
    func aBallotInThePresenterViewSendsLittle(size: Size) throws {
        let pseudo = try PseudoTerminal(rows: size.rows, columns: size.columns)
        let terminal = try CursesTerminal(input: pseudo.slave, output: pseudo.slave) {
            ["TERM": "xterm-256color"][$0]
        }
        defer { terminal.restore() }
        let names = ["Priya", "Tomás", "Wen", "Bo", "Mei", "Anaïs", "Raj", "Zsófia", "Jonas"]
        let members = names.enumerated().map { place, name in
            Member(handle: Handle("m\(place)"), name: name, discipline: .engineering)
        }
        let roster = Roster(name: "ML Council", chair: Chair(member: Handle("m0")), members: members)
        let topic = AgendaItem(
            id: ItemID(topic: "store"), subject: .topic(title: "A vector store for retrieval", text: ""), minutes: 15)
        let agenda = Agenda(date: CalendarDay(daysSinceEpoch: 20_000), items: [topic])
        var journal = Journal(docket: Docket(roster: roster, agenda: agenda, proposals: [:]))
        let now = Date(timeIntervalSince1970: 1_728_000_000)
        var (painter, grid) = (Painter(), Grid(size))
        func show() {
            var room = Model(journal: journal, size: size, now: now)
            room.isPresenting = true
            // The scribe takes the ballots in the view: whose turn it is moves, too.
            _ = room.update(.input(.key(.character("v"))), at: now)
            painter.paint(&room, into: &grid)
            terminal.present(grid)
        }
        func ask(_ line: String) throws {
            guard case .ask(let request) = try Command.parse(line, in: journal.meeting) else { return }
            for entry in try journal.propose(Submission(request, at: now)) { journal.append(entry) }
        }
        for member in members { try ask("roll \(member.handle) present") }
        for line in ["open", "go 1"] { try ask(line) }
        try ask("motion Should we pilot the store for three months?")
        show()
        let mark = 37
        for (member, ballot) in zip(members.dropFirst(), ["yes", "no", "yes", "abstain", "no", "recuse", "yes", "no"]) {
            try ask("vote \(member.handle) \(ballot)")
            let before = pseudo.count()
            show()
            let cost = pseudo.count() - before - mark
            #expect(cost > 50 && cost <= 2000, "\(ballot): \(cost) bytes")
        }
    }
}
