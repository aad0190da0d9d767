@testable import Council
import Foundation
import Synchronization
import Testing

@testable import Ledger

/// Several write at one meeting, and there is one order: an overtaken submission is considered anew by the rules.
@Suite struct SessionTests {
    private static let acts: [Act] = [
        .docket(Samples.docket), .rolled(.init(who: "priya", presence: .present)),
        .rolled(.init(who: "tomas", presence: .present)),
        .opened, .went(.init(item: "prep-time")),
    ]

    private func place(_ maker: LedgerMaker) throws -> any LedgerPlace {
        let place = try maker.make()
        try place.connect().append(Self.acts, expecting: 1)
        return place
    }

    /// A session of its own connection; no lease keeps the others out.
    private func session(on ledger: any Ledger) throws -> Session {
        Session(ledger, lease: nil, log: try ledger.log(of: Samples.day))
    }

    private static func journal(_ session: Session) throws -> Journal {
        try #require(Journal(entries: session.entries))
    }

    private static func submit(
        _ request: Request, to session: Session, clearingDraft key: DraftKey? = nil
    ) throws -> Appended {
        let submission = Submission(request, at: Samples.moment)
        return try session.append(try journal(session).propose(submission), of: submission, clearingDraft: key)
    }

    /// Whether a submission was recorded with nothing in between. Where the ledger signs, the meeting is told anew.
    private static func isRecorded(_ answer: Appended, _ place: any LedgerPlace) -> Bool {
        switch answer {
        case .recorded: place.signer == nil
        case .rebased: place.signer != nil
        case .declined, .kept: false
        }
    }

    private static func note(_ text: String) -> Request { .note(speaker: nil, kind: .plain, text: text) }

    @Test(arguments: LedgerMaker.all) func whatIsOvertakenGoesInBehind(maker: LedgerMaker) throws {
        let place = try place(maker)
        let (first, second) = (try session(on: place.connect()), try session(on: place.connect()))
        guard Self.isRecorded(try Self.submit(Self.note("one"), to: first), place),
            case .rebased(let all) = try Self.submit(Self.note("two"), to: second)
        else {
            Issue.record("the first is not recorded, or the second is not behind it")
            return
        }
        #expect(all.entries.map(\.number) == Array(1...7))
        #expect(try Self.journal(second).meeting.current?.notes.map(\.text) == ["one", "two"])
        #expect(try Self.journal(second).meeting.current?.notes.map(\.number) == [1, 2])
    }

    @Test(arguments: LedgerMaker.all) func nothingIsRecordedBehindWhatWasForged(maker: LedgerMaker) throws {
        let place = try place(maker)
        try place.forge { $0[2][.who] = .text("wen") }
        let session = try session(on: place.connect())
        for attempt in 1...2 {
            let error = failure { () throws(LedgerError) in try session.check() }
            #expect(error?.isLoss == true, "look \(attempt)")
        }
        #expect(throws: LedgerError.self) { try Self.submit(Self.note("one"), to: session) }
        #expect(try place.connect().entries(of: Samples.day).count == Self.acts.count)
        let sentence = failure { () throws(LedgerError) in try session.check() }?.sentence ?? ""
        #expect(sentence.contains("entry 3 (") && sentence.contains("is not as it was recorded"))
        #expect(sentence.hasSuffix("`:record FOLDER` goes on in another folder, with everything so far"))
    }

    @Test(arguments: LedgerMaker.all) func aHoleAndADoubleAreNamed(maker: LedgerMaker) throws {
        let place = try place(maker)
        try place.forge { $0.remove(at: 2) }
        let ledger = try place.connect()
        let hole = failure { () throws(LedgerError) in try ledger.log(of: Samples.day) }
        #expect(hole?.sentence.contains("entry 4 of the meeting of 2026-11-25") == true)
        #expect(hole?.sentence.contains("entry 3 should be before it, and is missing") == true)
        #expect(hole?.sentence.contains("in the record at \(try place.connect().name)") == true)
    }

