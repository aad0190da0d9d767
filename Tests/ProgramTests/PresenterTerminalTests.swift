import Testing

@testable import mlreview

/// `mlreview run --presenter`: the shared screen beside the scribe's.
@Suite struct PresenterTerminalTests {
    @Test func itFollowsAndLeavesTheRecordToTheScribe() throws {
        let folder = try MeetingFolder()
        // Whoever sets up the room starts the shared screen first.
        let screen = try Scribe(folder, size: .init(rows: 12, columns: 60), isPresenter: true)
        #expect(screen.sees("not opened yet"))
        let scribe = try Scribe(folder)
        #expect(scribe.opened.whyReadOnly == nil && screen.opened.whyReadOnly != nil)
        scribe.press("p p p p p p Enter ]")
        scribe.note("private: what nobody else should read")
        scribe.settle()
        screen.see("item 2 of 6")
        scribe.press("v y n")
        scribe.settle()
        screen.see("vote 1, open")
        #expect(screen.sees("✓ yes") && screen.sees("✗ no"), "\(screen.screen)")
        for part in ["nobody else", "following", "Tab"] { #expect(!screen.sees(part), "\(part)") }
    }

    @Test func oneKeyLeavesItForTheFollowersView() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder)
        scribe.press("p p p p p p Enter")
        scribe.settle()
        let screen = try Scribe(folder, isPresenter: true)
        screen.press("n")
        #expect(screen.opened.whyReadOnly != nil && !screen.sees("NOTES"))
        screen.press("p")
        #expect(screen.sees("following, read-only") && screen.sees("NOTES"))
        #expect(screen.sees("note does nothing in the presenter view"))
    }

    @Test func aRehearsalOfItRecordsNothing() throws {
        let folder = try MeetingFolder()
        let screen = try Scribe(folder, rehearsing: true, isPresenter: true)
        screen.press("Esc p")
        #expect(screen.opened.whyReadOnly == nil && screen.sees("rehearsal"))
    }
}
