import Council
import Screen
import Testing

@testable import Room

/// A copied text can be pasted into a message as it is, and contains nothing private.
@Suite struct CopyTests {
    private func copied(_ desk: Desk) -> String? {
        for case .copy(let text, _) in desk.effects { return text }
        return nil
    }

    @Test func anItemIsCopiedAsFacts() throws {
        var desk = try Desk(Desk.voting + " / \(Desk.ballots) / note private: between us / note out loud")
        desk.press("y")
        let text = try #require(copied(desk))
        #expect(text.hasPrefix("Dispatch by predicted prep time\napplication, Dispatch, lead Lena Ortiz, ML engineer"))
        #expect(text.contains("The proposal: 3–3"))
        #expect(!text.contains("between us"))
        #expect(desk.effects.count == 1)
    }

    @Test func aDecisionComesFirstOnceThereIsOne() throws {
        var desk = try Desk(Desk.opened + " / decide revise because narrow it")
        desk.press("y")
        #expect(
            copied(desk) == """
                Dispatch by predicted prep time
                decision: sent back for revision, by consensus, no vote was asked for
                because: narrow it
                """)
        desk.run("copy item")
        #expect(copied(desk)?.contains("impact 4.2 M USD/year") == true)
    }

    @Test func whatCouldDriveATerminalOrReorderTextIsCopiedAsTheScreenShowsIt() throws {
        let item = AgendaItem(
            id: ItemID("t"),
            subject: .topic(
                title: "a\u{1B}]0;owned\u{7}", text: "b\u{9B}31m\r\n\tpdf\u{202E}exe\u{2066}.\u{2028}שלום 👩‍👩‍👧 🇯🇵\0"))
        var desk = try Desk(Desk.opened, docket: TestHall.docket(items: [item]))
        desk.press("y")
        #expect(
            copied(desk)
                == "a␛]0;owned␇\nb\u{FFFD}31m\n\tpdf\u{2370}exe\u{2370}.\nשלום 👩‍👩‍👧 🇯🇵␀")
    }

    @Test func whereThereIsNoDecisionNoneIsCopied() throws {
        var desk = try Desk(Desk.opened)
        desk.run("copy decision")
        #expect(desk.refusal == "item 1 has no decision yet: `copy item` copies what it is")
        #expect(copied(desk) == nil)
    }
}
