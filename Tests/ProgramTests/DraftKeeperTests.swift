import Testing

@testable import mlreview

/// A draft is saved by a clock that nobody sets.
@Suite struct DraftKeeperTests {
    @Test func aClockThatIsSetBackDelaysNoDraft() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder)
        scribe.press("p p p p p p Enter n")
        scribe.type("one")
        scribe.settle()
        scribe.clock.set(by: -3600)
        scribe.type(" two")
        scribe.wait(seconds: 0.6)
        scribe.settle()
        #expect(try scribe.opened.record.draft(Opened.noteDraft, of: scribe.opened.date) == "one two")
    }

    @Test func aDraftIsSavedAtOnceAndThenTwiceASecondAtMost() {
        var drafts = DraftKeeper(saved: "")
        let start = ContinuousClock.now
        drafts.change()
        #expect(drafts.due(at: start, text: { "a" }) == "a")
        drafts.change()
        #expect(drafts.due(at: start + .milliseconds(400), text: { "ab" }) == nil)
        #expect(drafts.wait(at: start + .milliseconds(400)) == .milliseconds(100))
        #expect(drafts.due(at: start + .milliseconds(500), text: { "ab" }) == "ab")
        #expect(drafts.wait(at: start + .milliseconds(500)) == nil)
    }
}
