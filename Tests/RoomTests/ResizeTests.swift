import Council
import Screen
import Testing

@testable import Room

/// A window that changes its size keeps what a person was doing.
@Suite struct ResizeTests {
    static let sizes = [
        Size(rows: 24, columns: 80), Size(rows: 20, columns: 60), Size(rows: 12, columns: 40),
        Size(rows: 5, columns: 20),
    ]

    @Test(arguments: Scene.all)
    func thereAndBackIsThePictureBefore(scene: Scene) throws {
        var desk = try scene.desk(Size(rows: 40, columns: 120))
        scene.play(&desk)
        let notice = desk.room.notice
        let (text, roles, cursor, focus) = (desk.grid.text, desk.grid.roleMap, desk.grid.cursor, desk.room.focus)
        for size in Self.sizes {
            desk.send(.input(.resize(size)))
            #expect(desk.room.focus == focus)
        }
        desk.send(.input(.resize(Size(rows: 40, columns: 120))))
        #expect(desk.room.notice == notice)
        // The clock has gone on, and the speaker's; nothing else has.
        guard !desk.room.isPresenting else { return }
        let clocks = desk.meeting.queue.speaking == nil ? 1 : 2
        #expect(
            desk.grid.text.split(separator: "\n").dropFirst(clocks) == text.split(separator: "\n").dropFirst(clocks))
        #expect(
            desk.grid.roleMap.split(separator: "\n").dropFirst(clocks) == roles.split(separator: "\n").dropFirst(clocks)
        )
        #expect(desk.grid.cursor == cursor)
    }

    /// A window may have one column while it is dragged.
    @Test func aTextIsLookedForInAWindowTooSmallForIt() throws {
        var desk = try Desk(Desk.tied)
        desk.send(.input(.resize(Size(rows: 1, columns: 1))))
        desk.run("find yes")
        desk.send(.input(.resize(Size(rows: 24, columns: 80))))
        #expect(desk.room.search?.wanted == "yes")
    }

    @Test func whatWasReadStaysInSight() throws {
        var proposal = TestHall.prepTime
        proposal.body = (1...60).map { "Paragraph \($0) goes on for more than one line of a narrow window.\n\n" }
            .joined()
        let docket = Docket(
            roster: TestHall.roster, agenda: TestHall.docket().agenda,
            proposals: TestHall.docket().proposals.merging([proposal.id: proposal]) { $1 })
        var desk = try Desk(Desk.opened, docket: docket, size: Size(rows: 16, columns: 70))
        while !desk.row(8).contains("Paragraph 40 ") { desk.press("j") }
        for columns in [40, 56, 44, 70] {
            desk.send(.input(.resize(Size(rows: 16, columns: columns))))
            #expect(desk.text.contains("Paragraph 40 "), "at \(columns) columns:\n\(desk.text)")
        }
    }

    @Test func aHalfTypedNoteGoesOn() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n")
        desk.type("the holdout is sh")
        for size in Self.sizes { desk.send(.input(.resize(size))) }
        desk.type("ort")
        desk.send(.input(.resize(Size(rows: 12, columns: 40))))
        #expect(desk.text.contains("the holdout is short"))
        #expect(desk.grid.cursor != nil)
    }
}
