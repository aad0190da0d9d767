import Council
import Testing

@testable import Room

/// What the room does most often, with the keys that it takes. Text that is typed is not counted.
@Suite struct KeyCountTests {
    /// Presses keys, of which there are so many at most.
    private func press(_ keys: String, atMost count: Int, on desk: inout Desk) {
        #expect(keys.split(separator: " ").count <= count, "\(keys)")
        desk.press(keys)
    }

    /// Seven members and thirteen practitioners, some of whom were not there last time.
    private static func manyPeople(without missing: Set<String> = ["bo"]) -> (docket: Docket, library: Message) {
        let guests = (1...11).map {
            Member(handle: Handle("p\($0)"), name: "Person Number\($0)", discipline: .engineering)
        }
        let roster = Roster(
            name: TestHall.roster.name, chair: TestHall.roster.chair, members: TestHall.roster.members,
            practitioners: TestHall.roster.practitioners + guests)
        var held = HeldMeeting(date: CalendarDay("2026-11-18")!)
        held.attended = Dictionary(
            uniqueKeysWithValues: roster.everybody.map(\.handle).filter { !missing.contains($0.rawValue) }.map {
                ($0, .present)
            })
        let library = Library(roster: roster, drafts: [], history: [held])
        return (TestHall.docket(roster: roster), .library(.success(LibraryReading(library, today: TestHall.day))))
    }

    @Test func aRollOfTwentyTakesFiveKeys() throws {
        let (docket, library) = Self.manyPeople(without: ["bo", "p7"])
        var desk = try Desk(docket: docket)
        desk.send(library)
        // Everybody as last time; of the two who were not there, one is remote today, and one sits far down the roll.
        press("A r / 7 Enter", atMost: 5, on: &desk)
        #expect(desk.meeting.roster.everybody.count == 20)
        #expect(desk.meeting.roster.everybody.allSatisfy { desk.meeting.isInRoom($0.handle) })
        #expect(desk.meeting.presence(of: Handle("bo")) == .remote)
    }

    @Test func aRollOfTwentyAndTheCallToOrderTakeThree() throws {
        let (docket, library) = Self.manyPeople()
        var desk = try Desk(docket: docket)
        desk.send(library)
        press("A p Enter", atMost: 3, on: &desk)
        #expect(desk.meeting.phase == .inSession && desk.meeting.presence(of: Handle("bo")) == .present)
    }

    /// The latecomer is in the room, has voted, and the vote goes on with whoever was to vote.
    @Test func aLateArrivalInAVoteTakesTwoKeys() throws {
        let six = ["priya", "tomas", "wen", "bo", "mei", "ana"].map { "roll \($0) present" }.joined(separator: " / ")
        var desk = try Desk(six + " / open / go 1")
        desk.press("v y y")
        press("l p", atMost: 2, on: &desk)
        #expect(desk.meeting.isInRoom(Handle("raj")) && desk.front is Voting)
        #expect(desk.room.voting?.highlighted == Handle("bo"))
        desk.press("y y y n Enter")
        #expect(desk.item?.motions.first?.tally?.ballots.count == 6)
    }

    /// Somebody who sits far down the roll is found by letters.
    @Test func aGuestWhoComesBackInAVoteTakesFourKeys() throws {
        var desk = try Desk(Desk.present + " / guest Kim Park / roll kim absent / open / go 1")
        desk.press("v y y")
        press("l / k Enter", atMost: 4, on: &desk)
        #expect(desk.meeting.isInRoom(Handle("kim")) && desk.front is Voting)
    }

    @Test(arguments: ["3 @ w Enter", "N @ w Enter"])
    func aWrongSpeakerTakesFourKeys(keys: String) throws {
        var desk = try Desk(Desk.opened + " / note one / note @bo two")
        press(keys, atMost: 4, on: &desk)
        #expect(desk.item?.notes.last?.speaker == Handle("wen"))
    }

    @Test(arguments: [false, true])
    func aNoteOfThreeItemsAgoTakesFiveKeysAndNobodyMoves(isVoting: Bool) throws {
        let lines = " / note first / go 2 / note second / go 3 / note third / go 4 / note fourth"
        var desk = try Desk(Desk.opened + lines + (isVoting ? " / motion Shall we?" : ""))
        if isVoting { desk.press("v") }
        press("N [ [ [ e", atMost: 5, on: &desk)
        desk.type(", better")
        desk.press("Enter")
        #expect(desk.meeting.items[0].notes.map(\.text) == ["first, better"])
        #expect(desk.item?.id == ItemID("topic-1") && (desk.meeting.openMotion != nil) == isVoting)
    }

    @Test func threeSmallItemsByConsentTakeTwoKeys() throws {
        let ready = TestHall.docketWithLane
        var bare = TestHall.bare
        bare.cost = TestHall.prepTime.cost
        bare.leads = TestHall.approvals
        bare.blocker = .production
        var proposals = ready.proposals
        proposals["bare"] = bare
        let docket = Docket(
            roster: ready.roster, agenda: ready.agenda, proposals: proposals,
            consent: Dictionary(
                uniqueKeysWithValues: ["tomas", "wen", "ana"].map { name in
                    (
                        Handle(name),
                        ["prep-time", "bare", "wide"].map {
                            ConsentWord(meeting: TestHall.day, item: ItemID($0), word: .approve, on: TestHall.day)
                        }
                    )
                }))
        var desk = try Desk(Desk.opened, docket: docket)
        desk.send(.library(.success(TestHall.library)))
        press("c a", atMost: 2, on: &desk)
        #expect(desk.meeting.items.prefix(3).allSatisfy { $0.decision?.verdict == .approve })
    }

    /// The README's meeting, line by line: each takes as many keys as it says.
    @Test func theReadmesMeeting() throws {
        let (docket, library) = Self.manyPeople()
        var desk = try Desk(docket: docket)
        desk.send(library)
        press("A p Enter", atMost: 3, on: &desk)
        press("n", atMost: 1, on: &desk)
        desk.type("@lena concern: the holdout is short")
        press("Enter", atMost: 1, on: &desk)
        #expect(desk.item?.openConcerns.count == 1)
        // Six ballots and the tally.
        press("v y n y n y n Enter", atMost: 8, on: &desk)
        // The chair's dialog has opened by itself.
        press("y", atMost: 1, on: &desk)
        desk.type("the risk is small")
        press("Enter", atMost: 1, on: &desk)
        #expect(desk.item?.motions.first?.ruling?.reason == "the risk is small")
        // The decision goes over an open concern, which is asked about once.
        press("d Enter Enter", atMost: 3, on: &desk)
        #expect(desk.item?.decision?.verdict == .approve)
        press("a", atMost: 1, on: &desk)
        desk.type("lena")
        press("Tab", atMost: 1, on: &desk)
        desk.type("friday")
        press("Tab", atMost: 1, on: &desk)
        desk.type("write the runbook")
        press("Enter", atMost: 1, on: &desk)
        #expect(desk.meeting.actions.count == 1)
        press("]", atMost: 1, on: &desk)
        #expect(desk.item?.id == ItemID("bare"))
        press("u", atMost: 1, on: &desk)
        #expect(desk.item?.id == ItemID("prep-time"))
        press("C Enter", atMost: 2, on: &desk)
        #expect(desk.meeting.phase == .closed)
    }
}
