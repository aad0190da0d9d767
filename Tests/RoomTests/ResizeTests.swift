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
        // The clock has gone on; nothing else has.
        guard !desk.room.isPresenting else { return }
        #expect(desk.grid.text.split(separator: "\n").dropFirst() == text.split(separator: "\n").dropFirst())
        #expect(desk.grid.roleMap.split(separator: "\n").dropFirst() == roles.split(separator: "\n").dropFirst())
        #expect(desk.grid.cursor == cursor)
    }

    @Test func whatWasReadStaysInSight() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 14, columns: 60))
        while !desk.row(6).contains("Fast food chain") { desk.press("j") }
        for columns in [40, 56, 44, 60] {
            desk.send(.input(.resize(Size(rows: 14, columns: columns))))
            #expect(desk.text.contains("Fast food"), "at \(columns) columns")
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
