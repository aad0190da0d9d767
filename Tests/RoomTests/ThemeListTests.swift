import Screen
import Testing

@testable import Room

/// Choosing a theme while looking at it.
@Suite struct ThemeListTests {
    private func desk() throws -> Desk {
        var desk = try Desk(Desk.opened)
        desk.send(.themed("dark"))
        desk.run("theme")
        #expect(desk.effects.contains(.listThemes))
        desk.send(.themes(["dark", "light", "nord"].map { ThemeChoice(name: $0, origin: "themes/") }))
        return desk
    }

    @Test func movingShowsTheTheme() throws {
        var desk = try desk()
        desk.press("j")
        #expect(desk.effects == [.theme("light")])
        desk.send(.themed("light"))
        desk.press("n")
        #expect(desk.effects == [.theme("nord")])
        desk.press("j")
        #expect(desk.effects.isEmpty)
        #expect(desk.text.contains("▸ nord"))
    }

    @Test func enterKeepsItAndEscapeGoesBack() throws {
        var desk = try desk()
        desk.press("j")
        desk.send(.themed("light"))
        desk.press("Esc")
        #expect(desk.effects == [.theme("dark")])
        #expect(desk.front == nil)
        desk.send(.themed("dark"))
        desk.send(.themes(["dark", "light"].map { ThemeChoice(name: $0, origin: "") }))
        desk.press("j")
        desk.send(.themed("light"))
        desk.press("Enter")
        #expect(desk.effects.isEmpty)
        #expect(desk.room.theme == "light")
    }

    @Test func aNameChangesItAtOnce() throws {
        var desk = try Desk(Desk.opened)
        desk.run("theme some file.yaml")
        #expect(desk.effects.contains(.theme("some file.yaml")))
    }
}
