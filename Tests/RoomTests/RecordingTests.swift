import Council
import Screen
import Testing

@testable import Room

/// The screen says recorded when the record has answered, and nothing else.
@Suite struct RecordingTests {
    private let full = "no space left on the disk"

    @Test func anActIsRecordedWhenTheRecordHasAnswered() throws {
        var desk = try Desk(Desk.opened)
        #expect(desk.row(0).contains("● recorded"))
        desk.run("note one")
        #expect(desk.room.recording == .writing(1))
        #expect(!desk.row(0).contains("● recorded"))
        desk.run("note two")
        #expect(desk.room.recording == .writing(2))
        desk.send(.recorded(1))
        #expect(desk.room.recording == .writing(1))
        desk.send(.recorded(1))
        #expect(desk.row(0).contains("● recorded"))
    }

    @Test func aFailingRecordShowsTheBannerUntilItIsMended() throws {
        var desk = try Desk(Desk.opened)
        desk.run("note one")
        desk.send(.recordingFailed(full, pending: 1))
        #expect(desk.row(0).contains("NOT RECORDED"))
        #expect(desk.text.contains("NOT RECORDED, 1 act kept here and tried again: \(full)"))
        desk.run("note two")
        #expect(desk.item?.notes.count == 2)
        #expect(desk.room.recording == .failing(full, pending: 2))
        desk.press("j k Tab")
        #expect(desk.text.contains("NOT RECORDED, 2 acts kept here and tried again: \(full)"))
        desk.send(.recorded(2))
        #expect(desk.room.recording == .recorded)
        #expect(!desk.text.contains("NOT RECORDED"))
    }

    @Test func theBannerStandsAboveDialogsToo() throws {
        var desk = try Desk(Desk.opened)
        desk.run("note one")
        desk.send(.recordingFailed(full, pending: 1))
        for size in [Size(rows: 40, columns: 120), Size(rows: 24, columns: 80), Size(rows: 12, columns: 40)] {
            desk.send(.input(.resize(size)))
            for key in ["r", "d", "C", "?"] {
                desk.press(key)
                #expect(desk.row(1).contains("NOT RECORDED"), "\(key) at \(size)")
                desk.press("Esc")
            }
        }
    }

    @Test func aDraftThatFailedLeavesNoBannerBehind() throws {
        var desk = try Desk(Desk.opened)
        desk.send(.recordingFailed(full, pending: 0))
        #expect(desk.text.contains("NOT RECORDED, all that is typed kept here and tried again: \(full)"))
        desk.send(.recorded(0))
        #expect(desk.room.recording == .recorded)
        desk.run("note one")
        desk.send(.recordingFailed(full, pending: 1))
        desk.send(.recorded(0))
        #expect(desk.room.recording == .writing(1))
    }

    @Test func whatIsTypedWhileNothingIsRecordedIsKept() throws {
        var desk = try Desk(Desk.opened)
        desk.run("note one")
        desk.send(.recordingFailed(full, pending: 1))
        desk.press("n")
        desk.type("half a")
        desk.send(.recordingFailed(full, pending: 1))
        #expect(desk.room.noteEntry?.editor.text == "half a")
    }

    // MARK: Following

    private func follower(_ lines: String = Desk.opened) throws -> Desk {
        try Desk(lines, recording: .following("process 7 on meeting-room"))
    }

    @Test func aFollowerAsksForThePlaceAndIsToldWhoHasIt() throws {
        var desk = try follower()
        #expect(desk.row(0).contains("following"))
        for ask in ["n", "]", ": o p e n Enter"] {
            desk.press(ask)
            #expect(desk.effects == [.takeLease])
            desk.send(.leaseRefused("process 7 records this meeting"))
            #expect(desk.refusal == "process 7 records this meeting")
            #expect(desk.effects == [.beep])
        }
        #expect(desk.room.layers.isEmpty)
        #expect(desk.item?.notes.isEmpty == true)
    }

    @Test func aFollowerIsNotAskedForTheRoll() throws {
        #expect(try follower("").room.layers.isEmpty)
    }

