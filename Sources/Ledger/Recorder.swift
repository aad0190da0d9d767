import Council
import Dispatch
import Foundation
import Synchronization
import Host

/// Writes the acts of one meeting off the typing path.
///
/// Jobs are written one after another, in the order in which they were submitted. A job that can't be written is kept,
/// and tried again until it can: nothing is dropped, and no act passes another. Events wait in an inbox;
/// `wakeDescriptor` becomes readable, for `poll(2)`, when there are any. With nothing to write it sleeps.
public final class Recorder: Sendable {
    public let date: CalendarDay
    private let writer: any RecordWriter
    private let backoff: Backoff
    private let queue = DispatchQueue(label: "recorder", qos: .userInitiated)
    /// Has one member for each job that waits.
    private let unwritten = DispatchGroup()
    private let wake: SelfPipe
    private let state = Mutex(RecorderState())

    /// How often a record at rest is looked at: a loss shows within two seconds.
    private static let watchInterval = DispatchTimeInterval.milliseconds(1500)

    /// A recorder of the session's meeting.
    public convenience init(_ session: Session) throws(LedgerError) {
        try self.init(session, of: session.date)
    }

    /// - Parameter writer: the session, or something in front of it.
    public init(_ writer: any RecordWriter, of date: CalendarDay, backoff: Backoff = Backoff()) throws(LedgerError) {
        self.writer = writer
        self.backoff = backoff
        self.date = date
        do {
            wake = try SelfPipe()
        } catch {
            throw .failed("a pipe", reason: error.description)
        }
        watch()
    }

    /// Looks again and again whether the record is still there, while nothing is written.
    private func watch() {
        queue.asyncAfter(deadline: .now() + Self.watchInterval) { [weak self] in
            guard let self else { return }
            if self.state.withLock({ $0.isResting }) { self.submit(.check) }
            self.watch()
        }
    }

    deinit {
        for _ in state.withLock({ $0.pending }) { unwritten.leave() }
    }

    /// Readable while events wait; closed with the recorder.
    public var wakeDescriptor: Int32 { wake.descriptor }

    /// How many jobs are not on disk yet.
    public var pendingCount: Int { state.withLock { $0.pending.count { $0 != .check } } }

    /// The submissions that are not on disk yet.
    public var pendingSubmissions: [Submission] { state.withLock { $0.pending.compactMap(\.submission) } }

    /// Gives a job to be written, and does not wait for it.
    ///
    /// A draft that waits is replaced by a later one of its kind.
    public func submit(_ job: RecorderJob) {
        let (isToStart, isToBeSetAside) = state.withLock { state in
            // Entered before anybody can write the job and leave.
            if state.add(job) { unwritten.enter() }
            return (state.start(), state.isWaiting)
        }
        if isToStart { queue.async { self.work() } }
        if isToBeSetAside { queue.async { self.setAside() } }
    }

    /// Tries the job that failed at once, as a person asks who has made room on the disk.
    public func retryNow() {
        if state.withLock({ $0.startAgain() }) { queue.async { self.work() } }
    }

    /// The events since the last call, and the submissions that waited when they were fetched, both oldest first.
    public func take() -> (events: [RecorderEvent], pending: [Submission]) {
        state.withLock { state in
            wake.lower()
            return (state.takeEvents(), state.pending.compactMap(\.submission))
        }
    }

    /// Waits until everything is on disk, at most `timeout` seconds; a job that has failed is tried again first.
    ///
    /// - Returns: whether nothing waits any longer.
    public func flush(timeout: TimeInterval) -> Bool {
        // The acts that were recorded must still be there.
        submit(.check)
        retryNow()
        guard unwritten.wait(timeout: .now() + timeout) == .success else { return false }
        // The block that wrote the last job lets go of the recorder, and so of the lease, before this returns.
        queue.sync {}
        return true
    }

    /// Has what waits behind a job that failed kept elsewhere, as far as the writer can.
    private func setAside() {
        for submission in state.withLock({ $0.behindTheFirst }) where writer.setAside(submission) {
            state.withLock { state in
                state.dropBehindTheFirst(submission)
                wake.raise()
            }
            unwritten.leave()
        }
    }

    /// Writes jobs until none is left, or one fails.
    private func work() { AlternateStack.during(writeJobs) }

    private func writeJobs() {
        while let job = state.withLock({ $0.next() }) {
            do {
                let event = try job.write(to: writer, date: date)
                // Within the lock, so that no call is heard for events that were fetched already.
                state.withLock { state in
                    if state.finish(with: event) { wake.raise() }
                }
                unwritten.leave()
            } catch let error where job.isMove {
                // The jobs that wait for the present place go on waiting.
                state.withLock { state in
                    state.drop(with: .notMoved(error))
                    wake.raise()
                }
                unwritten.leave()
            } catch let error where error.isFinal {
                state.withLock { state in
                    state.refuse(job, for: error)
                    wake.raise()
                }
                unwritten.leave()
            } catch {
                let failure = state.withLock { state in
                    defer { wake.raise() }
                    return state.fail(with: error)
                }
                guard let (attempt, failures) = failure else { continue }
                setAside()
                queue.asyncAfter(deadline: .now() + .milliseconds(backoff.wait(after: failures))) { [weak self] in
                    guard let self, self.state.withLock({ $0.startAgain(after: attempt) }) else { return }
                    self.work()
                }
                return
            }
        }
    }
}
