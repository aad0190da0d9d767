import Screen
import Testing

@testable import Room

/// The documents that are written on close can be read in the room before they go out.
@Suite struct DocumentReaderTests {
    private static let pages = [
        DocumentPage(name: "minutes", lines: (1...200).map { .text("line \($0)") }),
        DocumentPage(name: "summary", lines: [.text("Subject: \u{1B}[2Jsummary")]),
    ]

    @Test func theChecklistShowsWhatWouldBeWritten() throws {
        var desk = try Desk(Desk.opened)
        desk.press("C p")
        #expect(desk.effects == [.preview(nil)])
        desk.send(.previewed(Self.pages))
        #expect(desk.text.contains("minutes (1 of 2)"))
        #expect(desk.text.contains("line 1 "))
        desk.press("PgDn")
        #expect(!desk.text.contains("line 1 "))
        desk.press("Tab")
        #expect(desk.text.contains("summary (2 of 2)"))
        // Before the meeting is closed there is nothing to edit.
        desk.press("e")
        #expect(desk.refusal == "the meeting is not closed: `close` it, then edit what was written")
        desk.press("Esc")
        #expect(desk.front is ClosingChecklist)
    }

    @Test func aClosedMeetingsPageIsEditedAndStaysOpen() throws {
        var desk = try Desk(Desk.opened)
        desk.press("C Enter")
        desk.run("preview summary")
        #expect(desk.effects.last == .preview("summary"))
        desk.send(.previewed(Self.pages))
        desk.press("Tab e")
        #expect(desk.effects.last == .editDocument("summary"))
        desk.send(.previewed(Self.pages))
        #expect(desk.text.contains("summary (2 of 2)"))
    }

    @Test(arguments: [("k", Kept.keep), ("r", Kept.replace)])
    func aFileEditedByHandIsShownAndAPersonChooses(key: String, choice: Kept) throws {
        var desk = try Desk(Desk.opened)
        desk.press("C Enter")
        desk.send(.differing([DocumentPage(name: "minutes", lines: [.removed("was"), .added("is")])]))
        #expect(desk.text.contains("minutes: edited by hand"))
        #expect(desk.text.contains("- was") && desk.text.contains("+ is"))
        desk.press(key)
        #expect(desk.effects.last == .publish(choice == .keep ? .keep : .replace))
        #expect(desk.room.layers.isEmpty)
    }

    enum Kept: Sendable { case keep, replace }

    @Test func everyPartOfALongLineIsReached() throws {
        let words = (1...20_000).map { "w\($0)" }.joined(separator: " ")
        var desk = try Desk(Desk.opened, size: Size(rows: 24, columns: 80))
        desk.send(.previewed([DocumentPage(name: "minutes", lines: [.text("first"), .text(words), .text("the end")])]))
        #expect(desk.text.contains("w1 w2 w3"))
        desk.press("End")
        #expect(desk.text.contains("w20000") && desk.text.contains("the end"))
        #expect(!desk.text.contains("PgDn"))
        desk.press("PgUp")
        #expect(!desk.text.contains("w20000") && desk.text.contains("w197"))
        desk.press("Home j")
        #expect(!desk.text.contains("first") && desk.text.contains("w1 w2"))
        desk.press("j")
        #expect(!desk.text.contains("w1 w2") && desk.text.contains("w25 w26"))
    }

    @Test func rowsOfOneLinePassOneByOne() throws {
        let words = (1...400).map { "w\($0)" }.joined(separator: " ")
        var desk = try Desk(Desk.opened, size: Size(rows: 16, columns: 60))
        desk.send(.previewed([DocumentPage(name: "minutes", lines: [.text(words)])]))
        var seen: Set<String> = []
        for _ in 0..<100 {
            seen.formUnion(desk.text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
            desk.press("j")
        }
        #expect((1...400).allSatisfy { seen.contains("w\($0)") })
    }

    @Test func whatStandsAtTheTopStaysThereAtAnotherWidth() throws {
        let words = (1...4000).map { "w\($0)" }.joined(separator: " ")
        var desk = try Desk(Desk.opened, size: Size(rows: 20, columns: 90))
        desk.send(.previewed([DocumentPage(name: "minutes", lines: [.text(words), .text("the end")])]))
        desk.press("PgDn PgDn PgDn")
        let top = try #require(desk.row(3).split(separator: " ").first { $0.hasPrefix("w") })
        for columns in [40, 120, 61, 90] {
            desk.send(.input(.resize(Size(rows: 20, columns: columns))))
            #expect(desk.text.contains("\(top) "), "\(columns)")
        }
    }

    @Test func leavingLeavesTheFilesAsTheyAre() throws {
        var desk = try Desk(Desk.opened)
        desk.press("C Enter")
        desk.send(.differing([DocumentPage(name: "minutes", lines: [.added("is")])]))
        desk.press("Esc")
        #expect(desk.effects == [])
        #expect(desk.room.layers.isEmpty)
    }
}
