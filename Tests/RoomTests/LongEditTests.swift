import Council
import Screen
import Testing

@testable import Room

/// A text from a person's editor that is too long for its place is kept in a file, and the place keeps its text.
@Suite struct LongEditTests {
    @Test func aNoteStaysAndTheFileIsNamed() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n a b Ctrl-E")
        #expect(desk.room.longestEdit == 131_072)
        desk.send(.editedTooLong(path: ".mlreview/kept-x.md", bytes: 5_000_000))
        #expect(
            desk.refusal
                == "what your editor gave back has 4.8 MB, and a note takes 128 KB: it is kept whole in "
                + ".mlreview/kept-x.md, and the text stays as it was")
        #expect(desk.effects == [.beep])
        desk.press("c")
        #expect(desk.room.draft == "abc")
    }

    @Test func aSectionOfAProposalTakesLess() throws {
        var desk = try Desk(Desk.opened)
        desk.press("e p r o b l e m Tab Ctrl-E")
        let before = try #require(desk.front as? Form).fields.map(\.value)
        #expect(desk.room.longestEdit == 32_768)
        desk.send(.editedTooLong(path: "kept-x.md", bytes: 40_000))
        #expect(
            desk.room.notice?.text.hasPrefix("what your editor gave back has 40 KB, and this field takes 32 KB") == true
        )
        #expect((desk.front as? Form)?.fields.map(\.value) == before)
    }
}
