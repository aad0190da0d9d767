import Council
import Foundation
import Screen
import Testing

@testable import Room

/// Whatever people write into files, and whatever they press, the library stays a list.
@Suite struct LibraryTextTests {
    private static let hostile =
        "a\u{1B}[2Jb\u{9B}31m\u{202E}c\nd\u{0}e👩‍👩‍👧‍👦\u{301}\u{301}陳\t\(String(repeating: "長い", count: 300))"

    private static func reading() -> LibraryReading {
        var proposal = TestHall.prepTime
        proposal.id = "hostile"
        proposal.title = hostile
        proposal.pod = hostile
        proposal.data = [hostile]
        proposal.body = hostile
        proposal.impact = Impact(value: 1, unit: hostile)
        let item = HeldItem(
            id: ItemID("hostile"), number: 1, title: hostile, proposal: proposal, digest: hostile, seconds: 60,
            notes: [HeldNote(number: 1, speaker: HeldPerson(name: hostile), kind: .concern, text: hostile)],
            decision: HeldDecision(
                verdict: .revise, spoken: "sent back", reason: hostile, basis: hostile, overConcerns: [1]))
        let action = HeldAction(
            reference: ActionReference(meeting: TestLibrary.day("2026-11-04"), number: 1),
            owner: HeldPerson(name: hostile), due: nil, text: hostile, item: ItemID("hostile"), itemTitle: hostile)
        let meeting = HeldMeeting(date: TestLibrary.day("2026-11-04"), items: [item], actions: [action])
        return LibraryReading(
            TestLibrary.library(drafts: [proposal], history: [meeting, TestLibrary.second]), today: TestLibrary.today,
            complaints: [hostile])
    }

    @Test(arguments: 1...5)
    func nothingDrivesTheTerminal(tab: Int) throws {
        for columns in [40, 60, 80, 120, 200] {
            var desk = try Desk(Desk.opened, size: Size(rows: 20, columns: columns))
            desk.openLibrary(Self.reading())
            desk.press("\(tab) /")
            desk.type("ab")
            desk.press("Esc / 長 Enter Enter")
            for _ in 0..<2 {
                for scalar in desk.text.unicodeScalars {
                    let category = scalar.properties.generalCategory
                    #expect(category != .control || scalar == "\n")
                    #expect(scalar != "\u{202E}" && scalar != "\u{9B}")
                }
                desk.press("Esc")
            }
        }
    }

    /// A zero in a text does not hide what comes after it from the filter.
    @Test func allOfATextIsFound() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 20, columns: 80))
        desk.openLibrary(Self.reading())
        desk.press("/")
        desk.type("e👩‍👩‍👧‍👦")
        let library = try #require(desk.front as? LibraryScreen)
        #expect(library.view.places.count == 1)
    }

    /// The desk compares each picture with one that is painted anew.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func randomKeysDoNoHarm(seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        func number(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        let keys =
            "L L L H / a e d Esc Enter Enter j j k PgDn PgUp Home End s Tab ] [ Shift-Tab 1 2 3 4 5 r q ? F1 o M n Backspace"
            .split(separator: " ").map(String.init)
        var desk = try Desk(Desk.opened, size: Size(rows: 16, columns: 80))
        for _ in 0..<400 {
            switch number(below: 20) {
            case 0: desk.send(.input(.resize(Size(rows: 1 + number(below: 40), columns: 1 + number(below: 160)))))
            case 1: desk.send(.library(.success(number(below: 2) == 0 ? Self.reading() : TestLibrary.reading())))
            case 2 where number(below: 4) == 0: desk.send(.library(.failure(Refusal("gone"))))
            case 3:
                let place = Position(row: number(below: 20), column: number(below: 90))
                let kinds: [MouseEvent.Kind] = [.press, .scrollUp, .scrollDown]
                desk.send(.input(.mouse(MouseEvent(kinds[number(below: 3)], at: place))))
            default: desk.press(keys[number(below: keys.count)])
            }
        }
        let wanted = desk.effects.contains(.quit)
        #expect(!wanted || desk.front == nil)
    }

    /// A window that is dragged to another size keeps the row, the filter and the page.
    @Test func aResizeStorm() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 40, columns: 120))
        desk.openLibrary()
        desk.press("3 j /")
        desk.type("h")
        desk.press("Down")
        let text = desk.text
        for step in 1...120 {
            desk.send(.input(.resize(Size(rows: 1 + step * 7 % 50, columns: 1 + step * 13 % 210))))
        }
        desk.send(.input(.resize(Size(rows: 40, columns: 120))))
        #expect(desk.text.split(separator: "\n").dropFirst() == text.split(separator: "\n").dropFirst())
    }
}
