import Council
import Testing

@testable import Room

/// The actions of earlier meetings on the screen: they come with the library, and nobody waits for it.
@Suite struct EarlierActionTests {
    static let vendor = HeldAction(
        reference: ActionReference("2026-11-18/2")!, owner: HeldPerson(name: "Bo Håkansson", handle: Handle("bo")),
        due: CalendarDay("2026-11-20"), text: "Ask the vendor", item: ItemID("vector-store"),
        itemTitle: "A vector store")
    static let runbook = HeldAction(
        reference: ActionReference("2026-11-18/3")!, owner: nil, due: nil, text: "Write the runbook")

    static func library(_ actions: [HeldAction] = [vendor, runbook], people: [PersonalWords] = []) -> Message {
        let held = HeldMeeting(date: CalendarDay("2026-11-18")!, actions: actions)
        let library = Library(roster: TestHall.roster, drafts: [], history: [held], people: people)
        return .library(.success(LibraryReading(library, today: TestHall.day)))
    }

    private static let done = PersonalWords(
        handle: Handle("bo"),
        actions: [
            ActionWord(
                action: vendor.reference, word: .done, on: CalendarDay("2026-11-24")!, because: "they answered")
        ])

    @Test func theRollSaysHowManyAreOverdue() throws {
        var desk = try Desk("roll priya present")
        desk.send(.begun)
        #expect(desk.effects == [.readLibrary])
        #expect(!desk.text.contains("earlier meetings"))
        desk.send(Self.library())
        #expect(desk.effects == [] && desk.notice == nil)
        #expect(desk.text.contains("→ 1 action of earlier meetings is overdue: O"))
        desk.press("O")
        #expect(desk.text.contains("Bo Håkansson due 2026-11-20, 5 days overdue  2026-11-18/2"))
        desk.press("d")
        #expect(desk.refusal?.hasPrefix("the meeting has not been called to order") == true)
        desk.press("Esc")
        desk.send(Self.library([]))
        #expect(!desk.text.contains("earlier meetings"))
    }

    @Test func theCallToOrderBringsThemForward() throws {
        var desk = try Desk("roll priya present")
        desk.send(Self.library(people: [Self.done]))
        desk.press("Enter")
        let kinds = desk.recorded.map { type(of: $0.kind).name }
        #expect(kinds == ["opened", "went", "recalled", "updated"])
        #expect(desk.meeting.earlier?.open(on: TestHall.day).map(\.action.reference.number) == [3])
        desk.press("u")
        #expect(desk.meeting.phase == .gathering && desk.meeting.earlier == nil)
    }

    /// A library that comes late comes without a word; and undo takes back what a person did last.
    @Test func whatComesLateInterruptsNobody() throws {
        var desk = try Desk(Desk.opened + " / note A")
        desk.send(.begun)
        #expect(desk.effects == [.readLibrary])
        desk.press("n h a l f")
        desk.send(Self.library())
        #expect(desk.recorded.count == 1 && desk.meeting.earlier?.actions.count == 2)
        #expect(desk.room.draft == "half")
        desk.press("Esc u")
        #expect(desk.item?.notes.isEmpty == true && desk.meeting.earlier != nil)
        desk.send(Self.library())
        #expect(desk.effects == [])
    }

    @Test func whatBecameOfThemIsSaidInTheList() throws {
        var desk = try Desk("roll priya present")
        desk.send(Self.library())
        desk.press("Enter A d")
        #expect(desk.meeting.earlier?.updates.map(\.word) == [.done])
        #expect(desk.text.contains("Bo Håkansson done"))
        desk.press("l")
        desk.type("2026-12-16 because vendor is late")
        desk.press("Enter")
        #expect(desk.meeting.earlier?.updates.last?.spoken == "later, until Wed 16 Dec 2026: vendor is late")
        // It is dated now, and so comes first.
        desk.press("r")
        desk.type("wen because Bo leaves")
        desk.press("Enter")
        #expect(desk.meeting.earlier?.updates.last?.spoken == "handed to Wen Li: Bo leaves")
        #expect(desk.text.contains("Wen Li due 2026-12-16"))
        desk.press("x")
        desk.type("nobody asks")
        desk.press("Enter")
        #expect(desk.meeting.earlier?.updates.last?.word == .drop)
        desk.press("u u u u")
        #expect(desk.meeting.earlier?.updates == [])
    }

    /// A row has a menu, as every other row has.
    @Test func aRowHasAMenu() throws {
        var desk = try Desk("roll priya present")
        desk.send(Self.library())
        desk.press("Enter A")
        #expect(desk.row(-1).hasPrefix(" Enter menu"), "\(desk.row(-1))")
        desk.press("Enter")
        for text in ["Action 2026-11-18/2", "Ask the vendor", "it is done", "another day", "drop it", "hand it to"] {
            #expect(desk.text.contains(text), "\(text)")
        }
        desk.press("d")
        #expect(desk.meeting.earlier?.updates.map(\.word) == [.done])
        desk.press("Enter l")
        desk.type("friday")
        desk.press("Enter")
        #expect(desk.meeting.earlier?.updates.last?.action == Self.runbook.reference)
        desk.press("Enter @")
        desk.type("wen")
        desk.press("Enter")
        #expect(desk.meeting.earlier?.updates.last?.spoken == "handed to Wen Li")
        desk.press("Enter x")
        desk.type("nobody asks")
        desk.press("Enter")
        #expect(desk.meeting.earlier?.updates.last?.word == .drop)
    }

    /// Before the call to order the menu could do nothing, and Enter says why.
    @Test func beforeTheCallToOrderEnterSaysWhy() throws {
        var desk = try Desk("roll priya present")
        desk.send(Self.library())
        desk.press("O Enter")
        #expect(desk.refusal?.hasPrefix("the meeting has not been called to order") == true)
        #expect(desk.front is ActionsPage)
    }

    @Test func whoFollowsChangesNothing() throws {
        var desk = try Desk("roll priya present / open", recording: .following("process 7"))
        desk.send(Self.library())
        desk.press("A d l x r")
        #expect(desk.front is ActionsPage && desk.effects.allSatisfy { $0 == .beep })
    }

    @Test(arguments: [1, 2, 30])
    func aLongListScrollsWithItsCursor(count: Int) throws {
        let actions = (1...count).map { number in
            HeldAction(
                reference: ActionReference(meeting: CalendarDay("2026-11-18")!, number: number), owner: nil, due: nil,
                text: "Action \(number) \u{1B}[2J of many")
        }
        var desk = try Desk("roll priya present")
        desk.send(Self.library(actions))
        desk.press("O End")
        #expect(desk.text.contains("Action \(count) ") && !desk.text.contains("\u{1B}"))
        desk.press("Home")
        #expect(desk.text.contains("Action 1 "))
    }

    @Test func aClosedMeetingReadsNothing() throws {
        var desk = try Desk(Desk.opened + " / close anyway")
        desk.send(.begun)
        #expect(desk.effects == [])
    }
}
