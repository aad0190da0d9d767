import Council
import Screen
import Testing

@testable import Room

/// A choice by keys and by lines.
@Suite struct ChoiceKeysTests {
    private static let choosing =
        Desk.opened + " / go 4 / motion choose Managed | Our cluster | Nothing by wen second bo"

    @Test func digitsNameOptionsForTheHighlightedMember() throws {
        var desk = try Desk(Self.choosing)
        desk.press("v 1 3")
        #expect(desk.meeting.openMotion?.ballots[Handle("tomas")]?.options == ["Managed", "Nothing"])
        #expect(desk.text.contains("✓ 1 3"))
        desk.press("3 1")
        #expect(desk.refusal == "an empty ballot says nothing: n is for none of them, a abstains")
        desk.press("9")
        #expect(desk.refusal == "there is no option 9: 1 to 3 name one")
        desk.press("y")
        #expect(desk.refusal == "this asks which, not whether: 1 to 3 name an option, n is none")
        desk.press("Space 2 Space n a r")
        let ballots = desk.meeting.openMotion?.ballots
        #expect(ballots?[Handle("wen")]?.options == ["Our cluster"])
        #expect(ballots?[Handle("bo")]?.options == [])
        #expect(ballots?[Handle("mei")]?.choice == .abstain && ballots?[Handle("ana")]?.choice == .recuse)
        #expect(desk.text.contains("moved by Wen Li, seconded"))
        desk.press("2 Space")
        #expect(desk.room.voting?.highlighted == nil)
        desk.press("Enter")
        #expect(
            desk.item?.motions.first?.tally?.sentence
                == "Managed 1, Our cluster 2, Nothing 0, none 1, 1 abstention, 1 recused, 7 of 7 present: lost, no option has a majority"
        )
    }

    @Test func aReasonKeepsTheOptions() throws {
        var desk = try Desk(Self.choosing)
        desk.press("v b")
        #expect(desk.notice?.hasPrefix("Tomás Vidal has no ballot yet") == true)
        desk.press("2 b")
        desk.type("cheaper")
        desk.press("Enter")
        #expect(
            desk.meeting.openMotion?.ballots[Handle("tomas")]
                == Ballot(who: Handle("tomas"), choice: .yes, reason: "cheaper", options: ["Our cluster"]))
    }

    @Test func aTieOpensTheChairsDialogWithTheOptions() throws {
        var desk = try Desk(Self.choosing)
        for (who, what) in [("tomas", "1"), ("wen", "our"), ("bo", "Managed"), ("mei", "2, 3")] {
            desk.run("vote \(who) \(what)")
        }
        desk.run("tally")
        #expect((desk.front as? Form)?.title == "The chair decides")
        desk.press("o")
        desk.type("it is cheaper")
        desk.press("Enter")
        #expect(desk.item?.motions.first?.chosen == "Our cluster")
        #expect(desk.text.contains("RULING Our cluster"))
    }

    @Test func theDialogPutsChoicesAndPolls() throws {
        var desk = try Desk(Desk.opened + " / go 4")
        desk.press("v")
        desk.type("A | B")
        desk.press("Tab Right Enter")
        #expect(desk.meeting.openMotion?.question == .choice(["A", "B"]))
        desk.run("withdraw motion")
        #expect(desk.room.voting == nil)
        #expect(desk.notice == "motion 1 on the choice between A and B was withdrawn")
        desk.press("v Tab s Enter")
        #expect(desk.refusal == "a straw poll has no words: write some")
        desk.press("Esc")
        desk.run("motion choose")
        #expect(desk.meeting.openMotion?.question.options?.count == 7)
    }

    @Test func aTopicIsNotedByItsLetter() throws {
        var desk = try Desk(Desk.opened + " / go 4")
        desk.press("d n Enter")
        #expect(desk.item?.decision?.verdict == .noted)
    }

    @Test(arguments: [200, 120, 80, 60])
    func aChoiceIsShownAtEverySize(columns: Int) throws {
        var desk = try Desk(Self.choosing + " / vote wen 1, 2 / vote bo 2", size: Size(rows: 24, columns: columns))
        desk.press("v")
        #expect(desk.text.contains("Our cluster"))
        desk.press("Esc p")
        // On wide screens the letters are drawn.
        let rows = (0..<desk.grid.rows).map { desk.row($0).trimmed }
        #expect(rows.contains { $0.hasPrefix("2 Our cluster") && $0.hasSuffix(" 2") } || columns > 80)
    }

    /// Words that are too long for letters stand over bars, between the digit and the votes in letters; a ballot moves
    /// nothing.
    @Test func longOptionsStandOverBars() throws {
        let long = " / motion choose Managed service with our own retrieval index, and a team for it | Our own cluster"
        var desk = try Desk(Desk.opened + " / go 4" + long + " / vote bo 2", size: Size(rows: 40, columns: 120))
        desk.press("p v")
        func row(of words: String) throws -> Int {
            try #require((0..<desk.grid.rows).first { desk.row($0).contains(words) })
        }
        let before = (try row(of: "Managed service"), try row(of: "Our own cluster"))
        #expect(desk.row(before.0 + 1).contains("····") && !desk.row(before.0 + 1).contains("██"))
        #expect(desk.row(before.1 + 1).contains("███"))
        desk.press("1 Space")
        #expect(before == (try row(of: "Managed service"), try row(of: "Our own cluster")))
        #expect(desk.row(before.0 + 1).contains("███"))
    }
}
