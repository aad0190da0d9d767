import Council
import Foundation
import Testing

@testable import mlreview

/// Searching in the program itself.
@Suite struct RoomSearchTests {
    @Test func whatIsTypedIsLookedUpOnAnotherThread() throws {
        let past = try SearchedFolder(meetings: 1)
        let scribe = try Scribe(past.folder)
        scribe.press("S")
        scribe.type("geofence")
        scribe.see("1 text")
        #expect(scribe.sees("2026-11-25 · fraud-ring-graph · concern 2 of Tomás Vidal"))
        scribe.press("Enter")
        scribe.see("fraud-ring-graph, at the meeting of Wed 25 Nov 2026")
        #expect(scribe.sees("concern 2 of Tomás Vidal: The geofence drifts at night."))
        scribe.press("Esc Esc")
        #expect(!scribe.sees("Search"))
    }
}
