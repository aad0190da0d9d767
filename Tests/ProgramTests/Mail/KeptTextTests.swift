import Foundation
import Ledger
import Testing

@testable import Minutes
@testable import mlreview

/// The record keeps what was written, to the byte, and nothing that was not.
@Suite struct KeptTextTests {
    @Test func whatWasNotWrittenIsNotKeptAsWritten() throws {
        let meeting = try ClosedMeeting()
        try Data("mine".utf8).write(to: meeting.path("minutes.md"))
        try meeting.type(["reopen because a slip", "close"])
        #expect(try meeting.text("minutes.md") == "mine")
        let kept = try meeting.record().outputs(of: meeting.day, revision: 2).map(\.name)
        #expect(kept.contains("minutes.html"))
        #expect(!kept.contains("minutes.md"))
    }

    /// A program that is killed in between has to know both for its own.
    @Test func aTextThatOnlyRecomposesItsLettersIsAnotherText() {
        let known = KnownTexts([Output(revision: 1, name: "minutes.md", text: "\u{E9}")], unsettled: [])
        #expect(known.isLast(Minutes.Document(.markdown, revision: 1, text: "\u{E9}")))
        #expect(!known.isLast(Minutes.Document(.markdown, revision: 1, text: "e\u{301}")))
    }
}