    /// What is missing is named, and no other program is blamed.
    @Test(arguments: LedgerMaker.all) func aHoleBehindARunningSessionIsNamed(maker: LedgerMaker) throws {
        let place = try place(maker)
        let session = try session(on: place.connect())
        _ = try Self.submit(Self.note("one"), to: session)
        let others = Samples.entries([Samples.note(2), Samples.note(3)], from: 7)
        try place.connect().append(others)
        try place.forge { $0.remove(at: 6) }
        let error = try #require(throws: LedgerError.self) { try Self.submit(Self.note("two"), to: session) }
        #expect(
            error.sentence.hasPrefix("entry 8 of the meeting of 2026-11-25 can't be read (entry 7 should be before"))
    }

    @Test(arguments: LedgerMaker.all) func whatNoLongerHoldsIsDeclined(maker: LedgerMaker) throws {
        let place = try place(maker)
        let (first, second) = (try session(on: place.connect()), try session(on: place.connect()))
        _ = try Self.submit(.motion(.proposal), to: first)
        guard case .declined(let refusal, _) = try Self.submit(.motion(.team), to: second) else {
            Issue.record("two votes are open")
            return
        }
        #expect(refusal.sentence.contains("the vote on the proposal is open"))
        #expect(try Self.journal(second).meeting.openMotion?.question == .proposal)
    }

    /// The words of a submission come back, so that nobody types them twice.
    @Test(arguments: LedgerMaker.all) func aDeclinedActComesBackWithItsRequest(maker: LedgerMaker) throws {
        let place = try place(maker)
        let (first, second) = (try session(on: place.connect()), try session(on: place.connect()))
        let recorder = try Recorder(second)
        let submission = Submission(.motion(.team), at: Samples.moment)
        let entries = try Self.journal(second).propose(submission)
        _ = try Self.submit(.motion(.proposal), to: first)
        recorder.submit(.append(entries, of: submission))
        #expect(recorder.flush(timeout: 20))
        guard case .declined(submission, let sentence, let all)? = recorder.take().events.first else {
            Issue.record("the submission did not come back")
            return
        }
        #expect(sentence.contains("the vote on the proposal is open"))
        #expect(all.entries == first.entries)
    }

    // MARK: Nothing twice

    @Test(arguments: LedgerMaker.all) func theSameSubmissionTwiceIsThereOnce(maker: LedgerMaker) throws {
        let place = try place(maker)
        let session = try session(on: place.connect())
        let submission = Submission(Self.note("once"), at: Samples.moment)
        let entries = try Self.journal(session).propose(submission)
        _ = try session.append(entries, of: submission, clearingDraft: nil)
        _ = try session.append(entries, of: submission, clearingDraft: nil)
        #expect(try Self.journal(session).meeting.current?.notes.count == 1)
        #expect(try place.connect().entries(of: Samples.day).count == 6)
    }

    /// The ledger has the submission, and others have recorded since; nobody heard of either.
    @Test(arguments: LedgerMaker.all) func aLostAnswerDoublesNothing(maker: LedgerMaker) throws {
        let place = try place(maker)
        let ledger = ForgetfulLedger(try place.connect())
        let (session, other) = (try session(on: ledger), try session(on: place.connect()))
        let submission = Submission(Self.note("once"), at: Samples.moment)
        let entries = try Self.journal(session).propose(submission)
        ledger.forgetNextAnswer()
        #expect(throws: LedgerError.self) {
            try session.append(entries, of: submission, clearingDraft: nil)
        }
        _ = try Self.submit(Self.note("theirs"), to: other)
        let answer = try session.append(entries, of: submission, clearingDraft: nil)
        guard Self.isRecorded(answer, place), place.signer != nil || answer == .recorded(entries) else {
            Issue.record("it is there as it was made")
            return
        }
        _ = try Self.submit(Self.note("next"), to: session)
        #expect(try Self.journal(session).meeting.current?.notes.map(\.text) == ["once", "theirs", "next"])
    }

    /// So it is if the submission was considered anew before its answer was lost.
    @Test(arguments: LedgerMaker.all) func aLostAnswerToASecondAttemptDoublesNothing(maker: LedgerMaker) throws {
        let place = try place(maker)
        let ledger = ForgetfulLedger(try place.connect())
        let (session, other) = (try session(on: ledger), try session(on: place.connect()))
        try ledger.setDraft("onc", as: "note", of: Samples.day)
        let submission = Submission(Self.note("once"), at: Samples.moment)
        let entries = try Self.journal(session).propose(submission)
        _ = try Self.submit(Self.note("theirs"), to: other)
        ledger.forgetNextAnswer()
        #expect(throws: LedgerError.self) {
            try session.append(entries, of: submission, clearingDraft: "note")
        }
        guard case .rebased(let all) = try session.append(entries, of: submission, clearingDraft: "note") else {
            Issue.record("it is not there")
            return
        }
        #expect(all.entries.count == 7)
        #expect(try Self.journal(session).meeting.current?.notes.map(\.text) == ["theirs", "once"])
        #expect(try place.connect().drafts(of: Samples.day).isEmpty)
    }

    @Test(arguments: LedgerMaker.all) func twoAtOnceLoseNothingAndDoubleNothing(maker: LedgerMaker) throws {
        let place = try place(maker)
        let sessions = [try session(on: place.connect()), try session(on: place.connect())]
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { writer in
            for number in 1...100 {
                do {
                    _ = try Self.submit(Self.note("\(writer)-\(number)"), to: sessions[writer])
                } catch {
                    failures.withLock { $0.append("\(error)") }
                }
            }
        }
        #expect(failures.withLock { $0 }.isEmpty)
        let all = try place.connect().entries(of: Samples.day)
        let notes = Journal(entries: all)?.meeting.current?.notes ?? []
        #expect(notes.map(\.number) == Array(1...200))
        #expect(Set(notes.map(\.text)).count == 200)
        for writer in 0...1 {
            #expect(notes.map(\.text).filter { $0.hasPrefix("\(writer)-") } == (1...100).map { "\(writer)-\($0)" })
        }
        // Each has seen all, once it has recorded behind the other.
        for session in sessions { _ = try Self.submit(Self.note("last"), to: session) }
        _ = try Self.submit(Self.note("very last"), to: sessions[0])
        let folds = try sessions.map { try Self.journal($0) }
        #expect(folds[0].entries.count == 208)
        #expect(Array(folds[0].entries.prefix(207)) == folds[1].entries)
        #expect(try place.connect().chains().map(\.fault) == [nil])
    }
}

