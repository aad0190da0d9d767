import Council
import Screen
import Testing

@testable import Room

/// Who put a motion is said in its dialog, and costs nobody a key who does not say it.
@Suite struct MotionFormTests {
    @Test(arguments: [Size(rows: 40, columns: 120), Size(rows: 24, columns: 80)])
    func moverAndSecondAreNamedInTheDialog(size: Size) throws {
        var desk = try Desk(Desk.opened, size: size)
        desk.press("m Tab Tab w e Enter b o Enter")
        #expect(desk.meeting.openMotion?.question == .proposal)
        #expect(desk.meeting.openMotion?.by == Handle("wen") && desk.meeting.openMotion?.second == Handle("bo"))
        #expect(desk.text.contains("moved by Wen Li"))
    }

    @Test func whoNamesNobodyPressesNoKeyMore() throws {
        var desk = try Desk(Desk.opened)
        desk.press("m Enter")
        #expect(desk.meeting.openMotion?.question == .proposal && desk.meeting.openMotion?.by == nil)
    }

    @Test(arguments: [("", Question.text("Shall we?")), ("s", .poll("Shall we?"))])
    func aTopicsMotionHasAMoverToo(kind: String, question: Question) throws {
        var desk = try Desk(Desk.opened + " / go 4")
        desk.press("m")
        desk.type("Shall we?")
        desk.press("Tab")
        desk.type(kind)
        desk.press("Tab @ r a j Enter")
        #expect(desk.meeting.openMotion?.question == question && desk.meeting.openMotion?.by == Handle("raj"))
        #expect(desk.meeting.openMotion?.second == nil)
    }

    /// A mistake is said before the motion is put, and nothing that was typed is lost.
    @Test func whoCantMoveIsRefusedInTheDialog() throws {
        var desk = try Desk(Desk.opened + " / roll wen absent / roll lena present")
        desk.press("m Tab Tab w e n Enter")
        #expect(desk.refusal == "Wen Li is not in the room: `roll wen present` or `roll wen remote` first")
        desk.press("Ctrl-U l e n a Enter")
        #expect(desk.refusal?.hasPrefix("Lena Ortiz has no seat on the council and can't move a motion") == true)
        desk.press("Ctrl-U b o Tab b o Enter")
        #expect(desk.refusal == "Bo Håkansson can't second their own motion: name somebody else, or nobody")
        desk.press("Ctrl-U Enter")
        #expect(desk.meeting.openMotion?.by == Handle("bo") && desk.meeting.openMotion?.second == nil)
    }

    @Test func membersAreOffered() throws {
        var desk = try Desk(Desk.opened)
        desk.press("m Tab Tab l")
        let offered = (desk.front as? Form)?.candidates?.list.map(\.text) ?? []
        #expect(offered.contains("wen") && !offered.contains("lena"), "\(offered)")
    }
}
