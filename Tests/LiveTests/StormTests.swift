import Council
import Foundation
import Ledger
import Testing

@testable import Live

@Suite struct StormTests {
    /// `COUNCIL_STORM=1` runs it at the size of a large council, with ten thousand acts.
    private var size: Storm.Size {
        ProcessInfo.processInfo.environment["COUNCIL_STORM"] == nil
            ? Storm.Size(members: 5, scribes: 2, readers: 4, acts: 300)
            : Storm.Size(members: 15, scribes: 2, readers: 30, acts: 10_000)
    }

    @Test func nothingIsLostOrDoubledWhileLinesAreCutAndHostsGo() throws {
        let ledger = MemoryLedger()
        let meeting = try HostedMeeting(roster: size.roster, ledger: ledger)
        for scribe in size.scribeHandles {
            try meeting.record(.roll(who: scribe, presence: .present))
            try meeting.record(.scribe(who: scribe))
        }
        // So that there is something to vote on from the first moment, however the terminals take turns.
        try meeting.record(.motion(.text("At first?")))
        let storm = try Storm(size, at: meeting.socket)
        let report = try storm.run(kills: 5) {
            meeting.stop()
            try meeting.goOn()
        } log: {
            try ledger.entries(of: HostedMeeting.day)
        }
        print(report)
        #expect(report.entries + report.givenBack.count >= size.acts && report.cuts > 0 && report.votes > 0)
        #expect(report.lost == 0 && report.doubled == 0 && report.foreign == 0 && report.unwanted == 0)
        #expect(report.different.isEmpty)
    }
}