    @Test func aFollowerSeesWhatTheOtherRecords() throws {
        var desk = try follower()
        var other = try Desk(Desk.opened)
        other.run("go 2")
        other.run("note over there")
        desk.send(.followed(other.room.journal.entries))
        #expect(desk.item?.id == ItemID("bare"))
        #expect(desk.item?.notes.map(\.text) == ["over there"])
        #expect(desk.text.contains("over there"))
        #expect(desk.effects.isEmpty)
    }

    @Test func aFollowerFindsReadsAndLeaves() throws {
        var desk = try follower()
        desk.press("/ m o d e Enter")
        #expect(desk.notice?.hasPrefix("“mode”: 1 of") == true)
        desk.press("?")
        #expect(desk.front is HelpPage)
        desk.press("Esc q")
        #expect(desk.effects == [.quit])
    }

    @Test func aFollowerTakesOverWhenTheOtherHasLeft() throws {
        var desk = try follower()
        desk.send(.leaseTaken(drafts: [nil: "half a"]))
        #expect(desk.room.recording == .recorded)
        #expect(desk.notice == "the other terminal has left: this one records now; n resumes its draft")
        #expect(desk.room.draft == "half a")
        desk.run("note mine")
        #expect(desk.recorded.count == 1)
    }

    @Test func whatTookTheRecordingOverIsDoneToo() throws {
        var desk = try follower()
        desk.send(.leaseFree)
        #expect(desk.notice == "the terminal that recorded has left: the next command records here")
        desk.run("note mine")
        #expect(desk.effects.contains(.takeLease) && desk.recorded.isEmpty)
        desk.send(.leaseTaken(drafts: [:]))
        #expect(desk.recorded.count == 1 && desk.item?.notes.last?.text == "mine")
        #expect(desk.notice == "the other terminal has left: this one records now")
        var other = try follower()
        other.press("n")
        other.send(.leaseTaken(drafts: [nil: "half a"]))
        #expect((other.front as? NoteEntry)?.editor.text == "half a")
    }

    @Test func aRehearsalIsNeverCalledRecorded() throws {
        var desk = try Desk(Desk.opened, recording: .rehearsal)
        #expect(desk.row(0).contains("rehearsal"))
        desk.run("note one")
        #expect(desk.room.recording == .rehearsal)
        desk.send(.recorded(1))
        #expect(!desk.row(0).contains("● recorded"))
    }

    // MARK: Files and the world

    @Test func filesThatChangedBeforeTheMeetingAreTakenIn() throws {
        var desk = try Desk()
        desk.send(.filesChanged)
        #expect(desk.effects == [.loadFiles])
        let fewer = TestHall.docket(items: Array(TestHall.items.prefix(1)))
        desk.send(.loaded(fewer))
        #expect(desk.meeting.items.count == 1)
        #expect(desk.recorded.isEmpty)
    }

    @Test func filesThatChangedDuringTheMeetingAreTold() throws {
        var desk = try Desk(Desk.opened)
        desk.send(.filesChanged)
        #expect(desk.notice?.contains("`:reload` reads them now") == true)
        desk.run("reload")
        #expect(desk.effects.contains(.loadFiles))
        let more = TestHall.docket(roster: TestHall.rosterWithVotingChair)
        desk.send(.loaded(more))
        #expect(desk.recorded == [.docket(more)])
    }

    @Test func suspendWorksEverywhere() throws {
        var desk = try Desk(Desk.opened)
        desk.press("Ctrl-Z")
        #expect(desk.effects == [.suspend])
        desk.press("n a Ctrl-Z")
        #expect(desk.effects.last == .suspend)
        #expect(desk.room.noteEntry?.editor.text == "a")
        desk.send(.input(.resumed))
        #expect(desk.room.noteEntry?.editor.text == "a")
    }

    @Test func aSignalLeavesFromWithinANote() throws {
        var desk = try Desk(Desk.opened)
        desk.press("n a")
        desk.send(.input(.terminate(signal: 15)))
        #expect(desk.effects == [.quit])
        #expect(desk.room.draft == "a")
    }
}
