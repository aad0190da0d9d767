import Council
import Foundation
import Testing

@testable import Record

/// The kernel's locks belong to open files, so that two leases in one process stand for two terminals.
@Suite struct LeaseTests {
    private func take(_ record: MeetingRecord, _ date: CalendarDay = Samples.day) throws -> WriterLease? {
        guard case .held(let lease) = try record.takeLease(for: date, at: Samples.moment) else { return nil }
        return lease
    }

    @Test func oneTerminalWritesAtATime() throws {
        let folder = try TemporaryFolder()
        let (first, second) = (try MeetingRecord(folder: folder.path), try MeetingRecord(folder: folder.path))
        let lease = try #require(try take(first))
        guard case .taken(let holder) = try second.takeLease(for: Samples.day, at: Samples.moment) else {
            Issue.record("two leases on one meeting")
            return
        }
        #expect(holder?.process == getpid())
        #expect(holder?.description.hasPrefix("process \(getpid()) ") == true)
        #expect(try take(second, Samples.day("2026-12-02")) != nil)
        lease.release()
        #expect(try take(second) != nil)
    }

    @Test func leaseEndsWithItsLastUser() throws {
        let folder = try TemporaryFolder()
        let record = try MeetingRecord(folder: folder.path)
        var lease = try take(record)
        #expect(try take(record) == nil)
        withExtendedLifetime(lease) {}
        lease = nil
        #expect(try take(record) != nil)
    }

    @Test func fileLeftBehindIsNoLease() throws {
        let folder = try TemporaryFolder()
        let record = try MeetingRecord(folder: folder.path)
        try folder.write(Data(#"{"process":1,"host":"elsewhere","since":0}"#.utf8), to: ".mlreview/2026-11-25.lock")
        #expect(try take(record) != nil)
    }

    @Test func namesInTheFileCannotDriveTheTerminal() {
        let holder = LeaseHolder(process: 4711, host: "room\u{1B}[2J", terminal: "/dev/pts/3\n", since: Samples.moment)
        #expect(holder.description == "process 4711 at /dev/pts/3 on room[2J")
    }

    @Test func rehearsalNeedsNobodysLeave() throws {
        let record = try MeetingRecord.inMemory()
        #expect(try take(record) != nil)
        #expect(try record.watch() == nil)
    }

    @Test func followerWakesForWhatIsRecorded() throws {
        let folder = try TemporaryFolder()
        let writer = try MeetingRecord(folder: folder.path)
        let follower = try MeetingRecord(reading: folder.path)
        let watch = try #require(try follower.watch())
        #expect(!isReadable(watch.descriptor))

        try writer.append(.opened)
        #expect(becomesReadable(watch.descriptor))
        #expect(watch.acknowledge())
        #expect(!isReadable(watch.descriptor))
        #expect(try follower.entries(of: Samples.day).count == 1)
        #expect(!isReadable(watch.descriptor), "reading wakes nobody")
    }

    @Test func followerWakesWhenTheWriterLeavesAndNotWhenAnotherAsksInVain() throws {
        let folder = try TemporaryFolder()
        let record = try MeetingRecord(folder: folder.path)
        let lease = try #require(try take(record))
        let watch = try #require(try record.watch())
        #expect(try take(record) == nil)
        #expect(!isReadable(watch.descriptor))
        lease.release()
        #expect(becomesReadable(watch.descriptor))
        #expect(try take(record) != nil)
    }
}
