import Foundation
import Testing

@testable import Council

/// What closing finds open, and what an item keeps.
@Suite struct ClosingTests {
    @Test("What is left open is listed, and never in the way")
    func gaps() throws {
        var review = try Review(
            "simple of cast", present: 5,
            """
            note concern: Three cities are few / note @lena A / note @ghost B / note @tomas C / action Write it down / \
            action @tomas by 2026-12-02 Ask / action Send it / done 3 / motion / vote tomas yes / vote wen no / tally / \
            go 3 / decide approve
            """)
        #expect(
            review.meeting.gaps.map(\.sentence) == [
                "item 1, Dispatch by predicted prep time: the chair has not ruled",
                "item 1, Dispatch by predicted prep time: no decision",
                "item 1, Dispatch by predicted prep time: concern 1 is open: Three cities are few",
                "item 2, A draft: no decision",
                "action 1 has no owner and no date: Write it down",
                "Lena Ortiz spoke and is not on the roll",
                "ghost spoke and is neither on the roll nor on the roster",
            ])
        let gaps = review.meeting.gaps
        #expect(
            review.refusal(of: "close")
                == "item 1 (Dispatch by predicted prep time), item 2 (A draft), action 1 and the roll are left open: "
                + "`close anyway` closes all the same")
        try review.type("close anyway")
        #expect(review.meeting.phase == .closed)
        #expect(review.meeting.gapsAtClose == gaps)
    }

    @Test("A private note leaves no trace in what closing lists, nor does a note that was struck")
    func privateNotes() throws {
        let review = try Review(
            "simple of cast", present: 5,
            "note @ghost private: Careful / note @spook concern: A / strike 2 / decide defer")
        #expect(!review.meeting.gaps.contains { $0.kind == .unknownSpeaker || $0.kind == .openConcern })
    }

    @Test("The clock of an item runs while it is before the council")
    func clock() throws {
        var review = try Review("simple of cast")
        let start = review.now
        try review.type("go 2 / go 1 / clock pause / note A / clock resume / clock add 5 / clock add -2")
        #expect(review.item.clock.used(at: start + 7) == 1 + 1 + 2)
        #expect(review.item.timeBox == 18)
        #expect(review.meeting.items[1].clock.used(at: start + 100) == 1)
        try review.type("close anyway")
        #expect(review.item.clock.used(at: start + 1000) == review.item.clock.used(at: start + 8))
    }

    @Test("A note keeps what it said before")
    func notes() throws {
        let review = try Review(
            "simple of cast", "note @lena concern: A / reword 1 B / reword 1 C / resolve 1 because D")
        let note = review.item.notes[0]
        #expect(note.text == "C")
        #expect(note.earlier == ["A", "B"])
        #expect(note.resolution?.reason == "D")
        #expect(note.speaker == Handle("lena"))
        #expect(review.item.openConcerns.isEmpty)
    }
}