/// A ledger in front of another one. It loses an answer when the test says so.
private final class ForgetfulLedger: Ledger {
    private let ledger: any Ledger
    private let forgets = Mutex(false)

    init(_ ledger: any Ledger) { self.ledger = ledger }

    func forgetNextAnswer() { forgets.withLock { $0 = true } }

    func append(_ batch: Batch, clearingDraft key: DraftKey?) throws(LedgerError) -> [SealedEntry] {
        let rows = try ledger.append(batch, clearingDraft: key)
        let isLost = forgets.withLock { forgets in
            defer { forgets = false }
            return forgets
        }
        if isLost { throw Samples.full }
        return rows
    }

    var name: String { ledger.name }
    func forEachRow(of date: CalendarDay, after number: Int, _ body: (SealedEntry) -> Void) throws(LedgerError) {
        try ledger.forEachRow(of: date, after: number, body)
    }
    func meetings() throws(LedgerError) -> [MeetingSummary] { try ledger.meetings() }
    func readChain<T>(_ body: (any ChainReader) throws(LedgerError) -> T) throws(LedgerError) -> T {
        try ledger.readChain(body)
    }
    func drafts(of date: CalendarDay) throws(LedgerError) -> [DraftKey: String] { try ledger.drafts(of: date) }
    func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError) {
        try ledger.setDraft(text, as: key, of: date)
    }
    func outputs(of date: CalendarDay, revision: Int?) throws(LedgerError) -> [Output] {
        try ledger.outputs(of: date, revision: revision)
    }
    func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        try ledger.saveOutputs(outputs, of: date)
    }
    func unsettle(_ outputs: [Output], of date: CalendarDay) throws(LedgerError) {
        try ledger.unsettle(outputs, of: date)
    }
    func unsettledOutputs(of date: CalendarDay) throws(LedgerError) -> [Output] {
        try ledger.unsettledOutputs(of: date)
    }
    func settle(_ names: [String], of date: CalendarDay) throws(LedgerError) { try ledger.settle(names, of: date) }
    func deliveries(of date: CalendarDay) throws(LedgerError) -> [Delivery] { try ledger.deliveries(of: date) }
    func beginDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date,
        despite states: Set<Delivery.State>
    ) throws(LedgerError) -> [String] {
        try ledger.beginDelivery(of: message, to: recipients, of: date, at: moment, despite: states)
    }
    func endDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date, _ state: Delivery.State,
        detail: String?
    ) throws(LedgerError) {
        try ledger.endDelivery(of: message, to: recipients, of: date, at: moment, state, detail: detail)
    }
    func takeLease(for date: CalendarDay, at moment: Date) throws(LedgerError) -> LeaseAnswer {
        try ledger.takeLease(for: date, at: moment)
    }
    func isLeaseFree(for date: CalendarDay) -> Bool { ledger.isLeaseFree(for: date) }
    func watch() throws(LedgerError) -> (any LedgerWatch)? { try ledger.watch() }
}
