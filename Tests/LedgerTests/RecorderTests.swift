import Council
import Foundation
import Testing

@testable import Ledger

@Suite struct RecorderTests {
    private let diskFull = Samples.full

    private func recorder(_ writer: any RecordWriter, waiting first: Int = 3_600_000) throws -> Recorder {
        try Recorder(writer, of: Samples.day, backoff: Backoff(first: first, longest: first))
    }

    private func append(_ number: Int, clearing key: DraftKey? = nil) -> RecorderJob {
        .append(Samples.entries([Samples.note(number)], from: number), of: Samples.submission, clearingDraft: key)
    }

    private func recorded(_ number: Int) -> RecorderEvent {
        .recorded(Samples.entries([Samples.note(number)], from: number))
    }

    /// Collects events as a main loop does, until there are so many.
    private func events(_ count: Int, from recorder: Recorder) -> [RecorderEvent] {
        var events: [RecorderEvent] = []
        while events.count < count, becomesReadable(recorder.wakeDescriptor) { events += recorder.take().events }
        return events
    }

    @Test func writesInOrder() throws {
        let writer = FaultyWriter()
        let recorder = try recorder(writer)
        for number in 1...50 { recorder.submit(append(number)) }
        #expect(events(50, from: recorder) == (1...50).map(recorded))
        #expect(writer.calls == (1...50).map { "append \($0)" })
        #expect(recorder.pendingCount == 0)
        #expect(!isReadable(recorder.wakeDescriptor))
    }

    @Test func keepsWhatFailsAndRecoversInOrder() throws {
        let writer = FaultyWriter()
        writer.breakDown(diskFull)
        let recorder = try recorder(writer)
        recorder.submit(append(1))
        #expect(events(1, from: recorder) == [.failed(diskFull, pending: 1)])
        recorder.submit(append(2))
        recorder.submit(.saveOutputs([Output(revision: 1, name: "minutes.md", text: "")]))
        #expect(recorder.pendingCount == 3)
        recorder.retryNow()
        #expect(events(1, from: recorder) == [.failed(diskFull, pending: 3)])

        writer.breakDown(nil)
        recorder.retryNow()
        #expect(events(4, from: recorder) == [.recovered, recorded(1), recorded(2), .outputsSaved])
        #expect(writer.calls == ["!append 1", "!append 1", "append 1", "append 2", "minutes.md"])
    }

    @Test func triesAgainByItselfAndComplainsOnce() throws {
        let writer = FaultyWriter()
        writer.fail(with: diskFull, diskFull, diskFull)
        let recorder = try recorder(writer, waiting: 0)
        recorder.submit(append(1))
        #expect(events(3, from: recorder) == [.failed(diskFull, pending: 1), .recovered, recorded(1)])
        #expect(writer.calls == ["!append 1", "!append 1", "!append 1", "append 1"])
    }

    @Test func waitsLongerFromFailureToFailure() {
        #expect((1...5).map(Backoff().wait) == [1000, 2000, 4000, 5000, 5000])
        #expect(Backoff().wait(after: 1000) == 5000)
    }

    @Test func laterDraftTakesThePlaceOfAWaitingOne() throws {
        let writer = FaultyWriter(waits: true)
        let recorder = try recorder(writer)
        recorder.submit(append(1))
        writer.awaitWrite()
        for text in ["f", "fe", "fea"] { recorder.submit(.saveDraft("note", text: text)) }
        recorder.submit(.saveDraft("decide", text: "because"))
        recorder.submit(append(2))
        recorder.submit(.saveDraft("note", text: "feature"))
        #expect(recorder.pendingCount == 4)
        writer.let(4)
        #expect(recorder.flush(timeout: 20))
        #expect(writer.calls == ["append 1", "note: feature", "decide: because", "append 2"])
    }

    @Test func draftBeingWrittenIsNotReplaced() throws {
        let writer = FaultyWriter(waits: true)
        let recorder = try recorder(writer)
        recorder.submit(.saveDraft("note", text: "f"))
        writer.awaitWrite()
        recorder.submit(.saveDraft("note", text: "fe"))
        writer.let(2)
        #expect(events(2, from: recorder) == [.draftSaved("note"), .draftSaved("note")])
        #expect(writer.calls == ["note: f", "note: fe"])
    }

    @Test func nextDraftIsNotClearedWithTheOneBefore() throws {
        let writer = FaultyWriter(waits: true)
        let recorder = try recorder(writer)
        recorder.submit(append(1))
        writer.awaitWrite()
        recorder.submit(.saveDraft("note", text: "first"))
        recorder.submit(append(2, clearing: "note"))
        recorder.submit(.saveDraft("note", text: "second"))
        recorder.submit(.clearDraft("note"))
        recorder.submit(.saveDraft("note", text: "third"))
        writer.let(6)
        #expect(recorder.flush(timeout: 20))
        #expect(
            writer.calls == [
                "append 1", "note: first", "append 2 clearing note", "note: second", "clear note", "note: third",
            ])
    }

    /// What waits behind it is considered anew when it is its turn.
    @Test func handsBackWhatCanNeverBeRecorded() throws {
        let writer = FaultyWriter(waits: true)
        let unwritable = LedgerError.unwritable(reason: "it has no form")
        writer.fail(with: unwritable)
        let recorder = try recorder(writer)
        recorder.submit(append(1))
        writer.awaitWrite()
        recorder.submit(.saveDraft("note", text: "fe"))
        recorder.submit(append(2))
        writer.let(3)
        #expect(
            events(3, from: recorder) == [.refused(unwritable, append(1)), .draftSaved("note"), recorded(2)])
        #expect(recorder.flush(timeout: 20))
        #expect(writer.calls == ["!append 1", "note: fe", "append 2"])
    }

    @Test func askingDuringAnAttemptThatFailsIsNotLost() throws {
        let writer = FaultyWriter(waits: true)
        writer.fail(with: diskFull)
        let recorder = try recorder(writer)
        recorder.submit(append(1))
        writer.awaitWrite()
        recorder.retryNow()
        writer.let(2)
        #expect(events(3, from: recorder) == [.failed(diskFull, pending: 1), .recovered, recorded(1)])
    }

    @Test func flushSaysWhatIsNotOnDisk() throws {
        let writer = FaultyWriter()
        writer.breakDown(diskFull)
        let recorder = try recorder(writer)
        recorder.submit(append(1))
        #expect(!recorder.flush(timeout: 0))
        #expect(recorder.pendingCount == 1)
        _ = events(1, from: recorder)
        writer.breakDown(nil)
        #expect(recorder.flush(timeout: 20))
        #expect(recorder.pendingCount == 0)
    }

    @Test(arguments: LedgerMaker.all) func holdsTheLeaseAsLongAsItLives(maker: LedgerMaker) throws {
        let place = try maker.make()
        let ledger = try place.connect()
        var recorder: Recorder? = try Recorder(ledger.session())
        #expect(recorder?.date == Samples.day)
        #expect(try ledger.lease() == nil)
        withExtendedLifetime(recorder) {}
        recorder = nil
        #expect(try ledger.lease() != nil)
    }
}
