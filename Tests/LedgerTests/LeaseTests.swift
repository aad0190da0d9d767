import Council
import Foundation
import Testing

@testable import Ledger

/// Who may record, and who hears of it. Two leases in one process stand for two terminals.
@Suite struct LeaseTests {
    @Test(arguments: LedgerMaker.all) func oneTerminalWritesAtATime(maker: LedgerMaker) throws {
        let place = try maker.make()
        let (first, second) = (try place.connect(), try place.connect())
        let lease = try #require(try first.lease())
        #expect(lease.isInForce)
        guard case .taken(let holder) = try second.takeLease(for: Samples.day, at: Samples.moment) else {
            Issue.record("two leases on one meeting")
            return
        }
        #expect(holder?.process == getpid())
        #expect(holder?.description.hasPrefix("process \(getpid()) ") == true)
        #expect(try second.lease(on: Samples.day("2026-12-02")) != nil)
        #expect(!second.isLeaseFree(for: Samples.day))
        lease.release()
        #expect(second.isLeaseFree(for: Samples.day))
        #expect(try second.lease() != nil)
    }

    @Test(arguments: LedgerMaker.all) func aLeaseEndsWithItsLastUser(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        #expect(!ledger.isLeaseFree(for: Samples.day), "nobody ever had it")
        var lease = try ledger.lease()
        #expect(try ledger.lease() == nil)
        withExtendedLifetime(lease) {}
        lease = nil
        #expect(ledger.isLeaseFree(for: Samples.day))
        #expect(try ledger.lease() != nil)
    }

    @Test func namesInTheFileCannotDriveTheTerminal() {
        let holder = LeaseHolder(process: 4711, host: "room\u{1B}[2J", terminal: "/dev/pts/3\n", since: Samples.moment)
        #expect(holder.description == "process 4711 at /dev/pts/3 on room[2J")
    }

    // MARK: Following

    @Test(arguments: LedgerMaker.all) func aFollowerWakesForWhatIsRecorded(maker: LedgerMaker) throws {
        let place = try maker.make()
        let (writer, follower) = (try place.connect(), try place.connect())
        let watch = try #require(try follower.watch())
        #expect(!isReadable(watch.descriptor))

        try writer.append(.opened)
        #expect(becomesReadable(watch.descriptor))
        #expect(watch.acknowledge())
        #expect(!isReadable(watch.descriptor))
        #expect(!watch.acknowledge())
        #expect(try follower.entries(of: Samples.day).count == 1)
        #expect(!isReadable(watch.descriptor), "reading wakes nobody")
    }

    @Test(arguments: LedgerMaker.all)
    func aFollowerWakesWhenTheWriterLeavesAndNotWhenAnotherAsksInVain(maker: LedgerMaker) throws {
        let place = try maker.make()
        let (writer, follower) = (try place.connect(), try place.connect())
        let lease = try #require(try writer.lease())
        let watch = try #require(try follower.watch())
        #expect(try follower.lease() == nil)
        #expect(!isReadable(watch.descriptor))
        lease.release()
        #expect(becomesReadable(watch.descriptor))
        #expect(try follower.lease() != nil)
    }
}
