import Council
import Testing

@testable import mlreview

/// The time to save a draft is taken from a clock that nobody can set.
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
        let item = try #require(scribe.opened.journal.meeting.items.first?.id)
        #expect(try Opened.drafts(of: scribe.opened.date, in: scribe.opened.record) == [item: "one two"])
    }

    @Test func aDraftIsSavedAtOnceAndThenTwiceASecondAtMost() {
        let item = ItemID(rawValue: "prep-time")
        var keeper = DraftKeeper(saved: [:])
        let start = ContinuousClock.now
        keeper.change()
        #expect(keeper.due(at: start, drafts: { [item: "a"] }) == [item: "a"])
        keeper.change()
        #expect(keeper.due(at: start + .milliseconds(400), drafts: { [item: "ab"] }).isEmpty)
        #expect(keeper.wait(at: start + .milliseconds(400)) == .milliseconds(100))
        #expect(keeper.due(at: start + .milliseconds(500), drafts: { [item: "ab"] }) == [item: "ab"])
        #expect(keeper.wait(at: start + .milliseconds(500)) == nil)
    }

    @Test func onlyWhatChangedIsSavedAndWhatIsGoneIsCleared() {
        let (first, second) = (ItemID(rawValue: "prep-time"), ItemID(rawValue: "vector-store"))
        var keeper = DraftKeeper(saved: [nil: "from before", first: "one"])
        keeper.change()
        #expect(
            keeper.due(at: .now, drafts: { [first: "one", second: "two"] }) == [nil: "", second: "two"])
    }

    /// A note that was begun on one item is not put under another.
    @Test func aDraftBelongsToItsItem() throws {
        let scribe = try Scribe(try MeetingFolder())
        scribe.press("p p p p p p Enter n")
        scribe.type("on the first")
        scribe.press("Esc ] n")
        #expect(!scribe.sees("on the first"))
        scribe.type("on the second")
        scribe.press("Esc C")
        #expect(scribe.sees("2 unfinished notes, not in the minutes:"))
        #expect(scribe.sees("○ item 1, Fraud ring detection on the account graph"))
        scribe.press("Esc [ n")
        #expect(scribe.sees("on the first") && !scribe.sees("on the second"))
        scribe.press("Enter")
        scribe.wait(seconds: 1)
        scribe.settle()
        let second = try #require(scribe.opened.journal.meeting.items.dropFirst().first?.id)
        #expect(try Opened.drafts(of: scribe.opened.date, in: scribe.opened.record) == [second: "on the second"])
    }
}
