import Council

/// The jobs that a `Recorder` has still to do, and the events that nobody has taken yet.
struct RecorderState {
    /// In order; while one is being written it is the first.
    private(set) var pending: [RecorderJob] = []
    private var events: [RecorderEvent] = []
    private var phase = Phase.resting
    private var failures = 0
    private var lastFailure: RecorderEvent?
    /// Counts the failures ever, so that a timer knows whether it is about the last one.
    private var attempt = 0
    /// Somebody asked for another attempt while one was under way, which may yet fail for an old reason.
    private var isRetryWanted = false

    private enum Phase {
        case resting
        case working
        /// The first job has failed and waits for its time.
        case waiting
    }

    /// Adds a job, or puts a draft in the place of an earlier one; true if there is one job more.
    mutating func add(_ job: RecorderJob) -> Bool {
        // One check at the end covers all writes before it.
        if job == .check, pending.last == .check, pending.count > 1 || phase != .working { return false }
        if case .saveDraft(let key, _) = job, let place = replaceableDraft(key) {
            pending[place] = job
            return false
        }
        pending.append(job)
        return true
    }

    /// The waiting draft with a key, if nothing after it changes the same draft, and it is not being written.
    private func replaceableDraft(_ key: DraftKey) -> Int? {
        guard let place = pending.lastIndex(where: { $0.draftKey == key }), case .saveDraft = pending[place],
            place > 0 || phase != .working
        else { return nil }
        return place
    }

    /// Whether somebody has to begin writing.
    mutating func start() -> Bool {
        guard phase == .resting, !pending.isEmpty else { return false }
        phase = .working
        return true
    }

    /// Whether somebody has to try the failed job again, now that the wait after failure `attempt` is over.
    mutating func startAgain(after attempt: Int) -> Bool {
        guard phase == .waiting, attempt == self.attempt else { return false }
        phase = .working
        return true
    }

    /// Whether somebody has to try the failed job again, now that a person asks.
    mutating func startAgain() -> Bool {
        isRetryWanted = phase == .working
        return startAgain(after: attempt)
    }

    /// The job to be written now. A move comes first: the others may be waiting for nothing else.
    mutating func next() -> RecorderJob? {
        if let place = pending.firstIndex(where: \.isMove), place > 0 {
            pending.insert(pending.remove(at: place), at: 0)
        }
        guard let job = pending.first else {
            phase = .resting
            isRetryWanted = false
            return nil
        }
        return job
    }

    /// Whether nothing is being written, and nothing waits to be.
    var isResting: Bool { phase == .resting && pending.isEmpty }

    /// Whether the first job has failed, and waits to be tried again.
    var isWaiting: Bool { phase == .waiting }

    /// The submissions behind a first job that has failed; none while jobs are being written.
    var behindTheFirst: [Submission] { isWaiting ? pending.dropFirst().compactMap(\.submission) : [] }

    /// Takes out a submission that is kept elsewhere.
    mutating func dropBehindTheFirst(_ submission: Submission) {
        guard let place = pending.dropFirst().firstIndex(where: { $0.submission == submission }) else { return }
        pending.remove(at: place)
        events.append(.kept(submission))
    }

    /// - Returns: whether there is something to say.
    mutating func finish(with event: RecorderEvent?) -> Bool {
        pending.removeFirst()
        recover()
        if let event { events.append(event) }
        return !events.isEmpty
    }

    /// Takes out a job that failed and is not tried again.
    mutating func drop(with event: RecorderEvent) {
        pending.removeFirst()
        events.append(event)
    }

    /// Takes out the job that can never be written; those behind it are considered anew when it is their turn.
    mutating func refuse(_ job: RecorderJob, for error: LedgerError) {
        pending.removeFirst()
        recover()
        events.append(.refused(error, job))
    }

    /// - Returns: the number of this failure, and how many there were in a row; nil if the next attempt is due now.
    mutating func fail(with error: LedgerError) -> (attempt: Int, failures: Int)? {
        attempt += 1
        failures += 1
        let event = RecorderEvent.failed(error, pending: pending.count { $0 != .check })
        if event != lastFailure { events.append(event) }
        lastFailure = event
        if isRetryWanted {
            isRetryWanted = false
            return nil
        }
        phase = .waiting
        return (attempt, failures)
    }

    private mutating func recover() {
        if failures > 0 { events.append(.recovered) }
        failures = 0
        lastFailure = nil
    }

    mutating func takeEvents() -> [RecorderEvent] {
        defer { events = [] }
        return events
    }
}

/// How long a `Recorder` waits before it tries again.
public struct Backoff: Sendable {
    /// Milliseconds before the first further attempt; twice as many before each one after it.
    let first: Int
    /// Milliseconds at most.
    let longest: Int

    public init(first: Int = 1000, longest: Int = 5000) {
        (self.first, self.longest) = (first, longest)
    }

    /// Milliseconds to wait after so many failures in a row.
    func wait(after failures: Int) -> Int {
        min(longest, first << min(max(0, failures - 1), 10))
    }
}
